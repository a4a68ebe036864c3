/**
 * The pictures' files of this session by their SHA-256: those of the open page, and those that undo may bring back.
 * Blobs, which Chromium keeps outside the window's own memory.
 */
import type { Asset } from '../../core/doc/schema.ts'
import { PictureEngine } from './picture-engine.ts'
import { PreviewCache } from './preview-cache.ts'

export const pictureEngine = new PictureEngine()

const files = new Map<string, Blob>()

export const previews = new PreviewCache((asset, longestPx) => {
  const file = files.get(asset.sha256)
  return file ? pictureEngine.preview(file, asset.name, longestPx) : undefined
})

export function shelve(sha256: string, file: Blob): void {
  if (!files.has(sha256)) files.set(sha256, file)
  previews.retry(sha256)
}

export const pictureFile = (sha256: string): Blob | undefined => files.get(sha256)

/** The files of these assets that are at hand, as they go to a worker. */
export function filesOf(assets: Record<string, Asset> | undefined): Map<string, Blob> {
  const found = new Map<string, Blob>()
  for (const { sha256 } of Object.values(assets ?? {})) {
    const file = files.get(sha256)
    if (file) found.set(sha256, file)
  }
  return found
}
