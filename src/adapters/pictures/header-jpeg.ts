/** JPEG: segments up to the frame header (ITU-T T.81 §B.2), and EXIF's orientation on the way. */
import type { StoredPicture } from './header.ts'
import { exifOrientation } from './header-tiff.ts'

const EXIF = 'Exif\0\0'
const ADOBE = 'Adobe'
const APP1 = 0xe1
const APP14 = 0xee
const SOS = 0xda
/** Among the frame headers C0–CF these are none: tables and an extension. */
const NO_FRAME = [0xc4, 0xc8, 0xcc]

export function jpegHeader(bytes: Uint8Array): StoredPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  let orientation = 1
  let adobe = false
  let at = 2
  while (at + 9 < bytes.length) {
    if (bytes[at] !== 0xff) return undefined
    const marker = bytes[at + 1] as number
    if (marker === 0xff) {
      at++
      continue
    }
    if (marker === SOS) return undefined
    const length = view.getUint16(at + 2)
    if (marker === APP1 && ascii(bytes, at + 4, EXIF.length) === EXIF)
      orientation = exifOrientation(bytes.subarray(at + 4 + EXIF.length, at + 2 + length))
    if (marker === APP14 && ascii(bytes, at + 4, ADOBE.length) === ADOBE) adobe = true
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.includes(marker)) {
      const components = bytes[at + 9]
      return {
        width: view.getUint16(at + 7),
        height: view.getUint16(at + 5),
        orientation,
        colour: components === 1 ? 'gray' : components === 4 ? 'cmyk' : 'rgb',
        bits: bytes[at + 4] as number,
        ...(components === 4 && !adobe && { plainInk: true }),
      }
    }
    at += 2 + length
  }
  return undefined
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))
