/** Outlines of the glyphs on a page, as the window draws them. */
import type { HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import type { Composition } from '../core/compose/composition.ts'
import { runsOf } from '../core/compose/runs-of.ts'
import type { OpenedPage } from '../shared/engine.ts'

export function outlinesOf(composition: Composition, shaper: HarfBuzzShaper): OpenedPage['outlines'] {
  const outlines: OpenedPage['outlines'] = {}
  for (const { face, glyphs } of runsOf(composition)) {
    outlines[face] ??= {}
    const own = outlines[face]
    for (const glyph of glyphs) own[glyph] ??= outlineOf(shaper, face, glyph)
  }
  return outlines
}

/** Outlines drawn so far: a page that is corrected has nearly all of its glyphs again. */
const drawn = new WeakMap<HarfBuzzShaper, Map<string, string>>()

function outlineOf(shaper: HarfBuzzShaper, face: string, glyph: number): string {
  const known = drawn.get(shaper) ?? new Map<string, string>()
  drawn.set(shaper, known)
  const key = `${face} ${glyph}`
  const outline = known.get(key) ?? shaper.outline(face, glyph)
  known.set(key, outline)
  return outline
}
