/** Takes a text out of all that a page holds of it. */
import type { AnnotatedText } from '../reconstruct/lines/annotated-text.ts'
import type { Article, ArticleParagraph, Reconstruction } from '../reconstruct/types.ts'
import type { Span } from '../source/types.ts'
import { partOf } from './paragraphs.ts'
import { FIELDS, fieldOf, withField } from './parts.ts'
import { restOf, type Selection, type Slice, select, slicesOf, touches, without } from './selection.ts'
import type { Sourced, Texts } from './texts.ts'

/** A text of the page, and what it is part of. */
export interface Held extends Sourced {
  article?: Article
  paragraph?: ArticleParagraph
  /** It was never read as an article's text. */
  raw?: boolean
}

/**
 * The text of a correction. Second copies of doubled text stay shadows, unless nothing else was meant. Null when
 * the source has no such text.
 */
export function selectText(page: Reconstruction, spans: readonly Span[], texts: Texts): Selection | null {
  const all = select(texts, spans)
  if (!all) return null
  const single = without(all, texts, page.shadows)
  return single.places.size > 0 ? single : all
}

/** The stretches of a selection with the texts they stand in. */
export function slicesIn(page: Reconstruction, selection: Selection, texts: Texts): Slice<Held>[] {
  const held = heldTexts(page).filter((part) => touches(part, selection, texts))
  const read = (part: Held): AnnotatedText => (part.raw ? texts.readAnew(part) : texts.annotate(part))
  return slicesOf(selection, held, read)
}

const UNREAD = ['left-over', 'beyond-a-page']

const heldTexts = (page: Reconstruction): Held[] => [
  ...page.articles.flatMap((article): Held[] => [
    ...FIELDS.flatMap((field) => fieldOf(article, field) ?? []).map((part) => ({ ...part, article })),
    ...article.paragraphs.map((paragraph) => ({
      text: paragraph.text,
      from: paragraph.from,
      article,
      paragraph,
    })),
    ...article.captions.map((caption) => ({ ...caption, article })),
  ]),
  ...[...page.furniture, ...page.shadows].map((piece) => ({ ...piece, raw: true })),
  ...page.unplaced.map((piece) => ({ ...piece, raw: UNREAD.includes(piece.rule) })),
]

export function takeOut(page: Reconstruction, selection: Selection, texts: Texts): Reconstruction {
  const rest = <T extends Sourced>(parts: readonly T[]) =>
    parts.flatMap((part) => restOf(part, selection, texts) ?? [])
  return {
    ...page,
    articles: page.articles.map((article) => takeFrom(article, selection, texts)),
    furniture: rest(page.furniture),
    shadows: rest(page.shadows),
    unplaced: rest(page.unplaced),
  }
}

function takeFrom(article: Article, selection: Selection, texts: Texts): Article {
  const hit = (part: Sourced) => touches(part, selection, texts)
  const fields = FIELDS.filter((field) => hit(fieldOf(article, field) ?? { text: '', from: [] }))
  const { paragraphs, captions } = article
  if (fields.length === 0 && !paragraphs.some(hit) && !captions.some(hit)) return article
  const left: Article = {
    ...article,
    paragraphs: paragraphs.flatMap((paragraph) => restOfParagraph(paragraph, selection, texts) ?? []),
    captions: captions.flatMap((caption) => restOf(caption, selection, texts) ?? []),
  }
  return fields.reduce(
    (next, field) => withField(next, field, restOf(fieldOf(next, field)!, selection, texts) ?? undefined),
    left,
  )
}

/** What is left of a paragraph, with its printed lines where they are whole. */
export function restOfParagraph(
  paragraph: ArticleParagraph,
  selection: Selection,
  texts: Texts,
): ArticleParagraph | null {
  if (!touches(paragraph, selection, texts)) return paragraph
  const rest = partOf(paragraph, (place) => !selection.places.has(place), texts)
  return rest.text === '' ? null : rest
}
