/** Pulling a box by one of its eight handles. */
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'

export type Handle = 'nw' | 'n' | 'ne' | 'e' | 'se' | 's' | 'sw' | 'w'

export const HANDLES: readonly Handle[] = ['nw', 'n', 'ne', 'e', 'se', 's', 'sw', 'w']

/** Where a handle stands, as shares of the box: 0 left or top, 1 right or bottom. */
export const handlePlace = (handle: Handle): { x: number; y: number } => ({
  x: handle.includes('w') ? 0 : handle.includes('e') ? 1 : 0.5,
  y: handle.includes('n') ? 0 : handle.includes('s') ? 1 : 0.5,
})

export interface ResizeWish {
  /** The other side moves as far the other way. */
  fromCentre: boolean
  keepRatio: boolean
  least: Pt
}

/** The box after its handle was pulled by `dx`, `dy`. It never turns inside out: it stops at its least size. */
export function resizeBox(box: Box, handle: Handle, dx: Pt, dy: Pt, wish: ResizeWish): Box {
  const { x, y } = handlePlace(handle)
  const across = pull(box.width, x, dx, wish)
  const down = pull(box.height, y, dy, wish)
  const ratio = wish.keepRatio && box.width > 0 && box.height > 0 ? box.width / box.height : undefined
  if (ratio === undefined) return stand(box, x, y, across, down, wish.fromCentre)
  // The handle's own axis leads; at a corner the one that was pulled further.
  const leads =
    y === 0.5 || (x !== 0.5 && Math.abs(across / box.width - 1) >= Math.abs(down / box.height - 1))
  const width = Math.max(leads ? across : down * ratio, wish.least, wish.least * ratio)
  return stand(box, x, y, width, width / ratio, wish.fromCentre)
}

function pull(size: Pt, share: number, by: Pt, { fromCentre, least }: ResizeWish): Pt {
  if (share === 0.5) return size
  const outwards = share === 0 ? -by : by
  return Math.max(least, size + outwards * (fromCentre ? 2 : 1))
}

/** A box of a new size whose fixed point, opposite the handle, stays where it is. */
function stand(box: Box, x: number, y: number, width: Pt, height: Pt, fromCentre: boolean): Box {
  const fixedX = fromCentre ? 0.5 : 1 - x
  const fixedY = fromCentre ? 0.5 : 1 - y
  return {
    x: box.x + fixedX * (box.width - width),
    y: box.y + fixedY * (box.height - height),
    width,
    height,
  }
}

/** Where a box that lay in `from` lies in `to`. */
export function scaleInto(box: Box, from: Box, to: Box): Box {
  const [sx, sy] = [from.width > 0 ? to.width / from.width : 1, from.height > 0 ? to.height / from.height : 1]
  return {
    x: to.x + (box.x - from.x) * sx,
    y: to.y + (box.y - from.y) * sy,
    width: box.width * sx,
    height: box.height * sy,
  }
}
