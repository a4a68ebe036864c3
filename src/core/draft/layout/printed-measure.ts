import type { Em } from '../../units.ts'
import type { Grid } from '../grid.ts'
import type { Manuscript } from '../manuscript.ts'
import type { Template } from '../template.ts'
import { wantsBox } from './boxes.ts'
import type { Ranked } from './rank.ts'
import { MEASURE_EM, SAME_EM } from './weights.ts'

/**
 * The printed measure, where columns of the grid, boxed if the article is, can be set in legs that have it to within
 * a tolerance.
 */
export function printedMeasure(
  article: Manuscript,
  grid: Grid,
  { look }: Template,
  withinEm: Em = SAME_EM,
  boxed = wantsBox(article),
): Em | undefined {
  const { measureEm } = article
  if (measureEm === undefined || measureEm < MEASURE_EM.least) return undefined
  const { columns, gutterEm } = grid.setup
  const inset = boxed ? 2 * look.boxInsetEm : 0
  const spans = Array.from({ length: columns }, (_, i) => i + 1)
  const has = spans.some((span) => {
    const width = grid.spanEm(span) - inset
    const count = Math.round((width + gutterEm) / (measureEm + gutterEm))
    return count > 0 && Math.abs(measureEm - (width - (count - 1) * gutterEm) / count) < withinEm
  })
  return has ? measureEm : undefined
}

/** A grid that has the measures of fewer stories than this is not the printed one, and binds none of them. */
const MOST_STORIES = 0.7

/** The printed measures bind where the page's grid is the one that it was printed on. */
export function bindMeasures(ranked: readonly Ranked[], grid: Grid, template: Template): Ranked[] {
  const measured = ranked.filter(({ article }) => article.measureEm !== undefined)
  const bound = ranked.map((of): Ranked => {
    const printedEm = printedMeasure(of.article, grid, template)
    return printedEm === undefined ? of : { ...of, printedEm }
  })
  const count = bound.filter(({ printedEm }) => printedEm !== undefined).length
  return count >= MOST_STORIES * measured.length ? bound : [...ranked]
}
