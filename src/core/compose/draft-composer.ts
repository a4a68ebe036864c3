/** What drafting asks of composition, answered by the real composer: the same lines that the page will have. */
import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import type { ComposedLine } from './composition.ts'
import { inferCopyfit } from './copyfit.ts'
import { flowStory } from './flow-story.ts'

/** Columns that hold a story with its subheads pushed off the foot need at most this many rows more. */
const EXTRA_ROWS = 12

/** Structurally a `DraftComposer`; this room does not import the one that asks. */
export function draftComposer(shaper: Shaper) {
  return {
    legRows(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em, legs: number): number {
      const whole = flowInto(doc, paragraphs, measureEm, 1, 10_000, shaper)
      const least = Math.max(1, Math.ceil(whole.rows / legs))
      for (let rows = least; rows < least + EXTRA_ROWS; rows++) {
        if (flowInto(doc, paragraphs, measureEm, legs, rows, shaper).overset === 0) return rows
      }
      return least + EXTRA_ROWS
    },

    /** Measures are the same in all legs, so lines are too; only where a leg ends may differ. */
    lines(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em) {
      const { lines } = flowInto(doc, paragraphs, measureEm, 1, 10_000, shaper)
      return lines.map(({ paragraph }, i) => {
        const style = doc.paragraphStyles[paragraphs[paragraph]?.style ?? '']
        const rows = style?.rows ?? 1
        const keep = style?.keepWithNext === true && lines[i - 1]?.paragraph !== paragraph
        return { rows, needs: keep ? rows + 1 : rows }
      })
    },

    copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, lines: readonly string[]): CopyfitRecord[] {
      const ends = printedEnds(paragraph, lines)
      return (ends && inferCopyfit(doc, paragraph, measureEm, ends, shaper)) ?? []
    },
  }
}

/** Flows paragraphs into equal legs on a page of their own. */
function flowInto(
  doc: PageDoc,
  paragraphs: Paragraph[],
  measureEm: Em,
  legs: number,
  rows: number,
  shaper: Shaper,
): { rows: number; overset: number; lines: ComposedLine[] } {
  const { bodyPt, leadingPt } = doc.setup
  const ids = Array.from({ length: legs }, (_, i) => `leg-${i}`)
  const frames = Object.fromEntries(
    ids.map((id) => [id, trialFrame(measureEm * bodyPt, rows * leadingPt)] as const),
  )
  const trial: PageDoc = { ...doc, frames, stories: { trial: { role: 'body', frames: ids, paragraphs } } }
  const { lines, fit } = flowStory(trial, 'trial', shaper)
  const inOrder = [...lines.values()].flat()
  let used = 0
  for (const line of inOrder) {
    used += doc.paragraphStyles[paragraphs[line.paragraph]?.style ?? '']?.rows ?? 1
  }
  return { rows: used, overset: fit.oversetLines, lines: inOrder }
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
