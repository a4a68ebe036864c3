/** Which article counts most: one lead, further leads, then photos, columns and briefs as the page has them. */

import type { Em } from '../../units.ts'
import type { Manuscript } from '../manuscript.ts'

export interface Ranked {
  article: Manuscript
  rank: 'lead' | 'second' | 'other'
  /** The measure that the print shows, where the page is to have it again. */
  printedEm?: Em
  /** It stands in a box of its own. */
  boxed?: boolean
}

export const bodyLength = (article: Manuscript): number =>
  article.paragraphs.reduce((sum, paragraph) => sum + paragraph.text.length, 0)

/** The most important first; where no article is called a lead, the longest is. */
export function rankArticles(articles: readonly Manuscript[]): Ranked[] {
  const longest = [...articles].sort((a, b) => bodyLength(b) - bodyLength(a))[0]
  const lead = articles.find(({ kind }) => kind === 'lead') ?? longest
  const rankOf = (article: Manuscript): Ranked['rank'] =>
    article === lead ? 'lead' : article.kind === 'lead' ? 'second' : 'other'
  const order = { lead: 0, second: 1, other: 2 }
  return articles
    .map((article) => ({ article, rank: rankOf(article) }))
    .sort((a, b) => order[a.rank] - order[b.rank])
}

/** Whether there is anything of the article to place. */
export function hasMatter(article: Manuscript): boolean {
  const { section, kicker, headline, deck, byline, credit, paragraphs, captions } = article
  const texts = [section, kicker, headline, deck, byline, credit]
  return (
    texts.some((text) => text !== undefined && text !== '') || paragraphs.length > 0 || captions.length > 0
  )
}
