/**
 * A story along its track: paragraphs are broken line by line at the measure of the place that the line falls
 * into, subheads stay with what follows them, and what finds no room is counted as overset (溢流).
 *
 * Every paragraph leaves a checkpoint: from where to where it ran, and its lines. Flowing again takes a
 * paragraph's lines as they are when it has not changed and begins at the same place.
 */
import type { Diagnostic } from '../diagnostics.ts'
import type { Em, Pt } from '../units.ts'
import { type BrokenLine, breakLine } from './break-lines.ts'
import { breakWhole } from './break-paragraph.ts'
import type { ComposedLine, StoryFit } from './composition.ts'
import { type LooseLine, type SetLine, setLine, setLoose } from './set-line.ts'
import { nextRow, type Place, type Slot, START, samePlace, type Track } from './track.ts'
import type { Unit } from './unit.ts'
import { type PreparedParagraph, partWideUnits } from './units.ts'

/** What stands at a line's right end besides (署名), and its range of the text. */
export interface Ending extends LooseLine {
  start: number
  end: number
}

/** A line on the track. Without a slot it is overset. */
export interface PlacedLine {
  paragraph: number
  prepared: PreparedParagraph
  set: SetLine
  slot: Slot | undefined
  indent: Em
  ending?: Ending
  /** As it was positioned last: a line that keeps its place stays the same object. */
  positioned?: { offset: Pt; line: ComposedLine }
}

interface Checkpoint {
  prepared: PreparedParagraph
  from: Place
  to: Place
  lines: PlacedLine[]
  diagnostics: Diagnostic[]
}

export interface FlowedStory {
  lines: PlacedLine[]
  fit: StoryFit
  diagnostics: Diagnostic[]
  checkpoints: Checkpoint[]
  end: Place
}

/** The least white between a paragraph's end and a credit on the same line. */
const CREDIT_GAP_EM = 1

export interface FlowSetting {
  track: Track
  /** A line's height in frames on the grid, per row of its style. */
  leading: Pt
  /** The measure of text that has no frame at all. */
  homeless: Pt
  story: string
}

/** `before` is the same story's flow along the same track, with any of its paragraphs changed since. */
export function flowStory(
  paragraphs: readonly PreparedParagraph[],
  setting: FlowSetting,
  before?: FlowedStory,
): FlowedStory {
  const checkpoints: Checkpoint[] = []
  let place = START
  paragraphs.forEach((prepared, index) => {
    const known = before?.checkpoints[index]
    const same = known?.prepared === prepared && samePlace(known.from, place)
    const checkpoint = same ? known : new ParagraphFlow(prepared, index, setting, place).run()
    checkpoints.push(checkpoint)
    place = checkpoint.to
  })
  const lines = checkpoints.flatMap((checkpoint) => checkpoint.lines)
  const fit = fitOf(lines)
  const diagnostics = checkpoints.flatMap((checkpoint) => checkpoint.diagnostics)
  if (fit.oversetLines > 0) {
    const params = { lines: fit.oversetLines, characters: fit.oversetCharacters }
    diagnostics.push({ code: 'overset', severity: 'error', at: { story: setting.story }, params })
  }
  return { lines, fit, diagnostics, checkpoints, end: place }
}

function fitOf(lines: readonly PlacedLine[]): StoryFit {
  const fit: StoryFit = { lines: lines.length, oversetLines: 0, oversetCharacters: 0 }
  for (const { slot, set, ending } of lines) {
    if (slot) continue
    fit.oversetLines++
    fit.oversetCharacters += set.characters + (ending?.characters ?? 0)
  }
  return fit
}

/** A paragraph without text has a line all the same, and so has what follows a forced break. */
const isOpen = (units: readonly Unit[]): boolean => units.length === 0 || units.at(-1)?.sort.kind === 'break'

class ParagraphFlow {
  private readonly lines: PlacedLine[] = []
  private readonly diagnostics: Diagnostic[] = []
  private readonly units: readonly Unit[]

