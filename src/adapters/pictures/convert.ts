/**
 * Pictures made ready for the press: decoded and upright, made smaller to the target, converted to the press's
 * profile by Little CMS (inside ImageMagick), kept under the ink limit, and packed.
 */
import {
  AlphaAction,
  ColorProfile,
  FilterType,
  type IMagickImage,
  MagickColor,
  MagickFormat,
  MagickGeometry,
  MagickImage,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import type { Diagnostic, Result } from '../../core/diagnostics.ts'
import type { PictureEngine, PictureOrder, PrintPicture } from '../../core/pdf/picture.ts'
import { type Samples, samplesAs, samplesOf, startDecoder, withPicture } from './decode.ts'
import { grayForLight } from './gray.ts'
import { mimeOf } from './kinds.ts'
import { separatedWithin } from './separate.ts'
import { srgbProfile } from './srgb-profile.ts'

/** Photos are made smaller only where that spares much: a little is not worth a second resampling. */
const WORTH_SHRINKING = 1.25
const JPEG_QUALITY = 92

interface Converted {
  picture: PrintPicture
  warnings: Diagnostic[]
  /** The decoder's image holds these samples too. */
  unchanged: boolean
}

/** An engine that is started by its first picture; `wasm` gives ImageMagick's module. */
export function pictureEngine(wasm: () => Promise<Uint8Array>): PictureEngine {
  return {
    async convert(order): Promise<Result<Converted>> {
      await startDecoder(wasm)
      return withPicture(order.bytes, order.name, (image) => convertImage(image, order))
    },
  }
}

function convertImage(image: IMagickImage, order: PictureOrder): Converted {
  const samples = samplesOf(image)
  if (image.hasAlpha && (order.opaque || samples === 'bilevel')) layOnPaper(image)
  if (samples === 'bilevel') return { picture: stencilOf(image), warnings: [], unchanged: false }
  shrink(image, order)
  const alpha = image.hasAlpha ? samplesAs(image, 'A') : undefined
  image.hasAlpha = false
  const { picture, warnings, unchanged } = inColour(image, samples, order)
  const jpeg = mimeOf(order.bytes) === 'image/jpeg'
  const packed = !jpeg ? picture : { ...picture, ...(unchanged ? writeJpeg(image) : asJpeg(picture)) }
  return { picture: alpha ? { ...packed, alpha } : packed, warnings, unchanged }
}

function inColour(image: IMagickImage, samples: Samples, order: PictureOrder): Converted {
  if (samples === 'gray')
    return { picture: grayPicture(image, order.profile), warnings: [], unchanged: false }
  if (samples === 'rgb' && order.keepRgb) return { picture: rgbPicture(image), warnings: [], unchanged: true }
  return cmykPicture(image, order)
}

function layOnPaper(image: IMagickImage): void {
  image.backgroundColor = new MagickColor(255, 255, 255)
  image.alpha(AlphaAction.Remove)
  image.hasAlpha = false
}

function shrink(image: IMagickImage, { ppi, targetPpi }: PictureOrder): void {
  if (ppi <= targetPpi * WORTH_SHRINKING) return
  const size = (pixels: number) => Math.max(1, Math.round((pixels * targetPpi) / ppi))
  image.filterType = FilterType.Lanczos
  image.resize(new MagickGeometry(`${size(image.width)}x${size(image.height)}!`))
}

const sizeOf = ({ width, height }: IMagickImage) => ({ widthPx: width, heightPx: height })

/** One bit a pixel, 1 where there is black; rows end on whole bytes. */
function stencilOf(image: IMagickImage): PrintPicture {
  const { widthPx, heightPx } = sizeOf(image)
  const light = samplesAs(image, 'R')
  const rowBytes = Math.ceil(widthPx / 8)
  const data = new Uint8Array(rowBytes * heightPx)
  for (let y = 0; y < heightPx; y++) {
    for (let x = 0; x < widthPx; x++) {
      const at = y * rowBytes + (x >> 3)
      if ((light[y * widthPx + x] as number) < 128) data[at] = (data[at] as number) | (0x80 >> (x & 7))
    }
  }
  return { widthPx, heightPx, colour: 'stencil', encoding: 'raw', data }
}

/** Gray prints in black alone, as dark as the press shows it. */
function grayPicture(image: IMagickImage, profile: Uint8Array): PrintPicture {
  if (image.getColorProfile()) image.transformColorSpace(new ColorProfile(srgbProfile()))
  const light = samplesAs(image, 'R')
  const grays = grayForLight(profile)
  return {
    ...sizeOf(image),
    colour: 'gray',
    encoding: 'raw',
    data: light.map((value) => grays[value] as number),
  }
}

function rgbPicture(image: IMagickImage): PrintPicture {
  const profile = image.getColorProfile()?.data.slice() ?? srgbProfile()
  return { ...sizeOf(image), colour: 'rgb', encoding: 'raw', data: samplesAs(image, 'RGB'), profile }
}

function cmykPicture(image: IMagickImage, order: PictureOrder): Converted {
  const { inks, most } = separatedWithin(image, order)
  const picture: PrintPicture = { ...sizeOf(image), colour: 'cmyk', encoding: 'raw', data: inks }
  if (most === undefined) return { picture, warnings: [], unchanged: false }
  const params = { name: order.name, ink: Math.round(most), limit: order.inkLimit }
  return {
    picture,
    warnings: [{ code: 'picture-ink-reduced', severity: 'warning', params }],
    unchanged: false,
  }
}

/** What came as a JPEG goes as one; what came without loss stays so. */
function asJpeg(picture: PrintPicture): Pick<PrintPicture, 'encoding' | 'data'> {
  if (picture.colour === 'stencil') return { encoding: 'raw', data: picture.data }
  const image = imageOf(picture)
  try {
    return writeJpeg(image)
  } finally {
    image.dispose()
  }
}

/** Inks are laid on blank paper, which takes half the time of reading them as a file of samples. */
function imageOf({ colour, data, widthPx, heightPx }: PrintPicture): IMagickImage {
  const settings = new MagickReadSettings({ width: widthPx, height: heightPx })
  settings.depth = 8
  if (colour !== 'cmyk') {
    settings.format = colour === 'gray' ? MagickFormat.Gray : MagickFormat.Rgb
    return MagickImage.create(data, settings)
  }
  const image = MagickImage.create()
  image.read('xc:cmyk(0,0,0,0)', settings)
  image.getPixels((pixels) => pixels.setArea(0, 0, widthPx, heightPx, data))
  return image
}

/** At this quality every colour keeps its full resolution. */
function writeJpeg(image: IMagickImage): Pick<PrintPicture, 'encoding' | 'data'> {
  image.strip()
  image.quality = JPEG_QUALITY
  image.settings.setDefine(MagickFormat.Jpeg, 'optimize-coding', false)
  // The one in whole numbers takes half as long again here, and rounds more.
  image.settings.setDefine(MagickFormat.Jpeg, 'dct-method', 'float')
  return { encoding: 'jpeg', data: image.write(MagickFormat.Jpeg, (bytes) => bytes.slice()) }
}
