import type { Em } from '../../units.ts'
import type { PageLine } from '../lines/line-features.ts'
import { BODY_LABELS, type BodyLabel, bodyCost, displayCost, type LineLabel, UNBROKEN } from './line-costs.ts'

export interface LabelledLine extends PageLine {
  label: LineLabel
  /** The measure of its column; 0 for display type. */
  measure: Em
}

/** Columns of a newspaper page, by half an em. */
const MEASURES: readonly Em[] = Array.from({ length: 79 }, (_, i) => 7 + i / 2)
const LABELS = BODY_LABELS.length
const DISPLAY = MEASURES.length * LABELS
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

/** The cheapest way to a state so far, and the state before it. */
interface Way {
  cost: number
  from: number
}
const better = (a: Way, cost: number, from: number): Way => (cost < a.cost ? { cost, from } : a)
const NO_WAY: Way = { cost: Number.POSITIVE_INFINITY, from: START }

/**
 * Finds paragraphs, subheads, measures and display type of all lines in one pass (Viterbi).
 *
 * A state is a line's label in a column of some measure, or display type. Each line costs what `bodyCost` or
 * `displayCost` says; going from one line to the next costs something when the measure changes, when body and
 * display part, or when a paragraph is left open. The cheapest sequence of states wins. Linear in lines:
 * from other measures only the best open and the best closed state matter.
 *
 * `costPerLine` is the cost of that sequence by line: high when the lines do not follow one another.
 */
export function labelLines(lines: readonly PageLine[]): { lines: LabelledLine[]; costPerLine: number } {
  let costs: Float64Array | null = null
  const back: Int16Array[] = []
  const columns = likelyColumns(lines)
  lines.forEach((line, i) => {
    const step = advance(costs, line, lines[i - 1], lines[i + 1], columns)
    costs = step.costs
    back.push(step.from)
  })
  const states = traceBack(costs, back)
  const cost = costs && states.length > 0 ? costs[states.at(-1)!]! : 0
  return {
    lines: lines.map((line, i) => withState(line, states[i]!)),
    costPerLine: cost / (lines.length || 1),
  }
}

/** A full line is this much narrower than its measure at most, and this much wider. */
const NARROWER: Em = 3
const WIDER: Em = 1.6

/**
 * The measures, by index, that some line of the page may fill: no other can be a column's. The first is always
 * there, for lines that were never broken.
 */
function likelyColumns(lines: readonly PageLine[]): number[] {
  const widths = lines.filter((line) => !line.doubled && line.width <= UNBROKEN).map((line) => line.width)
  return MEASURES.flatMap((measure, m) =>
    m === 0 || widths.some((width) => width >= measure - NARROWER && width <= measure + WIDER) ? [m] : [],
  )
}

function withState(line: PageLine, state: number): LabelledLine {
  if (state === DISPLAY) return { ...line, label: 'display', measure: 0 }
  return { ...line, label: BODY_LABELS[state % LABELS]!, measure: MEASURES[Math.floor(state / LABELS)]! }
}

function advance(
  before: Float64Array | null,
  line: PageLine,
  previous: PageLine | undefined,
  next: PageLine | undefined,
  columns: readonly number[],
): { costs: Float64Array; from: Int16Array } {
  const costs = new Float64Array(DISPLAY + 1).fill(Number.POSITIVE_INFINITY)
  const from = new Int16Array(DISPLAY + 1).fill(START)
  const ways = new Ways(before, line, previous)
  const display = ways.toDisplay()
  costs[DISPLAY] = display.cost + displayCost(line)
  from[DISPLAY] = display.from
  if (line.doubled) return { costs, from }
  for (const m of columns) {
    for (let label = 0; label < LABELS; label++) {
      const way = ways.toBody(m * LABELS, label)
      if (way.cost === Number.POSITIVE_INFINITY) continue
      costs[m * LABELS + label] = way.cost + bodyCost(line, next, BODY_LABELS[label]!, MEASURES[m]!)
      from[m * LABELS + label] = way.from
    }
  }
  return { costs, from }
}

/** The ways from the states of the line before to a state of this line. */
class Ways {
  readonly #costs: Float64Array | null
  readonly #line: PageLine
  readonly #previous: PageLine | undefined
  /** The best state, of any measure, that ends a paragraph; and that leaves one open. */
  readonly #closed: Way
  readonly #open: Way
  readonly #display: Way

