/** A picture put into a frame that is named: what the command line asks for. */
import { fail, ok, type Result } from '../diagnostics.ts'
import { type Placement, placeInFrame } from './commands/pictures.ts'
import type { Asset, PageDoc } from './schema.ts'

/** Errors: `frame-not-for-pictures` names the frames that are; `frame-locked`. */
export function placePictureInFrame(
  doc: PageDoc,
  frameId: string,
  asset: Asset,
  placement: Placement,
): Result<PageDoc> {
  const frame = doc.frames[frameId]
  if (frame?.kind !== 'picture') {
    const ids = Object.entries(doc.frames).flatMap(([id, { kind }]) => (kind === 'picture' ? [id] : []))
    return fail('frame-not-for-pictures', { params: { frame: frameId, frames: ids.join(' ') || '–' } })
  }
  if (frame.locked) return fail('frame-locked', { at: { frame: frameId }, params: { frame: frameId } })
  return ok(placeInFrame(doc, frameId, asset, placement))
}
