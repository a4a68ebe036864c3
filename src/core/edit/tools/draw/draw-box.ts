/** The box that a drag draws: its corners come to the grid and what else is near. */
import type { Box } from '../../../geometry.ts'
import type { Point } from '../../hit.ts'
import { type SnapMark, type SnapTargets, snapEdge, snapTargets } from '../../snap.ts'
import { between, type Desk, type Pointer, px, SNAP_PX } from '../tool.ts'

export interface DrawnBox {
  box: Box
  marks: SnapMark[]
}

/** Shift draws a square, Alt from the middle, Ctrl without snapping. */
export function snapDrawn(desk: Desk, from: Pointer, to: Pointer): DrawnBox {
  const targets = to.mod ? NONE : snapTargets(desk.doc, [], { guides: desk.showGuides })
  const [a, b] = [from.at, to.at]
  const start = to.alt ? { at: a, marks: [] } : snapPoint(desk, a, between(a, b), targets)
  const end = to.shift ? { at: squareTo(start.at, b), marks: [] } : snapPoint(desk, b, between(a, b), targets)
  const box = to.alt ? fromMiddle(start.at, end.at) : between(start.at, end.at)
  return { box, marks: [...start.marks, ...end.marks] }
}

const NONE: SnapTargets = { x: [], y: [], boxes: [] }

function snapPoint(desk: Desk, at: Point, box: Box, targets: SnapTargets): { at: Point; marks: SnapMark[] } {
  const reach = px(desk, SNAP_PX)
  const x = snapEdge('x', at.x, box, targets, reach)
  const y = snapEdge('y', at.y, box, targets, reach)
  return { at: { x: at.x + x.by, y: at.y + y.by }, marks: [...x.marks, ...y.marks] }
}

function squareTo(from: Point, to: Point): Point {
  const side = Math.max(Math.abs(to.x - from.x), Math.abs(to.y - from.y))
  const sign = (value: number) => (value < 0 ? -1 : 1)
  return { x: from.x + side * sign(to.x - from.x), y: from.y + side * sign(to.y - from.y) }
}

const fromMiddle = (middle: Point, corner: Point): Box => {
  const [width, height] = [2 * Math.abs(corner.x - middle.x), 2 * Math.abs(corner.y - middle.y)]
  return { x: middle.x - width / 2, y: middle.y - height / 2, width, height }
}
