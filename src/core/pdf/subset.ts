/** What the PDF writer asks of a font engine. Advances and metrics are in 1/1000 em, whatever the font's own units. */
export interface FontSubsetter {
  /** A subset with these glyphs and no other; `renumbered` gives their ids in it. */
  subset(face: string, glyphs: readonly number[]): SubsetFont
}

export interface SubsetFont {
  postScriptName: string
  /** A TrueType file with glyf outlines. */
  bytes: Uint8Array
  renumbered: Map<number, number>
  advance(glyph: number): number
  /** The first ten bytes of a glyph's outline in the whole font, as numbers with spaces; empty for a blank. */
  outlineHead(glyph: number): string
  metrics: FontMetrics
}

export interface FontMetrics {
  /** xMin, yMin, xMax, yMax */
  bbox: [number, number, number, number]
  ascent: number
  descent: number
  capHeight: number
  weight: number
  serif: boolean
}
