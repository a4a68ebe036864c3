import { countOf, squash, widthOf } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import { bucket } from '../roles/page-view.ts'
import type { DisplayLine } from '../roles/roles.ts'
import { type LinkView, linkFeatures, type Target, TIES, type Unit } from './link-view.ts'

/** Some display lines that may be one head. */
export interface HeadSpan extends Unit {
  lines: readonly DisplayLine[]
  /** The lines beside it in its run of display type. */
  before?: DisplayLine
  after?: DisplayLine
  parts: SpanParts
}

/** How a head's lines part into kicker, headline and deck, each a number of lines. */
export interface SpanParts {
  kicker: number
  headline: number
  deck: number
  /** The logarithm of the chance that the lines are that. */
  chance: number
}

export const MAX_HEAD_LINES = 5
export const MAX_HEAD_SIZE = 64

export const textOfLines = (lines: readonly DisplayLine[]): string =>
  lines.map((line) => line.text.text).join('')

export function spanOf(
  run: readonly DisplayLine[],
  start: number,
  end: number,
  kickersLast: boolean,
): HeadSpan {
  const lines = run.slice(start, end)
  return {
    lines,
    before: run[start - 1],
    after: run[end],
    text: textOfLines(lines),
    first: lines[0]!.order,
    last: lines.at(-1)!.order,
    parts: partLines(lines, kickersLast),
  }
}

const log = (chance: number) => Math.log(Math.max(chance, 1e-3))

/** What it costs to part a head where none is parted: within a line of the dump, and behind a colon. */
const NO_BORDER = -5

/** The parts of a head are set in type of their own, on lines of their own; what a colon announces is of the same part. */
const mayPart = (upper: DisplayLine, lower: DisplayLine): boolean =>
  upper.line !== lower.line && !/[：:]$/u.test(upper.text.text.trim())

/** The likeliest way to part lines into kicker, headline and deck; the kicker stands last on some pages. Of a part only the first line begins something. */
function partLines(lines: readonly DisplayLine[], kickersLast: boolean): SpanParts {
  let best: SpanParts = { kicker: 0, headline: lines.length, deck: 0, chance: Number.NEGATIVE_INFINITY }
  for (let headline = 1; headline <= lines.length; headline++) {
    for (let kicker = 0; kicker + headline <= lines.length; kicker++) {
      const deck = lines.length - headline - kicker
      const order = kickersLast
        ? (['headline', 'deck', 'kicker'] as const)
        : (['kicker', 'headline', 'deck'] as const)
      const counts = { kicker, headline, deck }
      let at = 0
      let chance = 0
      for (const part of order) {
        for (let i = 0; i < counts[part]; i++) {
          const line = lines[at]!
          chance += log(line.chances[part]) + log(i > 0 ? line.goesOn : 1 - line.goesOn)
          if (i === 0 && at > 0 && !mayPart(lines[at - 1]!, line)) chance += NO_BORDER
          at += 1
        }
      }
      if (chance > best.chance) best = { ...counts, chance }
    }
  }
  return best
}

/** By what it is judged whether a span is the whole head of a target. */
export const spanFeatures = (span: HeadSpan, index: number, view: LinkView): Set<string> =>
  new Set(new SpanPieces(view, (features) => features).of(span, index).flat())

type Add = (name: string) => void

/**
 * The same features in pieces, read by whoever judges. Most are of one line and a target, or of two lines that
 * meet: they are made once, and serve every span that has those lines.
 */
export class SpanPieces<Piece> {
  readonly #view: LinkView
  readonly #read: (features: readonly string[]) => Piece
  readonly #known = new Map<string, Map<DisplayLine, Piece[]>>()
  readonly #parts = new Map<HeadSpan, Map<string, Piece>>()

  constructor(view: LinkView, read: (features: readonly string[]) => Piece) {
    this.#view = view
    this.#read = read
  }

