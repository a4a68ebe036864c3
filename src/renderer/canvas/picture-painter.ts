/** Draws a placed picture from its previews, cropped by its frame. */
import type { PictureItem } from '../../core/compose/composition.ts'
import type { Asset } from '../../core/doc/schema.ts'
import type { PreviewCache } from '../pictures/preview-cache.ts'

const WAITING = '#dcdad4'

/** `scale` is canvas pixels per pt; the context is in pt. */
export function picturePainter(
  context: CanvasRenderingContext2D,
  assets: Record<string, Asset> | undefined,
  scale: number,
  previews: PreviewCache,
): (item: PictureItem) => void {
  return (item) => {
    const asset = assets?.[item.asset]
    const { x, y, width, height } = item.box
    const [a, b, c, d] = item.transform
    const wantedPx = Math.max(Math.hypot(a, b), Math.hypot(c, d)) * scale
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
