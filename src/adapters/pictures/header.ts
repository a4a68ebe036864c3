/**
 * What a picture is, read from its header alone: no decoder is loaded and no pixel is touched, so that a file of any
 * size is judged at once.
 */
import { fail, ok, type Result } from '../../core/diagnostics.ts'
import { jpegHeader } from './header-jpeg.ts'
import { pngHeader } from './header-png.ts'
import { tiffHeader } from './header-tiff.ts'
import { webpHeader } from './header-webp.ts'
import { foreignKind, mimeOf, type PictureMime } from './kinds.ts'
import { isWhole } from './whole-file.ts'

/** No newspaper prints more; a bomb asks for more. */
export const LARGEST_SIDE_PX = 30_000
const LARGEST_AREA_PX = 150_000_000

/** As the file stores it, before it is turned upright. */
export interface StoredPicture {
  width: number
  height: number
  /** EXIF's orientation, 1 for one that is upright. */
  orientation: number
  colour: 'gray' | 'rgb' | 'cmyk'
  /** Bits a sample; 1 is line art. */
  bits: number
  /** CMYK of a JPEG without Adobe's mark: its numbers are ink, where Adobe's are what paper is left. */
  plainInk?: true
}

export interface PictureHeader {
  mime: PictureMime
  /** Upright. */
  widthPx: number
  heightPx: number
  orientation: number
  colour: StoredPicture['colour']
  bits: number
  plainInk?: true
}

const READERS: Record<PictureMime, (bytes: Uint8Array) => StoredPicture | undefined> = {
  'image/jpeg': jpegHeader,
  'image/png': pngHeader,
  'image/tiff': tiffHeader,
  'image/webp': webpHeader,
}

/** Orientations that lay a picture on its side (TIFF 6.0 §8, tag 274). */
const isSideways = (orientation: number): boolean => orientation >= 5

/**
 * Errors: `picture-file-empty`, `picture-unknown-kind` (`picture-foreign-kind` names one that is known),
 * `picture-unreadable`, `picture-too-large`.
 */
export function readHeader(bytes: Uint8Array, name: string): Result<PictureHeader> {
  const at = { file: name }
  const params = { name }
  if (bytes.length === 0) return fail('picture-file-empty', { at, params })
  const mime = mimeOf(bytes)
  if (mime === undefined) {
    const kind = foreignKind(bytes)
    return kind === undefined
      ? fail('picture-unknown-kind', { at, params })
      : fail('picture-foreign-kind', { at, params: { name, kind } })
  }
  const stored = readSafely(READERS[mime], bytes)
  if (!stored || stored.width < 1 || stored.height < 1) return fail('picture-unreadable', { at, params })
  const { width, height, ...rest } = stored
  if (Math.max(width, height) > LARGEST_SIDE_PX || width * height > LARGEST_AREA_PX)
    return fail('picture-too-large', { at, params: { name, width, height } })
  if (!isWhole(bytes, mime)) return fail('picture-unreadable', { at, params })
  const [widthPx, heightPx] = isSideways(rest.orientation) ? [height, width] : [width, height]
  return ok({ mime, widthPx, heightPx, ...rest })
}

/** What a page keeps of a picture. Errors: those of `readHeader`. */
export function inspectPicture(
  bytes: Uint8Array,
  name: string,
): Result<Pick<PictureHeader, 'mime' | 'widthPx' | 'heightPx'>> {
  const header = readHeader(bytes, name)
  if (!header.ok) return header
  const { mime, widthPx, heightPx } = header.value
  return ok({ mime, widthPx, heightPx })
}

/** An offset that leads out of the file is damage, wherever it stands. */
function readSafely(
  read: (bytes: Uint8Array) => StoredPicture | undefined,
  bytes: Uint8Array,
): StoredPicture | undefined {
  try {
    return read(bytes)
  } catch (error) {
    if (error instanceof RangeError) return undefined
    throw error
  }
}
