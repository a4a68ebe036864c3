/**
 * A paragraph as units: the smallest things a line is built of. A unit is one Han character or mark, one
 * number with its sign and per cent, one Latin word, one dash or ellipsis, one space. Everything a line
 * break needs is summed up here once (the costly part: shaping); breaking is arithmetic on the result.
 */
import type { CharacterStyle, PageDoc, Paragraph, ParagraphStyle, Preset } from '../doc/schema.ts'
import type { Features, ShapedGlyph, Shaper } from '../fonts.ts'
import type { Em, Pt } from '../units.ts'
import type { Ink } from './composition.ts'

export interface UnitGlyph {
  face: string
  id: number
  text: string
  /** From the unit's left edge, in em of the paragraph. */
  x: Em
  sizePt: Pt
  ink: Ink
}

export interface Unit {
  /** The range of the paragraph's text, UTF-16. */
  start: number
  end: number
  kind: 'text' | 'space'
  /** All widths are in em of the paragraph's size. */
  width: Em
  /** Rigid space before it, unless it opens a line. */
  gap: Em
  /** What it can give up, and the glyph's share of that as a move to the left. */
  squeeze: Em
  /** What copyfit records added to the width. */
  copyfit: Em
  opening: boolean
  /** May a line begin with it? */
  canStart: boolean
  glyphs: UnitGlyph[]
}

export interface PreparedParagraph {
  units: Unit[]
  /** What stands at the right end of the last line (署名), and how far in. */
  ending: Unit[]
  endInset: Em
  style: ParagraphStyle
  missing: { character: string; face: string; start: number }[]
}

interface Preparing extends PreparedParagraph {
  /** Space that the run just finished wants before whatever follows. */
  gapAfter: Em
}

const NUMBER = '\\d+(?:[.,]\\d+)*(?:[-~～]\\d+(?:[.,]\\d+)*)*[%％‰℃]?'
const WORD = "[\\p{Script=Latin}@][\\p{Script=Latin}\\d@._'’+&/:-]*"
const TOKEN = new RegExp(
  `——|⸺|……|${NUMBER}|${WORD}|[ \\t\\u00a0\\u3000]+|\\P{M}[\\p{M}\\u200d\\ufe0f]*|.`,
  'gsu',
)
const HAN = /^[\p{Script=Han}〇]/u

/** Splits and shapes a paragraph; the styles named in it must exist in the document. */
export function prepareParagraph(doc: PageDoc, paragraph: Paragraph, shaper: Shaper): PreparedParagraph {
  const style = styleOf(doc.paragraphStyles, paragraph.style)
  const preset = styleOf(doc.presets, style.preset)
  const prepared: Preparing = { units: [], ending: [], endInset: 0, style, missing: [], gapAfter: 0 }
  let offset = 0
  for (const run of paragraph.runs) {
    const character = run.style === undefined ? {} : styleOf(doc.characterStyles, run.style)
    const maker = new UnitMaker(doc, style, character, preset, shaper, prepared)
    for (const match of run.text.matchAll(TOKEN)) maker.add(match[0], offset + match.index)
    maker.finishRun()
    offset += run.text.length
  }
  for (const units of [prepared.units, prepared.ending]) {
    settleNeighbours(units, paragraph, preset)
    applyTracking(units, paragraph, style)
  }
  return prepared
}

function styleOf<T>(styles: Record<string, T>, name: string): T {
  const style = styles[name]
  if (style === undefined) throw new Error(`the document has no style or preset named ${name}`)
  return style
}

/** Makes the units of one run, in one face and size. */
class UnitMaker {
  private readonly face: string
  private readonly sizePt: Pt
  private readonly scale: number
  private readonly ink: Ink
  private readonly line: Unit[]

  constructor(
    doc: PageDoc,
    style: ParagraphStyle,
    private readonly character: CharacterStyle,
    private readonly preset: Preset,
    private readonly shaper: Shaper,
    private readonly out: Preparing,
  ) {
    this.face = character.face ?? style.face
    this.sizePt = character.sizePt ?? style.sizePt
    this.scale = this.sizePt / style.sizePt
    this.ink = styleOf(doc.swatches, character.swatch ?? style.swatch)
    this.line = character.endInsetEm === undefined ? out.units : out.ending
    out.endInset = character.endInsetEm ?? out.endInset
  }

  add(token: string, start: number): void {
    const unit: Unit = {
      start,
      end: start + token.length,
      kind: /^\s/u.test(token) ? 'space' : 'text',
      width: 0,
      gap: 0,
      squeeze: 0,
      copyfit: 0,
      opening: this.preset.opening.includes(token),
      canStart: true,
      glyphs: [],
    }
    if (/^[\d+]/.test(token)) this.addFigures(unit, token)
    else this.addGlyphs(unit, token, [], undefined)
    if (this.preset.tight.includes(token)) this.tighten(unit)
    // An opening mark brings white of its own (CLREQ #punctuation_width_adjustment).
    if (!unit.opening) unit.gap = this.out.gapAfter
    this.out.gapAfter = 0
    this.line.push(unit)
  }

