/** The figures of one page or of many. */
import type { ArticleRate } from './article-fields.ts'
import { addHits, addShares, f1, mean, type Share, shareOf } from './counts.ts'
import type { PageScore } from './score.ts'

export const ARTICLE_RATES = [
  'headline',
  'kicker',
  'deck',
  'byline',
  'credit',
  'caption',
  'section',
  'kind',
] as const satisfies readonly ArticleRate[]

/** The columns of the tables, in their order; `overall` is the mean of the others without `kind`. */
export const FIGURES = [
  'kept',
  'clusters',
  'exact',
  'paragraphs',
  'subheads',
  ...ARTICLE_RATES,
  'meta',
] as const
export type Figure = (typeof FIGURES)[number]

/** Shares from 0 to 1; null where the pages have nothing of the kind. */
export type Figures = Record<Figure | 'overall', number | null>

export const NONE: Share = { right: 0, of: 0 }

/** Text, articles and paragraphs are means over pages; fields and subheads are counted over all pages. */
export function totalOf(scores: readonly PageScore[]): Figures {
  const articles = scores.flatMap((score) => score.articles)
  const subheads = scores.map((score) => score.subheads).reduce(addHits)
  const rate = (shares: (Share | undefined)[]) =>
    rateOf(shares.reduce<Share>((sum, each) => addShares(sum, each ?? NONE), NONE))
  const rates = ARTICLE_RATES.map((name) => [name, rate(articles.map(({ fields }) => fields[name]))])
  return withOverall({
    kept: mean(scores.map(({ kept }) => kept.f1)),
    clusters: mean(scores.map((score) => score.clusters)),
    exact: mean(scores.map(exactShare)),
    paragraphs: mean(scores.map((score) => score.paragraphEnds)),
    subheads: subheads.right + subheads.extra + subheads.missed > 0 ? f1(subheads) : null,
    ...Object.fromEntries(rates),
    meta: rate(scores.map(({ meta }) => meta)),
  })
}

export function withOverall(figures: Partial<Record<Figure, number | null>>): Figures {
  const all = Object.fromEntries(FIGURES.map((name) => [name, figures[name] ?? null])) as Figures
  const counted = FIGURES.filter((name) => name !== 'kind').flatMap((name) => all[name] ?? [])
  return { ...all, overall: counted.length > 0 ? mean(counted) : null }
}

export const rateOf = (share: Share): number | null => (share.of > 0 ? shareOf(share) : null)

const exactShare = ({ articles }: PageScore): number =>
  shareOf(articles.map(({ paragraphs }) => paragraphs).reduce(addShares, NONE))
