import { useRef } from 'react'
import { Popover } from 'react-aria-components'
import { FRAME_MENU, PAGE_MENU } from '../../shared/ipc-editor.ts'
import { runCommand } from '../commands/commands.ts'
import { focusWork } from '../commands/regions.ts'
import { CommandList } from '../controls/command-list.tsx'
import { editor } from '../editor/editor-state.ts'
import { selectedFrames } from '../editor/selection.ts'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

const ITEM_PX = 26
const AROUND_PX = 24

/** High enough that all of the menu is below it. */
const topFor = (entries: readonly unknown[], y: number): number =>
  Math.max(8, Math.min(y, window.innerHeight - entries.length * ITEM_PX - AROUND_PX))

/** What can be done to the selected frames, or to the page; opened at the pointer or by key. */
export function FrameMenu() {
  const say = useSay()
  const at = useStore(editor, (state) => state.menuAt)
  const any = useStore(app, (state) => selectedFrames(state).length > 0)
  const anchor = useRef<HTMLSpanElement>(null)
  if (!at) return null
  const entries = any ? FRAME_MENU : PAGE_MENU
  const close = () => {
    editor.set({ menuAt: null })
    requestAnimationFrame(focusWork)
  }
  return (
    <>
      <span ref={anchor} className="menu-anchor" style={{ left: at.x, top: topFor(entries, at.y) }} />
      <Popover
        className="popover"
        aria-label={say('command.frame.menu')}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && close()}
        placement="bottom start"
        offset={2}
      >
        <CommandList
          entries={entries}
          label={say('command.frame.menu')}
          testId="frame-menu"
          autoFocus
          onRun={(id) => {
            close()
            requestAnimationFrame(() => runCommand(id))
          }}
        />
      </Popover>
    </>
  )
}
