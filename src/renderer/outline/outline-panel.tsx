import { Eye, EyeOff, Lock, LockOpen } from 'lucide-react'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { Button, Tree, TreeItem, TreeItemContent } from 'react-aria-components'
import { ok } from '../../core/diagnostics.ts'
import { hideFrames, lockFrames } from '../../core/doc/commands/look.ts'
import { orderFrames } from '../../core/doc/commands/order.ts'
import { flyTo } from '../canvas/camera.ts'
import { columnsLabel, frameTitle } from '../canvas/frame-name.ts'
import { gridPlace } from '../canvas/place.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { perform } from '../editor/perform.ts'
import { selectedFrames, selectFrames } from '../editor/selection.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { type FrameEntry, type PageModel, pigmentOf } from '../state/page-model.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { type OutlineGroup, outlineOf } from './outline-rows.ts'

/** 结构: the frames in reading order, to be walked, selected, put in order, locked and hidden by keys. */
export function OutlinePanel({ page }: { page: PageModel }) {
  const say = useSay()
  const selected = useStore(app, selectedFrames)
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const [first] = selected
    const key = `frame ${first ?? ''}`
    const row = box.current?.querySelector(`[data-key="${CSS.escape(key)}"]`)
    row?.scrollIntoView({ block: 'nearest' })
  }, [selected])
  const groups = outlineOf(page)
  return (
    <div ref={box} className="panel-scroll" onKeyDownCapture={(event) => onKey(event)}>
      <p className="visually-hidden" id="outline-help">
        {say('editor.outline-help')}
      </p>
      <Tree
        className="outline"
        aria-label={say('editor.outline-list')}
        aria-describedby="outline-help"
        selectionMode="multiple"
        selectionBehavior="replace"
        selectedKeys={selected.map((id) => `frame ${id}`)}
        onSelectionChange={(keys) => select(page, groups, keys)}
        onAction={(key) => goTo(page, String(key))}
        defaultExpandedKeys={groups.map(({ key }) => key)}
        data-testid="outline"
      >
        {groups.map((group) => (
          <GroupRow key={group.key} page={page} group={group} say={say} />
        ))}
      </Tree>
    </div>
  )
}

function GroupRow({ page, group, say }: { page: PageModel; group: OutlineGroup; say: Say }) {
  const title = group.title ?? say('editor.outline-loose')
  return (
    <TreeItem id={group.key} textValue={title} className="outline-group">
      <TreeItemContent>
        <Button slot="chevron" className="outline-chevron" />
        {group.number !== undefined && <ArticleNumber of={group.number} />}
        <span className="outline-name">{title}</span>
        <span className="count">{group.frames.length}</span>
      </TreeItemContent>
      {group.frames.map((frame) => (
        <FrameRow key={frame.id} page={page} frame={frame} say={say} />
      ))}
    </TreeItem>
  )
}

function FrameRow({ page, frame, say }: { page: PageModel; frame: FrameEntry; say: Say }) {
  const name = frameTitle(frame, say)
  const { locked, hidden } = frame.frame
  const place = gridPlace(page.composition.grid, frame.box)
  const where = `${columnsLabel(place.firstColumn, place.lastColumn)} × ${place.row}–${place.row + place.rows - 1}`
  const overset = frame.index === frame.count - 1 ? (frame.story?.oversetCharacters ?? 0) : 0
  const number = page.doc.articles[frame.article ?? '']?.number
  const states = [
    overset > 0 && say('editor.outline-overset', { n: overset }),
    locked && say('editor.locked'),
    hidden && say('editor.hidden'),
  ].filter(Boolean)
  return (
    <TreeItem
      id={`frame ${frame.id}`}
      textValue={[name, ...states].join('，')}
      className="outline-row"
      {...(number !== undefined && { 'data-pigment': pigmentOf(number) })}
      data-hidden={hidden}
    >
      <TreeItemContent>
        <span className="outline-name">{name}</span>
        {overset > 0 && <span className="dot bad" aria-hidden="true" />}
        <span className="part-note">{where}</span>
        <Toggle
          on={locked === true}
          off={LockOpen}
          sign={Lock}
          label={say(locked ? 'editor.unlocked-one' : 'command.frame.lock')}
          press={() => lockOne(frame)}
        />
        <Toggle
          on={hidden === true}
          off={Eye}
          sign={EyeOff}
          label={say(hidden ? 'editor.show-one' : 'command.frame.hide')}
          press={() => hideOne(frame)}
        />
      </TreeItemContent>
    </TreeItem>
  )
}

interface ToggleProps {
  on: boolean
  sign: typeof Lock
  off: typeof Lock
  label: string
  press(): void
}

function Toggle({ on, sign, off, label, press }: ToggleProps) {
  return (
    <Button className="outline-switch" data-on={on} aria-label={label} onPress={press}>
      <Icon of={on ? sign : off} size={13} />
    </Button>
  )
}

const lockOne = ({ id, frame }: FrameEntry): boolean =>
  perform({ name: frame.locked ? 'unlock' : 'lock' }, (doc) => ok(lockFrames(doc, [id], !frame.locked)))

const hideOne = ({ id, frame }: FrameEntry): boolean =>
  perform({ name: frame.hidden ? 'show' : 'hide' }, (doc) => hideFrames(doc, [id], !frame.hidden))

const frameOf = (key: string): string | undefined =>
  key.startsWith('frame ') ? key.slice('frame '.length) : undefined

/** An article's row stands for all of its frames. */
function framesOfKey(groups: readonly OutlineGroup[], key: string): string[] {
  const frame = frameOf(key)
  if (frame !== undefined) return [frame]
  return groups.find((group) => group.key === key)?.frames.map(({ id }) => id) ?? []
}

function select(page: PageModel, groups: readonly OutlineGroup[], keys: 'all' | Set<unknown>): void {
  const chosen =
    keys === 'all'
      ? page.frames.map(({ id }) => id)
      : [...keys].flatMap((key) => framesOfKey(groups, String(key)))
  selectFrames([...new Set(chosen)])
}

/** Enter and a double click show it on the page. */
function goTo(page: PageModel, key: string): void {
  const id = frameOf(key)
  const entry = id === undefined ? undefined : page.framesById.get(id)
  if (!entry) return
  selectFrames([entry.id])
  flyTo([entry.box])
}

/** Alt with the arrows changes the painting order, L locks, H hides. */
function onKey(event: KeyboardEvent<HTMLElement>): void {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
  const { page } = app.get()
  const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]')
  const id = frameOf(row?.dataset.key ?? '')
  const entry = id === undefined ? undefined : page?.framesById.get(id)
  if (!entry) return
  const done = actByKey(event, entry)
  if (!done) return
  event.preventDefault()
  event.stopPropagation()
}

function actByKey(event: KeyboardEvent, entry: FrameEntry): boolean {
  const up = event.code === 'ArrowUp'
  if (event.altKey && (up || event.code === 'ArrowDown')) {
    perform({ name: 'order' }, (doc) => orderFrames(doc, [entry.id], up ? 'forward' : 'backward'))
    return true
  }
  if (event.altKey || event.shiftKey) return false
  if (event.code === 'KeyL') lockOne(entry)
  else if (event.code === 'KeyH') hideOne(entry)
  else return false
  return true
}
