/** Which kind of picture a file is, by its first bytes and never by its name. */
import type { Asset } from '../../core/doc/schema.ts'

export type PictureMime = Asset['mime']

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

/** Pictures that people try to place and that have no way to print, by what stands at their beginning. */
const OTHERS: [string, RegExp][] = [
  ['GIF', /^GIF8/],
  ['BMP', /^BM/],
  ['PDF', /^%PDF/],
  ['EPS', /^(%!PS|\xc5\xd0\xd3\xc6)/],
  ['PSD', /^8BPS/],
  ['HEIC', /^....ftyp(heic|heix|mif1|msf1|hevc)/s],
  ['AVIF', /^....ftyp(avif|avis)/s],
  [
    'SVG',
    /^(\xef\xbb\xbf)?\s*(<\?xml[^>]*>\s*)?(<!--.*?-->\s*)*(<!DOCTYPE[^>[]*(\[[^\]]*\])?[^>]*>\s*)?(<!--.*?-->\s*)*<svg[\s/>]/is,
  ],
]
const LOOKED_AT = 4096

/** The name of a kind that is known and not taken; undefined for all else. */
export function foreignKind(bytes: Uint8Array): string | undefined {
  const start = String.fromCharCode(...bytes.subarray(0, LOOKED_AT))
  return OTHERS.find(([, pattern]) => pattern.test(start))?.[0]
}
