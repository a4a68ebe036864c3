/** Frames and rules are drawn: by a drag, or by a click in the size that is usual. */
import { ok } from '../../../diagnostics.ts'
import { type DrawnKind, drawFrame } from '../../../doc/commands/new-frames.ts'
import type { Box } from '../../../geometry.ts'
import { PageGrid } from '../../page-grid.ts'
import { type Desk, isDrag, type Pointer, type ToolState } from '../tool.ts'
import { type DrawnBox, snapDrawn } from './draw-box.ts'

/** With `typing` a click draws nothing, and the caret goes into the frame that a drag draws. */
export function drawTool(kind: DrawnKind, typing = false): ToolState {
  const tool: ToolState = {
    name: `draw.${kind}`,
    cursor: () => (typing ? 'text' : 'crosshair'),
    down: (_, pointer) => drawing(kind, pointer, typing, tool),
  }
  return tool
}

function drawing(kind: DrawnKind, pressed: Pointer, typing: boolean, back: ToolState): ToolState {
  let begun = false
  const drawn = (desk: Desk, pointer: Pointer): DrawnBox =>
    kind === 'rule' ? ruleBox(desk, pressed, pointer) : snapDrawn(desk, pressed, pointer)
  return {
    name: `draw.${kind}.drawing`,
    cursor: () => 'crosshair',
    move(desk, pointer) {
      begun ||= isDrag(pressed, pointer)
      if (!begun) return this
      const { box, marks } = drawn(desk, pointer)
      desk.show({ box, marks, tip: box })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      if (begun || !typing)
        finish(desk, kind, begun ? drawn(desk, pointer).box : usualBox(desk, kind, pressed), typing)
      return back
    },
    cancel(desk) {
      desk.show(undefined)
      return back
    },
  }
}

/** A rule lies or stands, whichever is nearer. */
function ruleBox(desk: Desk, from: Pointer, to: Pointer): DrawnBox {
  const lies = Math.abs(to.at.x - from.at.x) >= Math.abs(to.at.y - from.at.y)
  const end = lies ? { x: to.at.x, y: from.at.y } : { x: from.at.x, y: to.at.y }
  const { box, marks } = snapDrawn(desk, from, { ...to, at: end, shift: false, alt: false })
  return { box: lies ? { ...box, height: 0 } : { ...box, width: 0 }, marks }
}

/** What a click draws: the column under it, ten rows deep; a rule over the column's width. */
function usualBox(desk: Desk, kind: DrawnKind, { at }: Pointer): Box {
  const grid = new PageGrid(desk.doc.setup)
  const [column, row] = [grid.columnAt(at.x), grid.rowAt(at.y)]
  const rows = Math.min(10, grid.setup.rows - row + 1)
  const box = grid.box({ firstColumn: column, lastColumn: column, row, rows })
  return kind === 'rule' ? { ...box, height: 0 } : box
}

const STEPS = {
  text: 'draw-text',
  picture: 'draw-picture',
  shape: 'draw-shape',
  rule: 'draw-rule',
} as const

/** A frame that is drawn is selected, and the hand goes back to selecting. */
function finish(desk: Desk, kind: DrawnKind, box: Box, typing: boolean): void {
  let made = ''
  const drew = desk.perform(STEPS[kind], (doc) => {
    const drawn = drawFrame(doc, kind, box)
    if (!drawn.ok) return drawn
    made = drawn.value.frame
    return ok(drawn.value.doc)
  })
  if (!drew) return
  desk.select([made])
  if (typing) desk.enterText(made, box)
  else desk.use('select')
}
