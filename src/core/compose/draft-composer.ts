/** What drafting asks of composition, answered by the real composer: the same lines that the page will have. */
import type { CopyfitRecord, PageDoc, Paragraph, TextFrame } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em, Pt } from '../units.ts'
import { inferCopyfit } from './copyfit.ts'
import { fitHead, type HeadRoom } from './fit-head.ts'
import { flowStory } from './flow-story.ts'
import type { WidthOf } from './head-lines.ts'
import { printedEnds } from './printed-ends.ts'
import { senseCosts } from './sense.ts'
import { Track } from './track.ts'
import type { Unit } from './unit.ts'
import { type PreparedParagraph, prepareParagraph, TypeRoom } from './units.ts'

/** As many rows as any text takes. */
const ENDLESS = 1e6

/** Structurally a `DraftComposer`; this room does not import the one that asks. */
export function draftComposer(shaper: Shaper) {
  const room = new TypeRoom(shaper)
  return {
    /** Measures are the same in all legs, so lines are too; only where a leg ends may differ. */
    lines(doc: PageDoc, paragraphs: Paragraph[], measureEm: Em) {
      const prepared = paragraphs.map((paragraph) => prepareParagraph(doc, paragraph, room))
      const lines = flowAlong(doc, prepared, measureEm)
      return lines.map(({ paragraph, prepared: { style } }, i) => {
        const keep = style.keepWithNext === true && lines[i - 1]?.paragraph !== paragraph
        return { rows: style.rows, needs: keep ? style.rows + 1 : style.rows }
      })
    },

    copyfit(doc: PageDoc, paragraph: Paragraph, measureEm: Em, lines: readonly string[]): CopyfitRecord[] {
      const ends = printedEnds(paragraph, lines)
      return (ends && inferCopyfit(doc, paragraph, measureEm, ends, room)) ?? []
    },

    fitHead(doc: PageDoc, text: string, style: string, space: HeadRoom) {
      const { units } = prepareParagraph(doc, { style, runs: [{ text }] }, room)
      const head = { length: text.length, costs: senseCosts(text), widthOf: widthsOf(text, units) }
      const countOf = (from: number, to: number) => text.slice(from, to).trim().length
      const { lines, ...fit } = fitHead({ ...head, countOf }, space)
      return { ...fit, lines: lines.map(({ from, to }) => text.slice(from, to).trim()) }
    },
  }
}

/** The width of every piece of a text, without the blanks at its ends. */
function widthsOf(text: string, units: readonly Unit[]): WidthOf {
  const before = new Float64Array(text.length + 1)
  const gaps = new Float64Array(text.length + 1)
  for (const { start, end, gap, width } of units) {
    gaps[start] = gap
    before.fill((before[start] as number) + gap + width, end)
  }
  return (from, to) => {
    const piece = text.slice(from, to)
    const first = from + piece.length - piece.trimStart().length
    const last = to - piece.length + piece.trimEnd().length
    return Math.max(0, (before[last] as number) - (before[first] as number) - (gaps[first] as number))
  }
}

/** Flows paragraphs into one endless column on a page of their own. */
function flowAlong({ setup }: PageDoc, paragraphs: readonly PreparedParagraph[], measureEm: Em) {
  const { bodyPt, leadingPt } = setup
  const frame = trialFrame(measureEm * bodyPt, ENDLESS * leadingPt)
  const track = new Track([{ frame, frameId: 'trial', box: frame, obstacles: [] }], leadingPt, bodyPt)
  const setting = { track, leading: leadingPt, homeless: frame.width, story: 'trial' }
  return flowStory(paragraphs, setting).lines
}

const trialFrame = (width: Pt, height: Pt): TextFrame => ({
  kind: 'text',
  x: 0,
  y: 0,
  width,
  height,
  order: '0',
  story: 'trial',
  vertical: 'grid',
})
