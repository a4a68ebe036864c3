import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Em } from '../units.ts'

/** What drafting asks of composition, handed in so that this room does not depend on it. */
export interface DraftComposer {
  /** The least rows a leg needs so that the paragraphs fill `legs` equal legs without overset. */
  legRows(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, legs: number): number
  /** Whether the paragraphs find room in legs of so many rows each. */
  holds(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, rows: readonly number[]): boolean
  /** The copyfit that brings the printed lines back; none where they stand by themselves or can't. */
  copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, printedLines: readonly string[]): CopyfitRecord[]
}
