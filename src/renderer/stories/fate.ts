/** 原稿去向: where the characters of the source went, in all and by article. */
import { countCharacters } from '../../core/pipeline/count-characters.ts'
import type { PageModel } from '../state/page-model.ts'

export interface SourceFate {
  /** Articles in reading order with all their characters: the parts of the bar. */
  articles: { number: number; characters: number }[]
  body: number
  heads: number
  folio: number
  shadows: number
  /** Left over, with what no record accounts for: that is a fault, and it must not look like success. */
  unplaced: number
  total: number
}

export function sourceFate(model: PageModel): SourceFate | undefined {
  const { source, reconstruction } = model
  if (!source || !reconstruction) return undefined
  const all = countCharacters(source, reconstruction)
  const articles = reconstruction.articles.map((article, index) => {
    const own = countCharacters(source, { ...reconstruction, articles: [article] })
    const number = model.doc.articles[article.id]?.number ?? index + 1
    return { number, characters: own.body + own.heads }
  })
  articles.sort((a, b) => a.number - b.number)
  return {
    articles,
    body: all.body,
    heads: all.heads,
    folio: all.furniture,
    shadows: all.shadows,
    unplaced: all.unplaced + all.missing,
    total: all.total,
  }
}
