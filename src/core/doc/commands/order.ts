/**
 * The order in which frames are painted: a fractional index for each, so that bringing one forward writes one.
 * Drafted pages count `0000`, `0001`, …, between which there is no room: they are given new ones when a place among
 * them is asked for. A place above them all is free as it is, for letters come behind figures.
 */
import { generateNKeysBetween } from 'fractional-indexing'
import { ok, type Result } from '../../diagnostics.ts'
import type { Frame, PageDoc } from '../schema.ts'
import { openFrames, withFrames } from './command.ts'
import { withGroups } from './groups.ts'

export type OrderStep = 'front' | 'forward' | 'backward' | 'back'

const isFractional = (order: string): boolean => /^[A-Za-z]/.test(order)

/** Ids from the lowest to the topmost. */
export const paintOrder = (frames: PageDoc['frames']): string[] =>
  Object.entries(frames)
    .map(([id, { order }]) => ({ id, key: `${order}\u0000${id}` }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ id }) => id)

/** Indices for `count` frames above all others. */
export function ordersOnTop(doc: PageDoc, count: number): string[] {
  const top = paintOrder(doc.frames).at(-1)
  const last = top === undefined ? undefined : (doc.frames[top] as Frame).order
  return generateNKeysBetween(last !== undefined && isFractional(last) ? last : null, null, count)
}

/** Moves frames in the painting order, with their groups, and keeps the order among them. */
export function orderFrames(doc: PageDoc, ids: readonly string[], step: OrderStep): Result<PageDoc> {
  const open = openFrames(doc, withGroups(doc, ids))
  if (!open.ok) return open
  const all = paintOrder(doc.frames)
  const moved = new Set(open.value.map(([id]) => id))
  const moving = all.filter((id) => moved.has(id))
  const rest = all.filter((id) => !moved.has(id))
  const at = placeAmong(doc, all, rest, moving, step)
  const next = [...rest.slice(0, at), ...moving, ...rest.slice(at)]
  if (next.every((id, i) => id === all[i])) return ok(doc)
  const below = rest[at - 1]
  const above = rest[at]
  const keys = keysBetween(doc, below, above, moving.length)
  return keys ? ok(reordered(doc, moving, keys)) : ok(reordered(doc, next, freshKeys(next.length)))
}

/** How many of the others stand below the moved frames afterwards. */
function placeAmong(
  doc: PageDoc,
  all: readonly string[],
  rest: readonly string[],
  moving: readonly string[],
  step: OrderStep,
): number {
  if (step === 'front') return rest.length
  if (step === 'back') return 0
  const lowest = all.indexOf(moving[0] as string)
  const highest = all.indexOf(moving.at(-1) as string)
  const meets = (id: string) => moving.some((other) => overlapping(doc, id, other))
  if (step === 'forward') {
    const above = all.slice(highest + 1).filter((id) => !moving.includes(id))
    const next = above.find(meets) ?? above[0]
    return next === undefined ? rest.length : rest.indexOf(next) + 1
  }
  const below = all.slice(0, lowest)
  const next = below.findLast(meets) ?? below.at(-1)
  return next === undefined ? 0 : rest.indexOf(next)
}

/** One step is one that can be seen: past the next frame that it lies on. */
function overlapping(doc: PageDoc, one: string, other: string): boolean {
  const [a, b] = [doc.frames[one], doc.frames[other]]
  if (!a || !b) return false
  return a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height
}

function keysBetween(
  doc: PageDoc,
  below: string | undefined,
  above: string | undefined,
  count: number,
): string[] | undefined {
  const order = (id: string | undefined) => (id === undefined ? undefined : doc.frames[id]?.order)
  const [low, high] = [order(below), order(above)]
  if ((high !== undefined && !isFractional(high)) || (low !== undefined && low === high)) return undefined
  return generateNKeysBetween(low !== undefined && isFractional(low) ? low : null, high ?? null, count)
}

const freshKeys = (count: number): string[] => generateNKeysBetween(null, null, count)

const reordered = (doc: PageDoc, ids: readonly string[], keys: readonly string[]): PageDoc =>
  withFrames(
    doc,
    Object.fromEntries(ids.map((id, i) => [id, { ...(doc.frames[id] as Frame), order: keys[i] as string }])),
  )
