/** `merge` and `split`: which texts make one article. */
import type {
  Article,
  ArticleParagraph,
  Correction,
  Piece,
  Place,
  Reconstruction,
} from '../reconstruct/types.ts'
import type { Desk } from './desk.ts'
import {
  articleAt,
  atMeasure,
  decided,
  displaced,
  FIELDS,
  fieldOf,
  paragraphAt,
  partsOf,
  replaceArticle,
  withField,
  withUnplaced,
} from './parts.ts'
import { select } from './selection.ts'
import { ABOUT_ARTICLE, settle } from './settle.ts'

/** Null when one of the places stands in no article, or both in the same. */
export function mergeArticles(
  page: Reconstruction,
  correction: Extract<Correction, { kind: 'merge' }>,
  { texts }: Desk,
): Reconstruction | null {
  const [from, into] = [correction.article, correction.into].map((place) => {
    const character = texts.characterAt(place)
    return character ? articleAt(page, character) : undefined
  })
  if (!from || !into || from === into) return null
  const { article, left } = poured(from, into)
  const merged = { ...page, articles: page.articles.filter((each) => each !== from) }
  const placed = withUnplaced(replaceArticle(merged, into, article), left)
  const own = placed.doubts.filter(
    (doubt) => doubt.article !== from.id || !ABOUT_ARTICLE.includes(doubt.code),
  )
  const gone = select(
    texts,
    left.flatMap((piece) => piece.from),
  )
  return gone ? settle({ ...placed, doubts: own }, gone, texts) : { ...placed, doubts: own }
}

/** One article with all of another; `left` are the fields that it had itself. */
function poured(from: Article, into: Article): { article: Article; left: Piece[] } {
  const left: Piece[] = []
  const bare = into.paragraphs.length === 0
  const measureEm = bare ? from.measureEm : into.measureEm
  const [first, ...others] = atMeasure(from.paragraphs, from.measureEm, measureEm)
  let article: Article = {
    ...into,
    kind: bare || from.kind === 'lead' ? from.kind : into.kind,
    paragraphs: [...into.paragraphs, ...(first ? [decided(first, 'merge'), ...others] : [])],
    captions: [...into.captions, ...from.captions.map((caption) => decided(caption, 'merge'))],
    ...(measureEm !== undefined && { measureEm }),
  }
  for (const field of FIELDS) {
    const part = fieldOf(from, field)
    if (part && fieldOf(into, field)) left.push(displaced(part))
    else if (part) article = withField(article, field, decided(part, 'merge'))
  }
  return { article, left }
}

/**
 * The paragraph that holds the place and all behind it become an article, with the credit, which stands at the
 * end. Null when no paragraph has the place, or nothing would be left of the first article.
 */
export function splitArticle(page: Reconstruction, place: Place, desk: Desk): Reconstruction | null {
  const character = desk.texts.characterAt(place)
  const found = character && paragraphAt(page, character)
  if (!found) return null
  const { article, at } = found
  const credit = fieldOf(article, 'credit')
  const rest = withField({ ...article, paragraphs: article.paragraphs.slice(0, at) }, 'credit', undefined)
  if (partsOf(rest).length === 0) return null
  const [first, ...others] = article.paragraphs.slice(at) as [ArticleParagraph, ...ArticleParagraph[]]
  const second = withField(
    { ...newArticle(desk, article.measureEm), paragraphs: [decided(first, 'split'), ...others] },
    'credit',
    credit,
  )
  const articles = page.articles.flatMap((each) => (each === article ? [rest, second] : [each]))
  return { ...page, articles }
}

export const newArticle = (desk: Desk, measureEm: number | undefined): Article => ({
  id: desk.freeId(),
  kind: 'brief',
  paragraphs: [],
  captions: [],
  ...(measureEm !== undefined && { measureEm }),
  from: {},
})

/** Puts a new article behind the one its text came from, else where its text stands in the dump. */
export function addArticle(
  page: Reconstruction,
  article: Article,
  origin: Article | undefined,
): Reconstruction {
  const lineOf = (each: Article) => partsOf(each)[0]?.from[0]?.line ?? 0
  const behind = origin ? page.articles.findIndex(({ id }) => id === origin.id) : -1
  const before = page.articles.findIndex((each) => each.kind !== 'lead' && lineOf(each) > lineOf(article))
  const at = behind >= 0 ? behind + 1 : before >= 0 ? before : page.articles.length
  return { ...page, articles: page.articles.toSpliced(at, 0, article) }
}
