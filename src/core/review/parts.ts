/** The parts of a page, read and replaced: nothing is changed in place, and what is untouched stays the same object. */
import type {
  Article,
  ArticleField,
  ArticleParagraph,
  FieldSource,
  Piece,
  Place,
  Reconstruction,
} from '../reconstruct/types.ts'
import type { Span } from '../source/types.ts'
import type { Sourced } from './texts.ts'

export const FIELDS: readonly ArticleField[] = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit']

export interface FieldPart extends FieldSource {
  text: string
}

export function fieldOf(article: Article, field: ArticleField): FieldPart | undefined {
  const source = article.from[field]
  return source && { ...source, text: article[field]! }
}

/** The article with a field set, or taken out. */
export function withField(article: Article, field: ArticleField, part: FieldPart | undefined): Article {
  const { [field]: _text, ...rest } = article
  const { [field]: _source, ...from } = article.from
  if (!part) return { ...rest, from }
  const { text, ...source } = part
  return { ...rest, [field]: text, from: { ...from, [field]: source } }
}

export const partsOf = (article: Article): Sourced[] => [
  ...FIELDS.flatMap((field) => fieldOf(article, field) ?? []),
  ...article.paragraphs,
  ...article.captions,
]

export const isEmpty = (article: Article): boolean =>
  article.paragraphs.length + article.captions.length + Object.keys(article.from).length === 0

export const holds = ({ from }: { from: readonly Span[] }, { line, at }: Place): boolean =>
  from.some((span) => span.line === line && span.start <= at && at < span.end)

/** The article that has this character; undefined when it stands in none. */
export const articleAt = (page: Reconstruction, place: Place): Article | undefined =>
  page.articles.find((article) => partsOf(article).some((part) => holds(part, place)))

export function paragraphAt(
  page: Reconstruction,
  place: Place,
): { article: Article; paragraph: ArticleParagraph; at: number } | undefined {
  for (const article of page.articles) {
    const at = article.paragraphs.findIndex((paragraph) => holds(paragraph, place))
    if (at >= 0) return { article, paragraph: article.paragraphs[at]!, at }
  }
  return undefined
}

export const replaceArticle = (page: Reconstruction, old: Article, next: Article): Reconstruction => ({
  ...page,
  articles: page.articles.map((article) => (article === old ? next : article)),
})

export const withUnplaced = (page: Reconstruction, pieces: readonly Piece[]): Reconstruction =>
  pieces.length > 0 ? { ...page, unplaced: [...page.unplaced, ...pieces] } : page

/** A part that its article has no room for any more. */
export const displaced = ({ text, from }: Sourced): Piece => ({ text, from, rule: 'corrected/displaced' })

/** Marks what a person decided. */
export const decided = <T extends FieldSource>(part: T, rule: string): T => {
  const { others: _others, reasons: _reasons, ...rest } = part
  return { ...rest, confidence: 1, rule: `corrected/${rule}` } as unknown as T
}

/** Lines printed at one measure say nothing of another. */
export const SAME_MEASURE = 0.51

/** Paragraphs as they stand in an article of this measure. */
export function atMeasure(
  paragraphs: readonly ArticleParagraph[],
  from: number | undefined,
  to: number | undefined,
): ArticleParagraph[] {
  if (from !== undefined && to !== undefined && Math.abs(from - to) <= SAME_MEASURE) return [...paragraphs]
  return paragraphs.map(withoutLines)
}

export function withoutLines(paragraph: ArticleParagraph): ArticleParagraph {
  const { lines: _lines, ...rest } = paragraph
  return rest
}
