/** WebP: RFC 9649, in its three forms. */
import type { StoredPicture } from './header.ts'
import { exifOrientation } from './header-tiff.ts'

export function webpHeader(bytes: Uint8Array): StoredPicture | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const size = sizeOf(view)
  return size && { ...size, orientation: orientationOf(bytes, view), colour: 'rgb', bits: 8 }
}

function sizeOf(view: DataView): { width: number; height: number } | undefined {
  const form = fourcc(view, 12)
  if (form === 'VP8X') return { width: uint24(view, 24) + 1, height: uint24(view, 27) + 1 }
  if (form === 'VP8 ')
    return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (form !== 'VP8L') return undefined
  const packed = view.getUint32(21, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}

function orientationOf(bytes: Uint8Array, view: DataView): number {
  if (fourcc(view, 12) !== 'VP8X') return 1
  for (let at = 12; at + 8 <= bytes.length; ) {
    const length = view.getUint32(at + 4, true)
    if (fourcc(view, at) === 'EXIF')
      return exifOrientation(withoutMark(bytes.subarray(at + 8, at + 8 + length)))
    at += 8 + length + (length & 1)
  }
  return 1
}

/** Some writers put JPEG's `Exif\0\0` before the block. */
const withoutMark = (block: Uint8Array): Uint8Array => (block[0] === 0x45 ? block.subarray(6) : block)

const fourcc = (view: DataView, at: number): string =>
  String.fromCharCode(...[0, 1, 2, 3].map((i) => view.getUint8(at + i)))

const uint24 = (view: DataView, at: number): number =>
  view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
