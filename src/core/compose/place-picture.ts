/** Where a picture lies in its frame: fitted or filling, zoomed, moved and turned, about both centres. */
import { exact, pictureScale } from '../doc/picture-scale.ts'
import type { Asset, PictureFrame } from '../doc/schema.ts'
import type { PictureItem } from './composition.ts'

const CENTRED = { fit: 'fill', zoom: 1, dx: 0, dy: 0, rotation: 0 } as const
const POINTS_PER_INCH = 72

export function placePicture(id: string, frame: PictureFrame, asset: Asset): PictureItem {
  const { fit, zoom, dx, dy, rotation } = frame.placement ?? CENTRED
  const angle = (rotation * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)].map(exact) as [number, number]
  const scale = zoom * pictureScale(frame, asset, fit, rotation)
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