  finishRun(): void {
    this.out.gapAfter = this.character.gapAfterEm ?? 0
  }

  /** Figures at the house's widths: half-width digits, a narrow point, a full-width per cent and range dash. */
  private addFigures(unit: Unit, token: string): void {
    for (const character of token) {
      if (/[\d+]/.test(character)) this.addGlyphs(unit, character, ['hwid'], this.preset.digitEm)
      else if (/[%％‰℃]/.test(character)) this.addGlyphs(unit, character, ['fwid'], this.preset.percentEm)
      else if (/[.,]/.test(character)) this.addGlyphs(unit, character, [], this.preset.pointEm)
      else this.addGlyphs(unit, character, ['fwid'], this.preset.rangeEm)
    }
  }

  /** Appends a shaped token to the unit, centred in `width` where the house sets one apart from the font's. */
  private addGlyphs(unit: Unit, text: string, features: Features, width: Em | undefined): void {
    const { face, token } = this.shapeSomewhere(text, features, unit.start)
    const own = token.advance
    const lead = width === undefined ? 0 : (width - own) / 2
    let pen = unit.width + lead * this.scale
    for (const glyph of token.glyphs) {
      unit.glyphs.push(this.glyphAt(face, glyph, pen))
      pen += glyph.advance * this.scale
    }
    unit.width += (width ?? own) * this.scale
  }

  private glyphAt(face: string, glyph: ShapedGlyph, pen: Em): UnitGlyph {
    const { id, text, dx } = glyph
    return { face, id, text, x: pen + dx * this.scale, sizePt: this.sizePt, ink: this.ink }
  }

  /** The face itself, or the first of its fallbacks that has the glyph; a glyph that none has is reported. */
  private shapeSomewhere(text: string, features: Features, start: number) {
    const wanted = this.shaper.face(this.face)
    const borrowed = wanted.borrowed !== undefined && [...text].every((c) => wanted.borrowed?.includes(c))
    let face = borrowed && wanted.fallback !== undefined ? wanted.fallback : this.face
    const tried = new Set<string>()
    for (;;) {
      const token = this.shaper.shape(face, text, features)
      tried.add(face)
      const next = this.shaper.face(face).fallback
      if (token.missing === undefined) return { face, token }
      if (next === undefined || tried.has(next)) {
        this.out.missing.push({ character: token.missing, face: this.face, start })
        return { face, token }
      }
      face = next
    }
  }

  private tighten(unit: Unit): void {
    const cut = unit.width - this.preset.squeezedEm * this.scale
    if (unit.opening) for (const glyph of unit.glyphs) glyph.x -= cut
    unit.width -= cut
  }
}

/** What depends on the neighbours: who may start a line, who can be squeezed, gaps before figures. */
function settleNeighbours(units: Unit[], paragraph: Paragraph, preset: Preset): void {
  const text = paragraph.runs.map((run) => run.text).join('')
  const tokens = units.map((unit) => text.slice(unit.start, unit.end))
  units.forEach((unit, i) => {
    const token = tokens[i] as string
    const before = tokens[i - 1]
    const previous = units[i - 1]
    unit.canStart =
      unit.kind === 'text' &&
      !preset.neverStart.includes(firstOf(token)) &&
      (before === undefined || !preset.neverEnd.includes(before))
    if (preset.squeezable.includes(token) && !preset.tight.includes(token)) {
      // Two closing marks share one half em of white: the second has only what the first left.
      const shared =
        previous && !unit.opening && preset.closing.includes(before ?? '') && previous.squeeze > 0
      unit.squeeze = shared ? 0 : unit.width - preset.squeezedEm
    }
    if (/^\d/.test(token) && before !== undefined && HAN.test(before)) unit.gap += preset.gapBeforeFiguresEm
    if (token === ' ' && HAN.test(before ?? '') && HAN.test(tokens[i + 1] ?? '')) {
      unit.width = preset.hanSpaceEm
    }
  })
}

const firstOf = (token: string): string => String.fromCodePoint(token.codePointAt(0) as number)

/** The style's tracking and the copyfit records, both as extra width behind each character. */
function applyTracking(units: Unit[], paragraph: Paragraph, style: ParagraphStyle): void {
  for (const unit of units) {
    for (const record of paragraph.copyfit ?? []) {
      if (unit.start >= record.start && unit.end <= record.end) unit.copyfit += record.trackingEm
    }
    unit.width += style.trackingEm + unit.copyfit
  }
}
