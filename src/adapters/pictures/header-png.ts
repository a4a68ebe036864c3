/** PNG: the IHDR chunk, which always comes first, and EXIF in a chunk of its own (PNG 3rd edition §11.2.1, §11.3.3.3). */
import type { StoredPicture } from './header.ts'
import { exifOrientation } from './header-tiff.ts'

/** Colour types: bit 1 is colour; palettes are colour too. */
const COLOUR = 2

export function pngHeader(bytes: Uint8Array): StoredPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(12) !== 0x49484452) return undefined
  const type = view.getUint8(25)
  return {
    width: view.getUint32(16),
    height: view.getUint32(20),
    orientation: orientationOf(bytes, view),
    colour: (type & COLOUR) !== 0 ? 'rgb' : 'gray',
    bits: view.getUint8(24),
  }
}

const EXIF = 0x65584966

function orientationOf(bytes: Uint8Array, view: DataView): number {
  for (let at = 8; at + 12 <= bytes.length; ) {
    const length = view.getUint32(at)
    if (view.getUint32(at + 4) === EXIF) return exifOrientation(bytes.subarray(at + 8, at + 8 + length))
    at += 12 + length
  }
  return 1
}
