import { countOf, squash, widthOf } from '../../language/characters.ts'
import { continues } from '../../language/continues.ts'
import { bucket } from '../roles/page-view.ts'
import type { DisplayLine } from '../roles/roles.ts'
import { type LinkView, linkFeatures, TIES, type Unit } from './link-view.ts'

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
export function spanFeatures(span: HeadSpan, index: number, view: LinkView): Set<string> {
  const features = linkFeatures(span, index, view, 'head')
  const add = (name: string, ...holds: unknown[]) => {
    if (holds.every(Boolean)) features.add(`head:${name}`)
  }
  const { lines, parts } = span
  const target = view.targets[index]!
  const size = countOf(span.text)
  const kind = target.isCaption ? 'caption' : target.leadLike ? 'lead' : 'plain'
  add(`lines=${lines.length}`)
  add(`parts=${Math.min(parts.kicker, 2)}${Math.min(parts.headline, 3)}${Math.min(parts.deck, 2)}`)
  add(`parts=${Math.min(parts.kicker, 1)}${Math.min(parts.deck, 1)}&kind=${kind}`)
  add(
    `chance=${bucket(parts.chance / lines.length, [-4, -2, -1, -0.5, -0.2])}&lines=${Math.min(lines.length, 3)}`,
  )
  add(`long=${bucket(size, [3, 5, 7, 10, 14, 18, 22, 28, 36])}&kind=${kind}`)
  for (const line of lines) addLine(line, index, view, lines.length, add)
  addNeighbour('prev', span.before, lines[0]!, span, index, view, add)
  addNeighbour('next', span.after, lines.at(-1)!, span, index, view, add)
  lines.slice(1).forEach((line, i) => {
    addJunction(lines[i]!, line, index, view, add)
  })
  return features
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

type Add = (name: string, ...holds: unknown[]) => void

/** How a line of the span by itself is tied to the target, against the one it is tied to most. */
function ownTie(line: DisplayLine, index: number, view: LinkView): string {
  const row = view.ties(line.text.text)
  const best = Math.max(...row)
  const size = squash(line.text.text).length
  const tie = row[index]!
  return `${bucket(tie / (size + 1), TIES)},${tie >= best - 0.01 ? 'best' : bucket((best - tie) / (size + 1), [0.15, 0.4, 0.8])}`
}

function addLine(line: DisplayLine, index: number, view: LinkView, count: number, add: Add) {
  if (count === 1) return
  const size = bucket(countOf(line.text.text), [3, 6, 10, 15])
  const [tie, loss] = ownTie(line, index, view).split(',')
  add(`line-tie=${tie}&size=${size}`)
  add(`line-loss=${loss}`)
  add(`line-loss=${loss}&tie=${tie}`)
}

/** The line next to the span: were it of the same head, the span would not be whole. */
function addNeighbour(
  side: string,
  other: DisplayLine | undefined,
  edge: DisplayLine,
  span: HeadSpan,
  index: number,
  view: LinkView,
  add: Add,
) {
  if (!other) {
    add(`${side}=none`)
    return
  }
  const [tie, loss] = ownTie(other, index, view).split(',')
  const roles = `${edge.role}|${other.role}`
  const later = side === 'next' ? other : edge
  add(`${side}-roles=${roles}`)
  add(`${side}-goes-on=${bucket(later.goesOn, GOES_ON)}`)
  add(`${side}-goes-on=${bucket(later.goesOn, GOES_ON)}&loss=${loss}`)
  add(`${side}-tie=${tie}&loss=${loss}`)
  add(`${side}-loss=${loss}&roles=${roles}`)
  add(`${side}-doubled=${edge.line.doubled}|${other.line.doubled}&lines=${Math.min(span.lines.length, 2)}`)
  const joint = side === 'next' ? [edge, other] : [other, edge]
  const [a, b] = joint.map((line) => [...squash(line.text.text)])
  add(`${side}-echo=${view.targets[index]!.text.includes(`${a!.at(-1)}${b![0]}`)}`)
  add(
    `${side}-size=${bucket(countOf(other.text.text), [3, 6, 10, 15, 22])}&span=${bucket(countOf(span.text), [6, 10, 16, 24])}`,
  )
}
