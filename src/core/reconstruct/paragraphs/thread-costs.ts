import { continues } from '../../language/continues.ts'
import type { Em } from '../../units.ts'
import type { PageLine } from '../lines/line-features.ts'
import { BodyCosts, type BodyLabel } from './line-costs.ts'

/** The quotation marks and brackets that a line leaves open, and those it closes without opening them. */
interface Marks {
  opened: number
  closed: number
  /** Pairs that the line itself opens anew, which an open pair forbids: a quotation inside itself. */
  reopened: number
}

const PAIRS = ['“”', '‘’', '（）', '《》'] as const
const UNMATCHED = 2.2
/** How much of the log odds of `continues` counts: it judges six characters, and lines are not independent. */
const TRUST_IN_LANGUAGE = 0.55
const WORD_ON_PAGE = 1.6
/** How far apart two lines are whose cost is remembered. */
const NEAR = 16
const LABELS = 7
const UNKNOWN = -1e9

/** Asks and remembers what it costs that one line follows another; lines are named by their index. */
export class ThreadCosts {
  readonly lines: readonly PageLine[]
  readonly #marks: readonly Marks[]
  readonly #pagePairs: ReadonlyMap<string, number>
  readonly #joins = new Map<number, number>()
  readonly #alone: Float64Array
  readonly #before: Float64Array
  readonly measures: readonly Em[]

  constructor(lines: readonly PageLine[], measures: readonly Em[]) {
    this.lines = lines
    this.measures = measures
    this.#marks = lines.map((line) => marksOf(line.tidy.text))
    this.#pagePairs = countPairs(lines)
    this.#alone = new Float64Array(lines.length * measures.length * LABELS).fill(UNKNOWN)
    this.#before = new Float64Array(lines.length * measures.length * LABELS * NEAR).fill(UNKNOWN)
  }

  /** What a line costs by itself, as if any line could follow. */
  alone(line: number, label: BodyLabel, measure: number): number {
    const key = (line * this.measures.length + measure) * LABELS + LABEL_NUMBERS[label]
    const known = this.#alone[key]!
    if (known !== UNKNOWN) return known
    const cost = new BodyCosts(this.lines[line]!, undefined).of(label, this.measures[measure]!)
    this.#alone[key] = cost
    return cost
  }

  /** What it adds to the cost of a line that leaves its paragraph open that `next` follows it. */
  fitBefore(line: number, next: number, label: BodyLabel, measure: number): number {
    const distance = next - line
    if (distance <= 0 || distance >= NEAR) return this.#fitBefore(line, next, label, measure)
    const key = ((line * this.measures.length + measure) * LABELS + LABEL_NUMBERS[label]) * NEAR + distance
    const known = this.#before[key]!
    if (known !== UNKNOWN) return known
    const cost = this.#fitBefore(line, next, label, measure)
    this.#before[key] = cost
    return cost
  }

  #fitBefore(line: number, next: number, label: BodyLabel, measure: number): number {
    const together = new BodyCosts(this.lines[line]!, this.lines[next]).of(label, this.measures[measure]!)
    return together - this.alone(line, label, measure)
  }

  /** Whether the words go on from the end of one line to the start of the other: negative when they do. */
  join(line: number, next: number): number {
    const key = line * this.lines.length + next
    let cost = this.#joins.get(key)
    if (cost === undefined) {
      cost = this.#joinCost(line, next)
      this.#joins.set(key, cost)
    }
    return cost
  }

  #joinCost(line: number, next: number): number {
    const a = this.lines[line]!.tidy.text
    const b = this.lines[next]!.tidy.text
    const odds = continues(a, b)
    const onPage = this.#pagePairs.get(a.at(-1)! + b[0]!) ?? 0
    const seen = onPage > 0 && odds < 3 ? Math.min(2, onPage) * 0.5 * WORD_ON_PAGE : 0
    return -TRUST_IN_LANGUAGE * (odds + seen)
  }

  /** The cost of a line's marks where `open` are open, and what is open after it. */
  marksAfter(line: number, open: number): { cost: number; open: number } {
    const { opened, closed, reopened } = this.#marks[line]!
    if ((opened | closed | reopened) === 0) return open === 0 ? NO_MARKS : { cost: 0, open }
    const wrong = bits(closed & ~open) + 0.7 * bits(reopened & open)
    return { cost: UNMATCHED * wrong, open: (open & ~closed) | opened }
  }
}

const NO_MARKS = { cost: 0, open: 0 }
export const LABEL_NUMBERS: Record<BodyLabel, number> = {
  first: 0,
  flush: 1,
  middle: 2,
  last: 3,
  single: 4,
  subhead: 5,
  credit: 6,
}

const bits = (mask: number): number => {
  let count = 0
  for (let rest = mask; rest > 0; rest &= rest - 1) count += 1
  return count
}

function marksOf(text: string): Marks {
  const marks: Marks = { opened: 0, closed: 0, reopened: 0 }
  PAIRS.forEach(([opening, closing], i) => {
    const first = [...text].find((character) => character === opening || character === closing)
    if (first === undefined) return
    if (first === closing) marks.closed |= 1 << i
    else marks.reopened |= 1 << i
    if (text.lastIndexOf(opening!) > text.lastIndexOf(closing!)) marks.opened |= 1 << i
  })
  return marks
}

/** How often two Han stand side by side inside the page's lines: its names are broken over lines too. */
function countPairs(lines: readonly PageLine[]): Map<string, number> {
  const pairs = new Map<string, number>()
  for (const { tidy } of lines) {
    for (let i = 0; i + 1 < tidy.length; i++) {
      const pair = tidy.text.slice(i, i + 2)
      if (/^\p{Script=Han}{2}$/u.test(pair)) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return pairs
}
