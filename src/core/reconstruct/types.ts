import type { Span } from '../source/types.ts'

/** The reconstruction of one page, `banxin.reconstruction/1`. Absent fields are left out. */
export interface Reconstruction {
  schema: 'banxin.reconstruction/1'
  page: PageFields
  articles: Article[]
  doubts: Doubt[]
  /** Folio, marks and other matter that belongs to the page and to no article. */
  furniture: Piece[]
  /** The second copy of text that the dump has twice. */
  shadows: Piece[]
  /** Text that no article would take: never thrown away. */
  unplaced: Piece[]
}

export interface PageFields {
  section?: string
  number?: string
  /** ISO, `2025-03-17`. */
  date?: string
  weekday?: string
  editor?: string
  layout?: string
  email?: string
}

export type ArticleKind = 'lead' | 'brief' | 'column' | 'photo'

export interface Article {
  id: string
  kind: ArticleKind
  section?: string
  kicker?: string
  headline?: string
  deck?: string
  byline?: string
  credit?: string
  paragraphs: ArticleParagraph[]
  captions: Caption[]
  /** The printed line measure in em of the body size, where the dump shows it. */
  measureEm?: number
  /** Where the fields came from. */
  from: Partial<Record<ArticleField, FieldSource>>
}

export type ArticleField = 'section' | 'kicker' | 'headline' | 'deck' | 'byline' | 'credit'

export interface FieldSource {
  from: Span[]
  confidence: number
  /** The rule that decided, e.g. `byline/marked-names`. */
  rule: string
}

export interface ArticleParagraph extends FieldSource {
  kind: 'body' | 'subhead'
  text: string
  /** The printed lines, cleaned as the text is, where the dump shows them; a credit on the last line is left out. */
  lines?: string[]
}

export interface Caption extends FieldSource {
  text: string
}

export interface Piece {
  text: string
  from: Span[]
  /** Why it is here, e.g. `folio`, `mark`, `doubled`, `paper-name`. */
  rule: string
}

export interface Doubt {
  code: string
  article?: string
  at: { line: number }
  choices: string[]
  why: string
}
