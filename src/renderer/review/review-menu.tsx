import { useLayoutEffect, useRef } from 'react'
import { Menu, MenuItem, Popover, Separator, SubmenuTrigger, Text } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { focusWork } from '../commands/regions.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { MenuKey } from '../controls/menu-key.tsx'
import { type AppState, app } from '../state/app-state.ts'
import { mergeIntoArticle, moveToArticle, selectedArticle } from '../state/deciding.ts'
import type { ReviewMenuKind } from '../state/review-state.ts'
import { setReview } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import type { ReviewModel } from './review-model.ts'

const ROLES: readonly CommandId[] = [
  'review.as-kicker',
  'review.as-headline',
  'review.as-deck',
  'review.as-byline',
  'review.as-credit',
  'review.as-section',
  'review.as-caption',
  'review.as-body',
  'review.as-subhead',
  'review.as-furniture',
  'review.as-unplaced',
]
const ACTS: readonly CommandId[] = [
  'review.new',
  'review.split',
  'review.break',
  'review.join',
  'review.paragraph-up',
  'review.paragraph-down',
]

/** What can be done to the selection; opened at the pointer, or at what is selected. */
const MENU_PX = 272
const LINE_PX = 26

/** Below the text, above it where there is no room, and where neither has any as low as it goes. */
function topFor(y: number): number {
  if (y + MENU_PX <= window.innerHeight) return y
  const above = y - LINE_PX - MENU_PX
  return above >= 8 ? above : Math.max(8, window.innerHeight - MENU_PX)
}

export function ReviewMenu({ model }: { model: ReviewModel }) {
  const say = useSay()
  const menu = useStore(app, (state) => state.review.menu)
  const anchor = useRef<HTMLSpanElement>(null)
  const isOpen = menu !== null
  useLayoutEffect(() => (isOpen ? giveBack(document.activeElement) : undefined), [isOpen])
  if (!menu) return null
  const close = () => setReview({ menu: null })
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu.x, top: topFor(menu.y) }} />
      <Popover
        className="popover"
        aria-label={say('review.menu')}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
        offset={2}
      >
        {menu.kind === 'all' ? <AllActs model={model} /> : <OneList kind={menu.kind} model={model} />}
      </Popover>
      <span className="visually-hidden">{say('review.menu')}</span>
    </>
  )
}

/** Returns what brings the focus back to where it was, unless that part has become another one. */
function giveBack(last: Element | null): () => void {
  return () =>
    requestAnimationFrame(() => {
      if (last instanceof HTMLElement && last.isConnected && last !== document.body) last.focus()
      else focusWork()
    })
}

function AllActs({ model }: { model: ReviewModel }) {
  const say = useSay()
  const state = app.get()
  const off = ACTS.filter((id) => !isEnabled(id, state))
  const canMerge = isEnabled('review.merge', state)
  return (
    <Menu
      className="menu"
      aria-label={say('review.menu')}
      data-testid="review-menu"
      disabledKeys={[...off, ...(canMerge ? [] : ['merge'])]}
      onAction={(key) => run(String(key))}
      autoFocus="first"
    >
      <Submenu id="role" label={say('review.menu.role')} command="review.role">
        <OneList kind="role" model={model} />
      </Submenu>
      <Submenu id="move" label={say('review.menu.move')} command="review.move">
        <OneList kind="move" model={model} />
      </Submenu>
      <Separator className="menu-line" />
      {ACTS.map((id) => (
        <CommandItem key={id} id={id} />
      ))}
      <Separator className="menu-line" />
      <Submenu id="merge" label={say('review.menu.merge')} command="review.merge">
        <OneList kind="merge" model={model} />
      </Submenu>
    </Menu>
  )
}

interface SubmenuProps {
  id: string
  label: string
  command: CommandId
  children: React.ReactElement
}

function Submenu({ id, label, command, children }: SubmenuProps) {
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  return (
    <SubmenuTrigger>
      <MenuItem id={id} className="menu-item" textValue={label}>
        <Text slot="label">{label}</Text>
        <MenuKey of={firstKey(command, mac)} />
        <span className="menu-more" aria-hidden="true" />
      </MenuItem>
      <Popover className="popover" offset={0} crossOffset={-4}>
        {children}
      </Popover>
    </SubmenuTrigger>
  )
}

function CommandItem({ id }: { id: CommandId }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const name = say(`command.${id}`)
  return (
    <MenuItem id={id} className="menu-item" textValue={name} data-testid={id}>
      <Text slot="label">{name}</Text>
      <MenuKey of={firstKey(id, mac)} />
    </MenuItem>
  )
}

/** Roles, or the stories that the text may go to or be merged into. */
function OneList({ kind, model }: { kind: Exclude<ReviewMenuKind, 'all'>; model: ReviewModel }) {
  const say = useSay()
  const state = app.get()
  const label = say(`review.menu.${kind}`)
  if (kind === 'role') {
    return (
      <Menu
        className="menu narrow"
        aria-label={label}
        data-testid="menu-role"
        disabledKeys={ROLES.filter((id) => !isEnabled(id, state))}
        onAction={(key) => run(String(key))}
        autoFocus="first"
      >
        {ROLES.map((id) => (
          <RoleItem key={id} id={id} />
        ))}
      </Menu>
    )
  }
  return (
    <Menu
      className="menu"
      aria-label={label}
      data-testid={`menu-${kind}`}
      disabledKeys={ownArticle(kind, state)}
      onAction={(key) => run(String(key))}
      autoFocus="first"
    >
      {model.cards.map((card) => {
        const title = (card.heads.find(({ role }) => role === 'headline') ?? card.heads[0])?.text ?? ''
        return (
          <MenuItem
            key={card.id}
            id={`${kind} ${card.id}`}
            className="menu-item"
            textValue={`${card.number} ${title}`}
          >
            <ArticleNumber of={card.number} />
            <Text slot="label" className="menu-title" lang="zh-CN">
              {title || say(`stories.kind.${card.kind}`)}
            </Text>
          </MenuItem>
        )
      })}
      {kind === 'move' && <Separator className="menu-line" />}
      {kind === 'move' && <CommandItem id="review.new" />}
    </Menu>
  )
}

function RoleItem({ id }: { id: CommandId }) {
  const say = useSay()
  const name = say(`review.role.${id.slice('review.as-'.length) as 'body'}`)
  return (
    <MenuItem id={id} className="menu-item" textValue={name} data-testid={id}>
      <Text slot="label">{name}</Text>
    </MenuItem>
  )
}

/** A text cannot go to the article that it is in. */
function ownArticle(kind: 'move' | 'merge', state: AppState): string[] {
  const own = selectedArticle(state)
  return own === undefined ? [] : [`${kind} ${own}`]
}

function run(key: string): void {
  setReview({ menu: null })
  const [kind, id = ''] = key.split(' ')
  if (kind === 'move') moveToArticle(id)
  else if (kind === 'merge') mergeIntoArticle(id)
  else void runCommand(key as CommandId)
}
