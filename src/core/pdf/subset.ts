/** What the PDF writer asks of a font engine. Advances and metrics are in 1/1000 em, whatever the font's own units. */
export interface FontSubsetter {
  /**
   * A subset with these glyphs and no other; `renumbered` gives their ids in it. Asked again for the same glyphs, it
   * may answer with the same object, and what was made of that can be used again.
   */
  subset(face: string, glyphs: readonly number[]): SubsetFont
}

/** Never changed once it is given out. */
export interface SubsetFont {
  postScriptName: string
  /** A TrueType file with glyf outlines. */
  bytes: Uint8Array
  renumbered: ReadonlyMap<number, number>
  /** Of a glyph that was asked for. */
  advance(glyph: number): number
  /**
   * The first ten bytes of the outline that a glyph has in the whole font, as numbers with spaces; empty for a blank,
   * undefined for one that was not asked for.
   */
  outlineHead(glyph: number): string | undefined
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
