import type { Em } from '../../units.ts'
import type { PageLine } from '../lines/line-features.ts'

/** What a printed line is to its paragraph. */
export type BodyLabel =
  /** A paragraph's first line, indented by two em. */
  | 'first'
  /** A first line that is not indented: captions. */
  | 'flush'
  | 'middle'
  | 'last'
  /** A paragraph of one line. */
  | 'single'
  | 'subhead'
  /** A credit on a line of its own. */
  | 'credit'
export type LineLabel = BodyLabel | 'display'

export const BODY_LABELS: readonly BodyLabel[] = [
  'first',
  'flush',
  'middle',
  'last',
  'single',
  'subhead',
  'credit',
]

export const INDENT: Em = 2
/** A line wider than any column: running text that was never broken into printed lines. */
export const UNBROKEN: Em = 48
const IMPOSSIBLE = Number.POSITIVE_INFINITY
const MAX_FIT_COST = 5.5
const MAX_COMPRESSED = 3

const parabola = (distance: number, spread: number): number => {
  const share = distance / spread
  return (share * share) / 2
}
const sum = (...costs: (number | false | undefined)[]): number =>
  costs.reduce<number>((total, cost) => total + (cost || 0), 0)

/**
 * What it costs that a line is this or that in a column of some measure; infinite when it cannot be. Weights set
 * by hand. It is asked for every measure of the page: what does not depend on that is worked out once.
 */
export class BodyCosts {
  readonly #line: PageLine
  readonly #compressible: number
  readonly #nextPiece: Em
  readonly #badStart: number
  readonly #first: number
  readonly #flush: number
  readonly #inside: number
  readonly #unmarked: number
  readonly #end: number
  /** The measure that the fit was last worked out for, as two labels in a row ask for the same. */
  #fitFor: Em = Number.NaN
  #lastFit = 0

  /** `next` is the line that follows; undefined where any may. */
  constructor(line: PageLine, next: PageLine | undefined) {
    this.#line = line
    this.#compressible = Math.min(line.compressible, MAX_COMPRESSED)
    this.#nextPiece = next && !next.doubled ? next.firstPiece : 1
    this.#badStart = line.startsWithClosing ? 0.5 : 0
    this.#first = firstLineCost(line)
    this.#flush = flushCost(line)
    this.#inside = 1.4 * line.endsSentence
    this.#unmarked = line.hasPunctuation ? 0 : 0.4
    this.#end = 1 + endCost(line, 0.8, 0.8, 5)
  }

  of(label: BodyLabel, measure: Em): number {
    const line = this.#line
    if (line.doubled) return IMPOSSIBLE
    if (line.width > UNBROKEN) return label === 'single' ? 1 : IMPOSSIBLE
    const startsParagraph = label !== 'middle' && label !== 'last' && label !== 'credit'
    if (line.startsWithClosing && startsParagraph) return IMPOSSIBLE
    if (line.captionMark && label !== 'flush' && label !== 'single') return IMPOSSIBLE
    switch (label) {
      case 'first':
        return this.#fit(measure - INDENT) + this.#first
      case 'flush':
        return this.#fit(measure) + this.#first + this.#flush
      case 'middle':
        return this.#badStart + this.#fit(measure) + this.#inside + this.#unmarked
      case 'last':
        return this.#badStart + this.#lastLine(measure)
      case 'single':
        return singleLineCost(line, measure)
      case 'subhead':
        return subheadCost(line, measure)
      case 'credit':
        return this.#badStart + creditLineCost(line, measure)
    }
  }

