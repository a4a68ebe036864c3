/** Aligning and distributing. A group counts as one thing, and so stays as it is within. */
import { ok, type Result } from '../../diagnostics.ts'
import { type Box, unionOf } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import type { Frame, PageDoc } from '../schema.ts'
import { boxOf, changeFrames } from './command.ts'
import { unitsOf, withGroups } from './groups.ts'
import { tidy } from './place.ts'

export type Edge = 'left' | 'center' | 'right' | 'top' | 'middle' | 'bottom'

interface Unit {
  ids: string[]
  box: Box
}

/** Brings an edge or the middle of every unit to that of `to`; of the selection itself where it is left out. */
export function alignFrames(doc: PageDoc, ids: readonly string[], edge: Edge, to?: Box): Result<PageDoc> {
  const units = readUnits(doc, ids)
  const whole = to ?? unionOf(units.map(({ box }) => box))
  if (!whole) return ok(doc)
  const across = edge === 'left' || edge === 'center' || edge === 'right'
  const share = edge === 'left' || edge === 'top' ? 0 : edge === 'right' || edge === 'bottom' ? 1 : 0.5
  return shiftUnits(doc, units, ({ box }) =>
    across
      ? { dx: whole.x + share * whole.width - box.x - share * box.width, dy: 0 }
      : { dx: 0, dy: whole.y + share * whole.height - box.y - share * box.height },
  )
}

/**
 * Gives units equal gaps along an axis. Without `gap` the outer two stay where they are; with it the first stays and
 * the others follow.
 */
export function distributeFrames(
  doc: PageDoc,
  ids: readonly string[],
  axis: 'x' | 'y',
  gap?: Pt,
): Result<PageDoc> {
  const size = axis === 'x' ? 'width' : 'height'
  const units = readUnits(doc, ids).sort((a, b) => a.box[axis] - b.box[axis])
  const [first] = units
  const last = units.at(-1)
  if (!first || !last || units.length < (gap === undefined ? 3 : 2)) return ok(doc)
  const room = last.box[axis] + last.box[size] - first.box[axis]
  const taken = units.reduce((sum, { box }) => sum + box[size], 0)
  const between = gap ?? (room - taken) / (units.length - 1)
  const starts = new Map<Unit, Pt>()
  let at = first.box[axis]
  for (const unit of units) {
    starts.set(unit, at)
    at += unit.box[size] + between
  }
  return shiftUnits(doc, units, (unit) => {
    const by = (starts.get(unit) ?? 0) - unit.box[axis]
    return axis === 'x' ? { dx: by, dy: 0 } : { dx: 0, dy: by }
  })
}

function readUnits(doc: PageDoc, ids: readonly string[]): Unit[] {
  return unitsOf(doc, withGroups(doc, ids)).flatMap((unit) => {
    const box = unionOf(unit.flatMap((id) => (doc.frames[id] ? [boxOf(doc.frames[id])] : [])))
    return box ? [{ ids: unit, box }] : []
  })
}

function shiftUnits(
  doc: PageDoc,
  units: readonly Unit[],
  shift: (unit: Unit) => { dx: Pt; dy: Pt },
): Result<PageDoc> {
  const shifts = new Map(units.flatMap((unit) => unit.ids.map((id) => [id, shift(unit)] as const)))
  return changeFrames(doc, [...shifts.keys()], (frame, id): Frame => {
    const { dx, dy } = shifts.get(id) as { dx: Pt; dy: Pt }
    const [x, y] = [tidy(frame.x + dx), tidy(frame.y + dy)]
    return x === frame.x && y === frame.y ? frame : { ...frame, x, y }
  })
}
