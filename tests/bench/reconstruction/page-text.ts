/** The texts of a page as they are compared: without blanks, and fields without the marks around them. */
import type { ArticleField, PageFields } from '../../../src/core/reconstruct/types.ts'

/** What a gold and a `Reconstruction` have in common. */
export interface PageText {
  page: PageFields
  articles: ArticleText[]
  unplaced?: { text: string }[]
}

export type ArticleText = Partial<Record<ArticleField, string>> & {
  kind: string
  paragraphs: ParagraphText[]
  captions: { text: string }[]
}

export interface ParagraphText {
  kind: 'body' | 'subhead'
  text: string
}

export const FIELDS = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const
export const PAGE_FIELDS = ['section', 'number', 'date', 'weekday', 'editor', 'layout', 'email'] as const

/** A text without blanks; radicals, which some fonts give, become the characters they stand for. */
export const flat = (text: string | undefined): string =>
  (text ?? '')
    .replace(/[\u2E80-\u2FDF]/g, (radical) => radical.normalize('NFKC'))
    .replace(/[\s\u200b\u2060\ufeff]+/gu, '')

/** A field as it is compared: neither brackets around it nor marks before it count. */
export const bare = (text: string | undefined): string =>
  flat(text)
    .replace(/^[（(](.*)[）)]$/u, '$1')
    .replace(/^[▶▲△▼▽◎○■□●◆◇★☆]+/u, '')

export const paragraphsOf = ({ paragraphs }: ArticleText): ParagraphText[] =>
  paragraphs.map(({ kind, text }) => ({ kind, text: flat(text) })).filter(({ text }) => text !== '')

export const captionsOf = ({ captions }: ArticleText): string[] =>
  captions.map(({ text }) => flat(text)).filter((text) => text !== '')

export const allTextOf = (article: ArticleText): string =>
  [
    ...FIELDS.map((field) => bare(article[field])),
    ...paragraphsOf(article).map(({ text }) => text),
    ...captionsOf(article),
  ].join('')
