import type { PageDoc } from '../../doc/schema.ts'
import { withUsedAssets } from '../../doc/used-assets.ts'
import { framesOfArticle } from './standing.ts'

/** The page without these articles: their stories, frames and what is drawn for them; pictures that none shows go too. */
export function removeArticles(doc: PageDoc, ids: readonly string[]): PageDoc {
  const gone = new Set(ids)
  const frames = new Set(ids.flatMap((id) => framesOfArticle(doc, id).map(([frame]) => frame)))
  for (const id of ids) for (const number of [1, 2]) frames.add(`${id}-tile-rule-${number}`)
  return withUsedAssets({
    ...doc,
    articles: Object.fromEntries(Object.entries(doc.articles).filter(([id]) => !gone.has(id))),
    stories: Object.fromEntries(
      Object.entries(doc.stories).filter(([, { article }]) => article === undefined || !gone.has(article)),
    ),
    frames: Object.fromEntries(Object.entries(doc.frames).filter(([id]) => !frames.has(id))),
  })
}
