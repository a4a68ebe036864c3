/**
 * Pictures of every kind that a page may be given, drawn here so that none needs a licence. All show the same: red at
 * the upper left, green at the upper right, blue at the lower left, and a ramp from black to white at the lower right.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  ColorProfile,
  ColorSpace,
  ColorType,
  CompressionMethod,
  type IMagickImage,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
} from '@imagemagick/magick-wasm'
import { startDecoder } from '../../src/adapters/pictures/decode.ts'
import { srgbProfile } from '../../src/adapters/pictures/srgb-profile.ts'
import { plainCmykJpeg } from './plain-cmyk-jpeg.ts'

const root = join(import.meta.dirname, '../..')
export const readMagick = async (): Promise<Uint8Array> =>
  new Uint8Array(readFileSync(join(root, 'node_modules/@imagemagick/magick-wasm/dist/x86/magick.wasm')))
export const wholeProfile = () => new Uint8Array(readFileSync(join(root, 'assets/icc/tr002_225s.icc')))

const WIDTH = 240
const HEIGHT = 160

/** RGBA of the picture; opacity falls from left to right in the upper right where asked. */
function pixels(alpha: boolean): Uint8Array {
  const out = new Uint8Array(4 * WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const [right, lower] = [x >= WIDTH / 2, y >= HEIGHT / 2]
      const ramp = Math.round((255 * (x - WIDTH / 2)) / (WIDTH / 2 - 1))
      const colour = lower
        ? right
          ? [ramp, ramp, ramp]
          : [30, 60, 200]
        : right
          ? [20, 160, 60]
          : [210, 30, 40]
      const opacity = alpha && right && !lower ? 255 - ramp : 255
      out.set([...colour, opacity], 4 * (y * WIDTH + x))
    }
  }
  return out
}

/** Writes the picture after a change; the engine's image is freed. */
function made(
  format: MagickFormat,
  change: (image: IMagickImage) => void = () => {},
  alpha = false,
): Uint8Array {
  const settings = new MagickReadSettings({ format: MagickFormat.Rgba, width: WIDTH, height: HEIGHT })
  settings.depth = 8
  const image = MagickImage.create(pixels(alpha), settings)
  try {
    if (!alpha) image.hasAlpha = false
    image.quality = 95
    change(image)
    return image.write(format, (bytes) => bytes.slice())
  } finally {
    image.dispose()
  }
}

const toPress = (image: IMagickImage) =>
  image.transformColorSpace(new ColorProfile(srgbProfile()), new ColorProfile(wholeProfile()))

/** Four inks at full strength where the picture is dark: more than any press takes. */
function flooded(): Uint8Array {
  const out = new Uint8Array(4 * WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++)
    for (let x = 0; x < WIDTH; x++)
      out.fill(y < HEIGHT / 2 ? 255 : 40, 4 * (y * WIDTH + x), 4 * (y * WIDTH + x) + 4)
  const settings = new MagickReadSettings({ format: MagickFormat.Cmyk, width: WIDTH, height: HEIGHT })
  settings.depth = 8
  const image = MagickImage.create(out, settings)
  try {
    image.quality = 95
    return image.write(MagickFormat.Jpeg, (bytes) => bytes.slice())
  } finally {
    image.dispose()
  }
}

/** The picture's inks as the press would have them, in a JPEG without Adobe's mark. */
function plainInks(): Uint8Array {
  const settings = new MagickReadSettings({ format: MagickFormat.Rgba, width: WIDTH, height: HEIGHT })
  settings.depth = 8
  const image = MagickImage.create(pixels(false), settings)
  try {
    image.hasAlpha = false
    toPress(image)
    const inks = image.getPixels((all) => all.toByteArray(0, 0, WIDTH, HEIGHT, 'CMYK'))
    return plainCmykJpeg(WIDTH, HEIGHT, inks as Uint8Array)
  } finally {
    image.dispose()
  }
}

