/** Pictures in a press's inks, by Little CMS inside ImageMagick; and how those inks look. */
import {
  ColorProfile,
  ColorSpace,
  type IMagickImage,
  MagickFormat,
  MagickImage,
  MagickReadSettings,
  RenderingIntent,
} from '@imagemagick/magick-wasm'
import type { Result } from '../../core/diagnostics.ts'
import type { PictureIntent, PictureOrder } from '../../core/pdf/picture.ts'
import { sameBytes } from '../../core/pdf/same-bytes.ts'
import { type PressTable, tableInks } from '../../core/proof/press-table.ts'
import { samplesAs, samplesOf, shrinkTo, withPicture } from './decode.ts'
import { grayForLight } from './gray.ts'
import { limitInk, mostInk } from './ink.ts'
import { inksThrough, NODES, NODES_SIZE, nodeColours } from './ink-table.ts'
import { srgbProfile } from './srgb-profile.ts'

const INTENTS = { perceptual: RenderingIntent.Perceptual, relative: RenderingIntent.Relative } as const

/** To the press's inks, in place. CMYK without a profile is taken for what it is meant for: this press. */
function separate(image: IMagickImage, profile: Uint8Array, intent: PictureIntent): void {
  const press = new ColorProfile(profile)
  image.renderingIntent = INTENTS[intent]
  image.blackPointCompensation = true
  if (image.getColorProfile()) image.transformColorSpace(press)
  else if (image.colorSpace !== ColorSpace.CMYK)
    image.transformColorSpace(new ColorProfile(srgbProfile()), press)
}

/** The same as C M Y K, a byte each; the image itself may change or not. */
export function separated(image: IMagickImage, profile: Uint8Array, intent: PictureIntent): Uint8Array {
  if (isTabled(image)) return inksThrough(tableFor(wayOf(image, profile, intent)), samplesAs(image, 'RGB'))
  separate(image, profile, intent)
  return samplesAs(image, 'CMYK')
}

/** What a profile leaves above the limit it was made for, rounded away without a word. */
const ROUNDING_INK = 12
/** So much more ink, in per cent, can come of rounding each of four inks of a byte. */
const ROUNDED_UP = 2 / 2.55

/**
 * The same with no pixel over `limit` per cent of ink; `most` is what the inkiest would have had, where that is worth
 * telling. What lies between inks of a table within the limit is within it too, so that a table is limited, not a photo.
 */
export function separatedWithin(
  image: IMagickImage,
  { profile, intent, inkLimit }: Pick<PictureOrder, 'profile' | 'intent' | 'inkLimit'>,
): { inks: Uint8Array; most?: number } {
  if (isTabled(image)) {
    const table = tableFor(wayOf(image, profile, intent))
    if (mostInk(table) <= inkLimit + ROUNDING_INK) {
      const within = table.slice()
      limitInk(within, inkLimit - ROUNDED_UP)
      return { inks: inksThrough(within, samplesAs(image, 'RGB')) }
    }
  }
  const inks = separated(image, profile, intent)
  const most = mostInk(inks)
  if (most > inkLimit) limitInk(inks, inkLimit)
  return { inks, ...(most > inkLimit + ROUNDING_INK && { most }) }
}

const isTabled = (image: IMagickImage) =>
  image.colorSpace === ColorSpace.sRGB && image.width * image.height > NODES

interface Way {
  /** What the picture's numbers mean; sRGB where it does not say. */
  source: Uint8Array | undefined
  press: Uint8Array
  intent: PictureIntent
}

const wayOf = (image: IMagickImage, press: Uint8Array, intent: PictureIntent): Way => ({
  source: image.getColorProfile()?.data,
  press,
  intent,
})

/** The last ones: the pictures of a page mean one or two things with their numbers. */
const tables: (Way & { table: Uint8Array })[] = []
const MOST_TABLES = 4

function tableFor(way: Way): Uint8Array {
  const known = tables.find(
    ({ source, press, intent }) =>
      intent === way.intent && sameBytes(press, way.press) && sameBytes(source, way.source),
  )
  if (known) return known.table
  const table = makeTable(way)
  if (tables.length === MOST_TABLES) tables.shift()
  tables.push({ ...way, ...(way.source && { source: way.source.slice() }), table })
  return table
}

function makeTable({ source, press, intent }: Way): Uint8Array {
  const settings = new MagickReadSettings({ format: MagickFormat.Rgb, ...NODES_SIZE })
  settings.depth = 8
  const image = MagickImage.create(nodeColours(), settings)
  try {
    if (source) image.setProfile(new ColorProfile(source))
    separate(image, press, intent)
    return samplesAs(image, 'CMYK')
  } finally {
    image.dispose()
  }
}

export interface InkedPicture {
  width: number
  height: number
  /** C M Y K, a byte each. */
  inks: Uint8Array
  alpha?: Uint8Array
}

/** A picture for a proof: its inks before any limit, no longer than asked. Errors: those of `withPicture`. */
export function inkPicture(
  bytes: Uint8Array,
  name: string,
  longestPx: number,
  profile: Uint8Array,
  intent: PictureIntent,
): Result<InkedPicture> {
  const ink = (image: IMagickImage): InkedPicture => {
    const samples = samplesOf(image)
    shrinkTo(image, longestPx)
    const { width, height } = image
    const alpha = image.hasAlpha ? samplesAs(image, 'A') : undefined
    image.hasAlpha = false
    const inks =
      samples === 'rgb' || samples === 'cmyk'
        ? separated(image, profile, intent)
        : blackOf(samplesAs(image, 'R'), samples === 'gray' ? grayForLight(profile) : undefined)
    return { width, height, inks, ...(alpha && { alpha }) }
  }
  return withPicture(bytes, name, ink, longestPx)
}

/** Gray prints in black alone, by the press's tone curve where one is given. */
function blackOf(light: Uint8Array, grays: Uint8Array | undefined): Uint8Array {
  const inks = new Uint8Array(4 * light.length)
  light.forEach((value, i) => {
    inks[4 * i + 3] = 255 - (grays ? (grays[value] as number) : value)
  })
  return inks
}

/** Every node of the table, absolutely: paper is the press's paper, and solid black its black. */
export function pressTable(profile: Uint8Array): PressTable {
  const inks = tableInks()
  const width = inks.length / 4
  const side = Math.sqrt(width)
  const settings = new MagickReadSettings({ format: MagickFormat.Cmyk, width: side, height: width / side })
  settings.depth = 8
  const image = MagickImage.create(inks, settings)
  try {
    image.renderingIntent = RenderingIntent.Absolute
    image.blackPointCompensation = false
    image.transformColorSpace(new ColorProfile(profile), new ColorProfile(srgbProfile()))
    return { rgb: samplesAs(image, 'RGB') }
  } finally {
    image.dispose()
  }
}
