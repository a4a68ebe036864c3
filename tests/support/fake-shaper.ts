import type { ShapedGlyph, Shaper } from '../../src/core/fonts.ts'

/**
 * A font whose widths a reader can add up: Han and full-width marks 1 em (with `halt` or `vhal` 0.5 em), Latin letters,
 * figures and spaces 0.5 em, a dash or ellipsis of two characters 2 em. Private-use characters have no glyph.
 * Words may be broken between doubled letters.
 */
export const fakeShaper: Shaper = {
  face: (id) => ({ id, postScriptName: id, ascentEm: 0.88 }),
  shape(_face, text, features) {
    const half = features.includes('halt')
    const glyphs = [...text].map(
      (character): ShapedGlyph => ({
        id: character.codePointAt(0) as number,
        text: character,
        advance: half || /[\x20-\x7e]/.test(character) ? 0.5 : 1,
        dx: half && /[“‘（《]/.test(character) ? -0.5 : 0,
      }),
    )
    const missing = [...text].find((character) => /\p{Private_Use}/u.test(character))
    const advance = glyphs.reduce((sum, glyph) => sum + glyph.advance, 0)
    return { glyphs, advance, ...(missing === undefined ? {} : { missing }) }
  },
  shapeVertical(_face, text, features) {
    const half = features.includes('vhal')
    const glyphs = [...text].map(
      (character): ShapedGlyph => ({
        id: character.codePointAt(0) as number,
        text: character,
        advance: half ? 0.5 : 1,
        dx: -0.5,
        dy: half && /[“‘（《]/.test(character) ? -0.38 : -0.88,
      }),
    )
    return { glyphs, advance: glyphs.reduce((sum, glyph) => sum + glyph.advance, 0) }
  },
  hyphenate: (word) =>
    [...word.matchAll(/(\w)(?=\1)/g)].map(({ index }) => ({ at: index + 1, hyphen: true })),
}
