/** Pictures as a screen shows them: decoded by ImageMagick to sRGB with opacity, upright, no longer than asked. */
import { ColorProfile, ColorSpace, type IMagickImage, RenderingIntent } from '@imagemagick/magick-wasm'
import type { Result } from '../../core/diagnostics.ts'
import { samplesAs, shrinkTo, withPicture } from './decode.ts'
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
  return { width, height, rgba: samplesAs(image, 'RGBA') }
}
