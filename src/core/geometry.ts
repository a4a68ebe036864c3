import type { Pt } from './units.ts'

/** A rectangle in page space. */
export interface Box {
  x: Pt
  y: Pt
  width: Pt
  height: Pt
}

const right = (box: Box): Pt => box.x + box.width
const bottom = (box: Box): Pt => box.y + box.height

/** True when two rectangles share more than a hair (0.01 pt) of area. */
export function overlap(a: Box, b: Box): boolean {
  const hair = 0.01
  return right(a) - hair > b.x && right(b) - hair > a.x && bottom(a) - hair > b.y && bottom(b) - hair > a.y
}

/** True when no more than a hair of `inner` is outside. */
export function contains(outer: Box, inner: Box): boolean {
  const hair = 0.01
  return (
    outer.x - hair < inner.x &&
    outer.y - hair < inner.y &&
    right(outer) + hair > right(inner) &&
    bottom(outer) + hair > bottom(inner)
  )
}

/** What two rectangles share; undefined where they share no more than a hair. */
export function sharedOf(a: Box, b: Box): Box | undefined {
  if (!overlap(a, b)) return undefined
  const [x, y] = [Math.max(a.x, b.x), Math.max(a.y, b.y)]
  return { x, y, width: Math.min(right(a), right(b)) - x, height: Math.min(bottom(a), bottom(b)) - y }
}

/** The least rectangle that holds them all; undefined for none. */
export function unionOf(boxes: readonly Box[]): Box | undefined {
  if (boxes.length === 0) return undefined
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const width = Math.max(...boxes.map(right)) - x
  const height = Math.max(...boxes.map(bottom)) - y
  return { x, y, width, height }
}
