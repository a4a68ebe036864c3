/**
 * The first ten bytes of every outline of a TrueType file: its number of contours and its bounds (OpenType 1.9,
 * glyf). They tell one glyph from nearly every other, which is how a subset is held against the font it was made of.
 */

export function outlineHeads(bytes: Uint8Array): string[] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const tables = new Map<string, number>()
  for (let i = 0; i < view.getUint16(4); i++) {
    const at = 12 + 16 * i
    tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), view.getUint32(at + 8))
  }
  const [head, loca, glyf, maxp] = ['head', 'loca', 'glyf', 'maxp'].map((tag) => tables.get(tag))
  if (head === undefined || loca === undefined || glyf === undefined || maxp === undefined) return []
  const long = view.getInt16(head + 50) === 1
  const offset = (glyph: number) =>
    long ? view.getUint32(loca + 4 * glyph) : 2 * view.getUint16(loca + 2 * glyph)
  return Array.from({ length: view.getUint16(maxp + 4) }, (_, glyph) => {
    const [start, end] = [offset(glyph), offset(glyph + 1)]
    return end > start ? bytes.subarray(glyf + start, glyf + start + 10).join(' ') : ''
  })
}
