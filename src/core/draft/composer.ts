import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Em } from '../units.ts'

/** A line of set text, in rows of the line grid. */
export interface SetLine {
  rows: number
  /** The rows that must be left in a leg for the line to stand there: a subhead takes its first line along. */
  needs: number
}

/** What drafting asks of composition, handed in so that this room does not depend on it. */
export interface DraftComposer {
  /** The least rows a leg needs so that the paragraphs fill `legs` equal legs without overset. */
  legRows(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, legs: number): number
  /** The lines that the paragraphs make at a measure, in order. */
  lines(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em): SetLine[]
  /** The copyfit that brings the printed lines back; none where they stand by themselves or can't. */
  copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, printedLines: readonly string[]): CopyfitRecord[]
}
