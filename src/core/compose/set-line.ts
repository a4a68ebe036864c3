/** From a broken line to glyphs at their places, grouped by face, size and ink; all relative to the line's start. */
import type { Preset } from '../doc/schema.ts'
import type { Em, Pt } from '../units.ts'
import { visualOrder } from './bidi.ts'
import { type BrokenLine, endsInWord, giveAt, isGap, isWordSpace, squeezeOf } from './break-lines.ts'
import type { GlyphRun, LineFit } from './composition.ts'
import { stopsIn } from './sort-stops.ts'
import type { Sort, SortGlyph } from './sorts.ts'
import type { Unit } from './unit.ts'

/** A line without a place: what is the same wherever on the page it stands. */
export interface SetLine {
  line: BrokenLine
  runs: GlyphRun[]
  fit: LineFit
  /** The range of the paragraph's text. */
  start: number
  end: number
  /** Without the tracking behind its last character: what is centred or set flush right. */
  widthEm: Em
  /** Characters without spaces, in UTF-16 units. */
  characters: number
  /** As in `LineCarets`. */
  stops: Pt[]
}

/** What is not justified: a credit, a label. */
export type LooseLine = Pick<SetLine, 'runs' | 'widthEm' | 'characters' | 'stops'>

/** Lays out one line. Widths in em become pt at `sizePt`, the paragraph's size; a vertical line runs down. */
export function setLine(
  units: readonly Unit[],
  line: BrokenLine,
  preset: Preset,
  sizePt: Pt,
  vertical: boolean,
  levels?: Uint8Array,
): SetLine {
  const { from, to, next } = line
  const pen = new Pen(sizePt)
  const gapIndex = squeezeOf(preset, 'gap')
  const gapShare = line.shares[gapIndex] ?? 0
  const endShare = line.shares[squeezeOf(preset, 'line-end')] ?? 0
  const start = units[from]?.start ?? units.at(-1)?.end ?? 0
  let copyfitEm = 0
  let characters = 0
  const order = levels && orderOf(units, from, to, levels)
  for (let place = from; place < to; place++) {
    // Gaps keep their places; what stands between them may run from right to left.
    const i = order ? from + (order[place - from] as number) : place
    if (place > from) {
      const { gap, gapGive, western } = units[place] as Unit
      pen.x += gap - gapGive * gapShare
      if (western) pen.x += line.gapStretchEm
      if (isGap(units[place] as Unit)) pen.x += line.stretchEm
    }
    const unit = units[i] as Unit
    const { sort } = unit
    const share = line.shares[sort.by] ?? 0
    const give = giveAt(unit, i === from)
    const given = i < to - 1 ? give * share : givenAtEnd(unit.endGive, give, share, endShare)
    const trim = i === from ? unit.trim : 0
    const width = unit.width - given - trim + (isWordSpace(unit) ? line.wordStretchEm : 0)
    if (levels) pen.stopTurned(unit, start, width, levels)
    else pen.stop(sort)
    pen.put(sort, unit.moved + (given + trim) * sort.leftShare)
    pen.x += width
    copyfitEm += unit.copyfit
    characters += charactersOf(unit)
  }
  pen.stopInBlanks(units, to, next)
  const last = units[to - 1]
  if (last?.hyphen && endsInWord(units, to, next)) pen.put(last.hyphen, 0)
  const { squeezedEm, stretchEm, gapStretchEm, wordStretchEm } = line
  return {
    line,
    runs: vertical ? pen.runs.map(downwards) : pen.runs,
    fit: { squeezedEm, stretchEm, spacesEm: gapStretchEm + wordStretchEm, copyfitEm },
    start,
    end: last === undefined || to === from ? start : last.end,
    widthEm: line.widthEm - (last === undefined || to === from ? 0 : last.tracking),
    characters,
    stops: pen.stops,
  }
}

/** The units of a line as they are seen from left to right; undefined where that is the order of the text. */
function orderOf(units: readonly Unit[], from: number, to: number, levels: Uint8Array): number[] | undefined {
  const own = units.slice(from, to).map(({ start }) => levels[start] as number)
  return own.some((level) => level > 0) ? visualOrder(own) : undefined
}

