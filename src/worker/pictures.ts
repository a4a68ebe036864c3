/**
 * The pictures' service: tells what a file is, and decodes previews. The browser decodes what it knows; ImageMagick
 * the rest (TIFF, CMYK, 16 bit) and whatever is so large that the browser would hold all of it at once.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { type PictureHeader, readHeader } from '../adapters/pictures/header.ts'
import type { Diagnostic, Result } from '../core/diagnostics.ts'
import { type PicturesReply, type PicturesRequest, PREVIEW_LEVELS } from '../shared/pictures.ts'
import { bitmapOf, openMagick, openPress } from './magick.ts'
import { openTable, proofPicture } from './proof.ts'

type Answer =
  PicturesReply<ImageBitmap> extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

/** Pixels that the browser's decoder may hold at once, four bytes each. */
const BROWSER_AREA_PX = 50_000_000

export async function answer(request: PicturesRequest<Blob>): Promise<Answer> {
  if (request.kind === 'press') return { kind: 'press', table: await openTable(request.profile) }
  if (request.kind === 'proof') return proofOf(request)
  const { name, file } = request
  const bytes = await readBlob(file)
  if (!bytes) return unreadable(name)
  const header = readHeader(bytes, name)
  if (!header.ok) return failed(header.error)
  const longestPx = request.kind === 'inspect' ? PREVIEW_LEVELS[0] : request.longestPx
  const preview = await previewOf({ file, bytes, name, header: header.value }, longestPx)
  if (!preview.ok) return failed(preview.error)
  if (request.kind === 'preview') return { kind: 'preview', preview: preview.value }
  const { mime, widthPx, heightPx } = header.value
  const asset = { sha256: bytesToHex(sha256(bytes)), name, mime, widthPx, heightPx }
  return { kind: 'inspected', asset, preview: preview.value }
}

const failed = (diagnostic: Diagnostic): Answer => ({ kind: 'failed', diagnostic })

const unreadable = (name: string): Answer =>
  failed({ code: 'picture-unreadable', severity: 'error', at: { file: name }, params: { name } })

async function proofOf(request: Extract<PicturesRequest<Blob>, { kind: 'proof' }>): Promise<Answer> {
  const proof = await proofPicture(request, async () => readBlob(request.file))
  return proof.ok ? { kind: 'proof', ...proof.value } : failed(proof.error)
}

/** A file that was moved or deleted meanwhile cannot be read any more. */
async function readBlob(file: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await file.arrayBuffer())
  } catch {
    return undefined
  }
}

interface PictureFile {
  file: Blob
  bytes: Uint8Array
  name: string
  header: PictureHeader
}

async function previewOf(picture: PictureFile, longestPx: number): Promise<Result<ImageBitmap>> {
  if (isForBrowser(picture.header)) {
    const bitmap = await decodeInBrowser(picture, longestPx)
    if (bitmap) return { ok: true, value: bitmap }
  }
  return decodeByMagick(picture, longestPx)
}

/** Of turned pictures every browser turns JPEGs, and not every one the others. */
const isForBrowser = ({ mime, colour, bits, orientation, widthPx, heightPx }: PictureHeader): boolean =>
  mime !== 'image/tiff' &&
  colour !== 'cmyk' &&
  bits <= 8 &&
  (orientation === 1 || mime === 'image/jpeg') &&
  widthPx * heightPx <= BROWSER_AREA_PX

/** Undefined where the browser cannot: ImageMagick then tells whether anything can. */
async function decodeInBrowser(
  { file, header }: PictureFile,
  longestPx: number,
): Promise<ImageBitmap | undefined> {
  const { widthPx, heightPx } = header
  const share = Math.min(1, longestPx / Math.max(widthPx, heightPx))
  const [width, height] = [widthPx, heightPx].map((side) => Math.max(1, Math.round(side * share))) as [
    number,
    number,
  ]
  try {
    if (header.orientation === 1) {
      if (share === 1) return await createImageBitmap(file)
      return await createImageBitmap(file, {
        resizeWidth: width,
        resizeHeight: height,
        resizeQuality: 'medium',
      })
    }
    const whole = await createImageBitmap(file)
    const canvas = new OffscreenCanvas(width, height)
    const context = canvas.getContext('2d')
    if (!context) throw new Error('no 2D canvas in the worker')
    context.imageSmoothingQuality = 'high'
    context.drawImage(whole, 0, 0, width, height)
    whole.close()
    return canvas.transferToImageBitmap()
  } catch (error) {
    if (error instanceof DOMException) return undefined
    throw error
  }
}

async function decodeByMagick({ bytes, name }: PictureFile, longestPx: number): Promise<Result<ImageBitmap>> {
  const [{ decodeForScreen }, press] = await Promise.all([
    import('../adapters/pictures/screen-picture.ts'),
    openPress(),
    openMagick(),
  ])
  const picture = decodeForScreen(bytes, name, longestPx, press)
  if (!picture.ok) return picture
  const { width, height, rgba } = picture.value
  return { ok: true, value: await bitmapOf(rgba, width, height) }
}
