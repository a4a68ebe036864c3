/** What must be known of an ICC profile (ICC.1:2001-04 and ICC.1:2004-10) before a page is printed by it. */
import { fail, ok, type Result } from '../diagnostics.ts'

export interface IccProfile {
  major: number
  description: string
  /** The 16-bit colour table from ink to Lab, where there is one. */
  deviceToLab?: ColourTable
}

export interface ColourTable {
  start: number
  end: number
  /** Bytes of one row of the table's grid. */
  rowBytes: number
}

/** What an output profile of a press holds at the least: both ways of one rendering intent, and its paper. */
const REQUIRED = ['A2B0', 'B2A0', 'wtpt']

/** Errors: `profile-not-icc` (with what is wrong), `profile-not-cmyk-output`. */
export function readProfile(bytes: Uint8Array): Result<IccProfile> {
  const broken = (reason: string) => fail('profile-not-icc', { params: { reason } })
  if (bytes.length < 132 || ascii(bytes, 36, 4) !== 'acsp') return broken('acsp')
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0) !== bytes.length) return broken('size')
  const kind = ascii(bytes, 12, 4).trim()
  const space = ascii(bytes, 16, 4).trim()
  if (kind !== 'prtr' || space !== 'CMYK') return fail('profile-not-cmyk-output', { params: { kind, space } })
  const count = view.getUint32(128)
  if (132 + 12 * count > bytes.length) return broken('tags')
  const tags = new Map<string, [start: number, end: number]>()
  for (let i = 0; i < count; i++) {
    const at = 132 + 12 * i
    const start = view.getUint32(at + 4)
    const end = start + view.getUint32(at + 8)
    if (end > bytes.length) return broken(ascii(bytes, at, 4))
    tags.set(ascii(bytes, at, 4), [start, end])
  }
  const missing = REQUIRED.find((name) => !tags.has(name))
  if (missing !== undefined) return broken(missing)
  const table = tableAt(view, ...(tags.get('A2B0') as [number, number]))
  return ok({
    major: bytes[8] as number,
    description: descriptionOf(bytes, tags.get('desc')),
    ...(table && { deviceToLab: table }),
  })
}

/** Where the colours of an `mft2` table stand (ICC.1:2001-04 §6.5.8). */
function tableAt(view: DataView, start: number, end: number): ColourTable | undefined {
  if (end - start < 52 || view.getUint32(start) !== 0x6d667432) return undefined
  const [inputs, outputs, grid] = [0, 1, 2].map((i) => view.getUint8(start + 8 + i)) as [
    number,
    number,
    number,
  ]
  const from = start + 52 + 2 * inputs * view.getUint16(start + 48)
  const to = from + 2 * outputs * grid ** inputs
  if (to > end || grid < 2) return undefined
  return { start: from, end: to, rowBytes: 2 * outputs * grid }
}

/** The profile's own name: text of version 2, or the first record of version 4's `mluc`. */
function descriptionOf(bytes: Uint8Array, place: [number, number] | undefined): string {
  if (place === undefined) return ''
  const [start, end] = place
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (ascii(bytes, start, 4) === 'desc' && end - start > 12) {
    const length = Math.min(view.getUint32(start + 8), end - start - 12)
    return ascii(bytes, start + 12, length).replace(/\0.*$/s, '')
  }
  if (ascii(bytes, start, 4) === 'mluc' && end - start >= 28) {
    const length = view.getUint32(start + 20)
    const from = start + view.getUint32(start + 24)
    if (from + length > end) return ''
    return Array.from({ length: length >> 1 }, (_, i) =>
      String.fromCharCode(view.getUint16(from + 2 * i)),
    ).join('')
  }
  return ''
}

const ascii = (bytes: Uint8Array, at: number, length: number): string =>
  String.fromCharCode(...bytes.subarray(at, at + length))
