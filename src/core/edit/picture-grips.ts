/** Grips of a picture that is selected: a ring in its middle moves it under its frame, one outside a corner turns it. */
import type { PageDoc } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'
import type { Point } from './hit.ts'

export type PictureGrip = 'turn' | 'shift'

/** px: from the corner, how large, and the least frame that has a ring. */
const TURN_PX = 14
export const GRIP_PX = 8
const LEAST_PX = 56

/** Whether a frame shows a picture that may be moved and turned. */
export function hasGrips(doc: PageDoc, id: string | undefined): boolean {
  const frame = id === undefined ? undefined : doc.frames[id]
  return frame?.kind === 'picture' && frame.asset !== undefined && !frame.locked && !frame.hidden
}

/** Where the grips stand; `px` is a px of the screen in pt. */
export function gripsOf(box: Box, px: Pt): Partial<Record<PictureGrip, Point>> {
  const small = Math.min(box.width, box.height) < LEAST_PX * px
  return {
    turn: { x: box.x + box.width + TURN_PX * px, y: box.y - TURN_PX * px },
    ...(!small && { shift: { x: box.x + box.width / 2, y: box.y + box.height / 2 } }),
  }
}

export function gripAt(box: Box, point: Point, px: Pt): PictureGrip | undefined {
  const grips = gripsOf(box, px)
  return (['turn', 'shift'] as const).find((name) => {
    const at = grips[name]
    return at && Math.hypot(point.x - at.x, point.y - at.y) <= GRIP_PX * px
  })
}
