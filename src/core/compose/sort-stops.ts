/** Where the caret may stand inside a sort. */
import type { Em } from '../units.ts'
import type { Sort } from './sorts.ts'

const known = new WeakMap<Sort, readonly Em[]>()

/**
 * From the sort's start to before each UTF-16 unit of its text; NaN inside a character that is drawn as one: a pair
 * of surrogates, a base with its combining marks, an emoji with all that it is joined to. Where text runs from right to
 * left the caret stands right of its letter.
 */
export function stopsIn(sort: Sort): readonly Em[] {
  let stops = known.get(sort)
  if (stops === undefined) {
    stops = findStops(sort)
    known.set(sort, stops)
  }
  return stops
}

function findStops({ text, kind, glyphs, width, rightToLeft }: Sort): Em[] {
  const whole = kind === 'other' || kind === 'han' || kind === 'nothing'
  const stops: Em[] = Array.from(text, () => Number.NaN)
  while (stops.length < text.length) stops.push(Number.NaN)
  stops[0] = 0
  if (whole) return stops
  let at = 0
  if (rightToLeft) {
    for (let i = glyphs.length - 1; i >= 0; i--) {
      stops[at] = glyphs[i + 1]?.x ?? width
      at += glyphs[i]?.text.length ?? 0
    }
    return stops.slice(0, text.length)
  }
  glyphs.forEach((glyph, i) => {
    const next = glyphs.slice(i + 1).find((other) => other.text !== '')
    const left = at === 0 ? 0 : glyph.x
    const right = next?.x ?? width
    const places = placesIn(glyph.text, at)
    places.forEach((place, k) => {
      stops[at + place] = left + ((right - left) * k) / places.length
    })
    at += glyph.text.length
  })
  // Where glyphs don't tell, as for a space in a column, characters share the width.
  if (at < text.length) for (let k = 1; k < text.length; k++) stops[k] = (width * k) / text.length
  return stops
}

/** The offsets in a glyph's text before which a caret may stand: a ligature has several, a mark of its own none. */
const placesIn = (text: string, at: number): number[] =>
  [...text.matchAll(at === 0 ? /^\p{M}+|\P{M}\p{M}*/gu : /\P{M}\p{M}*/gu)].map(({ index }) => index)
