/**
 * The zips that pages are kept in: no encryption, no parts, no zip64. Read by the directory at the end, or, where that
 * is damaged, by the header that stands before each entry. Nothing is believed that is not there: a hostile directory
 * can neither make this loop nor make it unpack more than an entry says (APPNOTE 6.3.10, 4.3.7, 4.3.12, 4.3.16).
 */
import { inflateSync, strFromU8 } from 'fflate'
import { crc32 } from './crc32.ts'

export interface ZipEntry {
  path: string
  method: number
  crc: number
  packedSize: number
  size: number
  /** Where its packed bytes begin. */
  start: number
}

const LOCAL = 0x04034b50
const CENTRAL = 0x02014b50
const END = 0x06054b50
const END_SIZE = 22
const LOCAL_SIZE = 30
const CENTRAL_SIZE = 46
const MAX_COMMENT = 0xffff
const UTF8_NAMES = 0x0800
const SIZES_FOLLOW = 0x0008
const STORED = 0
const DEFLATED = 8

/** The entries by the zip's directory; undefined where any of it is damaged. */
export function readDirectory(bytes: Uint8Array): ZipEntry[] | undefined {
  const view = viewOf(bytes)
  const end = findEnd(view)
  if (end === undefined) return undefined
  const count = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  const entries: ZipEntry[] = []
  for (let i = 0; i < count; i++) {
    if (at + CENTRAL_SIZE > end || view.getUint32(at, true) !== CENTRAL) return undefined
    const nameLength = view.getUint16(at + 28, true)
    const next =
      at + CENTRAL_SIZE + nameLength + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
    const start = startOf(view, view.getUint32(at + 42, true))
    if (next > end || start === undefined) return undefined
    const entry: ZipEntry = {
      path: nameOf(bytes, at + CENTRAL_SIZE, nameLength, view.getUint16(at + 8, true)),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      packedSize: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      start,
    }
    if (start + entry.packedSize > bytes.length) return undefined
    entries.push(entry)
    at = next
  }
  return entries
}

/** The entries by their own headers, wherever one stands: for a zip that was cut short or lost its directory. */
export function scanEntries(bytes: Uint8Array): ZipEntry[] {
  const view = viewOf(bytes)
  const entries: ZipEntry[] = []
  for (let at = 0; at + LOCAL_SIZE <= bytes.length; at++) {
    if (bytes[at] !== 0x50 || view.getUint32(at, true) !== LOCAL) continue
    const start = startOf(view, at)
    const flags = view.getUint16(at + 6, true)
    if (start === undefined || flags & SIZES_FOLLOW) continue
    const packedSize = view.getUint32(at + 18, true)
    entries.push({
      path: nameOf(bytes, at + LOCAL_SIZE, view.getUint16(at + 26, true), flags),
      method: view.getUint16(at + 8, true),
      crc: view.getUint32(at + 14, true),
      packedSize: Math.min(packedSize, bytes.length - start),
      size: view.getUint32(at + 22, true),
      start,
    })
    // What is packed is not searched, unless the zip is cut off inside it.
    if (start + packedSize <= bytes.length) at = start + packedSize - 1
  }
  return entries
}

/** An entry's content, and whether it is whole; undefined where nothing of it can be unpacked. */
export function unpackEntry(
  bytes: Uint8Array,
  entry: ZipEntry,
): { content: Uint8Array; whole: boolean } | undefined {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedSize)
  const content =
    entry.method === STORED
      ? packed.slice()
      : entry.method === DEFLATED
        ? inflate(packed, entry.size)
        : undefined
  if (content === undefined) return undefined
  return { content, whole: content.length === entry.size && crc32(content) === entry.crc }
}

/** Into a buffer of the size that the entry says, and never beyond it. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  const out = new Uint8Array(size)
  try {
    return inflateSync(packed, { out })
  } catch {
    // What was unpacked before the damage is there.
    const last = out.findLastIndex((byte) => byte !== 0)
    return out.subarray(0, last + 1)
  }
}

const viewOf = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)

function findEnd(view: DataView): number | undefined {
  const last = view.byteLength - END_SIZE
  for (let at = last; at >= 0 && at >= last - MAX_COMMENT; at--) {
    if (view.getUint32(at, true) === END) return at
  }
  return undefined
}

/** Where the packed bytes of the entry begin whose own header stands at `at`. */
function startOf(view: DataView, at: number): number | undefined {
  if (at + LOCAL_SIZE > view.byteLength || view.getUint32(at, true) !== LOCAL) return undefined
  const start = at + LOCAL_SIZE + view.getUint16(at + 26, true) + view.getUint16(at + 28, true)
  return start <= view.byteLength ? start : undefined
}

const nameOf = (bytes: Uint8Array, at: number, length: number, flags: number): string =>
  strFromU8(bytes.subarray(at, at + length), (flags & UTF8_NAMES) === 0)
