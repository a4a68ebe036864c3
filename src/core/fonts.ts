import type { Em } from './units.ts'

/** A face as the page names it: `song-400`, `hei-700`, `kai-500`. */
export interface FaceInfo {
  id: string
  /** The font's own PostScript name, for the PDF. */
  postScriptName: string
  /** From the em box's top to the baseline, in em. */
  ascentEm: Em
  /** Where to look for characters that this face lacks. */
  fallback?: string
  /** Characters that are always taken from the fallback, because this face draws them in another manner. */
  borrowed?: string
}

/** One glyph of a shaped token, in em of its size. */
export interface ShapedGlyph {
  id: number
  /** The characters it stands for; empty for the further glyphs of one character. */
  text: string
  advance: Em
  dx: Em
}

/** A token shaped whole: a character, a Latin word, a number, a dash. */
export interface ShapedToken {
  glyphs: ShapedGlyph[]
  advance: Em
  /** The first character that the face has no glyph for. */
  missing?: string
}

/** OpenType features as HarfBuzz writes them, e.g. `hwid`, `halt`. */
export type Features = readonly string[]

/** What composition asks of a shaping engine. Answers must be the same for the same question. */
export interface Shaper {
  face(id: string): FaceInfo
  shape(face: string, text: string, features: Features): ShapedToken
}
