/**
 * Tokens of vertical text (竖排), as newspapers set their vertical headlines: Han and marks upright in their
 * vertical forms, figures of up to two digits side by side in one em (纵中横), longer ones and short capitals
 * upright one below the other, other words turned a quarter clockwise (CLREQ #mixed_text_composition_in_vertical).
 */
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import type { TokenKind } from './tokens.ts'

/** A glyph of a token: `x` along the line from the token's start, `y` across it (right), in em of its size. */
export interface LaidGlyph {
  id: number
  text: string
  x: Em
  y: Em
  turned?: true
}

export interface LaidToken {
  glyphs: LaidGlyph[]
  advance: Em
}

const SIDE_BY_SIDE = /^\d{1,2}$/
const UPRIGHT_WORD = /^[A-Z\d]{1,4}$/
/** The longest word that is no abbreviation and still stands upright. */
const INITIALS = 4

export function shapeVertically(shaper: Shaper, face: string, kind: TokenKind, text: string): LaidToken {
  if (kind === 'space') return { glyphs: [], advance: shaper.shape(face, text, []).advance }
  if (kind === 'figures' && SIDE_BY_SIDE.test(text)) return sideBySide(shaper, face, text)
  if (kind === 'word' && !(UPRIGHT_WORD.test(text) && text.length <= INITIALS))
    return turned(shaper, face, text)
  if (kind !== 'figures' && kind !== 'word') return upright(shaper, face, text)
  const token: LaidToken = { glyphs: [], advance: 0 }
  for (const character of text) {
    const { glyphs, advance } = upright(shaper, face, character)
    token.glyphs.push(...glyphs.map((glyph) => ({ ...glyph, x: glyph.x + token.advance })))
    token.advance += advance
  }
  return token
}

function upright(shaper: Shaper, face: string, text: string): LaidToken {
  const shaped = shaper.shapeVertical?.(face, text, [])
  if (shaped === undefined) return sideBySide(shaper, face, text)
  let pen = 0
  const glyphs = shaped.glyphs.map(({ id, text: own, advance, dx, dy = 0 }): LaidGlyph => {
    const glyph = { id, text: own, x: pen - dy, y: dx }
    pen += advance
    return glyph
  })
  return { glyphs, advance: shaped.advance }
}

/** Horizontal glyphs on the column's axis, in the height of one em. */
function sideBySide(shaper: Shaper, face: string, text: string): LaidToken {
  const { glyphs, advance } = shaper.shape(face, text, ['hwid'])
  const { ascentEm } = shaper.face(face)
  let across = -advance / 2
  const laid = glyphs.map(({ id, text: own, advance: width, dx }): LaidGlyph => {
    const glyph = { id, text: own, x: ascentEm, y: across + dx }
    across += width
    return glyph
  })
  return { glyphs: laid, advance: 1 }
}

/** A quarter clockwise: what was above the baseline lies right of it, and the em box's middle on the axis. */
function turned(shaper: Shaper, face: string, text: string): LaidToken {
  const { glyphs, advance } = shaper.shape(face, text, [])
  const across = 0.5 - shaper.face(face).ascentEm
  let pen = 0
  const laid = glyphs.map(({ id, text: own, advance: width, dx }): LaidGlyph => {
    const glyph = { id, text: own, x: pen + dx, y: across, turned: true as const }
    pen += width
    return glyph
  })
  return { glyphs: laid, advance }
}
