/**
 * Which characters of a paragraph came from which characters of the source. Reconstruction drops blanks and
 * doubled text but never reorders what is inside a paragraph, so one walk over both finds the pairs: equal
 * characters pair, blanks are passed over, and a source character without a partner (a second copy, a mark)
 * is skipped.
 */
import type { Span } from '../../core/source/types.ts'

/** A stretch of one source line and the stretch of the paragraph's text that it became. */
export interface Aligned {
  line: number
  start: number
  end: number
}

/** `start` and `end` are offsets in `text`; a line of which nothing is in the text is left out. */
export function alignToSource(text: string, from: readonly Span[], lines: readonly string[]): Aligned[] {
  const found: Aligned[] = []
  let at = 0
  for (const span of from) {
    const source = lines[span.line - 1]?.slice(span.start, span.end) ?? ''
    let start = -1
    let end = -1
    for (const character of source) {
      if (isBlank(character)) continue
      while (at < text.length && isBlank(text[at])) at++
      if (!text.startsWith(character, at)) continue
      if (start < 0) start = at
      at += character.length
      end = at
    }
    if (start < 0) continue
    const last = found.at(-1)
    if (last?.line === span.line) last.end = end
    else found.push({ line: span.line, start, end })
  }
  return found
}

const isBlank = (character: string | undefined): boolean => character !== undefined && /\s/.test(character)