/** What is done to the upright picture so that each EXIF orientation makes it upright again (TIFF 6.0 §8, tag 274). */
const LAID: Record<number, (image: IMagickImage) => void> = {
  2: (image) => image.flop(),
  3: (image) => image.rotate(180),
  4: (image) => image.flip(),
  5: (image) => {
    image.rotate(90)
    image.flop()
  },
  6: (image) => image.rotate(-90),
  7: (image) => {
    image.rotate(90)
    image.flip()
  },
  8: (image) => image.rotate(90),
}

/** A JPEG that says how it must be turned: EXIF 2.3 §4.6. */
function turnedJpeg(orientation: number): Uint8Array {
  const jpeg = made(MagickFormat.Jpeg, LAID[orientation])
  const tiff = [
    ...[0x49, 0x49, 0x2a, 0, 8, 0, 0, 0, 1, 0],
    ...[0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0],
  ]
  const exif = [...Buffer.from('Exif\0\0'), ...tiff]
  const segment = [0xff, 0xe1, (exif.length + 2) >> 8, (exif.length + 2) & 255, ...exif]
  return Uint8Array.from([...jpeg.subarray(0, 2), ...segment, ...jpeg.subarray(2)])
}

export interface TestPicture {
  file: string
  bytes: Uint8Array
  /** Which colours are left of the picture. */
  shows: 'colour' | 'gray' | 'bilevel' | 'flood'
  seeThrough?: boolean
}

export async function testPictures(): Promise<TestPicture[]> {
  await startDecoder(readMagick)
  const gray = (image: IMagickImage) => {
    image.colorSpace = ColorSpace.Gray
  }
  return [
    { file: 'photo.jpg', bytes: made(MagickFormat.Jpeg), shows: 'colour' },
    {
      file: 'profiled.jpg',
      bytes: made(MagickFormat.Jpeg, (image) => image.setProfile(new ColorProfile(srgbProfile()))),
      shows: 'colour',
    },
    ...Object.keys(LAID).map((orientation): TestPicture => {
      const bytes = turnedJpeg(Number(orientation))
      return { file: `turned-${orientation}.jpg`, bytes, shows: 'colour' }
    }),
    { file: 'press.jpg', bytes: made(MagickFormat.Jpeg, toPress), shows: 'colour' },
    {
      file: 'press-without-profile.jpg',
      bytes: made(MagickFormat.Jpeg, (image) => {
        toPress(image)
        image.strip()
      }),
      shows: 'colour',
    },
    { file: 'press-without-adobe.jpg', bytes: plainInks(), shows: 'colour' },
    { file: 'flood.jpg', bytes: flooded(), shows: 'flood' },
    { file: 'gray.jpg', bytes: made(MagickFormat.Jpeg, gray), shows: 'gray' },
    { file: 'drawing.png', bytes: made(MagickFormat.Png24), shows: 'colour' },
    {
      file: 'see-through.png',
      bytes: made(MagickFormat.Png32, undefined, true),
      shows: 'colour',
      seeThrough: true,
    },
    { file: 'deep.png', bytes: made(MagickFormat.Png48), shows: 'colour' },
    { file: 'palette.png', bytes: made(MagickFormat.Png8), shows: 'colour' },
    { file: 'gray.png', bytes: made(MagickFormat.Png, gray), shows: 'gray' },
    {
      file: 'bits.png',
      bytes: made(MagickFormat.Png, (image) => {
        image.colorType = ColorType.Bilevel
      }),
      shows: 'bilevel',
    },
    {
      file: 'lzw.tif',
      bytes: made(MagickFormat.Tiff, (image) => {
        image.settings.compression = CompressionMethod.LZW
      }),
      shows: 'colour',
    },
    { file: 'press.tif', bytes: made(MagickFormat.Tiff, toPress), shows: 'colour' },
    {
      file: 'fax.tif',
      bytes: made(MagickFormat.Tiff, (image) => {
        image.colorType = ColorType.Bilevel
        image.settings.compression = CompressionMethod.Group4
      }),
      shows: 'bilevel',
    },
    { file: 'web.webp', bytes: made(MagickFormat.WebP), shows: 'colour' },
    {
      file: 'web-see-through.webp',
      bytes: made(MagickFormat.WebP, undefined, true),
      shows: 'colour',
      seeThrough: true,
    },
  ]
}
