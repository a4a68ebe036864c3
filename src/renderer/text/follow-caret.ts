/** Keeps the caret in sight: the page moves as little as it must. */
import { panBy } from '../canvas/camera.ts'
import { boxToScreen } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import { caretBox } from './text-geometry.ts'
import { textState } from './text-state.ts'

/** How near to the canvas's edge the caret may come, in px. */
const MARGIN = 24

export function followCaret(): void {
  const { page, view, viewport } = app.get()
  const { story, head, keysOf } = textState.get()
  if (!page || story === null || keysOf === 'editor') return
  const caret = caretBox(page, story, head)
  if (!caret) return
  const { x, y, width, height } = boxToScreen(view, caret.box)
  const dx = shift(x, x + width, viewport.width)
  const dy = shift(y, y + height, viewport.height)
  if (dx !== 0 || dy !== 0) panBy(dx, dy)
}

function shift(from: number, to: number, length: number): number {
  // A line taller than the canvas shows its head.
  if (from < MARGIN) return MARGIN - from
  return to > length - MARGIN ? Math.max(length - MARGIN - to, MARGIN - from) : 0
}
