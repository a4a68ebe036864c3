/** Pictures as a screen shows them: decoded by ImageMagick to sRGB with opacity, upright, no longer than asked. */
import {
  ColorProfile,
  ColorSpace,
  FilterType,
  type IMagickImage,
  MagickGeometry,
  RenderingIntent,
} from '@imagemagick/magick-wasm'
import type { Result } from '../../core/diagnostics.ts'
import { withPicture } from './decode.ts'
import { srgbProfile } from './srgb-profile.ts'

export interface ScreenPicture {
  width: number
  height: number
  /** R G B A, a byte each. */
  rgba: Uint8Array
}

/** `press` tells what CMYK without a profile looks like. Errors: those of `withPicture`. */
export function decodeForScreen(
  bytes: Uint8Array,
  name: string,
  longestPx: number,
  press: Uint8Array,
): Result<ScreenPicture> {
  return withPicture(bytes, name, (image) => forScreen(image, longestPx, press), longestPx)
}

function forScreen(image: IMagickImage, longestPx: number, press: Uint8Array): ScreenPicture {
  shrinkTo(image, longestPx)
  image.renderingIntent = RenderingIntent.Relative
  image.blackPointCompensation = true
  const screen = new ColorProfile(srgbProfile())
  if (image.getColorProfile()) image.transformColorSpace(screen)
  else if (image.colorSpace === ColorSpace.CMYK) image.transformColorSpace(new ColorProfile(press), screen)
  if (image.colorSpace !== ColorSpace.sRGB) image.colorSpace = ColorSpace.sRGB
  const { width, height } = image
  const rgba = image.getPixels((pixels) => pixels.toByteArray(0, 0, width, height, 'RGBA'))
  if (rgba === null) throw new Error('the decoder gave no RGBA')
  return { width, height, rgba }
}

function shrinkTo(image: IMagickImage, longestPx: number): void {
  const share = longestPx / Math.max(image.width, image.height)
  if (share >= 1) return
  const size = (pixels: number) => Math.max(1, Math.round(pixels * share))
  image.filterType = FilterType.Triangle
  image.resize(new MagickGeometry(`${size(image.width)}x${size(image.height)}!`))
}
