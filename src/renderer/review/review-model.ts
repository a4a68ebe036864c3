/** What 复核 makes of an opened page, once a page. */
import type { Article, Doubt } from '../../core/reconstruct/types.ts'
import type { PageModel } from '../state/page-model.ts'
import { type ArticleCard, articleCard } from './article-cards.ts'
import type { EditContext } from './edits.ts'
import { countRows, type RowCounts, sourceRows } from './source-rows.ts'

export interface ReviewModel extends EditContext {
  lines: readonly string[]
  counts: RowCounts
  /** In reading order. */
  cards: readonly ArticleCard[]
  cardsById: ReadonlyMap<string, ArticleCard>
  articlesById: ReadonlyMap<string, Article>
  doubts: readonly Doubt[]
  /** Lines in which something is doubtful. */
  doubtLines: ReadonlySet<number>
}

const models = new WeakMap<PageModel, ReviewModel | null>()

/** Null for a page that carries no source. */
export function reviewModel(page: PageModel): ReviewModel | null {
  const known = models.get(page)
  if (known !== undefined) return known
  const made = buildReviewModel(page)
  models.set(page, made)
  return made
}

/** Doubts about the page as a whole mark no line. */
const LINES_OF_ONE_DOUBT = 12

function buildReviewModel(page: PageModel): ReviewModel | null {
  const { source, reconstruction } = page
  if (!source || !reconstruction) return null
  const rows = sourceRows(source, reconstruction)
  const { doubts } = reconstruction
  const cards = reconstruction.articles
    .map((article, index) => articleCard(article, page.doc.articles[article.id]?.number ?? index + 1, doubts))
    .sort((a, b) => a.number - b.number)
  const marked = doubts.filter(({ from }) => from.length > 0 && from.length <= LINES_OF_ONE_DOUBT)
  return {
    rows,
    reconstruction,
    lines: source.lines,
    counts: countRows(rows),
    cards,
    cardsById: new Map(cards.map((card) => [card.id, card])),
    articlesById: new Map(reconstruction.articles.map((article) => [article.id, article])),
    doubts,
    doubtLines: new Set(marked.flatMap(({ from }) => from.map(({ line }) => line))),
  }
}
