/** ImageMagick in WebAssembly: decodes pictures, turns them upright, and says what they are. */
import {
  ColorSpace,
  ColorType,
  type IMagickImage,
  initializeImageMagick,
  MagickImage,
  MagickImageInfo,
  MagickReadSettings,
  Orientation,
  ResourceLimits,
} from '@imagemagick/magick-wasm'
import { fail, ok, type Result } from '../../core/diagnostics.ts'
import { FORMATS, mimeOf, type PictureMime } from './kinds.ts'
import { isWhole } from './whole-file.ts'

/** No newspaper prints more; a bomb asks for more. */
const LARGEST_SIDE_PX = 30_000
const LARGEST_AREA_PX = 150_000_000

let engine: Promise<void> | undefined

/** Once a process; `wasm` gives the module's bytes. */
export function startDecoder(wasm: () => Promise<Uint8Array>): Promise<void> {
  engine ??= wasm().then(async (bytes) => {
    await initializeImageMagick(bytes)
    ResourceLimits.width = BigInt(LARGEST_SIDE_PX)
    ResourceLimits.height = BigInt(LARGEST_SIDE_PX)
  })
  return engine
}

export interface PictureFacts {
  mime: PictureMime
  /** Upright. */
  widthPx: number
  heightPx: number
}

const SIDEWAYS: readonly Orientation[] = [
  Orientation.LeftTop,
  Orientation.RightTop,
  Orientation.RightBottom,
  Orientation.LeftBottom,
]

/** What a file holds, from its header. Errors: `picture-unknown-kind`, `picture-unreadable`, `picture-too-large`. */
export function inspectPicture(bytes: Uint8Array, name: string): Result<PictureFacts> {
  const at = { file: name }
  const mime = mimeOf(bytes)
  if (mime === undefined) return fail('picture-unknown-kind', { at })
  if (!isWhole(bytes, mime)) return fail('picture-unreadable', { at, params: { name } })
  const info = new MagickImageInfo()
  try {
    info.read(bytes, settingsFor(mime))
  } catch {
    return fail('picture-unreadable', { at, params: { name } })
  }
  const { width, height } = info
  if (Math.max(width, height) > LARGEST_SIDE_PX || width * height > LARGEST_AREA_PX)
    return fail('picture-too-large', { at, params: { name, width, height } })
  const sideways = SIDEWAYS.includes(info.orientation)
  return ok({ mime, widthPx: sideways ? height : width, heightPx: sideways ? width : height })
}

/**
 * Decodes a picture's first frame, hands it upright to `use`, and frees it. Errors: those of `inspectPicture`;
 * `picture-unreadable` also where the data behind the header is damaged.
 */
export function withPicture<T>(bytes: Uint8Array, name: string, use: (image: IMagickImage) => T): Result<T> {
  const facts = inspectPicture(bytes, name)
  if (!facts.ok) return facts
  let image: IMagickImage | undefined
  try {
    image = MagickImage.create(bytes, settingsFor(facts.value.mime))
  } catch {
    // The decoder throws on every kind of damage; which one it was helps nobody.
    return fail('picture-unreadable', { at: { file: name }, params: { name } })
  }
  try {
    image.autoOrient()
    return ok(use(image))
  } finally {
    image.dispose()
  }
}

const settingsFor = (mime: PictureMime): MagickReadSettings =>
  new MagickReadSettings({ format: FORMATS[mime], frameIndex: 0, frameCount: 1 })

/** What a decoded picture's samples are. */
export type Samples = 'bilevel' | 'gray' | 'rgb' | 'cmyk'

export function samplesOf(image: IMagickImage): Samples {
  if (image.colorSpace === ColorSpace.CMYK) return 'cmyk'
  const gray: ColorSpace[] = [ColorSpace.Gray, ColorSpace.LinearGray]
  if (!gray.includes(image.colorSpace)) return 'rgb'
  return image.colorType === ColorType.Bilevel || image.depth === 1 ? 'bilevel' : 'gray'
}
