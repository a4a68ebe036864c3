import type { PageDoc, Story } from './schema.ts'

/** Within an article: the order in which its stories are read. */
export const ROLES_IN_ORDER: readonly Story['role'][] = [
  'section',
  'kicker',
  'headline',
  'deck',
  'byline',
  'body',
  'caption',
  'folio',
]

/** The ids of all stories in the order in which they are read: article by article, and what has none behind. */
export function storiesInOrder(doc: Pick<PageDoc, 'articles' | 'stories'>): string[] {
  const rank = (id: string): number => ROLES_IN_ORDER.indexOf((doc.stories[id] as Story).role)
  const inArticles = Object.values(doc.articles)
    .sort((a, b) => a.number - b.number)
    .flatMap(({ stories }) =>
      stories.filter((id) => doc.stories[id] !== undefined).sort((a, b) => rank(a) - rank(b)),
    )
  const seen = new Set(inArticles)
  const others = Object.keys(doc.stories)
    .filter((id) => !seen.has(id))
    .sort()
  return [...seen, ...others]
}
