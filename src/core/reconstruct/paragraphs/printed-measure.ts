import type { Em } from '../../units.ts'
import type { Story } from '../stories/stories.ts'
import type { LabelledLine } from './paragraph-pass.ts'

const ENOUGH_LINES = 2
const MAX_CORRECTION: Em = 1

/**
 * The printed measure for each measure of the paragraph pass, which finds it to about half an em since it
 * allows for marks and digits. Lines of nothing but Han say it exactly: a line of n Han is full in n em. They
 * are rare in a short story, so all stories of equal columns count together.
 */
export function printedMeasures(stories: readonly Story[]): Map<Em, Em> {
  const widths = new Map<Em, Em[]>()
  for (const { measure, paragraphs } of stories) {
    const lines = paragraphs.flatMap((paragraph) => paragraph.lines).filter(isFullHanLine)
    const known = widths.get(measure) ?? []
    known.push(...lines.map((line) => line.width))
    widths.set(measure, known)
  }
  return new Map([...widths].map(([measure, known]) => [measure, commonest(known, measure)]))
}

function commonest(widths: readonly Em[], measure: Em): Em {
  const counts = new Map<Em, number>()
  for (const width of widths) counts.set(width, (counts.get(width) ?? 0) + 1)
  const [width, count] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0]
  return count >= ENOUGH_LINES && Math.abs(width - measure) <= MAX_CORRECTION ? width : measure
}

function isFullHanLine(line: LabelledLine): boolean {
  return line.label === 'middle' && !line.letterSpaced && /^[\p{Script=Han}〇]+$/u.test(line.text.text)
}
