import type { Em } from './units.ts'

/** A face as the page names it: `song-400`, `hei-700`, `kai-500`, `fang-400`. */
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

/**
 * One glyph of a shaped token, in em of its size. A glyph is always drawn from its horizontal origin, the left end
 * of its baseline, as PDF and canvas do.
 */
export interface ShapedGlyph {
  id: number
  /** The characters it stands for; empty for the further glyphs of one character. */
  text: string
  /** How far the pen goes on: to the right, or down in vertical text. */
  advance: Em
  /** The origin, right of the pen; in vertical text right of the column's centre line. */
  dx: Em
  /** The origin, above the pen; absent where it is on it. */
  dy?: Em
}

/** A token shaped whole: a character, a Latin word, a number, a dash. Glyphs stand in the order they are drawn in. */
export interface ShapedToken {
  glyphs: ShapedGlyph[]
  advance: Em
  /** The first character that the face has no glyph for, or in vertical text no vertical form where marks need one. */
  missing?: string
}

/** OpenType features as HarfBuzz writes them, e.g. `hwid`, `halt`. */
export type Features = readonly string[]

/** A place inside a word where it may be broken. */
export interface HyphenPoint {
  /** UTF-16 units from the word's start. */
  at: number
  /** Whether the break shows a hyphen; false behind a hyphen of the word's own. */
  hyphen: boolean
}

/** What composition asks of a shaping engine. Answers must be the same for the same question. */
export interface Shaper {
  face(id: string): FaceInfo
  /** A horizontal token. With `halt` full-width marks are half an em wide, without the white half of their em. */
  shape(face: string, text: string, features: Features): ShapedToken
  /**
   * A token set upright in a column, with the forms that marks have there. The pen stands on the column's centre
   * line at the top of what is to be set: a Han character has dx -0.5, dy -0.88 and advance 1. With `vhal` full-height
   * marks are half an em high.
   */
  shapeVertical?(face: string, text: string, features: Features): ShapedToken
  /** Where a Latin word may be broken, in order; none where hyphenation is not at hand. */
  hyphenate?(word: string): readonly HyphenPoint[]
}
