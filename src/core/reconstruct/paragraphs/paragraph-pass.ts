import type { Em } from '../../units.ts'
import type { PageLine } from '../lines/line-features.ts'
import {
  BODY_LABELS,
  BodyCosts,
  type BodyLabel,
  displayCost,
  type LineLabel,
  UNBROKEN,
} from './line-costs.ts'

export interface LabelledLine extends PageLine {
  label: LineLabel
  /** The measure of its column; 0 for display type. */
  measure: Em
}

/** Columns of a newspaper page, by half an em. */
const MEASURES: readonly Em[] = Array.from({ length: 79 }, (_, i) => 7 + i / 2)
const LABELS = BODY_LABELS.length
const START = -1

const NEW_MEASURE = 4.2
const INTO_BODY = 2
const OUT_OF_BODY = 0.8
const OUT_OF_OPEN_PARAGRAPH = 8
/** A column that goes on after display type begins in the middle of a paragraph. */
const GO_ON = 3.5
const DATELINE_INSIDE = 4
/** What it counts inside a paragraph that the words of two lines go together, or not. */
const GOES_ON = 0.15

const indexOf = (label: BodyLabel): number => BODY_LABELS.indexOf(label)
const FIRST = indexOf('first')
const FLUSH = indexOf('flush')
const MIDDLE = indexOf('middle')
const LAST = indexOf('last')
const SINGLE = indexOf('single')
const SUBHEAD = indexOf('subhead')
const CREDIT = indexOf('credit')

/**
 * Finds paragraphs, subheads, measures and display type of all lines in one pass (Viterbi).
 *
 * A state is a line's label in a column of some measure, or display type. Each line costs what `BodyCosts` or
 * `displayCost` says; going from one line to the next costs something when the measure changes, when body and
 * display part, or when a paragraph is left open. The cheapest sequence of states wins. Linear in lines:
 * from other measures only the best open and the best closed state matter.
 *
 * `costPerLine` is the cost of that sequence by line: high when the lines do not follow one another.
 */
export function labelLines(lines: readonly PageLine[]): { lines: LabelledLine[]; costPerLine: number } {
  const measures = likelyMeasures(lines)
  const pass = new ParagraphPass(measures)
  lines.forEach((line, i) => {
    pass.advance(line, lines[i - 1], lines[i + 1])
  })
  const { states, cost } = pass.trace()
  const labelled = lines.map((line, i): LabelledLine => {
    const state = states[i]!
    if (state === pass.display) return { ...line, label: 'display', measure: 0 }
    return { ...line, label: BODY_LABELS[state % LABELS]!, measure: measures[Math.floor(state / LABELS)]! }
  })
  return { lines: labelled, costPerLine: cost / (lines.length || 1) }
}

/** A full line is this much narrower than its measure at most, and this much wider. */
const NARROWER: Em = 3
const WIDER: Em = 1.6

/**
 * The measures that some line of the page may fill: no other can be a column's. The first is always there, for
 * lines that were never broken.
 */
function likelyMeasures(lines: readonly PageLine[]): Em[] {
  const widths = lines.filter((line) => !line.doubled && line.width <= UNBROKEN).map((line) => line.width)
  return MEASURES.filter(
    (measure, m) =>
      m === 0 || widths.some((width) => width >= measure - NARROWER && width <= measure + WIDER),
  )
}

/** The cheapest way to a state that was offered. */
class Way {
  cost = Number.POSITIVE_INFINITY
  from = START

  clear(): void {
    this.cost = Number.POSITIVE_INFINITY
    this.from = START
  }

  offer(cost: number, from: number): void {
    if (cost >= this.cost) return
    this.cost = cost
    this.from = from
  }
}

const ENDS = [LAST, SINGLE, CREDIT] as const
const ENDS_UNSIGNED = [LAST, SINGLE] as const
const OPENS = [FIRST, FLUSH, MIDDLE] as const

/** The pass over the lines. A state is `measure * LABELS + label`, the measure by its index; the last is display type. */
class ParagraphPass {
  readonly display: number
  readonly #measures: readonly Em[]
  /** The least cost of each state of the line that the pass has come to, and of the line before. */
  #costs: Float64Array
  #before: Float64Array
  /** For each line and state the state before it. */
  readonly #back: Int16Array[] = []
  /** The best state before, of any measure, that ends a paragraph; and that leaves one open. */
  readonly #closed = new Way()
  readonly #open = new Way()
  readonly #way = new Way()

  constructor(measures: readonly Em[]) {
    this.#measures = measures
    this.display = measures.length * LABELS
    this.#before = new Float64Array(this.display + 1)
    this.#costs = new Float64Array(this.display + 1).fill(Number.POSITIVE_INFINITY)
    this.#costs[this.display] = 0
  }

