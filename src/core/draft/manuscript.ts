/** An article's text as styled paragraphs: subheads, bold datelines, the credit on the last line, copyfit. */
import type { Paragraph, Run } from '../doc/schema.ts'
import type { Article, ArticleParagraph } from '../reconstruct/types.ts'
import type { Em } from '../units.ts'
import type { DraftComposer } from './composer.ts'
import type { PageBuilder } from './page-builder.ts'

/** 电头: what stands before the text and names the source. */
const DATELINE = /^(?:本[报刊网]讯|(?:据)?[\p{Script=Han}]{2,5}社[\p{Script=Han}]{0,8}(?:\d+月\d+日)?[电讯])/u

/** The body's paragraphs; `measureEm` is given where the frames have the measure of the print. */
export function bodyParagraphs(article: Article, page: PageBuilder, composer: DraftComposer, measureEm: Em) {
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

export const captionParagraph = (caption: Article['captions'][number]): Paragraph[] => [
  { style: 'caption', runs: [{ text: caption.text }], from: [...caption.from] },
]

export function bylineParagraphs(article: Article, page: PageBuilder): Paragraph[] {
  if (article.byline === undefined) return []
  const runs = [{ text: page.template.look.marker, style: 'marker' }, { text: article.byline }]
  return [{ style: 'byline', runs, from: [...(article.from.byline?.from ?? [])] }]
}

/** A column head that has tiles of its own. */
export function sectionParagraphs(article: Article, style: string): Paragraph[] {
  if (article.section === undefined) return []
  return [{ style, runs: [{ text: article.section }], from: [...(article.from.section?.from ?? [])] }]
}
