/** After a correction: empty articles vanish, kinds and doubts follow the texts. */
import { countOf } from '../language/characters.ts'
import type { Article, ArticleKind, Doubt, Reconstruction } from '../reconstruct/types.ts'
import { articleAt, isEmpty } from './parts.ts'

export function finish(before: Reconstruction, after: Reconstruction): Reconstruction {
  const untouched = new Set(before.articles)
  const articles = after.articles.flatMap((article) => {
    if (untouched.has(article)) return [article]
    return isEmpty(article) ? [] : [withKind(article)]
  })
  const page = { ...after, articles }
  const same = new Set(articles.filter((article) => untouched.has(article)).map(({ id }) => id))
  return { ...page, doubts: page.doubts.flatMap((doubt) => follow(doubt, page, same)) }
}

const withKind = (article: Article): Article => ({ ...article, kind: kindOf(article) })

/** More text than this makes a column of what has neither a column head nor a byline. */
const COLUMN_SIZE = 300

/** The kind it had, unless nothing is left of what made it so. */
function kindOf({ kind, paragraphs, captions, section, byline, credit }: Article): ArticleKind {
  if (paragraphs.length === 0) return captions.length > 0 ? 'photo' : 'brief'
  if (kind === 'photo')
    return captions.length > 0 || /摄影报道|文\/图|图\/文/u.test(credit ?? '') ? 'photo' : 'brief'
  const size = paragraphs.reduce((sum, paragraph) => sum + countOf(paragraph.text), 0)
  const isColumn = section !== undefined || byline !== undefined || size > COLUMN_SIZE
  return kind === 'column' && !isColumn ? 'brief' : kind
}

/** The doubt with the article that its text stands in now; gone when that is none. */
function follow(doubt: Doubt, page: Reconstruction, same: ReadonlySet<string>): Doubt[] {
  const article =
    doubt.article === undefined || same.has(doubt.article) ? doubt.article : holderOf(doubt, page)
  if (doubt.article !== undefined && article === undefined) return []
  const known = (id: string | undefined) =>
    id === undefined || id === 'new' || page.articles.some((each) => each.id === id)
  const readings = doubt.readings
    .map((reading) => (reading.article === doubt.article && article ? { ...reading, article } : reading))
    .filter((reading) => known(reading.article))
  const changed = article !== doubt.article || readings.length !== doubt.readings.length
  if (!changed) return [doubt]
  const choices = doubt.choices.filter(
    (_, i) => known(doubt.readings[i]?.article) || doubt.readings[i]?.article === doubt.article,
  )
  return [{ ...doubt, ...(article !== undefined && { article }), readings, choices }]
}

function holderOf(doubt: Doubt, page: Reconstruction): string | undefined {
  const [first] = doubt.from
  if (first) return articleAt(page, { line: first.line, at: first.start })?.id
  return page.articles.some(({ id }) => id === doubt.article) ? doubt.article : undefined
}