  constructor(
    private readonly prepared: PreparedParagraph,
    private readonly index: number,
    private readonly setting: FlowSetting,
    private place: Place,
  ) {
    const { sizePt, indentEm } = prepared.style
    const narrowest = Math.min(setting.track.narrowest, setting.homeless) / sizePt
    this.units = partWideUnits(prepared.units, narrowest, indentEm)
    if (prepared.set.units !== this.units) prepared.set = { units: this.units, lines: new Map() }
  }

  run(): Checkpoint {
    const from = this.place
    this.reportFaults()
    this.keepTogether()
    if (!this.placeWhole()) this.placeFirstFit()
    if (this.units.length === 0 && this.prepared.ending.length > 0) this.placeEndingAlone()
    else if (this.prepared.ending.length === 0 && isOpen(this.units)) this.placeNothing()
    const to = nextRow(this.place)
    return { prepared: this.prepared, from, to, lines: this.lines, diagnostics: this.diagnostics }
  }

  private get height(): Pt {
    return this.heightIn(this.place.column)
  }

  private heightIn(column: number): Pt {
    const { style } = this.prepared
    const strip = this.setting.track.columns[column] ?? this.setting.track.columns.at(-1)
    return strip && strip.frame.vertical !== 'grid' ? style.leadingPt : style.rows * this.setting.leading
  }

  /** A subhead leaves a column's foot together with the first line after it. */
  private keepTogether(): void {
    if (this.prepared.style.keepWithNext) this.leaveColumnUnless(this.height + this.setting.leading)
  }

  /** Goes to a column with this much room, where any column of the track has it. */
  private leaveColumnUnless(room: Pt): void {
    const { track } = this.setting
    if (!track.columns.some((_, column) => track.hasRoom({ ...START, column }, room))) return
    while (!track.hasRoom(this.place, room)) this.place = { ...START, column: this.place.column + 1 }
  }

  private placeFirstFit(): void {
    let at = 0
    while (at < this.units.length) {
      if (this.prepared.style.keepLines) this.keepLines(at)
      const indent = at === 0 ? this.prepared.style.indentEm : 0
      const found = this.setting.track.slotAt(this.place, this.height)
      const measure = this.measureOf(found?.slot) - indent
      const set = this.lineAt(at, measure)
      if (found?.slot.narrowed && (set.line.forced || set.line.overfullEm > 0)) {
        // Not even a piece fits beside the obstacle: the part stays empty.
        this.place = found.after
        continue
      }
      this.put(set, indent, found)
      at = set.line.next
    }
  }

  /** False where the paragraph's lines are to be taken one by one. */
  private placeWhole(): boolean {
    const { track } = this.setting
    const { style, preset } = this.prepared
    const { indentEm, keepLines } = style
    if (keepLines || preset.breaking === 'first-fit') return false
    const slots: ReturnType<Track['slotAt']>[] = []
    const measureAt = (line: number): Em => {
      while (slots.length <= line) {
        const from = slots.length === 0 ? this.place : slots.at(-1)?.after
        slots.push(from && track.slotAt(from, this.heightIn(from.column)))
      }
      return this.measureOf(slots[line]?.slot) - (line === 0 ? indentEm : 0)
    }
    const lines = breakWhole(
      this.units,
      { of: measureAt, steadyFrom: track.steady ? 1 : Number.POSITIVE_INFINITY },
      preset,
    )
    lines?.forEach((line, i) => {
      measureAt(i)
      this.put(this.setAt(line), i === 0 ? indentEm : 0, slots[i])
    })
    return lines !== null
  }

  /** Moves on where too few lines of the paragraph would stand at this column's foot or the next one's top. */
  private keepLines(at: number): void {
    const { foot = 1, top = 1 } = this.prepared.style.keepLines ?? {}
    const { track } = this.setting
    const height = this.height
    if (this.place.used === 0) return
    let room = 0
    while (track.hasRoom(this.place, (room + 1) * height) && room < foot + top) room++
    const left = this.linesFrom(at, room + top)
    if (left <= room) return
    const tooFewBelow = left - room < top
    const stay = tooFewBelow ? left - top : room
    const needed = at === 0 ? foot : 1
    if (stay < needed) this.leaveColumnUnless((room + 1) * height)
  }

