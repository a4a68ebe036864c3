import { assign, confidenceOf } from './assignment.ts'
import { countOf } from './characters.ts'
import { type Head, type HeadTarget, TieCache, textOfLines } from './head-model.ts'
import { freePhotoHeads, glueOrphans, linkByPlace, splitGluedHeads } from './head-repairs.ts'
import { type Habit, Nearness } from './nearness.ts'
import { type DisplayLine, isHeadLine } from './roles.ts'
import type { Item } from './runs.ts'

const MAX_HEAD_LINES = 5
const MAX_HEAD_SIZE = 44
/** A page has some 50 lines of display type; far more is no page, and the assignment would take minutes. */
const MAX_DISPLAY_LINES = 400
const PER_HEAD = 3
const PASSES = 3

/**
 * Finds which display lines make a head and which article it heads.
 *
 * A dump seldom has heads beside their bodies, so words decide: each run of display lines is cut into heads of
 * 1 to 5 lines by dynamic programming, and all heads are assigned to all articles at once, by the rare words
 * they share. Standing right before or behind an article counts as far as the page itself shows that heads do:
 * the passes measure it on the links found so far.
 */
export function linkHeads(
  items: readonly Item[],
  targets: readonly HeadTarget[],
): { heads: Head[]; orphans: DisplayLine[] } {
  const runs = headRuns(items)
  const tooMany = runs.splice(runsWithin(runs, MAX_DISPLAY_LINES)).flat()
  if (targets.length === 0) return { heads: [], orphans: [...runs.flat(), ...tooMany] }
  const ties = new TieCache(targets)
  let habit: Habit = { before: 1.5, after: 0.3 }
  let heads: Head[] = []
  let segments: DisplayLine[][] = []
  for (let pass = 0; pass < PASSES; pass++) {
    const nearness = new Nearness(items, habit)
    segments = runs.flatMap((run) => cutRun(run, targets, ties, nearness))
    heads = assignHeads(segments, targets, ties, nearness)
    habit = habitOf(heads, targets, ties, nearness)
  }
  const linked = new Set(heads.flatMap((head) => head.lines))
  const orphans = segments.filter((segment) => !segment.some((line) => linked.has(line)))
  const unglued = glueOrphans(orphans, heads, ties)
  const left = linkByPlace(unglued, heads, targets, new Nearness(items, habit))
  freePhotoHeads(heads, targets, ties)
  splitGluedHeads(heads, targets, ties)
  return { heads, orphans: [...left.flat(), ...tooMany] }
}

/** Display lines that follow one another, without bylines, labels or captions between. */
function headRuns(items: readonly Item[]): DisplayLine[][] {
  const runs: DisplayLine[][] = []
  let open = false
  for (const item of items) {
    const isHead = item.type === 'display' && isHeadLine(item as DisplayLine)
    if (isHead && open) runs.at(-1)!.push(item as DisplayLine)
    else if (isHead) runs.push([item as DisplayLine])
    open = isHead
  }
  return runs
}

function runsWithin(runs: readonly DisplayLine[][], limit: number): number {
  let lines = 0
  const end = runs.findIndex((run) => {
    lines += run.length
    return lines > limit
  })
  return end < 0 ? runs.length : end
}

/** Cuts a run of display lines into heads, for the greatest sum of what each is worth to its best target. */
function cutRun(
  run: readonly DisplayLine[],
  targets: readonly HeadTarget[],
  ties: TieCache,
  nearness: Nearness,
): DisplayLine[][] {
  const best: { worth: number; start: number }[] = [{ worth: 0, start: 0 }]
  for (let end = 1; end <= run.length; end++) {
    best[end] = { worth: Number.NEGATIVE_INFINITY, start: end - 1 }
    for (let start = end - 1; start >= Math.max(0, end - MAX_HEAD_LINES); start--) {
      const lines = run.slice(start, end)
      if (lines.length > 1 && countOf(textOfLines(lines)) > MAX_HEAD_SIZE) break
      const worth = best[start]!.worth + worthOf(lines, targets, ties, nearness)
      if (worth > best[end]!.worth) best[end] = { worth, start }
    }
  }
  const segments: DisplayLine[][] = []
  for (let end = run.length; end > 0; end = best[end]!.start)
    segments.unshift(run.slice(best[end]!.start, end))
  return segments
}

function worthOf(
  lines: readonly DisplayLine[],
  targets: readonly HeadTarget[],
  ties: TieCache,
  nearness: Nearness,
): number {
  const all = ties.of(lines)
  let best = Number.NEGATIVE_INFINITY
  targets.forEach((target, i) => {
    const tie = all[i]! * (target.isCaption ? 0.9 : 1)
    best = Math.max(best, tie + nearness.of(lines, target) - strangersFine(lines, i, ties))
  })
  const weightChanges = lines.filter(
    (line, i) => i > 0 && line.line.doubled !== lines[i - 1]!.line.doubled,
  ).length
  return best - PER_HEAD - 1.5 * Math.max(0, weightChanges - 1)
}

/** The fine for lines of a head that share little with its target, or more with another. */
function strangersFine(lines: readonly DisplayLine[], target: number, ties: TieCache): number {
  if (lines.length === 1) return 0
  let fine = 0
  for (const line of lines) {
    const row = ties.of([line])
    const size = countOf(line.text.text)
    if (row[target]! < 0.35 * size && line.role !== 'deck')
      fine += size <= 3 ? 0.3 : line === lines[0] ? 1.6 : 0.8
    if (row[target]! < Math.max(...row) * 0.6) fine += 1
  }
  return fine
}

const MIN_LINK = 0.04

function assignHeads(
  segments: readonly DisplayLine[][],
  targets: readonly HeadTarget[],
  ties: TieCache,
  nearness: Nearness,
): Head[] {
  const weights = segments.map((lines) => {
    const row = ties.of(lines)
    return targets.map((target, i) => {
      // a photo's head may share no word with its text; any other that shares none is hardly its head
      const byWords = target.isCaption || target.photoLike ? 0 : row[i]! < 2 ? -2 : 0.3
      return row[i]! + nearness.of(lines, target) + 0.05 + byWords
    })
  })
  const columns = assign(weights.map((row) => [...row, ...segments.map(() => 0)]))
  return segments.flatMap((lines, i) => {
    const target = columns[i]!
    const weight = weights[i]![target]
    if (weight === undefined || weight <= MIN_LINK) return []
    const next = Math.max(0, ...weights[i]!.filter((_, other) => other !== target))
    const shares = ties.of(lines)[target]! > 0
    const confidence = shares ? confidenceOf((weight - next) / 1.5) : 0.5
    return [{ lines, target, confidence, rule: shares ? 'head/shared-words' : 'head/elimination' }]
  })
}

const SURE_TIE = 4

/** How many of the sure links stand right before their body, and right behind. */
function habitOf(
  heads: readonly Head[],
  targets: readonly HeadTarget[],
  ties: TieCache,
  nearness: Nearness,
): Habit {
  const sure = heads.filter((head) => ties.of(head.lines)[head.target]! > SURE_TIE)
  const share = (stands: (head: Head) => boolean, otherwise: number) =>
    sure.length > 0 ? sure.filter(stands).length / sure.length : otherwise
  const before = share((head) => nearness.standsBefore(head.lines, targets[head.target]!), 0.5)
  const after = share((head) => nearness.standsBehind(head.lines, targets[head.target]!), 0)
  return { before: 0.3 + 6 * Math.max(0, before - 0.15), after: 0.2 + 3 * Math.max(0, after - 0.3) }
}