  advance(line: PageLine, previous: PageLine | undefined, next: PageLine | undefined): void {
    ;[this.#costs, this.#before] = [this.#before, this.#costs]
    this.#costs.fill(Number.POSITIVE_INFINITY)
    const from = new Int16Array(this.display + 1).fill(START)
    this.#back.push(from)
    this.#findBest(this.#closed, ENDS)
    this.#findBest(this.#open, OPENS)
    this.#toDisplay()
    this.#costs[this.display] = this.#way.cost + displayCost(line)
    from[this.display] = this.#way.from
    if (line.doubled) return
    const body = new BodyCosts(line, next)
    for (let m = 0; m < this.#measures.length; m++) this.#advanceIn(m, line, previous, body, from)
  }

  /** The states of a line in a column of the measure with this index. */
  #advanceIn(m: number, line: PageLine, previous: PageLine | undefined, body: BodyCosts, from: Int16Array) {
    const column = m * LABELS
    this.#toParagraphStart(column, line.startsNews, false)
    this.#take(m, FIRST, body, from)
    this.#take(m, SINGLE, body, from)
    this.#toParagraphStart(column, line.startsNews, true)
    this.#take(m, FLUSH, body, from)
    this.#toMiddle(column, line)
    this.#take(m, MIDDLE, body, from)
    this.#goOn(column, 1.5, line)
    this.#take(m, LAST, body, from)
    this.#fromEnd(column, previous?.endsStory ? 4.5 : 0)
    this.#take(m, SUBHEAD, body, from)
    this.#fromEnd(column, 0)
    this.#take(m, CREDIT, body, from)
  }

  /** Takes the way found to a state. */
  #take(m: number, label: number, body: BodyCosts, from: Int16Array): void {
    if (this.#way.cost === Number.POSITIVE_INFINITY) return
    const state = m * LABELS + label
    this.#costs[state] = this.#way.cost + body.of(BODY_LABELS[label]!, this.#measures[m]!)
    from[state] = this.#way.from
  }

  /** The cheapest sequence of states, and its cost. */
  trace(): { states: number[]; cost: number } {
    // a page that ends inside a paragraph was cut off
    const endCost = (state: number) =>
      this.#costs[state]! + (state < this.display && state % LABELS <= MIDDLE ? 2 : 0)
    let state = this.display
    for (let other = 0; other <= this.display; other++) if (endCost(other) < endCost(state)) state = other
    const cost = this.#costs[state]!
    const states: number[] = new Array(this.#back.length)
    for (let i = states.length - 1; i >= 0; i--) {
      states[i] = state
      state = this.#back[i]![state]!
    }
    return { states, cost }
  }

  #findBest(way: Way, labels: readonly number[]): void {
    way.clear()
    for (let column = 0; column < this.display; column += LABELS) {
      for (const label of labels) way.offer(this.#before[column + label]!, column + label)
    }
  }

  /** What comes from display type, or from nothing. */
  #offerDisplay(extra: number): void {
    this.#way.offer(this.#before[this.display]! + extra, this.#back.length > 1 ? this.display : START)
  }

  #toDisplay(): void {
    this.#way.clear()
    this.#offerDisplay(0)
    this.#way.offer(this.#closed.cost + OUT_OF_BODY, this.#closed.from)
    this.#way.offer(this.#open.cost + OUT_OF_BODY + OUT_OF_OPEN_PARAGRAPH, this.#open.from)
  }

  /** `column` is the first state of the measure, here and below. */
  #fromEnd(column: number, extra: number): void {
    this.#way.clear()
    this.#within(column, ENDS_UNSIGNED, extra)
  }

  #toParagraphStart(column: number, startsNews: boolean, isFlush: boolean): void {
    this.#way.clear()
    this.#within(column, ENDS, 0)
    // a subhead heads running text: no news of its own, no caption
    const afterSubhead = startsNews || isFlush ? 4 : 0
    this.#way.offer(this.#before[column + SUBHEAD]! + afterSubhead, column + SUBHEAD)
    const eased = (startsNews ? 2 : 0) + (this.#closed.from % LABELS === CREDIT ? 1 : 0)
    this.#way.offer(this.#closed.cost + NEW_MEASURE - eased, this.#closed.from)
    this.#offerDisplay(INTO_BODY)
  }

  #toMiddle(column: number, line: PageLine): void {
    this.#goOn(column, 0, line)
    const elsewhere = NEW_MEASURE + 3 + datelineInside(line)
    this.#way.offer(this.#open.cost + elsewhere, this.#open.from)
    this.#way.offer(this.#closed.cost + elsewhere, this.#closed.from)
  }

  #goOn(column: number, fromDisplay: number, line: PageLine): void {
    this.#way.clear()
    const inside = datelineInside(line)
    const words = -GOES_ON * Math.max(-4, Math.min(3, line.goesOn))
    this.#within(column, OPENS, inside + words)
    this.#offerDisplay(INTO_BODY + GO_ON + fromDisplay + inside)
  }

  #within(column: number, labels: readonly number[], extra: number): void {
    for (const label of labels) this.#way.offer(this.#before[column + label]! + extra, column + label)
  }
}

const datelineInside = (line: PageLine): number => (line.startsNews ? DATELINE_INSIDE : 0)
