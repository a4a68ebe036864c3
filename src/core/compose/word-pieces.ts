/** Cuts a shaped word into pieces that keep its kerning: at hyphenation points, or after every character. */
import type { Sort, SortGlyph } from './sorts.ts'

export interface WordPiece {
  sort: Sort
  start: number
  end: number
  /** Whether a line that ends behind this piece shows a hyphen. */
  hyphen: boolean
}

/** A point inside a ligature is passed over, because no glyph begins there. */
export function piecesAt(sort: Sort, points: readonly { at: number; hyphen: boolean }[]): WordPiece[] {
  const pieces: WordPiece[] = []
  const begins = beginnings(sort)
  let from = 0
  for (const { at, hyphen } of [...points, { at: sort.text.length, hyphen: false }]) {
    const piece = cut(sort, from, at, begins)
    if (piece === null) continue
    pieces.push({ sort: piece, start: from, end: at, hyphen })
    from = at
  }
  return pieces
}

/** Every cluster for itself: the last resort for a word wider than its measure. */
export function allPieces(sort: Sort): WordPiece[] {
  const points: { at: number; hyphen: boolean }[] = []
  let at = 0
  for (const glyph of sort.glyphs) {
    if (glyph.text !== '' && at > 0) points.push({ at, hyphen: false })
    at += glyph.text.length
  }
  return piecesAt(sort, points)
}

function cut(sort: Sort, from: number, to: number, begins: ReadonlyMap<number, number>): Sort | null {
  const first = begins.get(from)
  const last = begins.get(to)
  if (first === undefined || last === undefined || last <= first) return null
  const left = first === 0 ? 0 : (sort.glyphs[first] as SortGlyph).x
  const right = last === sort.glyphs.length ? sort.width : (sort.glyphs[last] as SortGlyph).x
  const glyphs = sort.glyphs.slice(first, last).map((glyph) => ({ ...glyph, x: glyph.x - left }))
  return { ...sort, text: sort.text.slice(from, to), width: right - left, glyphs, hyphenPoints: [] }
}

/** The glyph that begins at each offset where one does; at the end, as many as there are. */
function beginnings(sort: Sort): Map<number, number> {
  const begins = new Map<number, number>()
  let at = 0
  sort.glyphs.forEach((glyph, i) => {
    if (glyph.text !== '') begins.set(at, i)
    at += glyph.text.length
  })
  return begins.set(sort.text.length, sort.glyphs.length)
}
