/** Which kind of picture a file is, by its first bytes and never by its name. */
import { MagickFormat } from '@imagemagick/magick-wasm'
import type { Asset } from '../../core/doc/schema.ts'

export type PictureMime = Asset['mime']

/** The decoder reads these and no other: an image library knows formats that run programs. */
export const FORMATS: Record<PictureMime, MagickFormat> = {
  'image/jpeg': MagickFormat.Jpeg,
  'image/png': MagickFormat.Png,
  'image/tiff': MagickFormat.Tiff,
  'image/webp': MagickFormat.WebP,
}

const MAGIC: [PictureMime, (number | undefined)[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
  ['image/tiff', [0x49, 0x49, 0x2a, 0x00]],
  ['image/tiff', [0x4d, 0x4d, 0x00, 0x2a]],
  ['image/webp', [...codes('RIFF'), undefined, undefined, undefined, undefined, ...codes('WEBP')]],
]

export const mimeOf = (bytes: Uint8Array): PictureMime | undefined =>
  MAGIC.find(([, magic]) => magic.every((byte, i) => byte === undefined || bytes[i] === byte))?.[0]

function codes(text: string): number[] {
  return [...text].map((character) => character.charCodeAt(0))
}
