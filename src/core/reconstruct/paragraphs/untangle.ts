import { repairBreaks } from '../lines/kinsoku.ts'
import { describeLines, type PageLine } from '../lines/line-features.ts'
import { likelyMeasures } from './likely-measures.ts'
import { type LabelledLine, labelLines } from './paragraph-pass.ts'
import { ThreadCosts } from './thread-costs.ts'
import { readingOrder } from './thread-order.ts'
import { DISPLAY, findThreads, type Placement } from './thread-search.ts'

/** Lines that follow one another cost 0.5 to 1.1 each in the paragraph pass; of mixed columns, 1.1 to 1.8. */
const SUSPECT_COST = 0.9
const LEAST_GAIN = 0.08
/** Either the gain or the share of alternating lines must be clear, not just enough. */
const CLEAR_GAIN = 0.1
const CLEARLY_ALTERNATING = 0.3
/** Of dumps in order seldom 5 % of the lines look as if they followed another line than the one before. */
const LEAST_ALTERNATING = 0.1
const LEAST_LINES = 30
/** Above this the beam search would take seconds; a page has some 300 lines. */
const MOST_LINES = 1_500

/** Lines with no blank line before them are two places after the line before: its end of line lies between. */
const ADJOINED = 2
const LEAST_ADJOINED = 0.15
const MOST_ADJOINED = 0.97

export interface Labelled {
  lines: LabelledLine[]
  /** The cost of the paragraph pass by line. */
  costPerLine: number
}

/** A page's lines in reading order, labelled; `tangled` when the dump had mixed its columns. */
export interface Untangled extends Labelled {
  tangled: boolean
}

/**
 * Puts the lines of a dump that mixes its columns into reading order, and labels them anew.
 *
 * Other dumps come back as they are: a dump is only touched when its lines cost the paragraph pass as much as
 * lines do that do not follow one another, and kept in the new order only when that is clearly cheaper.
 * `costPerLine` of the result still tells how far it is to be trusted: above 1.1 much is still mixed.
 */
export function untangle(labelled: Labelled): Untangled {
  const { lines, costPerLine } = labelled
  if (costPerLine < SUSPECT_COST || lines.length < LEAST_LINES || lines.length > MOST_LINES) {
    return { ...labelled, tangled: false }
  }
  const costs = new ThreadCosts(lines, likelyMeasures(lines))
  const placements = findThreads(costs, adjoinedLines(lines))
  const alternating = alternatingShare(placements)
  if (alternating < LEAST_ALTERNATING) return { ...labelled, tangled: false }
  const ordered = readingOrder(costs, placements).map((i) => lines[i]!)
  const relabelled = labelLines(describeLines(repairBreaks(ordered).lines))
  const gain = costPerLine - relabelled.costPerLine
  const clear = gain >= CLEAR_GAIN || alternating >= CLEARLY_ALTERNATING
  if (gain < LEAST_GAIN || !clear) return { ...labelled, tangled: false }
  return { ...relabelled, tangled: true }
}

/** The share of lines that follow, in their column, another line than the one before them in the dump. */
function alternatingShare(placements: readonly Placement[]): number {
  const following = placements.flatMap(({ follows }, i) => (follows >= 0 ? [{ follows, i }] : []))
  const alternating = following.filter(({ follows, i }) =>
    placements.slice(follows + 1, i).some((between) => between.follows !== DISPLAY),
  )
  return alternating.length / (following.length || 1)
}

/** Which lines have no blank line before them; null where that tells nothing: on all lines, or on hardly any. */
function adjoinedLines(lines: readonly PageLine[]): boolean[] | null {
  const adjoined = lines.map((line, i) => {
    const before = lines[i - 1]?.text.places.at(-1)
    return before !== undefined && line.text.places[0]! - before === ADJOINED
  })
  const share = adjoined.filter(Boolean).length / (lines.length || 1)
  return share >= LEAST_ADJOINED && share <= MOST_ADJOINED ? adjoined : null
}
