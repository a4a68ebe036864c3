/** TIFF 6.0: the first directory; EXIF's orientation stands in a directory of the same make. */
import type { StoredPicture } from './header.ts'

const TAG = { width: 256, height: 257, bits: 258, photometric: 262, orientation: 274 }
/** TIFF 6.0 §3, §16: black on white or white on black, and separated inks. */
const PHOTOMETRIC = { blackIsOne: 1, separated: 5 }
const SHORT = 3

export function tiffHeader(bytes: Uint8Array): StoredPicture | undefined {
  const fields = directoryOf(bytes)
  const width = fields?.get(TAG.width)
  const height = fields?.get(TAG.height)
  if (!fields || width === undefined || height === undefined) return undefined
  const photometric = fields.get(TAG.photometric) ?? 0
  return {
    width,
    height,
    orientation: orientationIn(fields),
    colour:
      photometric <= PHOTOMETRIC.blackIsOne ? 'gray' : photometric === PHOTOMETRIC.separated ? 'cmyk' : 'rgb',
    bits: fields.get(TAG.bits) ?? 1,
  }
}

/** Of an EXIF block, without `Exif\0\0`; 1 where it says nothing that can be read. */
export function exifOrientation(block: Uint8Array): number {
  try {
    return orientationIn(directoryOf(block) ?? new Map())
  } catch (error) {
    if (error instanceof RangeError) return 1
    throw error
  }
}

function orientationIn(fields: ReadonlyMap<number, number>): number {
  const value = fields.get(TAG.orientation) ?? 1
  return value >= 1 && value <= 8 ? value : 1
}

/** The first value of each field. Throws RangeError where the file ends too early. */
function directoryOf(bytes: Uint8Array): Map<number, number> | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  if (view.getUint16(2, little) !== 42) return undefined
  const directory = view.getUint32(4, little)
  const count = view.getUint16(directory, little)
  const fields = new Map<number, number>()
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + 12 * i
    const tag = view.getUint16(at, little)
    const short = view.getUint16(at + 2, little) === SHORT
    const values = view.getUint32(at + 4, little)
    // More than fit into the field stand elsewhere: bits a sample, one for each ink.
    const from = short && values > 2 ? view.getUint32(at + 8, little) : at + 8
    if (short && values > 2 && tag !== TAG.bits) continue
    fields.set(tag, short ? view.getUint16(from, little) : view.getUint32(from, little))
  }
  return fields
}
