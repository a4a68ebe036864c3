import type { AnnotatedText } from './annotated-text.ts'
import { countOf, squash } from './characters.ts'
import { type Head, type HeadTarget, textOfLines } from './head-model.ts'
import { joinLines } from './printed-lines.ts'
import type { DisplayLine } from './roles.ts'

export interface HeadPart {
  text: AnnotatedText
  rule: string
  confidence: number
}

export interface HeadParts {
  kicker?: HeadPart
  headline?: HeadPart
  deck?: HeadPart
}

const MAX_KICKER = 7
/** Longer heads have a kicker, but for a lead's, which has it sooner. */
const MAX_PLAIN_HEAD = 20
const MAX_PLAIN_LEAD = 18
const DECK_ENDING = /(?:见闻|纪实|侧记|掠影|手记|调查|探访|纪事|启示|透视|述评)$/u
/** What cannot begin a line of display type, so that it goes on with the line before. */
const GOES_ON = /^[化性们者率度的了着等]/u
const QUOTES = /[“”‘’《》]/gu

interface Split {
  kicker: readonly DisplayLine[]
  headline: readonly DisplayLine[]
  deck: readonly DisplayLine[]
  rule: string
  confidence: number
}

/** Whether this page sets kickers behind their headlines: the dump's order, by the kickers that are sure. */
export function setsKickersLast(heads: readonly Head[], targets: readonly HeadTarget[]): boolean {
  let last = 0
  let first = 0
  for (const { lines, target } of heads) {
    if (lines.length < 2) continue
    const starts = isNameOf(lines[0]!, targets[target]!)
    if (starts) first += 1
    else if (isNameOf(lines.at(-1)!, targets[target]!)) last += 1
  }
  return last > first
}

/** Which lines of a head are kicker, headline and deck. */
export function readHeadParts(head: Head, target: HeadTarget, kickersLast: boolean): HeadParts {
  const decks = head.lines.filter((line) => line.role === 'deck')
  const split = splitHead(
    head.lines.filter((line) => line.role !== 'deck'),
    target,
    kickersLast,
  )
  const deck = [...decks, ...split.deck].sort((a, b) => a.order - b.order)
  const confidence = Math.min(head.confidence, split.confidence)
  return {
    ...partOf('kicker', split.kicker, `kicker/${split.rule}`, confidence),
    ...partOf('headline', split.headline, head.rule, confidence),
    ...partOf('deck', deck, decks.length > 0 ? 'deck/dash' : `deck/${split.rule}`, confidence),
  }
}

function partOf(
  name: keyof HeadParts,
  lines: readonly DisplayLine[],
  rule: string,
  confidence: number,
): HeadParts {
  if (lines.length === 0) return {}
  return { [name]: { text: joinLines(lines.map((line) => line.text.trim())), rule, confidence } }
}

function splitHead(lines: readonly DisplayLine[], target: HeadTarget, kickersLast: boolean): Split {
  const whole: Split = { kicker: [], headline: lines, deck: [], rule: 'none', confidence: 0.9 }
  if (lines.length < 2) return whole
  const outer = kickersLast ? lines.at(-1)! : lines[0]!
  if (isNameOf(outer, target)) {
    return { ...whole, ...takeKicker(lines, 1, kickersLast), rule: 'name-in-body', confidence: 0.95 }
  }
  const change = lines.findIndex((line, i) => i > 0 && line.line.doubled !== lines[i - 1]!.line.doubled)
  if (change > 0) return { ...whole, ...splitByWeight(lines, change, target, kickersLast) }
  const size = countOf(textOfLines(lines))
  if (target.leadLike) {
    if (DECK_ENDING.test(squash(lines.at(-1)!.text.text))) {
      return {
        ...whole,
        headline: lines.slice(0, -1),
        deck: lines.slice(-1),
        rule: 'genre-word',
        confidence: 0.75,
      }
    }
    if (size <= MAX_PLAIN_LEAD) return whole
    const count = kickerLines(lines, target, kickersLast)
    return { ...whole, ...takeKicker(lines, count, kickersLast), rule: 'long-head', confidence: 0.7 }
  }
  if (size <= MAX_PLAIN_HEAD) return { ...whole, confidence: size > 16 ? 0.75 : 0.85 }
  return { ...whole, ...takeKicker(lines, 1, kickersLast), rule: 'long-head', confidence: 0.7 }
}

function takeKicker(lines: readonly DisplayLine[], count: number, last: boolean) {
  return last
    ? { kicker: lines.slice(-count), headline: lines.slice(0, -count) }
    : { kicker: lines.slice(0, count), headline: lines.slice(count) }
}

/** Two weights in one head (doubled type and plain): one of them is kicker or deck. */
function splitByWeight(
  lines: readonly DisplayLine[],
  change: number,
  target: HeadTarget,
  kickersLast: boolean,
): Partial<Split> {
  const [above, below] = [lines.slice(0, change), lines.slice(change)]
  const rule = 'change-of-weight'
  if (kickersLast) return { kicker: below, headline: above, rule, confidence: 0.8 }
  const plainBelow = above[0]!.line.doubled && !below[0]!.line.doubled
  if (target.leadLike && plainBelow) return { headline: above, deck: below, rule, confidence: 0.75 }
  return { kicker: above, headline: below, rule, confidence: 0.8 }
}

/** How many lines the kicker has: lines whose joint stands in the body belong together. */
function kickerLines(lines: readonly DisplayLine[], target: HeadTarget, last: boolean): number {
  const ordered = last ? [...lines].reverse() : lines
  let count = 1
  while (count < lines.length - 1) {
    const [a, b] = [ordered[count - 1]!, ordered[count]!]
    if (!(last ? belongTogether(b, a, target) : belongTogether(a, b, target))) break
    count += 1
  }
  return count
}

function belongTogether(upper: DisplayLine, lower: DisplayLine, target: HeadTarget): boolean {
  const before = [...squash(upper.text.text).replace(QUOTES, '')].at(-1)
  const after = [...squash(lower.text.text).replace(QUOTES, '')][0]
  if (!before || !after) return false
  return GOES_ON.test(after) || target.text.replace(QUOTES, '').includes(before + after)
}

/** A short line that the body has word for word: a place or an office, the usual kicker. */
function isNameOf(line: DisplayLine, target: HeadTarget): boolean {
  const text = squash(line.text.text)
  return countOf(text) <= MAX_KICKER && !/[“”，！？]/u.test(text) && target.text.includes(text)
}
