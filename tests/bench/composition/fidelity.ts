/** Printed lines that come back line for line, by Banxin and by others. */
import type { Fidelity } from '../../../src/core/pipeline/fidelity.ts'
import { markdown } from '../reconstruction/table.ts'
import { breakGreedily } from './greedy.ts'
import { countMatches, type PrintedStory, type StoryEnds } from './printed.ts'

/** Added to all measures, in em: engines that set marks or figures wider than the print want other ones. */
export const WIDTHS_EM = [0, -0.5, -0.375, -0.25, -0.125, 0.125, 0.25, 0.375, 0.5, 0.75, 1]

/** A peer's line ends for each of `WIDTHS_EM`. */
export interface Peer {
  name: string
  ends: readonly StoryEnds[]
}

/** Peers stand twice: at the printed measures, and at the widths at which most of their lines come back. */
export function fidelityTable(stories: readonly PrintedStory[], fidelity: Fidelity, peers: Peer[]): string[] {
  const greedy = stories.map(({ measureEm, paragraphs }) =>
    paragraphs.map(({ text }) => breakGreedily(text, measureEm)),
  )
  return markdown(
    [
      `line-break fidelity, lines of ${fidelity.lines} printed`,
      'at the printed measures',
      'at their best width',
    ],
    [
      ['Banxin, kjrb, free-running', String(fidelity.matched), ''],
      [
        `Banxin, with ${fidelity.copyfitRecords} inferred copyfit records`,
        String(fidelity.matchedWithCopyfit),
        '',
      ],
      ['greedy, no squeeze, same kinsoku', String(countMatches(stories, greedy)), ''],
      ...peers.map(({ name, ends }) => [name, ...bestOf(stories, ends)]),
    ],
  )
}

function bestOf(stories: readonly PrintedStory[], ends: readonly StoryEnds[]): string[] {
  const matches = ends.map((each) => countMatches(stories, each))
  const best = Math.max(...matches)
  const widthEm = WIDTHS_EM[matches.indexOf(best)] as number
  return [String(matches[0]), `${best} (${widthEm < 0 ? '−' : '+'}${Math.abs(widthEm)} em)`]
}