  /**
   * How badly a full line fits a measure. A line is full when it is no wider than the measure, give or take
   * half an em for each mark that can be compressed, and when the first unbreakable piece of the next line
   * would not have fitted any more. The distance to the measure alone is a poorer test.
   */
  #fit(measure: Em): number {
    if (measure !== this.#fitFor) {
      this.#fitFor = measure
      this.#lastFit = this.#fitCost(measure)
    }
    return this.#lastFit
  }

  #fitCost(measure: Em): number {
    const { width, solidWidth, letterSpaced, hasLatin } = this.#line
    if (letterSpaced) {
      // letter-spacing fills any measure: only a line too wide for it says something
      const excess = solidWidth - measure
      if (excess > 0.8) return Math.min(MAX_FIT_COST, 2 + excess * 1.5)
      return excess < -8 ? 3 : 0.3
    }
    const nextPiece = this.#nextPiece
    const widest = measure + 0.5 * this.#compressible + 0.15
    const narrowest = measure - nextPiece - 0.15
    const usual = measure - 0.2 + 0.2 * this.#compressible - 0.5 * Math.max(0, nextPiece - 1)
    let cost = parabola(width - usual, 0.85)
    if (width > widest) cost += parabola(width - widest, hasLatin ? 0.35 : 0.25)
    else if (width < narrowest) cost += parabola(narrowest - width, 0.4)
    return Math.min(cost, MAX_FIT_COST)
  }

  #lastLine(measure: Em): number {
    const line = this.#line
    if (line.width > measure + 0.5 * line.compressible + 0.4) return IMPOSSIBLE
    let cost = this.#end
    if (line.width > measure - 1.5) cost += 0.3
    if (line.letterSpaced) cost += line.solidWidth < measure - 3 ? 2.5 : 0.6
    if (line.people?.bare && line.endsSentence === 0) cost += 1
    return cost
  }
}

function firstLineCost(line: PageLine): number {
  return sum(
    1.2 * line.endsSentence,
    !line.hasPunctuation && 0.4,
    line.people !== null && !line.people.bare && 6,
  )
}

function flushCost(line: PageLine): number {
  if (line.captionMark) return 0.3
  return line.startsWithDate ? 1.5 : 3
}

function endCost(line: PageLine, partly: number, withMark: number, none: number): number {
  if (line.endsSentence === 1) return 0
  if (line.endsSentence > 0) return partly
  return line.mayEndParagraph ? withMark : none
}

function singleLineCost(line: PageLine, measure: Em): number {
  if (line.width > measure - (line.captionMark ? 0 : INDENT) + 0.8) return IMPOSSIBLE
  const end = line.people ? 2.5 : 5
  return 2.2 + endCost(line, 1, end, end) + (line.letterSpaced ? 2 : 0)
}

/** What lines cost as a subhead of some wide column: asked for each of its measures. */
const SUBHEAD_COSTS = new WeakMap<PageLine, number>()

function subheadCost(line: PageLine, measure: Em): number {
  if (line.width > measure - 0.5 || line.width < 3 || line.width > 18) return IMPOSSIBLE
  let cost = SUBHEAD_COSTS.get(line)
  if (cost === undefined) {
    cost = anySubheadCost(line)
    SUBHEAD_COSTS.set(line, cost)
  }
  return cost
}

function anySubheadCost(line: PageLine): number {
  const text = line.tidy.text
  if (/[。；]/u.test(text)) return IMPOSSIBLE
  const asks = /[！？]$/u.test(text)
  return sum(
    1.9,
    line.echoed && -2,
    line.people !== null && (line.people.bare ? 1.5 : 5),
    asks ? 0.5 : (line.endsSentence > 0 || line.mayEndParagraph) && 2,
    line.hasComma && line.width > 10 && 1.5,
    line.letterSpaced && 3,
    line.sectionWord && 3,
  )
}

function creditLineCost(line: PageLine, measure: Em): number {
  if (!line.people || line.width > measure) return IMPOSSIBLE
  const { bare, unknownNames, marked } = line.people
  return sum(1, bare && unknownNames > 0 && 2.5, marked && 6)
}

/** The cost of a line being display type: a head, a byline, a caption's line, anything set apart. */
export function displayCost(line: PageLine): number {
  if (line.doubled) return 0
  const bodyLike = line.hasPunctuation || line.width > 16 || line.people !== null
  return sum(
    bodyLike ? 2.4 : 1.8,
    line.width > 26 ? 3 : line.width > 19 && 1.2,
    line.startsWithDate && line.width > 12 && 1.2,
    line.endsSentence > 0 && 2.5,
    line.hasComma && 0.8,
    line.startsWithClosing && 4,
    line.people !== null && (line.people.bare ? -0.8 : -2.2),
    line.startsNews && 4,
    line.letterSpaced && 3,
    line.endsWithOpening && 1,
  )
}
