/** Divides a head into lines (断题). Arithmetic only: what a break costs and how wide a piece is come from outside. */
import type { Em } from '../units.ts'

export interface HeadLine {
  /** UTF-16 offsets in the headline; blanks at the ends belong to no line's width. */
  from: number
  to: number
  width: Em
}

export interface HeadLines {
  lines: HeadLine[]
  /** What the division costs, on the scale of `senseCosts`; it compares divisions of one head. */
  cost: number
  /** How far the widest line stands over the measure. */
  over: Em
}

export interface Division {
  measureEm: Em
  /** As many lines as this, or as near to it as the text allows; any number up to `most` when left out. */
  lines?: number
  most: number
}

/** The width of a piece of the head, without the blanks at its ends. */
export type WidthOf = (from: number, to: number) => Em

/** A line that is off the mean by all of it costs as much as three breaks between nouns. */
const UNEVEN = 22
/** The longer line stands below: lines are wanted this share of the mean longer from one to the next. */
const TILT = 0.02
/** A line torn at a weak place while a strong one stands inside it pays the difference … */
const TORN = 1
/** … and this if the strong one is the end of a clause. */
const CLAUSE_TORN = 5
/** A break inside a compound or a word is worth a further line; no better break is. */
const PER_LINE = 13
/** An em over the measure; no break costs as much. */
const OVER = 10_000
/** No line is tried that is this many times as wide as both the measure and the mean. */
const TOO_WIDE = 2
/** What could be broken in more places is no head, and is left in one line. */
const MOST_PLACES = 600

/**
 * The best division of a head of `length` UTF-16 units into lines, by dynamic programming over the places
 * where `costs` is finite: it minimises what the breaks cost, how uneven the lines are (of two lines the longer
 * one stands better below), and lines that hold a better break than those they end at. No line is wider than
 * the measure where that can be; where fewer lines do, further ones must save more than they cost.
 */
export function breakHeadLines(
  costs: ArrayLike<number>,
  widthOf: WidthOf,
  length: number,
  division: Division,
): HeadLines {
  return divideBest(new Pieces(costs, widthOf, length), division)
}

export function divideBest(pieces: Pieces, { measureEm, lines, most }: Division): HeadLines {
  const last = pieces.places.length - 1
  if (last > MOST_PLACES) return divide(pieces, 1, measureEm)
  const ceiling = Math.min(lines ?? most, last)
  // so many it takes at the least, if every line is full
  const needed = Math.min(ceiling, Math.max(1, Math.ceil(pieces.width(0, last) / measureEm)))
  let best: HeadLines | undefined
  for (let count = lines === undefined ? needed : ceiling; count <= ceiling; count++) {
    if (best !== undefined && total(best) <= count * PER_LINE) break
    const found = divide(pieces, count, measureEm)
    if (best === undefined || total(found) < total(best)) best = found
  }
  return best ?? { lines: [], cost: 0, over: 0 }
}

const total = ({ cost, over, lines }: HeadLines): number => cost + over * OVER + lines.length * PER_LINE

/** All pieces between two places where the head may be broken. */
export class Pieces {
  /** The offsets 0, those of the finite costs, and the length. */
  readonly places: number[] = [0]
  private readonly widths = new Map<number, Em>()

  constructor(
    private readonly costs: ArrayLike<number>,
    private readonly widthOf: WidthOf,
    private readonly length: number,
  ) {
    for (let at = 1; at < length; at++) if (Number.isFinite(costs[at] as number)) this.places.push(at)
    if (length > 0) this.places.push(length)
  }

  /** Of the piece between two places by their number. */
  width(i: number, k: number): Em {
    const key = i * this.places.length + k
    let width = this.widths.get(key)
    if (width === undefined) {
      width = this.widthOf(this.places[i] as number, this.places[k] as number)
      this.widths.set(key, width)
    }
    return width
  }

  /** Of a break at the place: nothing at either end of the head. */
  cost(i: number): number {
    const at = this.places[i] as number
    return at === 0 || at === this.length ? 0 : (this.costs[at] as number)
  }
}

/** The best division into exactly `count` lines, from the last line back to the first. */
function divide(pieces: Pieces, count: number, measure: Em): HeadLines {
  const end = pieces.places.length - 1
  const mean = pieces.width(0, end) / count
  // rest[i]: the least cost of what follows place i in the lines that are left
  let rest: number[] = Array.from({ length: end + 1 }, (_, i) => (i === end ? 0 : Number.POSITIVE_INFINITY))
  const choices: number[][] = []
  for (let line = count - 1; line >= 0; line--) {
    const wanted = { target: mean * (1 + TILT * (line - (count - 1) / 2)), measure }
    const next = rest.map(() => Number.POSITIVE_INFINITY)
    const choice: number[] = []
    for (let i = line === 0 ? 0 : end - 1; i >= 0; i--) {
      const found = bestLine(pieces, i, rest, wanted, TOO_WIDE * Math.max(mean, measure))
      next[i] = found.cost
      choice[i] = found.to
    }
    rest = next
    choices.unshift(choice)
  }
  return follow(pieces, choices, rest[0] as number, measure)
}

/** The best line from place `i`, with what follows it. */
function bestLine(
  pieces: Pieces,
  i: number,
  rest: readonly number[],
  wanted: { target: Em; measure: Em },
  widest: Em,
): { cost: number; to: number } {
  let least = { cost: Number.POSITIVE_INFINITY, to: i }
  let inner = Number.POSITIVE_INFINITY
  for (let k = i + 1; k < rest.length; k++) {
    if (k > i + 1) inner = Math.min(inner, pieces.cost(k - 1))
    if (k > i + 1 && least.to > i && pieces.width(i, k) > widest) break
    if (rest[k] === Number.POSITIVE_INFINITY) continue
    const cost = (rest[k] as number) + lineCost(pieces, i, k, inner, wanted)
    if (cost < least.cost) least = { cost, to: k }
  }
  return least
}

function lineCost(
  pieces: Pieces,
  i: number,
  k: number,
  inner: number,
  { target, measure }: { target: Em; measure: Em },
): number {
  const width = pieces.width(i, k)
  const edge = Math.max(pieces.cost(i), pieces.cost(k))
  const uneven = (width - target) / target
  const over = Math.max(0, width - measure)
  const torn = TORN * Math.max(0, edge - inner) + (inner === 0 && edge > 0 ? CLAUSE_TORN : 0)
  return pieces.cost(k) + torn + UNEVEN * uneven * uneven + over * OVER
}

function follow(pieces: Pieces, choices: number[][], cost: number, measure: Em): HeadLines {
  const lines: HeadLine[] = []
  let i = 0
  for (const choice of choices) {
    const k = choice[i] as number
    lines.push({
      from: pieces.places[i] as number,
      to: pieces.places[k] as number,
      width: pieces.width(i, k),
    })
    i = k
  }
  const over = lines.reduce((sum, line) => sum + Math.max(0, line.width - measure), 0)
  return { lines, cost: cost - over * OVER, over }
}
