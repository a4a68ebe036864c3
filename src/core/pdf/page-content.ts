/** The page's content stream: shapes, rules and glyph runs in painting order, y turned up (ISO 32000-1 §8, §9). */
import type { ComposedLine, Composition, GlyphRun, Ink, PageItem } from '../compose/composition.ts'
import type { Pt } from '../units.ts'
import { type EmbeddedFont, hex } from './embed-fonts.ts'

/** Graphics states of the page: black text and rules overprint, everything else knocks out. */
export const OVERPRINT = 'Over'
export const KNOCKOUT = 'Knock'

/** `originX`, `originY`: where the trim's top left corner stands in the media box, y up. */
export interface Placement {
  originX: Pt
  originY: Pt
}

export function pageContent(
  composition: Composition,
  fonts: Map<string, EmbeddedFont>,
  at: Placement,
): string {
  const out: string[] = []
  for (const item of composition.items) drawItem(out, item, fonts, at)
  return `${out.join('\n')}\n`
}

function drawItem(out: string[], item: PageItem, fonts: Map<string, EmbeddedFont>, at: Placement): void {
  switch (item.kind) {
    case 'text':
      for (const line of item.lines) for (const run of line.runs) drawRun(out, run, line, fonts, at)
      return
    case 'shape': {
      const { x, y, width, height } = item.box
      const rectangle = `${n(at.originX + x)} ${n(at.originY - y - height)} ${n(width)} ${n(height)} re`
      if (item.fill) out.push(`/${KNOCKOUT} gs ${cmyk(item.fill)} k ${rectangle} f`)
      if (item.stroke && item.strokePt > 0) {
        out.push(`/${stateFor(item.stroke)} gs ${cmyk(item.stroke)} K ${n(item.strokePt)} w ${rectangle} S`)
      }
      return
    }
    case 'rule': {
      const from = `${n(at.originX + item.from.x)} ${n(at.originY - item.from.y)} m`
      const to = `${n(at.originX + item.to.x)} ${n(at.originY - item.to.y)} l`
      out.push(`/${stateFor(item.stroke)} gs ${cmyk(item.stroke)} K ${n(item.strokePt)} w ${from} ${to} S`)
    }
  }
}

/** One TJ array a run; what glyph widths and the composed places differ by becomes its adjustments. */
function drawRun(
  out: string[],
  run: GlyphRun,
  line: ComposedLine,
  fonts: Map<string, EmbeddedFont>,
  at: Placement,
): void {
  const font = fonts.get(run.face) as EmbeddedFont
  const shows = run.ys
    ? run.glyphs.map((_, i) => showOne(run, line, i, font, at))
    : [showAll(run, line, font, at)]
  out.push(
    `BT /${stateFor(run.ink)} gs ${cmyk(run.ink)} k /${font.name} ${n(run.sizePt)} Tf ${shows.join(' ')} ET`,
  )
}

function showAll(run: GlyphRun, line: ComposedLine, font: EmbeddedFont, at: Placement): string {
  const start = run.xs[0] as Pt
  const parts: string[] = []
  let pen = 0
  run.glyphs.forEach((glyph, i) => {
    const wanted = (((run.xs[i] as Pt) - start) / run.sizePt) * 1000
    const adjust = Math.round((pen - wanted) * 100) / 100
    if (Math.abs(adjust) >= 0.01) parts.push(n(adjust))
    parts.push(`<${hex(font.cid(glyph, run.texts[i] ?? ''))}>`)
    pen += font.advance(glyph) - adjust
  })
  const place = `1 0 0 1 ${n(at.originX + line.x + start)} ${n(at.originY - line.baseline)} Tm`
  return `${place} [${parts.join('').replaceAll('><', '')}] TJ`
}

/** A glyph that stands off the baseline has a place of its own (ISO 32000-1 §9.4.2). */
function showOne(run: GlyphRun, line: ComposedLine, i: number, font: EmbeddedFont, at: Placement): string {
  const x = at.originX + line.x + (run.xs[i] as Pt)
  const y = at.originY - line.baseline - (run.ys?.[i] ?? 0)
  const matrix = run.turned ? '0 -1 1 0' : '1 0 0 1'
  return `${matrix} ${n(x)} ${n(y)} Tm <${hex(font.cid(run.glyphs[i] as number, run.texts[i] ?? ''))}> Tj`
}

/** Only pure black overprints: it must fall on the black plate alone and never leave a white edge. */
function stateFor({ cmyk: [c, m, y, k] }: Ink): string {
  return c === 0 && m === 0 && y === 0 && k === 100 ? OVERPRINT : KNOCKOUT
}

const cmyk = (ink: Ink): string => ink.cmyk.map((part) => n(part / 100)).join(' ')

/** A number as PDF wants it: no exponent, no more digits than a press can see. */
function n(value: number): string {
  const text = value.toFixed(3).replace(/\.?0+$/, '')
  return text === '-0' ? '0' : text
}
