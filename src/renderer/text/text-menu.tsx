import { useLayoutEffect, useRef } from 'react'
import { Menu, MenuItem, Popover, Separator } from 'react-aria-components'
import type { CommandId } from '../../shared/ipc.ts'
import { isMessage } from '../../shared/messages.ts'
import { isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { MenuKey } from '../controls/menu-key.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { findingAt, findingsOf, fixAllMarks, fixMark } from './mark-findings.ts'
import { openText } from './text-session.ts'
import { textState } from './text-state.ts'

const COMMANDS: readonly CommandId[] = ['text.next-mark', 'text.special', 'text.editor', 'edit.find']

/** What can be done at the caret, first of all the fix of a doubtful mark; at the pointer, or at the caret. */
export function TextMenu() {
  const say = useSay()
  const menu = useStore(textState, (state) => state.menu)
  const anchor = useRef<HTMLSpanElement>(null)
  const page = useStore(app, (state) => state.page)
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const isOpen = menu !== null
  useLayoutEffect(
    () => (isOpen ? () => void requestAnimationFrame(() => openText()?.view.focus()) : undefined),
    [isOpen],
  )
  const { story, head } = textState.get()
  if (!menu || !page || story === null) return null
  const finding = findingAt(page.doc, story, head)
  const fixable = findingsOf(page.doc, story).filter(({ fix }) => fix !== undefined).length
  const rule = finding && `proof.${finding.rule}`
  const acts: Record<string, () => unknown> = {
    fix: () => finding && fixMark(finding),
    'fix-all': fixAllMarks,
    cut: () => document.execCommand('cut'),
    copy: () => document.execCommand('copy'),
  }
  const act = (key: string) => {
    textState.set({ menu: null })
    // The text has the focus again before anything is done to it.
    openText()?.view.focus()
    const run = acts[key]
    if (run) run()
    else runCommand(key as CommandId)
  }
  const nothing = textState.get().selectedText === ''
  const off = COMMANDS.filter((id) => !isEnabled(id, app.get()))
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: menu.x, top: menu.y }} />
      <Popover
        className="popover"
        aria-label={say('menu.type')}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && textState.set({ menu: null })}
        placement="bottom start"
        offset={2}
      >
        <Menu
          className="menu"
          aria-label={say('menu.type')}
          data-testid="text-menu"
          autoFocus="first"
          disabledKeys={[...off, ...(nothing ? ['cut', 'copy'] : []), 'why']}
          onAction={(key) => act(String(key))}
        >
          {finding && rule && isMessage(rule) ? (
            <MenuItem id="why" className="menu-item menu-why" textValue={say(rule)}>
              {say(rule)}
            </MenuItem>
          ) : null}
          {finding?.fix !== undefined ? (
            <MenuItem id="fix" className="menu-item" textValue={finding.fix}>
              {say('marks.fix', { fix: finding.fix === '' ? '∅' : finding.fix })}
              <MenuKey of="Alt ↵" />
            </MenuItem>
          ) : null}
          {fixable > 0 ? (
            <MenuItem id="fix-all" className="menu-item" textValue={say('marks.fix-all', { n: fixable })}>
              {say('marks.fix-all', { n: fixable })}
            </MenuItem>
          ) : null}
          {finding || fixable > 0 ? <Separator className="menu-line" /> : null}
          <MenuItem id="cut" className="menu-item" textValue={say('text.cut')}>
            {say('text.cut')}
          </MenuItem>
          <MenuItem id="copy" className="menu-item" textValue={say('text.copy')}>
            {say('text.copy')}
          </MenuItem>
          <Separator className="menu-line" />
          {COMMANDS.map((id) => (
            <MenuItem key={id} id={id} className="menu-item" textValue={say(`command.${id}`)}>
              {say(`command.${id}`)}
              <MenuKey of={firstKey(id, mac)} />
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </>
  )
}
