import type { AnnotatedText } from './annotated-text.ts'

/** A page has some 300 lines; a dump of far more is read stretch by stretch, so that time grows with its length. */
const LONGEST = 1_200
const SHORTEST = 700
/** A date or an editor: the folio of another page begins here, or a little before. */
const FOLIO =
  /\d{4}\s*[年.-]\s*\d{1,2}\s*[月.-]\s*\d{1,2}\s*日?|^[第]?\s*[A-Z]?\d{1,3}\s*版|(?:责编|编辑)[：:\s]/u
const SENTENCE_END = /[。！？…][”’）]?$/u

/** Parts the lines of a dump in stretches of no more than some pages: before a folio, else behind a sentence. */
export function partDump(lines: readonly AnnotatedText[]): AnnotatedText[][] {
  const stretches: AnnotatedText[][] = []
  for (let start = 0; start < lines.length; ) {
    const end = lines.length - start <= LONGEST ? lines.length : bestCut(lines, start)
    stretches.push(lines.slice(start, end))
    start = end
  }
  return stretches
}

function bestCut(lines: readonly AnnotatedText[], start: number): number {
  const from = start + SHORTEST
  const to = start + LONGEST
  for (let i = from; i < to; i++) if (lines[i]!.length < 60 && FOLIO.test(lines[i]!.text)) return i
  for (let i = to; i > from; i--) if (SENTENCE_END.test(lines[i - 1]!.text)) return i
  return to
}
