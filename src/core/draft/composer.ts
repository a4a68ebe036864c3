import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Em, Pt } from '../units.ts'

/** A line of set text, in rows of the line grid. */
export interface SetLine {
  rows: number
  /** The rows that must be left in a leg for the line to stand there: a subhead takes its first line along. */
  needs: number
}

/** What drafting asks of composition, handed in so that this room does not depend on it. */
export interface DraftComposer {
  /** The lines that the paragraphs make at a measure, in order. */
  lines(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em): SetLine[]
  /** The copyfit that brings the printed lines back; none where they stand by themselves or can't. */
  copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, printedLines: readonly string[]): CopyfitRecord[]
  /** The lines and the size of a head in a style; `fits` is false where even the least size is too wide. */
  fitHead(doc: PageDoc, text: string, style: string, room: HeadRoom): HeadFit
}

export interface HeadRoom {
  widthPt: Pt
  /** The share of the width that the widest line may fill. */
  fill: number
  /** Sizes from `maxPt` down to `minPt`, a point apart. */
  minPt: Pt
  maxPt: Pt
  /** The greatest number of lines. */
  most: number
  /** From baseline to baseline, times the size. */
  leading: number
}

export interface HeadFit {
  sizePt: Pt
  lines: string[]
  fits: boolean
  /** What the breaks cost: 0 for a single line; from 13 on a word is torn, or a number. */
  cost: number
}
