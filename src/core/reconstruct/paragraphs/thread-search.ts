import { type BodyLabel, displayCost } from './line-costs.ts'
import { LABEL_NUMBERS, type ThreadCosts } from './thread-costs.ts'

/** What stands before a line in its thread: nothing; or it is in none. */
export const NEW_THREAD = -1
export const DISPLAY = -2

/** What became of a line: which line it follows in which column, or that it is display type. */
export interface Placement {
  /** The index of the line before it in its thread, `NEW_THREAD` or `DISPLAY`. */
  follows: number
  label: BodyLabel
  /** The index of the measure. */
  measure: number
}

/** A column that is being filled. */
interface Thread {
  last: number
  label: BodyLabel
  measure: number
  /** The marks that its paragraph has open. */
  marks: number
  /** Its paragraph has one line so far. */
  fresh: boolean
}

/** One way of sharing the lines so far among threads. */
interface Hypothesis {
  cost: number
  /** The threads, the one used last first. */
  threads: readonly Thread[]
  /** How many other threads were used between the last line and the one it follows. */
  turn: number
  before: Hypothesis | null
  placement: Placement
}

interface Step {
  cost: number
  from: Hypothesis
  /** The place of the thread among the hypothesis's threads, `NEW_THREAD` or `DISPLAY`. */
  thread: number
  label: BodyLabel
  measure: number
  marks: number
}

/** Ways kept from line to line, and how much worse than the best they may be. */
const BEAM = 24
const MARGIN = 8
const MOST_THREADS = 8
const IMPROBABLE = 7

// the costs of a step, in the unit of the paragraph pass; set by hand, then tuned one by one on scrambled dumps
/** A thread that begins inside a paragraph, and with one. */
const NEW_OPEN = 4
const NEW_CLOSED = 1.8
/** A paragraph's first line, until a second follows it: a head may look like one. */
const LONELY = 0.7
/** The number of columns between a line and the one it follows changes; and for each column more. */
const OTHER_TURN = 1.1
const FAR_TURN = 0.25
const TURN_AFTER_NEW = 0.4
/** Two lines of one column stand together, yet a blank line parts them. */
const PARTED = 0.3
/** A line without a blank line before it does not follow the line before. */
const NOT_ADJOINED = 7.5
const NEW_THOUGH_ADJOINED = 5.5
/** From so many lines on, each doubling of the distance costs. */
const NEAR = 8
const FAR = 0.6
/** Display type: more than the paragraph pass asks for it, less in rows of it. */
const DISPLAY_LINE = 0.3
const DISPLAY_ROW = 1.3
const SUBHEAD_AFTER_STORY = 2.4
const DATELINE_INSIDE = 4

const OPEN: ReadonlySet<BodyLabel> = new Set<BodyLabel>(['first', 'flush', 'middle'])
export const isOpen = (label: BodyLabel): boolean => OPEN.has(label)
const NEXT: Record<BodyLabel, readonly BodyLabel[]> = {
  first: ['middle', 'last'],
  flush: ['middle', 'last'],
  middle: ['middle', 'last'],
  last: ['first', 'flush', 'single', 'subhead', 'credit'],
  single: ['first', 'flush', 'single', 'subhead', 'credit'],
  subhead: ['first', 'single'],
  credit: ['first', 'flush', 'single'],
}
const STARTS: readonly BodyLabel[] = ['first', 'flush', 'single', 'middle', 'last']

const NOWHERE: Placement = { follows: DISPLAY, label: 'single', measure: 0 }

/**
 * Shares the lines of a dump that mixes its columns among threads, by beam search.
 *
 * A thread is a column being filled: its measure, its last line and that line's label. Columns lie shuffled in
 * the dump, each in its own order, so each line follows the last line of some thread, begins a thread, or is
 * display type. A step costs what the paragraph pass asks for the line's label and fit, what the join
 * asks of words and marks, and what the turn asks: where rows of k columns alternate, each line follows the
 * one k lines before it, so that k − 1 other threads were used since, and k seldom changes. An `adjoined` line
 * has no blank line before it and follows the line before.
 */
export function findThreads(costs: ThreadCosts, adjoined: readonly boolean[] | null): Placement[] {
  let beam: Hypothesis[] = [{ cost: 0, threads: [], turn: 0, before: null, placement: NOWHERE }]
  for (let i = 0; i < costs.lines.length; i++) {
    const steps = new Steps(costs, i, adjoined)
    for (const hypothesis of beam) steps.addFrom(hypothesis)
    beam = survivors(steps, i)
  }
  const placements: Placement[] = []
  for (let at = beam[0]!; at.before; at = at.before) placements.push(at.placement)
  return placements.reverse()
}

/** All steps that a line may take, but for those far worse than the best. */
class Steps {
  readonly list: Step[] = []
  readonly joined: boolean
  best = Number.POSITIVE_INFINITY
  readonly #costs: ThreadCosts
  readonly #line: number
  readonly #blanksTell: boolean
  readonly #display: number
  readonly #startsNews: boolean

