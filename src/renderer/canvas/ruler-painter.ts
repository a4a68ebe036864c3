/** Rulers along the canvas; what is selected is marked on both. */
import type { Box } from '../../core/geometry.ts'
import type { Colours } from './colours.ts'
import { type RulerScale, rulerTicks } from './ruler-ticks.ts'
import type { Point, View } from './view.ts'

export const RULER_PX = 20

export interface RulerMarks {
  selected?: Box
  /** px in the viewport. */
  pointer?: Point | null
}

export function drawRuler(
  context: CanvasRenderingContext2D,
  side: 'top' | 'left',
  length: number,
  view: View,
  marks: RulerMarks,
  colours: Colours,
  dpr: number,
  scale: RulerScale,
): void {
  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  context.fillStyle = colours.panel
  if (side === 'top') context.fillRect(0, 0, length, RULER_PX)
  else context.fillRect(0, 0, RULER_PX, length)
  // One drawing for both: the left ruler is the top one turned about the corner.
  if (side === 'left') context.transform(0, 1, 1, 0, 0, 0)
  drawAlong(
    context,
    length,
    side === 'top' ? view.x : view.y,
    view.scale,
    markOf(side, marks, view),
    colours,
    side,
    scale,
  )
}

interface AlongMarks {
  from: number
  to: number
  pointer?: number
}

function markOf(side: 'top' | 'left', marks: RulerMarks, view: View): AlongMarks | undefined {
  const { selected, pointer } = marks
  const at = pointer ? (side === 'top' ? pointer.x : pointer.y) : undefined
  if (!selected) return at === undefined ? undefined : { from: 0, to: 0, pointer: at }
  const start = side === 'top' ? view.x + selected.x * view.scale : view.y + selected.y * view.scale
  const extent = (side === 'top' ? selected.width : selected.height) * view.scale
  return { from: start, to: start + extent, pointer: at }
}

function drawAlong(
  context: CanvasRenderingContext2D,
  length: number,
  origin: number,
  scale: number,
  marks: AlongMarks | undefined,
  colours: Colours,
  side: 'top' | 'left',
  ruler: RulerScale,
): void {
  if (marks && marks.to > marks.from) {
    context.fillStyle = colours.select
    context.globalAlpha = 0.18
    context.fillRect(marks.from, 0, marks.to - marks.from, RULER_PX)
    context.globalAlpha = 1
    context.fillRect(marks.from, RULER_PX - 2, marks.to - marks.from, 2)
  }
  context.strokeStyle = colours.rulerInk
  context.fillStyle = colours.rulerInk
  context.lineWidth = 1
  context.font = `10px ${colours.font}`
  for (const tick of rulerTicks(origin, scale, length, ruler)) {
    const x = Math.round(tick.at) + 0.5
    context.beginPath()
    context.moveTo(x, RULER_PX)
    context.lineTo(x, RULER_PX - tick.length)
    context.stroke()
    if (tick.label !== undefined) drawLabel(context, tick.label, x, side)
  }
  if (marks?.pointer !== undefined) {
    context.strokeStyle = colours.accent
    const x = Math.round(marks.pointer) + 0.5
    context.beginPath()
    context.moveTo(x, 0)
    context.lineTo(x, RULER_PX)
    context.stroke()
  }
}

function drawLabel(context: CanvasRenderingContext2D, label: string, x: number, side: 'top' | 'left'): void {
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  if (side === 'top') {
    context.fillText(label, x + 3, 10)
    return
  }
  // The axes are swapped here; figures must not be mirrored, so they are drawn turned, reading downwards.
  context.save()
  context.transform(0, 1, 1, 0, 0, 0)
  context.translate(3, x + 3)
  context.rotate(Math.PI / 2)
  context.fillText(label, 0, 0)
  context.restore()
}
