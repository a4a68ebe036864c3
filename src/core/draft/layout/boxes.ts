/** Which columns of a page stand in a box of their own: few, or boxes say nothing. */
import type { Grid } from '../grid.ts'
import type { Manuscript } from '../manuscript.ts'
import type { Template } from '../template.ts'
import { printedMeasure } from './printed-measure.ts'
import type { Ranked } from './rank.ts'
import { SAME_EM } from './weights.ts'

/** One box for so many articles, and one in any case. */
const ARTICLES_A_BOX = 5

/** Columns would like a box. */
export const wantsBox = (article: Manuscript): boolean =>
  article.kind === 'column' || article.section !== undefined

/** First those whose printed measure is a box's, all of them; then the likeliest, until there are enough. */
export function chooseBoxes(ranked: readonly Ranked[], grid: Grid, template: Template): Ranked[] {
  const wanting = ranked.filter(({ article }) => wantsBox(article))
  const needsBox = ({ article, printedEm }: Ranked) =>
    printedEm !== undefined && printedMeasure(article, grid, template, SAME_EM, false) === undefined
  const bound = wanting.filter(needsBox)
  const most = Math.max(1, Math.round(ranked.length / ARTICLES_A_BOX)) - bound.length
  const others = wanting
    .filter((of) => !bound.includes(of))
    .sort((a, b) => likeliness(b) - likeliness(a))
    .slice(0, Math.max(0, most))
  return ranked.map((of) => (bound.includes(of) || others.includes(of) ? { ...of, boxed: true } : of))
}

/** A column head that has no headline below it is a head itself and wants its tiles; a picture fills a box well. */
function likeliness({ article }: Ranked): number {
  const head = article.section === undefined ? 0 : article.headline === undefined ? 4 : 2
  return head + (article.captions.length > 0 ? 1 : 0)
}
