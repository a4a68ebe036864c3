/** Scores a reconstruction of one page against its gold. */
import { type ArticleShares, compareFields } from './article-fields.ts'
import { alignBodies, clusterF1, paragraphEnds } from './body.ts'
import { f1, type Hits, type Share } from './counts.ts'
import { type KeptText, keptText } from './kept-text.ts'
import { matchArticles } from './match-articles.ts'
import { flat, PAGE_FIELDS, type PageText, type ParagraphText, paragraphsOf } from './page-text.ts'

export interface PageScore {
  kept: KeptText
  /** F1 over pairs of body characters in the same article. */
  clusters: number
  /** F1 of the paragraph ends inside articles. */
  paragraphEnds: number
  /** Subheads found in no article of the gold's are `extra` here and in no article's score. */
  subheads: Hits
  meta: Share
  /** In the order of the gold. */
  articles: ArticleScore[]
}

export interface ArticleScore {
  /** The found article that is this one, or -1. */
  match: number
  /** Paragraphs given back letter for letter, in whatever article. */
  paragraphs: Share
  subheads: Hits
  fields: ArticleShares
}

export function scorePage(gold: PageText, found: PageText, furniture: readonly string[]): PageScore {
  const bodies = alignBodies(gold.articles, found.articles)
  const matches = matchArticles(gold.articles, found.articles, bodies.shared)
  const paragraphs = hitsByArticle(gold, found, () => true)
  const subheads = hitsByArticle(gold, found, ({ kind }) => kind === 'subhead')
  return {
    kept: keptText(gold, found, furniture),
    clusters: clusterF1(bodies),
    paragraphEnds: f1(paragraphEnds(bodies)),
    subheads: {
      right: total(subheads.gold.map(({ right }) => right)),
      missed: total(subheads.gold.map(({ right, of }) => of - right)),
      extra: total(subheads.extra),
    },
    meta: compareMeta(gold, found),
    articles: gold.articles.map((article, i) => {
      const match = matches[i]!
      const { right, of } = subheads.gold[i]!
      return {
        match,
        paragraphs: paragraphs.gold[i]!,
        subheads: { right, missed: of - right, extra: subheads.extra[match] ?? 0 },
        fields: compareFields(article, found.articles[match]),
      }
    }),
  }
}

/**
 * Looks for each of the gold's paragraphs in the whole page; each found one is taken once. `gold`: for each
 * article of the gold the share that was found; `extra`: for each found article how many were not taken.
 */
function hitsByArticle(gold: PageText, found: PageText, counts: (paragraph: ParagraphText) => boolean) {
  const rest = found.articles.flatMap((article, at) =>
    paragraphsOf(article)
      .filter(counts)
      .map(({ text }) => ({ text, at })),
  )
  const shares = gold.articles.map((article): Share => {
    const wanted = paragraphsOf(article).filter(counts)
    const right = wanted.filter(({ text }) => {
      const hit = rest.findIndex((each) => each.text === text)
      if (hit >= 0) rest.splice(hit, 1)
      return hit >= 0
    })
    return { right: right.length, of: wanted.length }
  })
  const extra = found.articles.map((_, i) => rest.filter(({ at }) => at === i).length)
  return { gold: shares, extra }
}

const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0)

/** The fields of the folio; `07` and `7` are the same page number. */
function compareMeta(gold: PageText, found: PageText): Share {
  const share: Share = { right: 0, of: 0 }
  for (const field of PAGE_FIELDS) {
    const [wanted, got] = [gold, found].map(({ page }) => {
      const text = flat(page[field])
      return field === 'number' ? text.replace(/^0+(?=\d)/u, '').toUpperCase() : text
    })
    if (!wanted && !got) continue
    share.of += 1
    if (wanted === got) share.right += 1
  }
  return share
}
