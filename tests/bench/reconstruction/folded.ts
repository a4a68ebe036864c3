/** Figures in which every source article counts once, however many pages it stands on. */
import type { ArticleRate } from './article-fields.ts'
import { addHits, addShares, f1, type Hits, mean, type Share, shareOf } from './counts.ts'
import type { ScoredPage } from './drawn-pages.ts'
import { dealFolds } from './folds.ts'
import type { ArticleScore } from './score.ts'
import { ARTICLE_RATES, type Figures, NONE, rateOf, withOverall } from './totals.ts'

export interface Folded {
  /** How many source articles. */
  articles: number
  /** Those that belong to whole pages are null. */
  figures: Figures
}

type Scored = Pick<ScoredPage, 'page' | 'score'>

export function foldsOf(pages: readonly Scored[], folds: number): Folded[] {
  const byId = scoresById(pages)
  return dealFolds(byId.keys(), folds).map((ids) => mergeArticles(ids.map((id) => byId.get(id)!)))
}

/** All source articles in one. */
export const foldedTotal = (pages: readonly Scored[]): Folded =>
  mergeArticles([...scoresById(pages).values()])

/** For each source article its scores on the pages where it stands. */
function scoresById(pages: readonly Scored[]): Map<string, ArticleScore[]> {
  const byId = new Map<string, ArticleScore[]>()
  for (const { page, score } of pages) {
    score.articles.forEach((article, i) => {
      const id = page.sources[i]!
      byId.set(id, [...(byId.get(id) ?? []), article])
    })
  }
  return byId
}

/**
 * What an article has on one of its n pages counts 1/n. So a field that the article has counts once, and one that
 * was found on one page only, where the article has none, counts 1/n against.
 */
function mergeArticles(articles: readonly (readonly ArticleScore[])[]): Folded {
  const parts = articles.flatMap((scores) => scores.map((score) => ({ score, weight: 1 / scores.length })))
  const rates = ARTICLE_RATES.map((name: ArticleRate) => {
    const shares = parts.map(({ score, weight }) => weighShare(score.fields[name] ?? NONE, weight))
    return [name, rateOf(shares.reduce(addShares, NONE))] as const
  })
  const subheads = parts.map(({ score, weight }) => weighHits(score.subheads, weight)).reduce(addHits)
  const written = articles.filter(([first]) => first!.paragraphs.of > 0)
  const exact = written.map((scores) => mean(scores.map(({ paragraphs }) => shareOf(paragraphs))))
  return {
    articles: articles.length,
    figures: withOverall({
      exact: exact.length > 0 ? mean(exact) : null,
      subheads: subheads.right + subheads.extra + subheads.missed > 0 ? f1(subheads) : null,
      ...Object.fromEntries(rates),
    }),
  }
}

const weighShare = ({ right, of }: Share, weight: number): Share => ({
  right: right * weight,
  of: of * weight,
})

const weighHits = ({ right, extra, missed }: Hits, weight: number): Hits => ({
  right: right * weight,
  extra: extra * weight,
  missed: missed * weight,
})
