import { countOf, squash } from './characters.ts'
import type { Head, HeadTarget, TieCache } from './head-model.ts'
import type { Nearness } from './nearness.ts'
import type { DisplayLine } from './roles.ts'

const SHARED_WORDS = 3
const DECK_ALONE = 10

/**
 * Gives lines that no target took to the head beside them: when its target's words are theirs, or when that
 * head has a deck and no headline.
 */
export function glueOrphans(
  orphans: readonly DisplayLine[][],
  heads: Head[],
  ties: TieCache,
): DisplayLine[][] {
  return orphans.filter((orphan) => {
    const beside = heads.filter(
      ({ lines }) =>
        lines.at(-1)!.order + 1 === orphan[0]!.order || orphan.at(-1)!.order + 1 === lines[0]!.order,
    )
    const tieTo = (head: Head) =>
      ties.of(orphan)[head.target]! + (head.lines.every((line) => line.role === 'deck') ? DECK_ALONE : 0)
    const best = beside.sort((a, b) => tieTo(b) - tieTo(a))[0]
    if (!best || tieTo(best) <= SHARED_WORDS) return true
    best.lines = [...best.lines, ...orphan].sort((a, b) => a.order - b.order)
    return false
  })
}

/** Gives lines that no target took to a story without a head that they stand right above. */
export function linkByPlace(
  orphans: readonly DisplayLine[][],
  heads: Head[],
  targets: readonly HeadTarget[],
  nearness: Nearness,
): DisplayLine[][] {
  return orphans.filter((lines) => {
    const target = targets.findIndex(
      (each, i) => nearness.standsBefore(lines, each) && !heads.some((head) => head.target === i),
    )
    if (target >= 0) heads.push({ lines, target, confidence: 0.6, rule: 'head/stands-above' })
    return target < 0
  })
}

const headless = (heads: readonly Head[], targets: readonly HeadTarget[]): number[] =>
  targets.flatMap((target, i) => (target.needsHead && !heads.some((head) => head.target === i) ? [i] : []))

const MIN_STRANGER = 15

/** A photo text without a head takes an edge line of a long head that shares nothing with that head's story. */
export function freePhotoHeads(heads: Head[], targets: readonly HeadTarget[], ties: TieCache): void {
  for (let guard = 0; guard < 3; guard++) {
    const photos = headless(heads, targets).filter((i) => targets[i]!.photoLike)
    const stranger = strangestEdge(heads, targets, ties)
    if (photos.length === 0 || !stranger || stranger.score < MIN_STRANGER) return
    const { head, line } = stranger
    const row = ties.of([line])
    head.lines = head.lines.filter((each) => each !== line)
    const target = photos.sort((a, b) => row[b]! - row[a]!)[0]!
    heads.push({ lines: [line], target, confidence: 0.5, rule: 'head/elimination' })
  }
}

function strangestEdge(heads: readonly Head[], targets: readonly HeadTarget[], ties: TieCache) {
  let best: { score: number; head: Head; line: DisplayLine } | null = null
  for (const head of heads) {
    if (head.lines.length < 2) continue
    for (const line of [head.lines[0]!, head.lines.at(-1)!]) {
      const score = strangeness(line, head, targets[head.target]!, ties)
      if (score !== null && (!best || score > best.score)) best = { score, head, line }
    }
  }
  return best
}

function strangeness(line: DisplayLine, head: Head, target: HeadTarget, ties: TieCache): number | null {
  const size = countOf(line.text.text)
  const tie = ties.of([line])[head.target]!
  // what begins so goes on with the line before
  const goesOn = /^[化性们者率度的了着等”’，再有]/u.test(line.text.text)
  if (size < 4 || size > 12 || line.role === 'deck' || goesOn || tie >= 0.3 * size) return null
  let total = 0
  for (const each of head.lines) {
    const isKicker =
      each !== line && countOf(each.text.text) <= 6 && target.text.includes(squash(each.text.text))
    if (!isKicker) total += countOf(each.text.text)
  }
  return total - tie * 2 + (size === 4 ? 2 : 0) - (target.leadLike ? 12 : 0)
}

/** A line that may be two heads, cut in two. */
interface Cut {
  head: Head
  line: DisplayLine
  left: DisplayLine
  right: DisplayLine
  score: number
}

/** Two heads can be glued on one doubled line: they part at a border of its runs, for a photo without a head. */
export function splitGluedHeads(heads: Head[], targets: readonly HeadTarget[], ties: TieCache): void {
  for (const target of headless(heads, targets)) {
    const cuts = heads
      .filter((head) => targets[head.target]!.isCaption)
      .flatMap((head) => head.lines.flatMap((line) => cutsOf(line, head, ties)))
    const best = cuts.sort((a, b) => b.score - a.score)[0]
    if (!best) return
    const { head, line, left, right } = best
    head.lines = head.lines.map((each) => (each === line ? left : each))
    heads.push({ lines: [right], target, confidence: 0.5, rule: 'head/glued-line' })
  }
}

/** The left part should have the words of the line's story, the right part be about as long as a photo's head. */
function cutsOf(line: DisplayLine, head: Head, ties: TieCache): Cut[] {
  return runBorders(line).map((at) => {
    const [left, right] = splitLine(line, at)
    const closeness = ties.of([left])[head.target]! - ties.of([right])[head.target]!
    const score = closeness + (line.text.length >= 12 ? 1 : 0) - Math.abs(right.text.length - 5) * 0.2
    return { head, line, left, right, score }
  })
}

/** The places inside a doubled line where one run ends and no quotation is torn. */
function runBorders({ line, text }: DisplayLine): number[] {
  const borders: number[] = []
  let at = 0
  for (const length of (line.runs ?? []).slice(0, -1)) {
    at += length
    const [left, right] = [text.text.slice(0, at), text.text.slice(at)]
    if (countOf(left) < 4 || countOf(right) < 4 || /[“‘]$/u.test(left) || /^[”’“]/u.test(right)) continue
    borders.push(at)
  }
  return borders
}

function splitLine(line: DisplayLine, at: number): [DisplayLine, DisplayLine] {
  const part = (text: DisplayLine['text'], order: number) => ({
    ...line,
    text: text.trim(),
    order,
    line: { ...line.line, runs: undefined },
  })
  return [part(line.text.slice(0, at), line.order), part(line.text.slice(at), line.order + 0.5)]
}
