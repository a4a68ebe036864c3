import { countOf } from '../../language/characters.ts'
import { chanceOf, LinkModel } from '../learned/link-model.ts'
import type { Piece } from '../learned/log-linear.ts'
import weights from '../model/heads.json' with { type: 'json' }
import { type DisplayLine, isHeadLine, type PageItem } from '../roles/roles.ts'
import { assign } from './assignment.ts'
import {
  type HeadSpan,
  MAX_HEAD_LINES,
  MAX_HEAD_SIZE,
  SpanPieces,
  spanOf,
  textOfLines,
} from './head-spans.ts'
import type { LinkView } from './link-view.ts'

/** A head and the target it stands over. */
export interface Head {
  span: HeadSpan
  /** The index of its target. */
  target: number
  confidence: number
  rule: string
}

/** A page has some 50 lines of display type; far more is no page, and the assignment would take minutes. */
const MAX_DISPLAY_LINES = 400
/** For how many targets a span is judged: those whose words it shares most. */
const MAX_TARGETS = 6
const HEADS = new LinkModel(weights)
/** What the lines of a head that no target takes cost. */
const UNLINKED = -1.5

interface LinkedHeads {
  heads: Head[]
  /** Display lines that are of no head. */
  orphans: DisplayLine[]
  /** The page's kickers stand behind their headlines. */
  kickersLast: boolean
}

/**
 * Finds which display lines make a head and which target it heads.
 *
 * A dump seldom has heads beside their bodies. Every run of display lines is cut into heads of one to five lines
 * by dynamic programming, for the greatest sum of the odds that each is the whole head of some target; then all
 * heads are assigned to all targets at once. Kickers stand before or behind their headlines, whichever is likelier
 * for the page as a whole.
 */
export function linkHeads(items: readonly PageItem[], view: LinkView): LinkedHeads {
  const runs = headRuns(items)
  const tooMany = runs.splice(runsWithin(runs, MAX_DISPLAY_LINES)).flat()
  if (view.targets.length === 0) {
    return { heads: [], orphans: [...runs.flat(), ...tooMany], kickersLast: false }
  }
  const judge = new SpanJudge(view)
  const [first, last] = [false, true].map((kickersLast) => {
    const cuts = runs.map((run) => cutRun(run, judge, kickersLast))
    return { cuts, worth: cuts.reduce((sum, cut) => sum + cut.worth, 0) }
  })
  const kickersLast = last!.worth > first!.worth
  const { cuts } = kickersLast ? last! : first!
  const heads = assignHeads(
    cuts.flatMap((cut) => cut.spans),
    judge,
    view.targets.length,
  )
  const linked = new Set(heads.flatMap(({ span }) => span.lines))
  const orphans = runs.flat().filter((line) => !linked.has(line))
  return { heads, orphans: [...orphans, ...tooMany], kickersLast }
}

/** Display lines that follow one another, without bylines, labels or captions between. */
export function headRuns(items: readonly PageItem[]): DisplayLine[][] {
  const runs: DisplayLine[][] = []
  let open = false
  for (const item of items) {
    const isHead = item.type === 'display' && isHeadLine(item)
    if (isHead && open) runs.at(-1)!.push(item)
    else if (isHead) runs.push([item])
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

/** The targets worth judging a span for: by shared words, and those it stands beside. */
export function likelyTargets(span: HeadSpan, view: LinkView): number[] {
  const row = view.ties(span.text)
  const byTie = row.map((tie, i) => ({ tie, i })).sort((a, b) => b.tie - a.tie)
  const chosen = new Set(byTie.slice(0, MAX_TARGETS).map(({ i }) => i))
  view.targets.forEach((target, i) => {
    if (!/apart|far/.test(view.position(span, target)) || target.isCaption || target.photoLike) chosen.add(i)
  })
  return [...chosen]
}

class SpanJudge {
  readonly view: LinkView
  readonly #pieces: SpanPieces<Piece>

  constructor(view: LinkView) {
    this.view = view
    this.#pieces = new SpanPieces(view, (features) => HEADS.piece(features))
  }

  /** The odds that a span is the whole head of each likely target. */
  odds(span: HeadSpan): Map<number, number> {
    return new Map(
      likelyTargets(span, this.view).map((target) => [target, HEADS.oddsOf(this.#pieces.of(span, target))]),
    )
  }
}

interface CutRun {
  spans: { span: HeadSpan; odds: Map<number, number> }[]
  worth: number
}

/** Cuts a run of display lines into heads, for the greatest sum of the odds that each is one. */
function cutRun(run: readonly DisplayLine[], judge: SpanJudge, kickersLast: boolean): CutRun {
  const best: { worth: number; spans: CutRun['spans'] }[] = [{ worth: 0, spans: [] }]
  for (let end = 1; end <= run.length; end++) {
    let chosen = { worth: Number.NEGATIVE_INFINITY, spans: [] as CutRun['spans'] }
    for (let start = end - 1; start >= Math.max(0, end - MAX_HEAD_LINES); start--) {
      const lines = run.slice(start, end)
      if (lines.length > 1 && countOf(textOfLines(lines)) > MAX_HEAD_SIZE) break
      const span = spanOf(run, start, end, kickersLast)
      const odds = judge.odds(span)
      const worth = best[start]!.worth + Math.max(UNLINKED * lines.length, ...odds.values())
      if (worth > chosen.worth) chosen = { worth, spans: [...best[start]!.spans, { span, odds }] }
    }
    best[end] = chosen
  }
  return best[run.length]!
}

/** What a link is worth above none at all: even a poor one, when nothing else is left for the head. */
const ABOVE_NONE = 7

function assignHeads(spans: CutRun['spans'], judge: SpanJudge, targets: number): Head[] {
  const weights = spans.map(({ odds }) =>
    Array.from({ length: targets }, (_, i) => (odds.get(i) ?? -9) + ABOVE_NONE),
  )
  const columns = assign(weights.map((row) => [...row, ...spans.map(() => 0)]))
  return spans.flatMap(({ span, odds }, i) => {
    const target = columns[i]!
    if (target < 0 || target >= targets || weights[i]![target]! <= 0) return []
    const best = odds.get(target)!
    const rule = judge.view.ties(span.text)[target]! > 1 ? 'head/shared-words' : 'head/by-place'
    return [{ span, target, confidence: round(Math.sqrt(chanceOf(best) * shareOf(odds, target))), rule }]
  })
}

/** What speaks for no target at all, in odds. */
const NONE = -2

/** The chance of one target among all that a span was judged for, and none. */
function shareOf(odds: ReadonlyMap<number, number>, target: number): number {
  let total = Math.exp(NONE)
  for (const each of odds.values()) total += Math.exp(each)
  return Math.exp(odds.get(target)!) / total
}

const round = (chance: number) => Math.round(chance * 100) / 100
