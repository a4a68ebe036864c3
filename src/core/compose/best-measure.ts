/**
 * The measure a story was printed at: counting characters tells it to half an em; setting the paragraphs at
 * every measure near that and counting the lines that come back tells it to a quarter.
 */
import type { PageDoc, Paragraph } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import { breakParagraph, endOf } from './break-paragraph.ts'
import { printedEnds } from './printed-ends.ts'
import { type PreparedParagraph, prepareParagraph, type TypeRoom } from './units.ts'

const REACH_EM = 1
const STEP_EM = 0.25

export interface PrintedParagraph {
  paragraph: Paragraph
  lines: readonly string[]
}

/** The measure near `estimate` that brings back the most printed lines; of equals the narrowest. */
export function bestMeasure(
  doc: PageDoc,
  printed: readonly PrintedParagraph[],
  estimate: Em,
  room: TypeRoom,
): Em {
  const prepared = printed.map(({ paragraph, lines }) => ({
    paragraph: prepareParagraph(doc, paragraph, room),
    ends: new Set(printedEnds(paragraph, lines) ?? []),
  }))
  let best = estimate
  let most = -1
  const first = Math.round((estimate - REACH_EM) / STEP_EM) * STEP_EM
  for (let measure = first; measure <= estimate + REACH_EM; measure += STEP_EM) {
    const count = prepared.reduce((sum, { paragraph, ends }) => sum + matches(paragraph, ends, measure), 0)
    if (count > most) {
      most = count
      best = measure
    }
  }
  return best
}

/** Lines whose start and end are both printed line ends. */
function matches(prepared: PreparedParagraph, ends: ReadonlySet<number>, measure: Em): number {
  let count = 0
  let good = true
  const { units, lines } = breakParagraph(prepared, measure)
  for (const line of lines) {
    const ended = ends.has(endOf(units, line))
    if (good && ended) count++
    good = ended
  }
  return count
}
