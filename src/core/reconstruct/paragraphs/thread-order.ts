import type { ThreadCosts } from './thread-costs.ts'
import { DISPLAY, isOpen, NEW_THREAD, type Placement } from './thread-search.ts'

/** A paragraph that begins this many lines after the end of the one before it has left it. */
const FAR = 16

/** Inside a paragraph a join is weak when the words do not go on, or over so many lines. */
const WEAK_WORDS = 0.8
const WEAK_FAR = 6
/** What a join of an open end with an open start may cost, in the unit of the paragraph pass. */
const MOST = 2.2
/** The words count more here than in the search, where the rows tell much. */
const WORDS = 1.3
const KEEP = 3.2
const NEXT_COLUMN = 0.6
const BY_SEGMENT = 0.16
const MOST_SEGMENTS = 12
const OTHER_MEASURE = 3
const OTHER_LABEL = 0.9

/** Lines of a thread that stay together, as indices. */
type Segment = readonly number[]

interface Join {
  from: number
  to: number
  cost: number
}

/**
 * The order in which the lines are read.
 *
 * Threads are cut where something else may stand between two lines: at the ends of stories, and inside a
 * paragraph where the join is weak. Each open end then goes on with the open start that fits it best, wherever
 * that stands: the next column's top comes before this one's foot. What is joined stands together; all
 * else, display type too, keeps the order of the dump.
 */
export function readingOrder(costs: ThreadCosts, placements: readonly Placement[]): number[] {
  const segments = cutSegments(costs, placements)
  const { next, joined } = joinSegments(costs, placements, segments)
  const display = placements.flatMap(({ follows }, i) => (follows === DISPLAY ? [i] : []))
  const order: number[] = []
  let shown = 0
  segments.forEach((segment, first) => {
    if (joined.has(first)) return
    while (shown < display.length && display[shown]! < segment[0]!) order.push(display[shown++]!)
    for (let at: number | undefined = first; at !== undefined; at = next.get(at)) order.push(...segments[at]!)
  })
  return [...order, ...display.slice(shown)]
}

function cutSegments(costs: ThreadCosts, placements: readonly Placement[]): Segment[] {
  const segments: number[][] = []
  const segmentOf = new Map<number, number[]>()
  placements.forEach(({ follows }, i) => {
    if (follows === DISPLAY) return
    let segment = follows === NEW_THREAD ? undefined : segmentOf.get(follows)!
    if (!segment || parts(costs, placements, follows, i)) {
      segment = []
      segments.push(segment)
    }
    segment.push(i)
    segmentOf.set(i, segment)
  })
  return segments
}

/** Whether something else may stand between two lines of a thread. */
function parts(costs: ThreadCosts, placements: readonly Placement[], line: number, next: number): boolean {
  const { label } = placements[line]!
  const afterDisplay = placements[next - 1]!.follows === DISPLAY
  if (isOpen(label)) return afterDisplay || next - line > WEAK_FAR || costs.join(line, next) > WEAK_WORDS
  if (next - line > FAR) return true
  return afterDisplay || label === 'credit' || costs.lines[line]!.endsStory || costs.lines[next]!.startsNews
}

/** Which segment goes on after which: the surest joins first. */
function joinSegments(
  costs: ThreadCosts,
  placements: readonly Placement[],
  segments: readonly Segment[],
): { next: Map<number, number>; joined: Set<number> } {
  const marks = openMarks(costs, placements)
  const joins: Join[] = []
  segments.forEach((segment, from) => {
    const end = placements[segment.at(-1)!]!
    if (!isOpen(end.label)) return
    const column = segments.findIndex(
      (other, to) => to > from && placements[other[0]!]!.measure === end.measure,
    )
    segments.forEach((_, to) => {
      if (from === to) return
      let cost = joinCost(costs, placements, marks, segments[from]!, segments[to]!)
      cost += BY_SEGMENT * Math.min(MOST_SEGMENTS, Math.abs(from - to)) - (to === column ? NEXT_COLUMN : 0)
      if (cost < MOST) joins.push({ from, to, cost })
    })
  })
  const next = new Map<number, number>()
  const joined = new Set<number>()
  for (const { from, to } of joins.sort((a, b) => a.cost - b.cost)) {
    if (next.has(from) || joined.has(to)) continue
    let end: number | undefined = to
    while (end !== undefined && end !== from) end = next.get(end)
    if (end === from) continue
    next.set(from, to)
    joined.add(to)
  }
  return { next, joined }
}

/** The marks that each line's paragraph has open after it. */
function openMarks(costs: ThreadCosts, placements: readonly Placement[]): number[] {
  const marks: number[] = []
  placements.forEach(({ follows }, i) => {
    const open = follows >= 0 && isOpen(placements[follows]!.label) ? marks[follows]! : 0
    marks.push(follows === DISPLAY ? 0 : costs.marksAfter(i, open).open)
  })
  return marks
}

function joinCost(
  costs: ThreadCosts,
  placements: readonly Placement[],
  marks: readonly number[],
  from: Segment,
  to: Segment,
): number {
  const last = from.at(-1)!
  const first = to[0]!
  const end = placements[last]!
  const start = placements[first]!
  if (costs.lines[first]!.startsNews) return Number.POSITIVE_INFINITY
  const cost =
    WORDS * costs.join(last, first) +
    costs.fitBefore(last, first, end.label, end.measure) +
    costs.marksAfter(first, marks[last]!).cost -
    (start.follows === last ? KEEP : 0)
  if (start.label === 'middle' || start.label === 'last') {
    return cost + (start.measure === end.measure ? 0 : OTHER_MEASURE)
  }
  // a column's first line may have been taken for the first of a paragraph, or for a whole one
  const label = isOpen(start.label) && to.length > 1 ? 'middle' : 'last'
  const relabelled = costs.alone(first, label, end.measure) - costs.alone(first, start.label, start.measure)
  return cost + Math.max(0, relabelled) + OTHER_LABEL
}
