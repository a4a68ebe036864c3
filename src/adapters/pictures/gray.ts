/** How much black the press needs to show a gray: the tone curve of its black ink, by its own profile. */
import {
  ColorProfile,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  RenderingIntent,
} from '@imagemagick/magick-wasm'
import { srgbProfile } from './srgb-profile.ts'

const known = new WeakMap<Uint8Array, Uint8Array>()

/**
 * By light as sRGB has it, 0..255: the DeviceGray value that prints as light as that, between the paper's white and
 * the ink's black (relative colorimetric with black point compensation).
 */
export function grayForLight(profile: Uint8Array): Uint8Array {
  const found = known.get(profile) ?? invert(lightOfBlack(profile))
  known.set(profile, found)
  return found
}

/** What each step of black looks like, from paper to solid. */
function lightOfBlack(profile: Uint8Array): Uint8Array {
  const ramp = new Uint8Array(4 * 256)
  for (let k = 0; k < 256; k++) ramp[4 * k + 3] = k
  const settings = new MagickReadSettings({ format: MagickFormat.Cmyk, width: 256, height: 1 })
  settings.depth = 8
  const image = MagickImage.create(ramp, settings)
  try {
    image.renderingIntent = RenderingIntent.Relative
    image.blackPointCompensation = true
    image.transformColorSpace(new ColorProfile(profile), new ColorProfile(srgbProfile()))
    const light = image.getPixels((pixels) => pixels.toByteArray(0, 0, 256, 1, 'G'))
    if (light === null) throw new Error('the decoder gave no light')
    return light
  } finally {
    image.dispose()
  }
}

/** Solid black need not reach 0 of light: what lies below it is solid, and between the two light is stretched. */
function invert(light: Uint8Array): Uint8Array {
  const [paper, solid] = [light[0] as number, light[255] as number]
  return Uint8Array.from({ length: 256 }, (_, wanted) => {
    const target = solid + (wanted / 255) * (paper - solid)
    let black = 0
    while (black < 255 && (light[black] as number) > target) black++
    return 255 - black
  })
}
