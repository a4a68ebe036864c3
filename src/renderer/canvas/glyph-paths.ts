import type { GlyphPaths } from '../../core/paint/paint-page.ts'
import type { OpenedPage } from '../../shared/engine.ts'

/** Outlines as paths, each built when it is first drawn and kept as long as the page. */
export function glyphPaths(outlines: OpenedPage['outlines']): GlyphPaths<Path2D> {
  const faces = new Map<string, Map<number, Path2D>>()
  return (face, glyph) => {
    let paths = faces.get(face)
    if (!paths) {
      paths = new Map()
      faces.set(face, paths)
    }
    let path = paths.get(glyph)
    if (!path) {
      const outline = outlines[face]?.[glyph]
      if (outline === undefined) return undefined
      path = new Path2D(outline)
      paths.set(glyph, path)
    }
    return path
  }
}
