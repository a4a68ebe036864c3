/** A picture put into a frame: the document as it is then. */
import { fail, ok, type Result } from '../diagnostics.ts'
import type { Asset, PageDoc, PictureFrame } from './schema.ts'

/** Assets that no frame shows any more are dropped. Error: `frame-not-for-pictures` names the frames that are. */
export function placePictureInFrame(
  doc: PageDoc,
  frameId: string,
  asset: Asset,
  placement: NonNullable<PictureFrame['placement']>,
): Result<PageDoc> {
  const frame = doc.frames[frameId]
  if (frame?.kind !== 'picture') {
    const ids = Object.entries(doc.frames).flatMap(([id, { kind }]) => (kind === 'picture' ? [id] : []))
    return fail('frame-not-for-pictures', { params: { frame: frameId, frames: ids.join(' ') || '–' } })
  }
  const id = `picture-${asset.sha256.slice(0, 12)}`
  const frames = { ...doc.frames, [frameId]: { ...frame, asset: id, placement } }
  const shown = new Set(
    Object.values(frames).flatMap((each) => (each.kind === 'picture' ? [each.asset] : [])),
  )
  const assets = Object.entries({ ...doc.assets, [id]: asset }).filter(([key]) => shown.has(key))
  return ok({ ...doc, frames, assets: Object.fromEntries(assets) })
}
