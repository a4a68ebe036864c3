/**
 * Total fit: the breaks of a whole paragraph that together cost least, after Knuth and Plass, "Breaking
 * Paragraphs into Lines" (1981), with Chinese glue: marks that give up width in the order of the preset, gaps
 * that stretch evenly, kinsoku as places where no break stands.
 */
import type { Preset } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import {
  type BrokenLine,
  endsInWord,
  HAIR,
  isGap,
  isOrphan,
  justify,
  LOOSE_EM,
  pieceEnd,
  RunningWidth,
  trimEnd,
} from './break-lines.ts'
import type { Unit } from './unit.ts'

/** What a line costs of itself, in the paper's demerits (p. 1128): the square of its badness and its penalties. */
const LINE = 10
const HYPHEN = 50
const ORPHAN = 300
/** A line shorter than this share of its measure is not worth looking at while a longer one fits. */
const LEAST_FILL = 0.6

interface Node {
  /** The unit that the next line begins with, and how many lines stand before it. */
  at: number
  line: number
  cost: number
  before: Node | undefined
}

/** The measures of a paragraph's lines, from 0; from line `steadyFrom` on they are all the same. */
export interface Measures {
  of(line: number): Em
  steadyFrom: number
}

/** Where measures differ, a place may be reached by more or fewer lines: as many ways are followed as this. */
const MOST_WAYS = 4

/**
 * The lines of a paragraph. Null where no division fits, as with a word wider than its line: first fit then shows
 * where.
 */
export function totalFit(units: readonly Unit[], measures: Measures, preset: Preset): BrokenLine[] | null {
  /** By unit, the cheapest ways to it, one for each line that may follow with a measure of its own. */
  const ways: Node[][] = Array.from({ length: units.length + 1 }, () => [])
  ways[0] = [{ at: 0, line: 0, cost: 0, before: undefined }]
  const sameFrom = (a: Node, b: Node) =>
    Math.min(a.line, measures.steadyFrom) === Math.min(b.line, measures.steadyFrom)
  for (let at = 0; at < units.length; at++) {
    for (const node of ways[at] as Node[]) {
      for (const [to, cost] of endsFrom(units, at, measures.of(node.line), preset)) {
        const way = { at: to, line: node.line + 1, cost: node.cost + cost, before: node }
        const known = ways[to] as Node[]
        const same = known.findIndex((other) => sameFrom(other, way))
        if (same < 0) known.push(way)
        else if (way.cost < (known[same] as Node).cost) known[same] = way
        if (known.length > MOST_WAYS) known.sort((a, b) => a.cost - b.cost).pop()
      }
    }
  }
  const [best] = (ways[units.length] as Node[]).sort((a, b) => a.cost - b.cost)
  return best === undefined ? null : linesTo(best, units, measures, preset)
}

/** The places where a line from `at` may end, with what each such line costs. */
function endsFrom(units: readonly Unit[], at: number, measure: Em, preset: Preset): [number, number][] {
  const ends: [number, number][] = []
  const width = new RunningWidth(units, at)
  let gaps = 0
  for (let to = at; to < units.length; ) {
    const forced = units[to]?.sort.kind === 'break'
    const end = forced ? to + 1 : pieceEnd(units, to)
    const drawn = trimEnd(units, to, end)
    for (let i = Math.max(to, at + 1); i < drawn; i++) if (isGap(units[i] as Unit)) gaps++
    width.take(drawn)
    if (width.least() > measure + HAIR) break
    const last = forced || end === units.length
    if (last || width.natural >= LEAST_FILL * measure) {
      ends.push([end, costOf(units, width, gaps, measure, drawn, end, last, preset)])
    }
    if (forced) break
    width.take(end)
    to = end
  }
  return ends
}

function costOf(
  units: readonly Unit[],
  width: RunningWidth,
  gaps: number,
  measure: Em,
  drawn: number,
  next: number,
  last: boolean,
  preset: Preset,
): number {
  const excess = width.natural - measure
  const squeeze = width.natural - width.least()
  const ratio =
    excess > 0 ? excess / Math.max(squeeze, HAIR) : last ? 0 : -excess / Math.max(gaps, 0.5) / LOOSE_EM
  const badness = 100 * ratio ** 3
  const hyphen = endsInWord(units, drawn, next) ? HYPHEN : 0
  const orphan = preset.orphanControl && !last && isOrphan(units, next) ? ORPHAN : 0
  return (LINE + badness + hyphen + orphan) ** 2
}

function linesTo(end: Node, units: readonly Unit[], measures: Measures, preset: Preset): BrokenLine[] {
  const lines: BrokenLine[] = []
  for (let node = end; node.before !== undefined; node = node.before) {
    const { at, line } = node.before
    lines.push(justify(units, at, node.at, measures.of(line), preset))
  }
  return lines.reverse()
}
