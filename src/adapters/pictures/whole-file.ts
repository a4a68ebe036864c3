/**
 * Whether a file is there to its end. Decoders of JPEG and TIFF fill what is missing with gray and say nothing, so a
 * half download would be printed.
 */
import type { PictureMime } from './kinds.ts'

export function isWhole(bytes: Uint8Array, mime: PictureMime): boolean {
  if (mime === 'image/jpeg') return isWholeJpeg(bytes)
  if (mime === 'image/tiff') return isWholeTiff(bytes)
  return true
}

const MARKER = { eoi: 0xd9, sos: 0xda, restart: 0xd0, lastRestart: 0xd7 }

/** Segments and scans up to the end-of-image marker (ITU-T T.81 Annex B); a preview inside a segment is passed over. */
function isWholeJpeg(bytes: Uint8Array): boolean {
  let at = 2
  while (at + 1 < bytes.length) {
    if (bytes[at] !== 0xff) return false
    const marker = bytes[at + 1] as number
    if (marker === MARKER.eoi) return true
    if (marker === 0xff) at++
    else {
      at += 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
      if (marker === MARKER.sos) at = scanEnd(bytes, at)
    }
  }
  return false
}

/** The first marker behind a scan's coded data, in which FF is followed by 00 or a restart. */
function scanEnd(bytes: Uint8Array, from: number): number {
  let at = from
  for (;;) {
    at = bytes.indexOf(0xff, at)
    if (at < 0) return bytes.length
    const next = bytes[at + 1] as number
    if (next !== 0 && !(next >= MARKER.restart && next <= MARKER.lastRestart)) return at
    at += 2
  }
}

/** Bytes of each field type (TIFF 6.0 §2). */
const TYPE_BYTES = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8]
/** Where pixels stand and how many bytes: strips and tiles. */
const OFFSETS: Record<number, number> = { 273: 279, 324: 325 }

/** Every field of the first directory, and all that its strips or tiles hold, lies within the file. */
function isWholeTiff(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const little = bytes[0] === 0x49
  const directory = view.getUint32(4, little)
  if (directory + 2 > bytes.length) return false
  const count = view.getUint16(directory, little)
  if (directory + 2 + 12 * count > bytes.length) return false
  const fields = new Map<number, number[]>()
  for (let i = 0; i < count; i++) {
    const at = directory + 2 + 12 * i
    const size = TYPE_BYTES[view.getUint16(at + 2, little)] ?? 1
    const values = view.getUint32(at + 4, little)
    const from = size * values <= 4 ? at + 8 : view.getUint32(at + 8, little)
    if (from + size * values > bytes.length) return false
    const tag = view.getUint16(at, little)
    if (tag in OFFSETS || Object.values(OFFSETS).includes(tag)) {
      const read = (index: number) =>
        size === 2 ? view.getUint16(from + 2 * index, little) : view.getUint32(from + 4 * index, little)
      fields.set(
        tag,
        Array.from({ length: values }, (_, index) => read(index)),
      )
    }
  }
  return Object.entries(OFFSETS).every(([offsets, counts]) =>
    (fields.get(Number(offsets)) ?? []).every(
      (offset, i) => offset + (fields.get(counts)?.[i] ?? 0) <= bytes.length,
    ),
  )
}