  constructor(costs: Float64Array | null, line: PageLine, previous: PageLine | undefined) {
    this.#costs = costs
    this.#line = line
    this.#previous = previous
    this.#closed = bestOf(costs, [LAST, SINGLE, CREDIT])
    this.#open = bestOf(costs, [FIRST, FLUSH, MIDDLE])
    this.#display = costs ? { cost: costs[DISPLAY]!, from: DISPLAY } : { cost: 0, from: START }
  }

  toDisplay(): Way {
    const fromClosed = better(this.#display, this.#closed.cost + OUT_OF_BODY, this.#closed.from)
    return better(fromClosed, this.#open.cost + OUT_OF_BODY + OUT_OF_OPEN_PARAGRAPH, this.#open.from)
  }

  /** `column` is the first state of the measure. */
  toBody(column: number, label: number): Way {
    switch (label) {
      case FIRST:
      case FLUSH:
      case SINGLE:
        return this.#toParagraphStart(column, label)
      case MIDDLE:
        return this.#toMiddle(column)
      case LAST:
        return this.#goOn(column, 1.5)
      case SUBHEAD:
        return this.#within(column, [LAST, SINGLE], this.#previous?.endsStory ? 4.5 : 0)
      default:
        return this.#within(column, [LAST, SINGLE], 0)
    }
  }

  #toParagraphStart(column: number, label: number): Way {
    let way = this.#within(column, [LAST, SINGLE, CREDIT], 0)
    // a subhead heads running text: no news of its own, no caption
    const afterSubhead = this.#line.startsNews || label === FLUSH ? 4 : 0
    way = better(way, this.#within(column, [SUBHEAD], afterSubhead).cost, column + SUBHEAD)
    const eased = (this.#line.startsNews ? 2 : 0) + (this.#closed.from % LABELS === CREDIT ? 1 : 0)
    way = better(way, this.#closed.cost + NEW_MEASURE - eased, this.#closed.from)
    return better(way, this.#display.cost + INTO_BODY, this.#display.from)
  }

  #toMiddle(column: number): Way {
    let way = this.#goOn(column, 0)
    const elsewhere = NEW_MEASURE + 3 + this.#datelineInside()
    way = better(way, this.#open.cost + elsewhere, this.#open.from)
    return better(way, this.#closed.cost + elsewhere, this.#closed.from)
  }

  #goOn(column: number, fromDisplay: number): Way {
    const inside = this.#datelineInside()
    const words = -GOES_ON * Math.max(-4, Math.min(3, this.#line.goesOn))
    const way = this.#within(column, [FLUSH, FIRST, MIDDLE], inside + words)
    return better(way, this.#display.cost + INTO_BODY + GO_ON + fromDisplay + inside, this.#display.from)
  }

  #within(column: number, labels: readonly number[], extra: number): Way {
    if (!this.#costs) return NO_WAY
    let best = labels[0]!
    for (const label of labels) if (this.#costs[column + label]! < this.#costs[column + best]!) best = label
    const cost = this.#costs[column + best]! + extra
    return cost === Number.POSITIVE_INFINITY ? NO_WAY : { cost, from: column + best }
  }

  #datelineInside(): number {
    return this.#line.startsNews ? DATELINE_INSIDE : 0
  }
}

function bestOf(costs: Float64Array | null, labels: readonly number[]): Way {
  if (!costs) return NO_WAY
  let best = labels[0]!
  for (let column = 0; column < DISPLAY; column += LABELS) {
    for (const label of labels) if (costs[column + label]! < costs[best]!) best = column + label
  }
  return costs[best] === Number.POSITIVE_INFINITY ? NO_WAY : { cost: costs[best]!, from: best }
}

function traceBack(costs: Float64Array | null, back: readonly Int16Array[]): number[] {
  if (!costs) return []
  // a page that ends inside a paragraph was cut off
  const endCost = (state: number) => costs[state]! + (state < DISPLAY && state % LABELS <= MIDDLE ? 2 : 0)
  let state = DISPLAY
  for (let other = 0; other <= DISPLAY; other++) if (endCost(other) < endCost(state)) state = other
  const states: number[] = new Array(back.length)
  for (let i = back.length - 1; i >= 0; i--) {
    states[i] = state
    state = back[i]![state]!
  }
  return states
}