  /** How many lines there are from unit `at` on, at most `most`. */
  private linesFrom(at: number, most: number): number {
    const measure = this.measureOf(this.setting.track.slotAt(this.place, this.height)?.slot)
    let count = 0
    for (let from = at; from < this.units.length && count < most; count++) {
      from = this.lineAt(from, measure - (from === 0 ? this.prepared.style.indentEm : 0)).line.next
    }
    return count
  }

  private measureOf(slot: Slot | undefined): Em {
    const last = this.setting.track.columns.at(-1)
    return (slot?.width ?? last?.box.width ?? this.setting.homeless) / this.prepared.style.sizePt
  }

  private lineAt(at: number, measure: Em): SetLine {
    const { lines } = this.prepared.set
    const known = lines.get(at)
    if (known?.measure === measure) return known.set
    const set = this.setAt(breakLine(this.units, at, measure, this.prepared.preset))
    lines.set(at, { measure, set })
    return set
  }

  private setAt(line: BrokenLine): SetLine {
    const { preset, style, vertical, levels } = this.prepared
    const fitted =
      style.align === 'justify' ? line : { ...line, wordStretchEm: 0, gapStretchEm: 0, stretchEm: 0 }
    return setLine(this.units, fitted, preset, style.sizePt, vertical, levels)
  }

  /** Puts a line at its place; a last line takes the credit with it, or the credit gets its own. */
  private put(set: SetLine, indent: Em, found: ReturnType<Track['slotAt']>): void {
    const { ending, endInset, style } = this.prepared
    const credit = set.line.next >= this.units.length && ending.length > 0
    const measure = this.measureOf(found?.slot)
    const signed = credit ? setLoose(ending, style.sizePt, this.prepared.vertical) : undefined
    const beside = signed && measure - indent - set.line.widthEm >= signed.widthEm + endInset + CREDIT_GAP_EM
    this.push(set, indent, found, beside ? signed : undefined)
    const { overfullEm, forced } = set.line
    if (overfullEm > 0 || forced) {
      this.report(overfullEm > 0 ? 'line-overfull' : 'line-forced', 'warning', {})
    }
    if (credit && !beside) this.placeEndingAlone()
  }

  private placeEndingAlone(): void {
    const { ending, style, preset, vertical } = this.prepared
    const nothing = breakLine(this.units, this.units.length, 1, preset)
    const found = this.setting.track.slotAt(nextRow(this.place), this.height)
    const set = setLine(this.units, nothing, preset, style.sizePt, vertical)
    this.push(set, 0, found, setLoose(ending, style.sizePt, vertical))
  }

  /** An empty line, which a writer can write on. */
  private placeNothing(): void {
    const { style, preset, vertical } = this.prepared
    const nothing = breakLine(this.units, this.units.length, 1, preset)
    const found = this.setting.track.slotAt(nextRow(this.place), this.height)
    const indent = this.units.length === 0 ? style.indentEm : 0
    this.push(setLine(this.units, nothing, preset, style.sizePt, vertical), indent, found, undefined)
  }

  private push(
    set: SetLine,
    indent: Em,
    found: ReturnType<Track['slotAt']>,
    signed: LooseLine | undefined,
  ): void {
    const start = this.prepared.ending[0]?.start ?? 0
    const end = this.prepared.ending.at(-1)?.end ?? 0
    this.lines.push({
      paragraph: this.index,
      prepared: this.prepared,
      set,
      slot: found?.slot,
      indent,
      ...(signed && { ending: { ...signed, start, end } }),
    })
    this.place = found?.after ?? { ...START, column: this.setting.track.columns.length }
  }

  private reportFaults(): void {
    for (const { kind, character, face } of this.prepared.faults) {
      if (kind === 'rtl') this.report('right-to-left', 'info', { text: character })
      else if (kind === 'control')
        this.report('control-character', 'warning', { codePoint: codePoint(character) })
      else this.report('missing-glyph', 'error', { character, codePoint: codePoint(character), face })
    }
  }

  private report(
    code: string,
    severity: Diagnostic['severity'],
    params: Record<string, string | number>,
  ): void {
    const at = { story: this.setting.story }
    this.diagnostics.push({ code, severity, at, params: { ...params, paragraph: this.index + 1 } })
  }
}

/** U+4DAE */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
