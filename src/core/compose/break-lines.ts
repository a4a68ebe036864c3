/**
 * Breaking and justifying one line.
 *
 * First fit on minimum widths (先挤进): a line takes the next unbreakable piece as long as it would fit with
 * everything that may be squeezed at its narrowest. Breaks stand only where no mark is forced to a line's start
 * or end (CLREQ #prohibition_rules_for_line_start_end). What is then too much is squeezed in the order of the
 * preset, what is left is stretched in its order (CLREQ #punctuation_width_adjustment, #line_adjustment).
 */
import type { Preset } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import type { Unit } from './unit.ts'

export interface BrokenLine {
  /** Units `from` to `to` (exclusive); spaces at its end are not drawn. */
  from: number
  to: number
  /** Where the next line begins. */
  next: number
  /** Set when the paragraph or a forced break ends here: nothing is stretched. */
  last: boolean
  /** For each squeeze of the preset, the share of it that is used, 0 to 1. */
  shares: readonly number[]
  squeezedEm: Em
  /** Added to each word space, to each western gap, and then to every gap. */
  wordStretchEm: Em
  gapStretchEm: Em
  stretchEm: Em
  /** Natural width less what was squeezed, without stretch. */
  widthEm: Em
  /** How far it is beyond the measure when nothing could be done, else 0. */
  overfullEm: Em
  /** Broken where no break stands, because not even the first piece fits. */
  forced?: true
}

export const HAIR = 1e-6

/** Stretch beyond this at each gap makes a line loose (CLREQ knows no limit; a quarter em shows). */
export const LOOSE_EM = 0.25

/** The line that begins with unit `from` in this measure. */
export function breakLine(units: readonly Unit[], from: number, measure: Em, preset: Preset): BrokenLine {
  const next = fitUnits(units, from, measure)
  if (next < units.length && !(units[next] as Unit).canStart && !isBreak(units[next - 1] as Unit)) {
    return { ...justify(units, from, next, measure, preset), forced: true }
  }
  const line = justify(units, from, next, measure, preset)
  return preset.orphanControl ? avoidOrphan(units, line, measure, preset) : line
}

/**
 * Where the line ends that takes all that fits at its narrowest. It is asked for every line of a paragraph with every
 * key, so its sums are plain variables.
 */
function fitUnits(units: readonly Unit[], from: number, measure: Em): number {
  let least = 0
  let taken = from
  let to = from
  while (to < units.length) {
    if (isBreak(units[to] as Unit)) return to + 1
    const end = pieceEnd(units, to)
    // A space that ends the line is not drawn, so it never decides whether a piece fits.
    const drawn = trimEnd(units, to, end)
    for (; taken < drawn; taken++) least += leastAt(units[taken] as Unit, taken === from)
    if (least - (taken > from ? moreAtEnd(units[taken - 1] as Unit) : 0) > measure + HAIR) {
      if (to > from) return to
      // Not even the first piece fits: as much of it as does, at least one unit.
      return fitAnything(units, from, end, measure)
    }
    for (; taken < end; taken++) least += leastAt(units[taken] as Unit, taken === from)
    to = end
  }
  return to
}

/** A unit's width at its narrowest, with the gap before it. */
const leastAt = (unit: Unit, first: boolean): Em =>
  first ? unit.width - unit.trim - giveAt(unit, true) : unit.width + unit.gap - unit.gapGive - unit.give

/** What the unit that ends a line gives up there beyond that, less the hyphen that it may need. */
const moreAtEnd = ({ endGive, give, hyphen }: Unit): Em => Math.max(0, endGive - give) - (hyphen?.width ?? 0)

const isBreak = (unit: Unit): boolean => unit.sort.kind === 'break'

/** The first place after `at` where a line may end. */
export function pieceEnd(units: readonly Unit[], at: number): number {
  let end = at + 1
  while (end < units.length && !(units[end] as Unit).canStart && !isBreak(units[end] as Unit)) end++
  return end
}

function fitAnything(units: readonly Unit[], from: number, end: number, measure: Em): number {
  let least = leastAt(units[from] as Unit, true)
  let to = from + 1
  for (; to < end; to++) {
    const unit = units[to] as Unit
    least += leastAt(unit, false)
    if (least - moreAtEnd(unit) > measure + HAIR) return to
  }
  return to
}

export function trimEnd(units: readonly Unit[], from: number, to: number): number {
  let end = to
  while (end > from && isBlank(units[end - 1] as Unit)) end--
  return end
}

const isBlank = ({ sort }: Unit): boolean => sort.kind === 'space' || sort.kind === 'break'

/** What a unit can give up; a mark trimmed at the line's start has given its white already. */
export const giveAt = (unit: Unit, first: boolean): Em =>
  first ? Math.max(0, unit.give - unit.trim) : unit.give

/** Width of a growing line: natural, and what it could give up. */
export class RunningWidth {
  natural: Em = 0
  give: Em = 0
  to: number

  constructor(
    private readonly units: readonly Unit[],
    private readonly from: number,
  ) {
    this.to = from
  }

  /** Takes the units up to `end`, exclusive. */
  take(end: number): void {
    for (; this.to < end; this.to++) {
      const unit = this.units[this.to] as Unit
      if (this.to === this.from) {
        this.natural += unit.width - unit.trim
        this.give += giveAt(unit, true)
      } else {
        this.natural += unit.width + unit.gap
        this.give += unit.gapGive + unit.give
      }
    }
  }

