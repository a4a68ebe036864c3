/** Draws a placed picture from its previews, cropped by its frame; in a proof also through black that overprints it. */
import type { PictureItem } from '../../core/compose/composition.ts'
import type { Asset } from '../../core/doc/schema.ts'
import { paintPage } from '../../core/paint/paint-page.ts'
import { type InkedPicture, isInked } from '../../core/proof/look.ts'
import type { PreviewCache } from '../pictures/preview-cache.ts'
import { glyphPaths } from './glyph-paths.ts'

const WAITING = '#dcdad4'

type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D

/** `scale` is canvas pixels per pt; the context is in pt. `solids` are previews of pictures under solid black. */
export function picturePainter(
  context: Context,
  assets: Record<string, Asset> | undefined,
  scale: number,
  previews: PreviewCache,
  solids?: PreviewCache,
): (item: PictureItem) => void {
  return (item) => {
    const asset = assets?.[item.asset]
    const { x, y, width, height } = item.box
    const [a, b, c, d] = item.transform
    const wantedPx = Math.max(Math.hypot(a, b), Math.hypot(c, d)) * scale
    if (isInked(item)) {
      const solid = asset && solids?.best(asset, wantedPx)
      if (solid) drawThrough(context, item, solid)
      return
    }
    const preview = asset && previews.best(asset, wantedPx)
    context.save()
    context.beginPath()
    context.rect(x, y, width, height)
    context.clip()
    if (preview) {
      context.transform(...item.transform)
      context.imageSmoothingQuality = 'high'
      context.drawImage(preview, 0, 0, 1, 1)
    } else {
      context.fillStyle = WAITING
      context.fillRect(x, y, width, height)
    }
    context.restore()
  }
}

/** The picture as far as the shapes of what is printed over it, which stand on the canvas already, in black alone. */
function drawThrough(context: Context, { box, through, transform }: InkedPicture, solid: ImageBitmap): void {
  const { a, d, e, f } = context.getTransform()
  const [left, top] = [Math.floor(a * box.x + e), Math.floor(d * box.y + f)]
  const right = Math.min(context.canvas.width, Math.ceil(a * (box.x + box.width) + e))
  const foot = Math.min(context.canvas.height, Math.ceil(d * (box.y + box.height) + f))
  const [x, y] = [Math.max(0, left), Math.max(0, top)]
  if (right <= x || foot <= y) return
  const shapes = new OffscreenCanvas(right - x, foot - y).getContext('2d')
  if (!shapes) return
  shapes.setTransform(a, 0, 0, d, e - x, f - y)
  paintPage(shapes, { items: [through] }, glyphPaths, { scale: 1, dx: 0, dy: 0 })
  shapes.globalCompositeOperation = 'source-in'
  shapes.transform(...transform)
  shapes.imageSmoothingQuality = 'high'
  shapes.drawImage(solid, 0, 0, 1, 1)
  context.save()
  // The box cuts off what stands beside the picture.
  context.beginPath()
  context.rect(box.x, box.y, box.width, box.height)
  context.clip()
  context.resetTransform()
  context.drawImage(shapes.canvas, x, y)
  context.restore()
}
