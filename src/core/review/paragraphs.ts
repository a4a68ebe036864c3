/** `break` and `join`: where a paragraph ends. */
import { joinLines } from '../reconstruct/lines/printed-lines.ts'
import type { ArticleParagraph, Place, Reconstruction } from '../reconstruct/types.ts'
import type { Desk } from './desk.ts'
import { decided, paragraphAt, replaceArticle, withoutLines } from './parts.ts'
import { select } from './selection.ts'
import { ABOUT_BREAK, settle } from './settle.ts'
import { keepPlaces, type Texts } from './texts.ts'

/** Null where no paragraph has the place, or begins there. */
export function breakAt(page: Reconstruction, place: Place, { texts }: Desk): Reconstruction | null {
  const character = texts.characterAt(place)
  const found = character && paragraphAt(page, character)
  if (!found) return null
  const parts = breakParagraph(found.paragraph, texts.numberOf(character), texts)
  if (parts.length < 2) return null
  const paragraphs = found.article.paragraphs.toSpliced(
    found.at,
    1,
    ...parts.map((part) => decided(part, 'break')),
  )
  const next = replaceArticle(page, found.article, { ...found.article, paragraphs })
  return settle(next, select(texts, found.paragraph.from)!, texts, ABOUT_BREAK)
}

/** The paragraph in two, the second beginning with the character at a place; in one where that is its first. */
function breakParagraph(paragraph: ArticleParagraph, place: number, texts: Texts): ArticleParagraph[] {
  const all = texts.annotate(paragraph).places
  const first = new Set(all.slice(0, all.indexOf(place)))
  if (first.size === 0) return [paragraph]
  return [(each: number) => first.has(each), (each: number) => !first.has(each)].map((keep) =>
    partOf(paragraph, keep, texts),
  )
}

/** What is kept of a paragraph, with its printed lines where they are whole. */
export function partOf(
  paragraph: ArticleParagraph,
  keep: (place: number) => boolean,
  texts: Texts,
): ArticleParagraph {
  const text = keepPlaces(texts.annotate(paragraph), keep)
  const lines = texts.linesWithin(paragraph, keep)
  return { ...withoutLines(paragraph), ...texts.sourced(text), ...(lines && { lines }) }
}

/** Null where no paragraph has the place, or none stands before it. */
export function joinAt(page: Reconstruction, place: Place, { texts }: Desk): Reconstruction | null {
  const character = texts.characterAt(place)
  const found = character && paragraphAt(page, character)
  const before = found?.article.paragraphs[found.at - 1]
  if (!found || !before) return null
  const { article, paragraph, at } = found
  const text = joinLines([texts.annotate(before), texts.annotate(paragraph)])
  const kind = before.kind === paragraph.kind ? before.kind : 'body'
  const lines = texts.linesOfBoth(before, paragraph)
  const joined = decided<ArticleParagraph>(
    { ...withoutLines(before), kind, ...texts.sourced(text), ...(lines && { lines }) },
    'join',
  )
  const paragraphs = article.paragraphs.toSpliced(at - 1, 2, joined)
  const next = replaceArticle(page, article, { ...article, paragraphs })
  return settle(next, select(texts, joined.from)!, texts, ABOUT_BREAK)
}
