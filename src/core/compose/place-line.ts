/** From a broken line to positioned glyphs: the line's units laid out from `x`, grouped by face, size and ink. */
import type { Em, Pt } from '../units.ts'
import type { BrokenLine } from './break-lines.ts'
import type { ComposedLine, GlyphRun } from './composition.ts'
import type { PreparedParagraph, Unit, UnitGlyph } from './units.ts'

export interface LinePlace {
  paragraph: number
  x: Pt
  baseline: Pt
  measure: Pt
  last: boolean
  /** Set at the right end after the line's own units. */
  ending?: { units: readonly Unit[]; x: Pt }
}

/** Lays out one line. Widths in em become pt at the paragraph's size. */
export function placeLine(
  { units, style }: PreparedParagraph,
  line: BrokenLine,
  place: LinePlace,
): ComposedLine {
  const runs: GlyphRun[] = []
  const size = style.sizePt
  layOut(runs, units.slice(line.from, line.to), place.x, size, line)
  if (place.ending) layOut(runs, place.ending.units, place.ending.x, size)
  const drawn = [...units.slice(line.from, line.to), ...(place.ending?.units ?? [])]
  return {
    paragraph: place.paragraph,
    start: drawn[0]?.start ?? 0,
    end: drawn.at(-1)?.end ?? 0,
    x: place.x,
    baseline: place.baseline,
    measure: place.measure,
    last: place.last,
    runs,
    fit: { squeezedEm: line.squeezedEm, stretchEm: line.stretchEm, copyfitEm: copyfitOf(units, line) },
  }
}

function copyfitOf(units: readonly Unit[], line: BrokenLine): Em {
  let sum = 0
  for (let i = line.from; i < line.to; i++) sum += (units[i] as Unit).copyfit
  return sum
}

const LOOSE = { squeezeRatio: 0, stretchEm: 0 }

function layOut(
  runs: GlyphRun[],
  units: readonly Unit[],
  x: Pt,
  size: Pt,
  fit: { squeezeRatio: number; stretchEm: Em } = LOOSE,
): void {
  let pen = x
  units.forEach((unit, i) => {
    if (i > 0) pen += (unit.gap + fit.stretchEm) * size
    const given = unit.squeeze * fit.squeezeRatio
    const shift = unit.opening ? given : 0
    for (const glyph of unit.glyphs) pushGlyph(runs, glyph, pen + (glyph.x - shift) * size)
    pen += (unit.width - given) * size
  })
}

function pushGlyph(runs: GlyphRun[], glyph: UnitGlyph, x: Pt): void {
  const last = runs.at(-1)
  const fits = last && last.face === glyph.face && last.sizePt === glyph.sizePt && last.ink === glyph.ink
  const run = fits ? last : newRun(glyph)
  if (run !== last) runs.push(run)
  run.glyphs.push(glyph.id)
  run.xs.push(x)
  run.texts.push(glyph.text)
}

function newRun({ face, sizePt, ink }: UnitGlyph): GlyphRun {
  return { face, sizePt, ink, glyphs: [], xs: [], texts: [] }
}
