/** What a point on the page means: frames, handles, ports and guides. Lengths are pt; `reach` is how near is near. */
import { paintOrder } from '../doc/commands/order.ts'
import type { Frame, PageDoc } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'
import { HANDLES, type Handle, handlePlace } from './resize.ts'

export interface Point {
  x: Pt
  y: Pt
}

/**
 * Frames under the point, the one that is meant first: the topmost, but one that lies wholly inside another is meant
 * before that, whichever is above, for a caption lies inside a box. Of a shape without a ground only its outline is
 * hit, and of a rule what is near to it.
 */
export function framesAt(doc: PageDoc, point: Point, reach: Pt): string[] {
  const hit = paintOrder(doc.frames).filter((id) => isHit(doc.frames[id] as Frame, point, reach))
  const meant: string[] = []
  for (const id of hit.reverse()) {
    const around = meant.findIndex((other) => isInside(doc.frames[id] as Frame, doc.frames[other] as Frame))
    if (around < 0) meant.push(id)
    else meant.splice(around, 0, id)
  }
  return meant
}

const isInside = (inner: Box, outer: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height &&
  inner.width * inner.height < outer.width * outer.height

function isHit(frame: Frame, point: Point, reach: Pt): boolean {
  if (frame.hidden) return false
  if (frame.kind === 'rule') return within(frame, point, reach)
  if (frame.kind === 'shape' && frame.fill === undefined)
    return within(frame, point, reach) && !within(frame, point, -reach)
  return within(frame, point, 0)
}

const within = ({ x, y, width, height }: Box, point: Point, grow: Pt): boolean =>
  point.x >= x - grow && point.x <= x + width + grow && point.y >= y - grow && point.y <= y + height + grow

/** Frames that a marquee touches; locked and hidden ones are passed over. */
export function framesTouching(doc: PageDoc, marquee: Box): string[] {
  return paintOrder(doc.frames).filter((id) => {
    const frame = doc.frames[id] as Frame
    if (frame.hidden || frame.locked) return false
    const meets =
      frame.x <= marquee.x + marquee.width &&
      marquee.x <= frame.x + frame.width &&
      frame.y <= marquee.y + marquee.height &&
      marquee.y <= frame.y + frame.height
    // A box that the marquee was drawn inside of is not meant.
    const round =
      frame.kind === 'shape' &&
      marquee.x > frame.x &&
      marquee.y > frame.y &&
      marquee.x + marquee.width < frame.x + frame.width &&
      marquee.y + marquee.height < frame.y + frame.height
    return meets && !round
  })
}

/** The handle of a selected box under the point; small boxes keep their corners apart by having no middles. */
export function handleAt(box: Box, point: Point, reach: Pt): Handle | undefined {
  const near = handlesOf(box, reach).find((handle) => {
    const { x, y } = handlePlace(handle)
    const dx = Math.abs(point.x - (box.x + x * box.width))
    const dy = Math.abs(point.y - (box.y + y * box.height))
    return dx <= reach && dy <= reach
  })
  return near
}

/** Those that are drawn: a rule has only its ends, a narrow box no middles. */
export function handlesOf(box: Box, reach: Pt): readonly Handle[] {
  const room = 3 * reach
  const flat = box.height < reach / 2
  const thin = box.width < reach / 2
  return HANDLES.filter((handle) => {
    const { x, y } = handlePlace(handle)
    if (flat) return y === 0.5 && x !== 0.5
    if (thin) return x === 0.5 && y !== 0.5
    return (x !== 0.5 || box.width > room) && (y !== 0.5 || box.height > room)
  })
}

export type Port = 'in' | 'out'

/** Ports stand outside the frame, so that no character is covered: in at the upper left, out at the lower right. */
export function portBox(box: Box, port: Port, side: Pt): Box {
  const air = side / 4
  return port === 'in'
    ? { x: box.x - side - air, y: box.y + side / 2, width: side, height: side }
    : { x: box.x + box.width + air, y: box.y + box.height - side * 1.5, width: side, height: side }
}

export const portAt = (box: Box, point: Point, side: Pt): Port | undefined =>
  (['in', 'out'] as const).find((port) => within(portBox(box, port, side), point, side / 8))

/** The guide under the point, by its place in the list. */
export function guideAt(doc: PageDoc, point: Point, reach: Pt): number | undefined {
  const at = (doc.guides ?? []).findLastIndex((guide) => Math.abs(point[guide.axis] - guide.at) <= reach)
  return at < 0 ? undefined : at
}
