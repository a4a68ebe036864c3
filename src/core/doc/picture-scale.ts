/** How large a picture lies in its frame before it is zoomed. */
import type { Asset, PictureFrame } from './schema.ts'

type Pixels = Pick<Asset, 'widthPx' | 'heightPx'>
type Sides = Pick<PictureFrame, 'width' | 'height'>

/** In pt to the pixel. `rotation` in degrees. */
export function pictureScale(frame: Sides, asset: Pixels, fit: 'fill' | 'fit', rotation: number): number {
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.abs(Math.cos(angle)), Math.abs(Math.sin(angle))].map(exact) as [number, number]
  return (fit === 'fill' ? coveringScale : enclosedScale)(frame, asset, cos, sin)
}

/** A quarter turn is one to the last bit. */
export const exact = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value)

type Sizes = [frame: Sides, asset: Pixels, cos: number, sin: number]

/** The turned picture's bounds go into the frame. */
const enclosedScale = (...[frame, { widthPx, heightPx }, cos, sin]: Sizes): number =>
  Math.min(frame.width / (widthPx * cos + heightPx * sin), frame.height / (widthPx * sin + heightPx * cos))

/** The frame, seen from the turned picture, goes into the picture. */
const coveringScale = (...[frame, { widthPx, heightPx }, cos, sin]: Sizes): number =>
  Math.max(
    (frame.width * cos + frame.height * sin) / widthPx,
    (frame.width * sin + frame.height * cos) / heightPx,
  )
