/** Outlines as paths, each built when it is first drawn and kept: all pages are set in the same faces. */
import type { GlyphPaths } from '../../core/paint/paint-page.ts'
import type { OpenedPage } from '../../shared/engine.ts'

type OutlineOf = (face: string, glyph: number) => string | undefined

interface Outline {
  path: Path2D
  /** Of all its points, 1000 units to the em, y up; undefined where it has none. */
  box: GlyphBox | undefined
}

export interface GlyphBox {
  left: number
  right: number
  top: number
  bottom: number
}

const faces = new Map<string, Map<number, Outline>>()
let outlines: OpenedPage['outlines'] = {}
let more: OutlineOf = () => undefined

/** What came with a page that was opened: enough to paint it before the window has its own shaper. */
export function addOutlines(opened: OpenedPage['outlines']): void {
  outlines = opened
}

/** Where glyphs are found that did not come with the page. */
export function findOutlinesBy(find: OutlineOf): void {
  more = find
}

export const glyphPaths: GlyphPaths<Path2D> = (face, glyph) => outlineOf(face, glyph)?.path

export const glyphBox = (face: string, glyph: number): GlyphBox | undefined => outlineOf(face, glyph)?.box

function outlineOf(face: string, glyph: number): Outline | undefined {
  const known = faces.get(face) ?? new Map<number, Outline>()
  faces.set(face, known)
  const kept = known.get(glyph)
  if (kept) return kept
  const data = outlines[face]?.[glyph] ?? more(face, glyph)
  if (data === undefined) return undefined
  const outline = { path: new Path2D(data), box: boxOfPoints(data) }
  known.set(glyph, outline)
  return outline
}

/** Path data of absolute points only; the handles of curves lie about the curve. */
function boxOfPoints(data: string): GlyphBox | undefined {
  const figures = data.match(/-?[\d.]+/g)?.map(Number) ?? []
  if (figures.length < 2) return undefined
  const box = { left: Infinity, right: -Infinity, top: -Infinity, bottom: Infinity }
  for (let at = 0; at + 1 < figures.length; at += 2) {
    const [x = 0, y = 0] = [figures[at], figures[at + 1]]
    box.left = Math.min(box.left, x)
    box.right = Math.max(box.right, x)
    box.top = Math.max(box.top, y)
    box.bottom = Math.min(box.bottom, y)
  }
  return box
}
