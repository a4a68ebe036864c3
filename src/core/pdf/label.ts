/** Words that no frame of the page holds: the slug line, a proof's mark. */
import type { GlyphRun, Ink } from '../compose/composition.ts'
import type { Shaper } from '../fonts.ts'
import type { Pt } from '../units.ts'

export interface Label {
  /** From 0 on. */
  runs: GlyphRun[]
  width: Pt
  /** The first character that the face has no glyph for. */
  missing?: string
}

/** Han and Latin go to the shaper apart, as it asks. */
export function shapeLabel(text: string, face: string, sizePt: Pt, ink: Ink, shaper: Shaper): Label {
  const runs: GlyphRun[] = []
  let pen = 0
  let missing: string | undefined
  for (const part of text.match(/[\x20-\x7e]+|[^\x20-\x7e]+/g) ?? []) {
    const token = shaper.shape(face, part, [])
    missing ??= token.missing
    const run: GlyphRun = { face, sizePt, ink, glyphs: [], xs: [], texts: [] }
    for (const glyph of token.glyphs) {
      run.glyphs.push(glyph.id)
      run.xs.push(pen + glyph.dx * sizePt)
      run.texts.push(glyph.text)
      pen += glyph.advance * sizePt
    }
    runs.push(run)
  }
  return { runs, width: pen, ...(missing !== undefined && { missing }) }
}
