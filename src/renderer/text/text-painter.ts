/** Caret, selection, and what an input method composes, drawn over the page. */
import type { Box } from '../../core/geometry.ts'
import type { Colours } from '../canvas/colours.ts'
import { boxToScreen, type View } from '../canvas/view.ts'
import type { PageModel } from '../state/page-model.ts'
import { drawComposing } from './composing-painter.ts'
import { findState } from './find-state.ts'
import { restedFindings } from './mark-findings.ts'
import { comparePlaces } from './places.ts'
import { boxesOf, type CaretBox, caretBox } from './text-geometry.ts'
import type { TextState } from './text-state.ts'

export const CARET_PX = 2

export interface TextBrush {
  context: CanvasRenderingContext2D
  colours: Colours
  view: View
  page: PageModel
}

/** `solid` is the caret's beat: it is there, or not. */
export function drawText(brush: TextBrush, state: TextState, solid: boolean): void {
  const { story, anchor, head, composing, dropAt, focused } = state
  if (story === null) {
    drawFound(brush)
    return
  }
  const { page } = brush
  const [from, to] = comparePlaces(anchor, head) <= 0 ? [anchor, head] : [head, anchor]
  drawFindings(brush, story)
  drawFound(brush)
  if (comparePlaces(from, to) !== 0) drawSelection(brush, boxesOf(page, story, { from, to }), focused)
  if (composing) {
    drawComposing(brush, story, composing)
    return
  }
  if (dropAt) drawCaret(brush, caretBox(page, story, dropAt))
  if (solid && focused && comparePlaces(from, to) === 0) drawCaret(brush, caretBox(page, story, head))
}

function drawSelection({ context, colours, view }: TextBrush, boxes: readonly Box[], focused: boolean): void {
  context.fillStyle = colours.select
  context.globalAlpha = focused ? 0.26 : 0.14
  for (const box of boxes) {
    const { x, y, width, height } = boxToScreen(view, box)
    context.fillRect(x, y, Math.max(1, width), Math.max(1, height))
  }
  context.globalAlpha = 1
}

/** Doubtful marks: a dotted line below, red where the fix is certain. */
function drawFindings({ context, colours, view, page }: TextBrush, story: string): void {
  context.lineWidth = 1.5
  context.setLineDash([1.5, 2])
  for (const { paragraph, start, end, fix } of restedFindings(page.doc, story)) {
    context.strokeStyle = fix === undefined ? colours.loose : colours.bad
    const range = { from: { paragraph, offset: start }, to: { paragraph, offset: end } }
    for (const box of boxesOf(page, story, range)) {
      const { x, y, width, height } = boxToScreen(view, box)
      context.beginPath()
      if (width < height * 40) {
        const foot = y + height - (height - height / 1.3) / 2
        context.moveTo(x, foot)
        context.lineTo(x + Math.max(3, width), foot)
      }
      context.stroke()
    }
  }
  context.setLineDash([])
}

/** What was looked for, the one that is shown stronger. */
function drawFound({ context, colours, view, page }: TextBrush): void {
  const { found, at } = findState.get()
  if (found.length === 0) return
  context.fillStyle = colours.stretched
  for (const [index, { story, paragraph, start, end }] of found.entries()) {
    context.globalAlpha = index === at ? 0.5 : 0.22
    const range = { from: { paragraph, offset: start }, to: { paragraph, offset: end } }
    for (const box of boxesOf(page, story, range)) {
      const { x, y, width, height } = boxToScreen(view, box)
      context.fillRect(x, y, width, height)
    }
  }
  context.globalAlpha = 1
}

function drawCaret({ context, colours, view }: TextBrush, caret: CaretBox | undefined): void {
  if (!caret) return
  const { x, y, width, height } = boxToScreen(view, caret.box)
  context.fillStyle = colours.select
  if (caret.vertical) context.fillRect(x, Math.round(y) - CARET_PX / 2, width, CARET_PX)
  else context.fillRect(Math.round(x) - CARET_PX / 2, y, CARET_PX, height)
}
