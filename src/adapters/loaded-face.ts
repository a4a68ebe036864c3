/** One font file opened by HarfBuzz: its scale, outlines, vertical metrics, and what has been shaped with it. */
import * as hb from 'harfbuzzjs'
import type { FaceInfo, Features, ShapedToken } from '../core/fonts.ts'
import { TrueTypeFile } from './true-type.ts'

/** Outlines are given in so many units to the em, whatever the font's own. */
const OUTLINE_PER_EM = 1000

export class LoadedFace {
  readonly font: hb.Font
  readonly perEm: number
  /** OS/2 fsType. */
  readonly embedding: number
  private readonly face: hb.Face
  private readonly bytes: number
  private readonly headAt: number
  /** By features, then by text: looked up for every character that is composed. */
  private readonly shaped = new Map<string, Map<string, ShapedToken>>()
  private readonly drawing: hb.Font
  private readonly features: Set<string>
  private readonly vertical: (glyph: number) => VerticalMetrics | undefined

  constructor(
    readonly info: FaceInfo,
    bytes: Uint8Array,
  ) {
    const face = new hb.Face(new hb.Blob(bytes))
    this.face = face
    this.bytes = bytes.length
    this.headAt = new TrueTypeFile(bytes).table('head')
    this.perEm = face.upem
    this.font = new hb.Font(face)
    this.drawing = new hb.Font(face)
    this.drawing.setScale(OUTLINE_PER_EM, OUTLINE_PER_EM)
    this.features = new Set([...face.getTableFeatureTags('GSUB'), ...face.getTableFeatureTags('GPOS')])
    this.vertical = verticalMetrics(face)
    this.embedding = tableOf(face, 'OS/2')?.getUint16(8) ?? 0
  }

  hasFeature(tag: string): boolean {
    return this.features.has(tag)
  }

  /** What has been shaped with these features, by text. */
  shapedWith(features: Features): Map<string, ShapedToken> {
    const key = features.length === 1 ? (features[0] as string) : features.join()
    let tokens = this.shaped.get(key)
    if (tokens === undefined) {
      tokens = new Map()
      this.shaped.set(key, tokens)
    }
    return tokens
  }

  /** In HarfBuzz's memory, which moves when it grows. */
  file(): Uint8Array {
    const head = this.face.referenceTable('head')
    if (head === undefined) throw new Error(`${this.info.id} has no head table`)
    return new Uint8Array(head.buffer, head.byteOffset - this.headAt, this.bytes)
  }

  /** SVG path data, 1000 units to the em, y up. */
  outline(glyph: number): string {
    return this.drawing.glyphToPath(glyph)
  }

  /** A glyph's height in a column, and how far its baseline lies below the top of it, in font units. */
  upright(glyph: number): { advance: number; ascent: number } {
    const emBox = { advance: this.perEm, ascent: this.info.ascentEm * this.perEm }
    const box = this.font.glyphExtents(glyph)
    const vertical = this.vertical(glyph)
    if (box === undefined || vertical === undefined) return emBox
    // A blank glyph has no top to measure from.
    const ascent = box.height === 0 ? emBox.ascent : box.yBearing + vertical.topBearing
    return { advance: vertical.advance, ascent }
  }
}

interface VerticalMetrics {
  advance: number
  topBearing: number
}

/** Reads vhea and vmtx (OpenType 1.9) at the first question: HarfBuzz's WebAssembly build leaves them out. */
function verticalMetrics(face: hb.Face): (glyph: number) => VerticalMetrics | undefined {
  let tables: (DataView | undefined)[] | undefined
  return (glyph) => {
    tables ??= ['vhea', 'vmtx'].map((tag) => tableOf(face, tag))
    const [vhea, vmtx] = tables
    if (vhea === undefined || vmtx === undefined) return undefined
    const full = vhea.getUint16(34)
    return {
      advance: vmtx.getUint16(4 * Math.min(glyph, full - 1)),
      topBearing: vmtx.getInt16(glyph < full ? 4 * glyph + 2 : 4 * full + 2 * (glyph - full)),
    }
  }
}

/** A copy: HarfBuzz's memory moves when it grows. */
function tableOf(face: hb.Face, tag: string): DataView | undefined {
  const bytes = face.referenceTable(tag)
  return bytes && new DataView(bytes.slice().buffer)
}