/** A mark at a line's end gives first what it may give there, then what it could give anywhere beyond that. */
const givenAtEnd = (endGive: Em, give: Em, share: number, endShare: number): Em =>
  endGive * endShare + Math.max(0, give - endGive) * share

/** Units in their natural widths. */
export function setLoose(units: readonly Unit[], sizePt: Pt, vertical: boolean): LooseLine {
  const pen = new Pen(sizePt)
  let characters = 0
  units.forEach((unit, i) => {
    if (i > 0) pen.x += unit.gap
    pen.stop(unit.sort)
    pen.put(unit.sort, unit.moved)
    pen.x += unit.width
    characters += charactersOf(unit)
  })
  pen.stopInBlanks(units, units.length, units.length)
  return {
    runs: vertical ? pen.runs.map(downwards) : pen.runs,
    widthEm: pen.x,
    characters,
    stops: pen.stops,
  }
}

const charactersOf = ({ sort, start, end }: Unit): number => (sort.kind === 'space' ? 0 : end - start)

/** Along the line becomes down the page, and across it becomes right. */
const downwards = (run: GlyphRun): GlyphRun => ({ ...run, xs: run.ys ?? run.xs.map(() => 0), ys: run.xs })

class Pen {
  /** In em of the paragraph. */
  x: Em = 0
  readonly runs: GlyphRun[] = []
  readonly stops: Pt[] = []

  constructor(private readonly sizePt: Pt) {}

  /** The caret's places before the sort and in it, which is about to be put. */
  stop(sort: Sort): void {
    if (sort.text.length === 1) this.stops.push(this.x * this.sizePt)
    else for (const stop of stopsIn(sort)) this.stops.push((this.x + stop) * this.sizePt)
  }

  /** The same where text may run from right to left: what is not a word of it has its caret at its right edge. */
  stopTurned({ sort, start }: Unit, lineStart: number, width: Em, levels: Uint8Array): void {
    const turned = (levels[start] as number) % 2 === 1 && !sort.rightToLeft
    stopsIn(sort).forEach((stop, k) => {
      this.stops[start - lineStart + k] = (this.x + (turned && k === 0 ? width : stop)) * this.sizePt
    })
  }

  /** The caret goes on over the spaces that end a line, up to its forced break; behind all stands its last place. */
  stopInBlanks(units: readonly Unit[], to: number, next: number): void {
    let x = this.x
    for (let i = to; i < next; i++) {
      const { sort, width } = units[i] as Unit
      if (sort.kind === 'break') break
      for (let k = 0; k < sort.text.length; k++) {
        this.stops.push((x + (k * width) / sort.text.length) * this.sizePt)
      }
      x += width
    }
    this.stops.push(x * this.sizePt)
  }

  put({ glyphs }: Sort, moved: Em): void {
    for (const glyph of glyphs) this.push(glyph, (this.x + glyph.x - moved) * this.sizePt)
  }

  private push(glyph: SortGlyph, x: Pt): void {
    const last = this.runs.at(-1)
    const run = last && fits(last, glyph) ? last : this.begin(glyph)
    run.glyphs.push(glyph.id)
    run.xs.push(x)
    run.texts.push(glyph.text)
    run.ys?.push((glyph.y ?? 0) * this.sizePt)
  }

  private begin({ face, sizePt, ink, y, turned }: SortGlyph): GlyphRun {
    const run: GlyphRun = { face, sizePt, ink, glyphs: [], xs: [], texts: [] }
    if (y !== undefined) run.ys = []
    if (turned) run.turned = true
    this.runs.push(run)
    return run
  }
}

const fits = (run: GlyphRun, glyph: SortGlyph): boolean =>
  run.face === glyph.face &&
  run.sizePt === glyph.sizePt &&
  run.ink === glyph.ink &&
  (run.ys === undefined) === (glyph.y === undefined) &&
  run.turned === glyph.turned
