/** The few tables of a TrueType file that embedding needs (OpenType 1.9: head, hhea, hmtx, OS/2, loca, glyf). */
import type { FontMetrics } from '../core/pdf/subset.ts'

const COMPOSITE = { wordArguments: 0x1, scale: 0x8, more: 0x20, xyScale: 0x40, matrix: 0x80 }

export class TrueTypeFile {
  private readonly view: DataView
  private readonly tables = new Map<string, number>()
  private readonly longOffsets: boolean
  private readonly fullMetrics: number
  private readonly perEm: number

  constructor(private readonly bytes: Uint8Array) {
    this.view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
    const count = this.view.getUint16(4)
    for (let i = 0; i < count; i++) {
      const at = 12 + 16 * i
      this.tables.set(String.fromCharCode(...bytes.subarray(at, at + 4)), this.view.getUint32(at + 8))
    }
    this.perEm = this.view.getUint16(this.table('head') + 18)
    this.longOffsets = this.view.getInt16(this.table('head') + 50) === 1
    this.fullMetrics = this.view.getUint16(this.table('hhea') + 34)
  }

  advance(glyph: number): number {
    return this.perMille(this.view.getUint16(this.table('hmtx') + 4 * Math.min(glyph, this.fullMetrics - 1)))
  }

  /** The glyphs and all that composite glyphs among them are built of, sorted, .notdef first. */
  closure(glyphs: readonly number[]): number[] {
    const all = new Set([0, ...glyphs])
    for (const glyph of all) for (const part of this.components(glyph)) all.add(part)
    return [...all].sort((a, b) => a - b)
  }

  /** The number of contours and the bounds: the first ten bytes of the outline; empty for a blank. */
  outlineHead(glyph: number): string {
    const start = this.table('glyf') + this.offset(glyph)
    const end = this.table('glyf') + this.offset(glyph + 1)
    return end > start ? this.bytes.subarray(start, start + 10).join(' ') : ''
  }

  metrics(): FontMetrics {
    const head = this.table('head')
    const os2 = this.table('OS/2')
    const signed = (at: number) => this.perMille(this.view.getInt16(at))
    return {
      bbox: [signed(head + 36), signed(head + 38), signed(head + 40), signed(head + 42)],
      ascent: signed(os2 + 68),
      descent: signed(os2 + 70),
      capHeight: this.view.getUint16(os2) >= 2 ? signed(os2 + 88) : 700,
      weight: this.view.getUint16(os2 + 4),
      serif: this.view.getUint8(os2 + 33) < 11,
    }
  }

  /** Font units as 1/1000 em, the unit of widths and metrics in a PDF (ISO 32000-1, 9.2.4). */
  private perMille(units: number): number {
    return (units * 1000) / this.perEm
  }

  /** Where a table begins in the file. */
  table(tag: string): number {
    const at = this.tables.get(tag)
    if (at === undefined) throw new Error(`the font has no ${tag} table`)
    return at
  }

  private components(glyph: number): number[] {
    const glyf = this.table('glyf')
    let at = glyf + this.offset(glyph)
    const parts: number[] = []
    if (this.offset(glyph + 1) - this.offset(glyph) < 10 || this.view.getInt16(at) >= 0) return parts
    at += 10
    for (let flags: number = COMPOSITE.more; flags & COMPOSITE.more; ) {
      flags = this.view.getUint16(at)
      parts.push(this.view.getUint16(at + 2))
      at += 4 + (flags & COMPOSITE.wordArguments ? 4 : 2)
      if (flags & COMPOSITE.scale) at += 2
      else if (flags & COMPOSITE.xyScale) at += 4
      else if (flags & COMPOSITE.matrix) at += 8
    }
    return parts
  }

  private offset(glyph: number): number {
    const loca = this.table('loca')
    return this.longOffsets
      ? this.view.getUint32(loca + 4 * glyph)
      : 2 * this.view.getUint16(loca + 2 * glyph)
  }
}