  /** At its narrowest, with the last unit at a line's end. */
  least(): Em {
    const last = this.units[this.to - 1]
    if (last === undefined || this.to === this.from) return this.natural
    const more = Math.max(0, last.endGive - last.give)
    return this.natural - this.give - more + (last.hyphen?.width ?? 0)
  }
}

/** Brings units `from` to `next` to the measure. */
export function justify(
  units: readonly Unit[],
  from: number,
  next: number,
  measure: Em,
  preset: Preset,
): BrokenLine {
  const to = trimEnd(units, from, next)
  const last = next >= units.length || isBreak(units[next - 1] as Unit)
  const sum = sumUp(units, from, to, next, preset)
  const excess = sum.natural - measure
  let squeezedEm = 0
  const shares = sum.gives
  for (const [i, give] of shares.entries()) {
    const used = Math.min(give, Math.max(0, excess - squeezedEm))
    squeezedEm += used
    shares[i] = give > 0 ? used / give : 0
  }
  const widthEm = sum.natural - squeezedEm
  const overfullEm = Math.max(0, excess - squeezedEm - HAIR)
  const line = { from, to, next, last, shares, squeezedEm, ...UNSTRETCHED, widthEm, overfullEm }
  if (!last && excess < 0) stretch(line, -excess, sum, preset)
  return line
}

const UNSTRETCHED = { wordStretchEm: 0, gapStretchEm: 0, stretchEm: 0 }

interface LineSum {
  natural: Em
  /** What each squeeze of the preset can take. */
  gives: Em[]
  gaps: number
  /** Word spaces, and gaps beside figures and words: how many, and how wide the last of them is. */
  spaces: number
  spaceEm: Em
  westerns: number
  westernEm: Em
}

function sumUp(units: readonly Unit[], from: number, to: number, next: number, preset: Preset): LineSum {
  const gives: Em[] = new Array(preset.squeezes.length).fill(0)
  const gapIndex = squeezeOf(preset, 'gap')
  let natural = 0
  let gaps = 0
  let spaces = 0
  let spaceEm = 0
  let westerns = 0
  let westernEm = 0
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    if (i === from) natural += unit.width - unit.trim
    else {
      natural += unit.width + unit.gap
      addGive(gives, gapIndex, unit.gapGive)
      if (isGap(unit)) gaps++
      if (unit.western) {
        westerns++
        westernEm = unit.gap
      }
    }
    if (isWordSpace(unit)) {
      spaces++
      spaceEm = unit.width
    }
    if (i < to - 1) addGive(gives, unit.sort.by, giveAt(unit, i === from))
  }
  const last = units[to - 1]
  if (last !== undefined && to > from) {
    addGive(gives, squeezeOf(preset, 'line-end'), last.endGive)
    addGive(gives, last.sort.by, giveAt(last, to - 1 === from) - last.endGive)
    if (endsInWord(units, to, next)) natural += last.hyphen?.width ?? 0
  }
  return { natural, gives, gaps, spaces, spaceEm, westerns, westernEm }
}

function addGive(gives: Em[], index: number, em: Em): void {
  if (index >= 0 && em > 0) gives[index] = (gives[index] as number) + em
}

/** Where in the preset's order gaps give, or the mark at a line's end; -1 where they don't. */
export function squeezeOf({ squeezes }: Preset, what: 'gap' | 'line-end'): number {
  for (let i = 0; i < squeezes.length; i++) if (squeezes[i]?.what === what) return i
  return -1
}

/** Whether there is a gap before a unit inside a line, which stretching may widen. */
export const isGap = ({ joined, sort }: Unit): boolean => !joined && sort.kind !== 'nothing'

/** A space, which stretches as a word space does. */
export const isWordSpace = ({ sort }: Unit): boolean => sort.kind === 'space'

/** Whether a line that ends before unit `next` parts a word with a hyphen. */
export const endsInWord = (units: readonly Unit[], to: number, next: number): boolean =>
  to === next && units[to - 1]?.hyphen !== undefined && units[next]?.joined === true

/** Shares out what is left: first within the limits of the preset's stretches, then over all gaps evenly. */
function stretch(line: BrokenLine, left: Em, sum: LineSum, preset: Preset): void {
  let rest = left
  for (const { what, toEm } of preset.stretches) {
    const count = what === 'gap' ? sum.westerns : sum.spaces
    if (count === 0) continue
    const widthEm = what === 'gap' ? sum.westernEm : sum.spaceEm
    const each = Math.min(rest / count, Math.max(0, toEm - widthEm))
    rest -= each * count
    if (what === 'gap') line.gapStretchEm = each
    else line.wordStretchEm = each
  }
  if (sum.gaps > 0 && rest > HAIR) line.stretchEm = rest / sum.gaps
}

/** Where one character alone would be left for the last line, this line gives it a neighbour, if it can. */
function avoidOrphan(units: readonly Unit[], line: BrokenLine, measure: Em, preset: Preset): BrokenLine {
  if (!isOrphan(units, line.next)) return line
  let next = line.next - 1
  while (next > line.from && !(units[next] as Unit).canStart) next--
  if (next <= line.from) return line
  const earlier = justify(units, line.from, next, measure, preset)
  return earlier.stretchEm > LOOSE_EM || earlier.to - earlier.from < 2 ? line : earlier
}

/** Whether what is left from unit `from` is a single character, with or without closing marks behind it. */
export function isOrphan(units: readonly Unit[], from: number): boolean {
  let characters = 0
  for (let i = from; i < units.length; i++) {
    const { kind } = (units[i] as Unit).sort
    if (kind === 'figures' || kind === 'word' || kind === 'break') return false
    if (kind === 'han' || kind === 'other') characters++
    if (characters > 1) return false
  }
  return characters === 1
}