  of(span: HeadSpan, index: number): Piece[] {
    const { lines, before, after } = span
    const [first, last] = [lines[0]!, lines.at(-1)!]
    const pieces = [
      this.#once(`link${lines.length}`, first, index, () => linkFeatures(span, index, this.#view, 'head')),
      this.#partsOf(span, kindOf(this.#view.targets[index]!)),
    ]
    if (lines.length > 1) {
      for (const line of lines) {
        pieces.push(this.#gather('line', line, index, (add) => addLine(line, index, this.#view, add)))
      }
    }
    this.#addNeighbour(PREVIOUS, before, first, span, index, pieces)
    this.#addNeighbour(NEXT, after, last, span, index, pieces)
    for (let i = 1; i < lines.length; i++) {
      const [upper, lower] = [lines[i - 1]!, lines[i]!]
      const meet = (add: Add) => addJunction(upper, lower, index, this.#view, add)
      pieces.push(this.#gather('meet', lower, index, meet))
    }
    return pieces
  }

  /** What a span has with every target of a kind. */
  #partsOf(span: HeadSpan, kind: string): Piece {
    const known = this.#parts.get(span) ?? new Map<string, Piece>()
    this.#parts.set(span, known)
    const piece = known.get(kind) ?? this.#read(gather((add) => addParts(span, kind, add)))
    known.set(kind, piece)
    return piece
  }

  /** The line next to the span: were it of the same head, the span would not be whole. */
  #addNeighbour(
    side: Side,
    other: DisplayLine | undefined,
    edge: DisplayLine,
    span: HeadSpan,
    index: number,
    pieces: Piece[],
  ) {
    if (!other) {
      pieces.push(this.#gather(side.none, edge, 0, (add) => add(side.none)))
      return
    }
    const count = Math.min(span.lines.length, 2)
    const size = bucket(countOf(span.text), [6, 10, 16, 24])
    const tie = (add: Add) => addNeighbourTie(side, other, edge, index, this.#view, add)
    const doubled = `${side.name}-doubled=${edge.line.doubled}|${other.line.doubled}&lines=${count}`
    const echo = (add: Add) => addNeighbourEcho(side, other, edge, this.#view.targets[index]!, add)
    const sizes = (add: Add) =>
      add(`${side.name}-size=${bucket(countOf(other.text.text), [3, 6, 10, 15, 22])}&span=${size}`)
    pieces.push(
      this.#gather(`${side.name}-tie`, edge, index, tie),
      this.#gather(doubled, edge, 0, (add) => add(doubled)),
      this.#gather(`${side.name}-echo`, edge, index, echo),
      this.#gather(`${side.name}-size${size}`, edge, 0, sizes),
    )
  }

  #gather(kind: string, line: DisplayLine, index: number, fill: (add: Add) => void): Piece {
    return this.#once(kind, line, index, () => gather(fill))
  }

  /** What a kind of features of a line and a target was read as: made when first asked for. */
  #once(kind: string, line: DisplayLine, index: number, make: () => Iterable<string>): Piece {
    const ofKind = this.#known.get(kind) ?? new Map<DisplayLine, Piece[]>()
    this.#known.set(kind, ofKind)
    const ofLine = ofKind.get(line) ?? []
    ofKind.set(line, ofLine)
    ofLine[index] ??= this.#read([...make()])
    return ofLine[index]
  }
}

function gather(fill: (add: Add) => void): string[] {
  const features: string[] = []
  fill((name) => features.push(`head:${name}`))
  return features
}

const kindOf = ({ isCaption, leadLike }: Target): string =>
  isCaption ? 'caption' : leadLike ? 'lead' : 'plain'

function addParts({ lines, parts, text }: HeadSpan, kind: string, add: Add) {
  add(`lines=${lines.length}`)
  add(`parts=${Math.min(parts.kicker, 2)}${Math.min(parts.headline, 3)}${Math.min(parts.deck, 2)}`)
  add(`parts=${Math.min(parts.kicker, 1)}${Math.min(parts.deck, 1)}&kind=${kind}`)
  add(
    `chance=${bucket(parts.chance / lines.length, [-4, -2, -1, -0.5, -0.2])}&lines=${Math.min(lines.length, 3)}`,
  )
  add(`long=${bucket(countOf(text), [3, 5, 7, 10, 14, 18, 22, 28, 36])}&kind=${kind}`)
}

const GOES_ON = [0.05, 0.25, 0.5, 0.75, 0.95]
const CONTINUES = [-3, -1.5, -0.5, 0.5, 1.5, 3]

/** Where two lines of a span meet: whether one goes on with the other, and the weaker one has words of the target. */
function addJunction(upper: DisplayLine, lower: DisplayLine, index: number, view: LinkView, add: Add) {
  const roles = `${upper.role}|${lower.role}`
  const odds = bucket(continues(upper.text.text, lower.text.text), CONTINUES)
  const [last, first] = [[...squash(upper.text.text)].at(-1), [...squash(lower.text.text)][0]]
  const echo = view.targets[index]!.text.includes(`${last}${first}`)
  const perCharacter = (line: DisplayLine) =>
    view.ties(line.text.text)[index]! / (squash(line.text.text).length + 1)
  const weaker = bucket(Math.min(perCharacter(upper), perCharacter(lower)), TIES)
  const size = bucket(Math.min(countOf(upper.text.text), countOf(lower.text.text)), [2, 4, 6, 9])
  const sameLine = upper.line === lower.line
  add(`meet=${roles}&goes-on=${bucket(lower.goesOn, GOES_ON)}`)
  add(`meet=${roles}&continues=${odds}&echo=${echo}`)
  add(`meet=${roles}&weaker=${weaker}`)
  add(`meet=${roles}&weaker=${weaker}&continues=${odds}`)
  add(`meet=${roles}&weaker=${weaker}&size=${size}`)
  add(`meet=${roles}&doubled=${upper.line.doubled}|${lower.line.doubled}`)
  const apartBy = Math.abs(widthOf(squash(upper.text.text)) - widthOf(squash(lower.text.text)))
  add(`meet=${roles}&same-line=${sameLine}`)
  add(`meet=${roles}&widths=${bucket(apartBy, [0.3, 0.8, 1.3, 2.3, 4])}`)
  add(`meet=${roles}&widths=${bucket(apartBy, [0.3, 0.8, 1.3, 2.3, 4])}&weaker=${weaker}`)
}

/** How a line of the span by itself is tied to the target, against the one it is tied to most. */
function ownTie(line: DisplayLine, index: number, view: LinkView): { tie: string; loss: string } {
  const row = view.ties(line.text.text)
  const best = Math.max(...row)
  const size = squash(line.text.text).length
  const tie = row[index]!
  const loss = tie >= best - 0.01 ? 'best' : bucket((best - tie) / (size + 1), [0.15, 0.4, 0.8])
  return { tie: bucket(tie / (size + 1), TIES), loss }
}

function addLine(line: DisplayLine, index: number, view: LinkView, add: Add) {
  const size = bucket(countOf(line.text.text), [3, 6, 10, 15])
  const { tie, loss } = ownTie(line, index, view)
  add(`line-tie=${tie}&size=${size}`)
  add(`line-loss=${loss}`)
  add(`line-loss=${loss}&tie=${tie}`)
}

interface Side {
  name: string
  none: string
}
const PREVIOUS: Side = { name: 'prev', none: 'prev=none' }
const NEXT: Side = { name: 'next', none: 'next=none' }

function addNeighbourTie(
  side: Side,
  other: DisplayLine,
  edge: DisplayLine,
  index: number,
  view: LinkView,
  add: Add,
) {
  const { tie, loss } = ownTie(other, index, view)
  const roles = `${edge.role}|${other.role}`
  const goesOn = bucket((side === NEXT ? other : edge).goesOn, GOES_ON)
  add(`${side.name}-roles=${roles}`)
  add(`${side.name}-goes-on=${goesOn}`)
  add(`${side.name}-goes-on=${goesOn}&loss=${loss}`)
  add(`${side.name}-tie=${tie}&loss=${loss}`)
  add(`${side.name}-loss=${loss}&roles=${roles}`)
}

function addNeighbourEcho(side: Side, other: DisplayLine, edge: DisplayLine, target: Target, add: Add) {
  const joint = side === NEXT ? [edge, other] : [other, edge]
  const [a, b] = joint.map((line) => [...squash(line.text.text)])
  add(`${side.name}-echo=${target.text.includes(`${a!.at(-1)}${b![0]}`)}`)
}
