/** ImageMagick in WebAssembly: decodes pictures and turns them upright. */
import {
  Channels,
  ColorSpace,
  ColorType,
  FilterType,
  type IMagickImage,
  initializeImageMagick,
  MagickFormat,
  MagickGeometry,
  MagickImage,
  MagickReadSettings,
  type Orientation,
  ResourceLimits,
} from '@imagemagick/magick-wasm'
import { fail, ok, type Result } from '../../core/diagnostics.ts'
import { LARGEST_SIDE_PX, readHeader } from './header.ts'
import type { PictureMime } from './kinds.ts'

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

/** The decoder reads these and no other: an image library knows formats that run programs. */
const FORMATS: Record<PictureMime, MagickFormat> = {
  'image/jpeg': MagickFormat.Jpeg,
  'image/png': MagickFormat.Png,
  'image/tiff': MagickFormat.Tiff,
  'image/webp': MagickFormat.WebP,
}

/**
 * Decodes a picture's first frame, hands it upright to `use`, and frees it. Errors: those of `readHeader`;
 * `picture-unreadable` also where the data behind the header is damaged. With `roughPx` a JPEG comes smaller, at the
 * least that long, which takes a fraction of the time and the memory.
 */
export function withPicture<T>(
  bytes: Uint8Array,
  name: string,
  use: (image: IMagickImage) => T,
  roughPx?: number,
): Result<T> {
  const facts = readHeader(bytes, name)
  if (!facts.ok) return facts
  let image: IMagickImage | undefined
  try {
    image = MagickImage.create(bytes, settingsFor(facts.value.mime, roughPx))
  } catch {
    // The decoder throws on every kind of damage; which one it was helps nobody.
    return fail('picture-unreadable', { at: { file: name }, params: { name } })
  }
  try {
    // The decoder takes every CMYK JPEG for Adobe's.
    if (facts.value.plainInk) image.negate(Channels.CMYK)
    image.orientation = facts.value.orientation as Orientation
    image.autoOrient()
    return ok(use(image))
  } finally {
    image.dispose()
  }
}

function settingsFor(mime: PictureMime, roughPx?: number): MagickReadSettings {
  const settings = new MagickReadSettings({ format: FORMATS[mime], frameIndex: 0, frameCount: 1 })
  if (roughPx !== undefined) settings.setDefine(MagickFormat.Jpeg, 'size', `${roughPx}x${roughPx}`)
  return settings
}

/** What a decoded picture's samples are. */
export type Samples = 'bilevel' | 'gray' | 'rgb' | 'cmyk'

export function samplesOf(image: IMagickImage): Samples {
  if (image.colorSpace === ColorSpace.CMYK) return 'cmyk'
  const gray: ColorSpace[] = [ColorSpace.Gray, ColorSpace.LinearGray]
  if (!gray.includes(image.colorSpace)) return 'rgb'
  return image.colorType === ColorType.Bilevel || image.depth === 1 ? 'bilevel' : 'gray'
}

/** Samples of some channels, a byte each. */
export function samplesAs(image: IMagickImage, channels: string): Uint8Array {
  const samples = image.getPixels((pixels) => pixels.toByteArray(0, 0, image.width, image.height, channels))
  if (samples === null) throw new Error(`the decoder gave no ${channels}`)
  return samples
}

/** For the screen, where speed counts more than the last bit of sharpness. */
export function shrinkTo(image: IMagickImage, longestPx: number): void {
  const share = longestPx / Math.max(image.width, image.height)
  if (share >= 1) return
  const size = (pixels: number) => Math.max(1, Math.round(pixels * share))
  image.filterType = FilterType.Triangle
  image.resize(new MagickGeometry(`${size(image.width)}x${size(image.height)}!`))
}
