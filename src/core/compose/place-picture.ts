/** Where a picture lies in its frame: fitted or filling, zoomed, moved and turned, about both centres. */
import type { Asset, PictureFrame } from '../doc/schema.ts'
import type { PictureItem } from './composition.ts'

const CENTRED = { fit: 'fill', zoom: 1, dx: 0, dy: 0, rotation: 0 } as const
const POINTS_PER_INCH = 72

export function placePicture(id: string, frame: PictureFrame, asset: Asset): PictureItem {
  const { fit, zoom, dx, dy, rotation } = frame.placement ?? CENTRED
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(exact) as [number, number]
  const scale =
    zoom * (fit === 'fill' ? coveringScale : enclosedScale)(frame, asset, Math.abs(cos), Math.abs(sin))
  const [width, height] = [scale * asset.widthPx, scale * asset.heightPx]
  const centre = { x: frame.x + frame.width / 2 + dx, y: frame.y + frame.height / 2 + dy }
  return {
    kind: 'picture',
    frame: id,
    box: { x: frame.x, y: frame.y, width: frame.width, height: frame.height },
    asset: frame.asset as string,
    transform: [
      width * cos,
      width * sin,
      -height * sin,
      height * cos,
      centre.x - (width * cos - height * sin) / 2,
      centre.y - (width * sin + height * cos) / 2,
    ],
    widthPx: asset.widthPx,
    heightPx: asset.heightPx,
    ppi: POINTS_PER_INCH / scale,
  }
}

/** A quarter turn is one to the last bit. */
const exact = (value: number): number => (Math.abs(value) < 1e-12 ? 0 : value)

type Sizes = [frame: { width: number; height: number }, asset: Asset, cos: number, sin: number]

/** In pt to the pixel: the turned picture's bounds go into the frame. */
const enclosedScale = (...[frame, { widthPx, heightPx }, cos, sin]: Sizes): number =>
  Math.min(frame.width / (widthPx * cos + heightPx * sin), frame.height / (widthPx * sin + heightPx * cos))

/** The frame, seen from the turned picture, goes into the picture. */
const coveringScale = (...[frame, { widthPx, heightPx }, cos, sin]: Sizes): number =>
  Math.max(
    (frame.width * cos + frame.height * sin) / widthPx,
    (frame.width * sin + frame.height * cos) / heightPx,
  )
