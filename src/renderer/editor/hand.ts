/** The one hand on the page: which tool it holds and what it does with it. */
import { ToolMachine } from '../../core/edit/tools/machine.ts'
import { app, type Tool } from '../state/app-state.ts'
import { desk } from './desk.ts'
import { editor } from './editor-state.ts'

export const hand = new ToolMachine(desk)

/** The machine takes the tool that was chosen in the bar. Returns what stops following. */
export function followTool(): () => void {
  let last: Tool = 'select'
  const follow = () => {
    const { tool, page } = app.get()
    if (!page || tool === last) return
    last = tool
    hand.use(tool)
    showCursor()
  }
  follow()
  return app.subscribe(follow)
}

export const showCursor = (): void => editor.set({ cursor: hand.cursor() })

/** Esc: what is under way is left; false when nothing was. */
export function leaveGesture(): boolean {
  const left = hand.cancel()
  if (left) showCursor()
  return left
}

export const isUnderWay = (): boolean => hand.isBusy || editor.get().loaded !== null

/** The text of a frame, or of a story without frames, is taken in hand. */
export function takeUp(loaded: { after: string } | { story: string }): void {
  if (app.get().tool !== 'select') app.set({ tool: 'select' })
  editor.set({ loaded })
  hand.takeUp()
  showCursor()
}
