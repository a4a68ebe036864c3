/** Which template suits a page: the grid that has the printed measures, and a page that the articles fill. */
import type { Article, Reconstruction } from '../reconstruct/types.ts'
import { Grid } from './grid.ts'
import { printedMeasure } from './layout/printed-measure.ts'
import { bodyLength } from './layout/rank.ts'
import type { Template } from './template.ts'

/** Rough cells, in basic columns × rows, for what stands beside the text of an article. */
const HEAD_CELLS = { lead: 36, other: 9 }
const PICTURE_CELLS = { large: 34, small: 20 }
/** Free rows, subheads and last lines, as a share of all the rest. */
const AIR = 1.1
/** What a page likes to be full: the rest is an advertisement. A page fuller than the most is too small. */
const FULL = { liked: 0.85, most: 1.02 }
/** Fewer stories than this share with their printed measure are chance; it was only estimated, to this much. */
const MANY = 0.9
const ESTIMATE_EM = 0.3

/** The template whose grid suits best; the first of those that suit equally. */
export function chooseTemplate(reconstruction: Reconstruction, templates: readonly Template[]): Template {
  const [first, ...others] = templates
  if (first === undefined) throw new Error('there is at least one template')
  const { articles } = reconstruction
  return others.reduce((best, next) => (suits(articles, next) > suits(articles, best) ? next : best), first)
}

function suits(articles: readonly Article[], template: Template): number {
  const { setup, look } = template
  const full = cellsOf(articles, template) / (setup.columns * (setup.rows - look.folioRows))
  const measured = articles.filter(({ measureEm }) => measureEm !== undefined)
  const grid = new Grid(setup)
  const fitting = measured.filter(
    (article) => printedMeasure(article, grid, template, ESTIMATE_EM) !== undefined,
  )
  const share = measured.length > 0 ? fitting.length / measured.length : 0
  return (share > MANY ? share : 0) - Math.abs(full - FULL.liked) - (full > FULL.most ? 2 : 0)
}

function cellsOf(articles: readonly Article[], { setup }: Template): number {
  const cells = articles.map((article) => {
    const large = article.kind === 'lead' || article.kind === 'photo'
    const lines = bodyLength(article) / setup.columnEm + article.paragraphs.length / 2
    const head =
      article.headline === undefined ? 0 : article.kind === 'lead' ? HEAD_CELLS.lead : HEAD_CELLS.other
    return lines + head + article.captions.length * (large ? PICTURE_CELLS.large : PICTURE_CELLS.small)
  })
  return AIR * cells.reduce((sum, of) => sum + of, 0)
}
