/**
 * The pictures' files of this session by their SHA-256: those of the open page, and those that undo may bring back.
 * Blobs, which Chromium keeps outside the window's own memory.
 */
import type { PictureFiles } from '../../core/doc/banxin-file.ts'
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

export function shelvePictures(pictures: PictureFiles | undefined): void {
  for (const [sha256, bytes] of pictures ?? []) shelve(sha256, new Blob([bytes as Uint8Array<ArrayBuffer>]))
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

/** The same, read. */
export async function readFiles(assets: Record<string, Asset> | undefined): Promise<PictureFiles> {
  const read = [...filesOf(assets)].map(
    async ([sha256, file]) => [sha256, new Uint8Array(await file.arrayBuffer())] as const,
  )
  return new Map(await Promise.all(read))
}