  constructor(costs: ThreadCosts, line: number, adjoined: readonly boolean[] | null) {
    this.#costs = costs
    this.#line = line
    this.joined = adjoined?.[line] ?? false
    this.#blanksTell = adjoined !== null
    this.#display = displayCost(costs.lines[line]!) + DISPLAY_LINE
    this.#startsNews = costs.lines[line]!.startsNews
  }

  addFrom(from: Hypothesis): void {
    const inRow = from.placement.follows === DISPLAY ? DISPLAY_ROW : 0
    this.#add(from.cost + this.#display - inRow, from, DISPLAY, 'single', 0, 0)
    if (this.#costs.lines[this.#line]!.doubled) return
    for (let rank = 0; rank < from.threads.length; rank++) this.#join(from, rank)
    this.#begin(from)
  }

  #join(from: Hypothesis, rank: number): void {
    const thread = from.threads[rank]!
    const open = isOpen(thread.label)
    const distance = this.#line - thread.last
    const far = distance > NEAR ? FAR * Math.log2(distance / NEAR) : 0
    const base = from.cost + this.#turn(from, rank) + far - (thread.fresh ? LONELY : 0)
    if (base > this.best + MARGIN) return
    const { last, measure } = thread
    for (const label of NEXT[thread.label]) {
      const alone = this.#costs.alone(this.#line, label, measure)
      if (alone > IMPROBABLE) continue
      let cost = base + alone
      if (open) {
        cost += this.#costs.fitBefore(last, this.#line, thread.label, measure)
        cost += this.#costs.join(last, this.#line) + (this.#startsNews ? DATELINE_INSIDE : 0)
      } else if (label === 'subhead' && this.#costs.lines[last]!.endsStory) cost += SUBHEAD_AFTER_STORY
      if (label === 'first' || label === 'flush') cost += LONELY
      const marks = this.#costs.marksAfter(this.#line, open ? thread.marks : 0)
      this.#add(cost + marks.cost, from, rank, label, measure, marks.open)
    }
  }

  #begin(from: Hypothesis): void {
    const apart = this.joined && from.placement.follows !== DISPLAY ? NEW_THOUGH_ADJOINED : 0
    for (let measure = 0; measure < this.#costs.measures.length; measure++) {
      for (const label of STARTS) {
        const alone = this.#costs.alone(this.#line, label, measure)
        if (alone > IMPROBABLE) continue
        const midway = label === 'middle' || label === 'last'
        const begin = midway ? NEW_OPEN : NEW_CLOSED
        const lonely = label === 'first' || label === 'flush' ? LONELY : 0
        const marks = this.#costs.marksAfter(this.#line, 0)
        const cost = from.cost + alone + begin + apart + lonely + (midway ? 0 : marks.cost)
        this.#add(cost, from, NEW_THREAD, label, measure, marks.open)
      }
    }
  }

  #turn(from: Hypothesis, rank: number): number {
    const last = from.placement.follows
    if (this.joined && last !== DISPLAY) return rank === 0 ? 0 : NOT_ADJOINED
    if (rank === from.turn) return 0
    if (last === NEW_THREAD) return TURN_AFTER_NEW + 0.2 * rank
    const notAdjoined = rank === 0 && this.#blanksTell ? PARTED : 0
    return OTHER_TURN + notAdjoined + FAR_TURN * rank
  }

  #add(cost: number, from: Hypothesis, thread: number, label: BodyLabel, measure: number, marks: number) {
    if (cost > this.best + MARGIN) return
    if (cost < this.best) this.best = cost
    this.list.push({ cost, from, thread, label, measure, marks })
  }
}

/** The best steps taken, of those that come to the same state the cheapest. */
function survivors(steps: Steps, line: number): Hypothesis[] {
  const sorted = steps.list.filter((step) => step.cost <= steps.best + MARGIN).sort((a, b) => a.cost - b.cost)
  const kept: Hypothesis[] = []
  const seen = new Set<number>()
  for (const step of sorted) {
    const hypothesis = take(step, line, steps.joined)
    const key = keyOf(hypothesis)
    if (seen.has(key)) continue
    seen.add(key)
    kept.push(hypothesis)
    if (kept.length === BEAM) break
  }
  return kept
}

function take(
  { cost, from, thread, label, measure, marks }: Step,
  line: number,
  joined: boolean,
): Hypothesis {
  const { threads, turn } = from
  if (thread === DISPLAY) return { cost, threads, turn, before: from, placement: NOWHERE }
  const isNew = thread === NEW_THREAD
  const rest = isNew ? threads.slice(0, MOST_THREADS - 1) : threads.filter((_, rank) => rank !== thread)
  return {
    cost,
    threads: [{ last: line, label, measure, marks, fresh: label === 'first' || label === 'flush' }, ...rest],
    turn: isNew || (joined && thread === 0) ? turn : thread,
    before: from,
    placement: { follows: isNew ? NEW_THREAD : threads[thread]!.last, label, measure },
  }
}

/** A number for a state; two states seldom share one. */
function keyOf({ threads, turn }: Hypothesis): number {
  let key = turn
  for (const { last, label, measure } of threads) {
    key = (Math.imul(key, 0x01000193) ^ (last * 512 + measure * 32 + LABEL_NUMBERS[label])) >>> 0
  }
  return key
}
