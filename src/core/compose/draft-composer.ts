/** What drafting asks of composition, answered by the real composer: the same lines that the page will have. */
import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import { inferCopyfit } from './copyfit.ts'
import { flowStory } from './flow-story.ts'

/** Columns that hold a story with its subheads pushed off the foot need at most this many rows more. */
const EXTRA_ROWS = 12

/** Structurally a `DraftComposer`; this room does not import the one that asks. */
export function draftComposer(shaper: Shaper) {
  return {
    legRows(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, legs: number): number {
      const whole = flowInto(doc, paragraphs, measureEm, [10_000], shaper)
      const least = Math.max(1, Math.ceil(whole.rows / legs))
      if (legs === 1 && whole.overset === 0) return least
      for (let rows = least; rows < least + EXTRA_ROWS; rows++) {
        if (this.holds(doc, paragraphs, measureEm, Array(legs).fill(rows))) return rows
      }
      return least + EXTRA_ROWS
    },

    holds(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, rows: readonly number[]): boolean {
      return flowInto(doc, paragraphs, measureEm, rows, shaper).overset === 0
    },

    copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, lines: readonly string[]): CopyfitRecord[] {
      const ends = printedEnds(paragraph, lines)
      return (ends && inferCopyfit(doc, paragraph, measureEm, ends, shaper)) ?? []
    },
  }
}

/** Flows paragraphs into legs of so many rows each, on a page of their own. */
function flowInto(
  doc: PageDoc,
  paragraphs: Paragraph[],
  measureEm: Em,
  legRows: readonly number[],
  shaper: Shaper,
): { rows: number; overset: number } {
  const { bodyPt, leadingPt } = doc.setup
  const ids = legRows.map((_, i) => `leg-${i}`)
  const frames = Object.fromEntries(
    legRows.map((rows, i) => [`leg-${i}`, trialFrame(measureEm * bodyPt, rows * leadingPt)] as const),
  )
  const trial: PageDoc = { ...doc, frames, stories: { trial: { role: 'body', frames: ids, paragraphs } } }
  const { lines, fit } = flowStory(trial, 'trial', shaper)
  let used = 0
  for (const line of [...lines.values()].flat()) {
    used += doc.paragraphStyles[paragraphs[line.paragraph]?.style ?? '']?.rows ?? 1
  }
  return { rows: used, overset: fit.oversetLines }
}

const trialFrame = (width: number, height: number) => ({
  kind: 'text' as const,
  x: 0,
  y: 0,
  width,
  height,
  order: '0',
  story: 'trial',
  vertical: 'grid' as const,
})

/**
 * The offsets in the paragraph's text at which its printed lines end, or null when the lines, blanks left
 * out, are not the text.
 */
export function printedEnds(paragraph: Paragraph, lines: readonly string[]): number[] | null {
  const text = paragraph.runs.map((run) => run.text).join('')
  const ends: number[] = []
  let at = 0
  for (const line of lines) {
    for (const character of line.replace(/\s/gu, '')) {
      while (/\s/u.test(text[at] ?? '')) at++
      if (!text.startsWith(character, at)) return null
      at += character.length
    }
    ends.push(at)
  }
  return text.slice(at).trim() === '' ? ends : null
}
