/** An article's text as styled paragraphs: subheads, bold datelines, the credit on the last line, copyfit. */
import type { Paragraph, Run } from '../doc/schema.ts'
import type { Article, ArticleParagraph, PageFields } from '../reconstruct/types.ts'
import type { Em } from '../units.ts'
import type { DraftComposer } from './composer.ts'
import type { PageBuilder } from './page-builder.ts'

/** An article to lay out: as it was read or written, or as it stands on a page that is laid out again. */
export interface Manuscript extends Article {
  kept?: Kept
}

/** What a page knows of an article that stands on it: laid out again, its text stays as it was edited and styled. */
export interface Kept {
  /** Its stories by what they are: `body`, `headline`, `caption-1` … */
  stories: Record<string, string>
  /** The picture frame above each caption; what it shows goes with it. */
  pictures: (string | undefined)[]
  body: Paragraph[]
  byline: Paragraph[]
  captions: Paragraph[][]
  /** The parts of the head that a person has styled: neither broken nor sized anew. */
  head: Partial<Record<HeadPart, Paragraph[]>>
  /** The measure that its text is set in now. */
  measureEm?: Em
}

export type HeadPart = 'kicker' | 'headline' | 'deck'

/** The story of an article that is one of its parts, by the name that the page has for it. */
export const storyId = (article: Manuscript, part: string): string =>
  article.kept?.stories[part] ?? `${article.id}-${part}`

/** All that goes on one page. A reconstruction is such. */
export interface Matter {
  page: PageFields
  articles: readonly Manuscript[]
}

/** 电头: what stands before the text and names the source. */
export const DATELINE =
  /^(?:本[报刊网]讯|(?:据)?[\p{Script=Han}]{2,5}社[\p{Script=Han}]{0,8}(?:\d+月\d+日)?[电讯])/u

/** The body's paragraphs; `measureEm` is given where the frames have the measure of the print. */
export function bodyParagraphs(
  article: Manuscript,
  page: PageBuilder,
  composer: DraftComposer,
  measureEm: Em,
): Paragraph[] {
  if (article.kept) return keptBody(article, article.kept, page, composer, measureEm)
  const printed = article.measureEm
  const asPrinted = printed !== undefined && Math.abs(printed - measureEm) < 0.01
  const last = article.paragraphs.findLastIndex((paragraph) => paragraph.kind === 'body')
  const credit = creditRun(article)
  const paragraphs = article.paragraphs.map((source, i): Paragraph => {
    const paragraph = styledParagraph(source)
    if (asPrinted && source.kind === 'body' && source.lines !== undefined) {
      const copyfit = composer.copyfit(page.doc, paragraph, measureEm, source.lines)
      if (copyfit.length > 0) paragraph.copyfit = copyfit
    }
    if (i === last && credit) {
      paragraph.runs.push(...credit.runs)
      paragraph.from = [...(paragraph.from ?? []), ...(credit.from ?? [])]
    }
    return paragraph
  })
  // A photo story may have a credit and no text for it to stand behind.
  return last < 0 && credit ? [...paragraphs, credit] : paragraphs
}

/**
 * The body as it stands on the page. What brings printed lines back holds at one measure only: it is found again
 * where the text is as printed, and left out elsewhere. A person's own copyfit stays.
 */
function keptBody(
  article: Article,
  { body, measureEm: now }: Kept,
  page: PageBuilder,
  composer: DraftComposer,
  measureEm: Em,
): Paragraph[] {
  const same = (em: Em | undefined) => em !== undefined && Math.abs(em - measureEm) < 0.01
  if (same(now)) return body
  return body.map((paragraph) => {
    const hand = (paragraph.copyfit ?? []).filter(({ by }) => by === 'hand')
    const lines = same(article.measureEm) ? printedLines(article, paragraph) : undefined
    const print = lines ? composer.copyfit(page.doc, paragraph, measureEm, lines) : []
    const { copyfit: _, ...rest } = paragraph
    const copyfit = hand.length > 0 ? hand : print
    return copyfit.length > 0 ? { ...rest, copyfit } : rest
  })
}

/** The printed lines of a paragraph whose text nobody has changed; a credit behind it does not count. */
function printedLines(article: Article, { runs }: Paragraph): string[] | undefined {
  const text = bare(runs.filter(({ style }) => style !== 'credit'))
  return article.paragraphs.find((source) => source.lines && bare([source]) === text)?.lines
}

const bare = (runs: readonly { text: string }[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replace(/\s/gu, '')

function creditRun(article: Article): Paragraph | undefined {
  if (article.credit === undefined) return undefined
  const from = [...(article.from.credit?.from ?? [])]
  return { style: 'body', runs: [{ text: article.credit, style: 'credit' }], from }
}

function styledParagraph(source: ArticleParagraph): Paragraph {
  const style = source.kind === 'subhead' ? 'subhead' : 'body'
  return { style, runs: withDateline(source.text), from: [...source.from] }
}

function withDateline(text: string): Run[] {
  const dateline = DATELINE.exec(text)?.[0]
  if (dateline === undefined) return [{ text }]
  return [{ text: dateline, style: 'dateline' }, { text: text.slice(dateline.length).trimStart() }]
}

export function captionParagraphs({ captions, kept }: Manuscript, index: number): Paragraph[] {
  const caption = captions[index]
  if (kept || !caption) return kept?.captions[index] ?? []
  return [{ style: 'caption', runs: [{ text: caption.text }], from: [...caption.from] }]
}

export function bylineParagraphs(article: Manuscript, page: PageBuilder): Paragraph[] {
  if (article.byline === undefined) return []
  if (article.kept) return article.kept.byline
  const runs = [{ text: page.template.look.marker, style: 'marker' }, { text: article.byline }]
  return [{ style: 'byline', runs, from: [...(article.from.byline?.from ?? [])] }]
}

/** A column head that has tiles of its own. */
export function sectionParagraphs(article: Article, style: string): Paragraph[] {
  if (article.section === undefined) return []
  return [{ style, runs: [{ text: article.section }], from: [...(article.from.section?.from ?? [])] }]
}
