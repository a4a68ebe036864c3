/** The pictures of an article that comes from another page. */
import { ordersOnTop } from '../../doc/commands/order.ts'
import { assetId } from '../../doc/commands/pictures.ts'
import type { PageDoc, PictureFrame } from '../../doc/schema.ts'
import type { Manuscript } from '../manuscript.ts'

/** Pt between the sheet and what waits beside it, and between two that wait. */
const AIR_PT = 12

/**
 * They wait beside the sheet, as large as they were and with their captions tied to them, until the page is laid out.
 * The manuscript was read from `from`; `article` is what it has become in `doc`. Empty frames are made by the layout.
 */
export function bringPictures(
  given: PageDoc,
  article: string,
  manuscript: Manuscript,
  from: PageDoc,
): PageDoc {
  let doc = given
  for (const [i, id] of (manuscript.kept?.pictures ?? []).entries()) {
    const frame = from.frames[id ?? '']
    const asset = frame?.kind === 'picture' ? from.assets?.[frame.asset ?? ''] : undefined
    if (frame?.kind !== 'picture' || !asset) continue
    const { locked: _, hidden: __, group: ___, ...shown } = frame
    const [order = ''] = ordersOnTop(doc, 1)
    const brought: PictureFrame = { ...shown, article, order, asset: assetId(asset), ...placeBeside(doc) }
    const own = `${article}-picture-${i + 1}`
    doc = {
      ...tied(doc, `${article}-caption-${i + 1}`, own),
      frames: { ...doc.frames, [own]: brought },
      assets: { ...doc.assets, [assetId(asset)]: asset },
    }
  }
  return doc
}

/** Below the last that waits. */
function placeBeside({ setup, frames }: PageDoc): { x: number; y: number } {
  const waiting = Object.values(frames).filter(({ x }) => x >= setup.width)
  const y = Math.max(setup.top, ...waiting.map((frame) => frame.y + frame.height + AIR_PT))
  return { x: setup.width + AIR_PT, y }
}

function tied(doc: PageDoc, caption: string, frame: string): PageDoc {
  const story = doc.stories[caption]
  return story ? { ...doc, stories: { ...doc.stories, [caption]: { ...story, captionOf: frame } } } : doc
}
