/** Outlines as paths, each built when it is first drawn and kept: all pages are set in the same faces. */
import type { GlyphPaths } from '../../core/paint/paint-page.ts'
import type { OpenedPage } from '../../shared/engine.ts'

type OutlineOf = (face: string, glyph: number) => string | undefined

const faces = new Map<string, Map<number, Path2D>>()
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

export const glyphPaths: GlyphPaths<Path2D> = (face, glyph) => {
  const paths = faces.get(face) ?? new Map<number, Path2D>()
  faces.set(face, paths)
  const known = paths.get(glyph)
  if (known) return known
  const outline = outlines[face]?.[glyph] ?? more(face, glyph)
  if (outline === undefined) return undefined
  const path = new Path2D(outline)
  paths.set(glyph, path)
  return path
}
