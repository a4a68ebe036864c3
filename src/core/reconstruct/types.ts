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
  /** The share of such decisions that are right, 0 to 1. */
  confidence: number
  /** The rule that decided, e.g. `byline/marked-names`. */
  rule: string
  /** What else this text may be, the likeliest first. */
  others?: Reading[]
  /** What spoke for the decision and against it, the strongest first. */
  reasons?: Reason[]
}

/** What a text may be in an article; `furniture` and `unplaced` are outside all of them. */
export type Role = ArticleField | 'caption' | 'body' | 'subhead' | 'furniture' | 'unplaced'

/** One way to read a text: its role, and the article it would belong to (`new`: one of its own). */
export interface Reading {
  as: Role
  article?: string
  confidence: number
}

export interface Reason {
  /** A key of the message catalogue, `reason.` before it; e.g. `ends-open`, `shares-words`. */
  code: string
  params?: Record<string, string | number>
  /** Whether it speaks for the decision. */
  supports: boolean
  strength: 'strong' | 'medium' | 'weak'
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
  /** The text in question. */
  from: Span[]
  /** What it may be, in the order of `readings`. */
  choices: string[]
  why: string
  /** The ways to decide it, the one taken first. None for what only tells something of the page. */
  readings: DoubtReading[]
  reasons: Reason[]
  /** How many characters of the page hang on it, times the chance that it is wrong: the order of the queue. */
  weight: number
}

export interface DoubtReading extends Reading {
  /** What makes it so; empty for the reading taken. */
  corrections: Correction[]
}

/** A character of the source: `line` counts from 1, `at` from 0 in UTF-16 units. */
export interface Place {
  line: number
  at: number
}

/**
 * What a person decided about a reconstruction. All is said by places in the source, so that it holds when the
 * reconstruction is made anew: an article is meant by any character that stands in it.
 */
export type Correction =
  /** Gives a text a role. `article` is a place inside the article, or `new`; left out for furniture and unplaced. Body text goes before the paragraph that holds `before`, else to the end. */
  | { kind: 'place'; text: Span[]; as: Role; article?: Place | 'new'; before?: Place }
  /** Puts all of one article into another: paragraphs at its end, fields where the other has none. */
  | { kind: 'merge'; article: Place; into: Place }
  /** Parts an article before the paragraph that holds the place; what follows becomes a new one. */
  | { kind: 'split'; at: Place }
  /** Parts a paragraph before the place, or joins the paragraph that holds it to the one before. */
  | { kind: 'break'; at: Place }
  | { kind: 'join'; at: Place }
  /** Takes the reading that is there: the doubt at this text is settled. */
  | { kind: 'accept'; text: Span[]; code: string }
