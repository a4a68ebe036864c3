import { isBlank } from '../language/characters.ts'
import type { SourceText, Span } from '../source/types.ts'
import type { Reconstruction } from './types.ts'

/**
 * Holds a reconstruction against its source: every character that is no blank must stand in exactly one span.
 * `missing` are the stretches that no span covers, `twice` those that more than one does.
 */
export function accountFor(
  source: SourceText,
  reconstruction: Reconstruction,
): { missing: Span[]; twice: Span[] } {
  const covered = source.lines.map((line) => new Uint8Array(line.length))
  for (const { line, start, end } of allSpans(reconstruction)) {
    const counts = covered[line - 1]
    for (let i = start; i < end; i++) if (counts && counts[i]! < 2) counts[i]! += 1
  }
  const missing: Span[] = []
  const twice: Span[] = []
  source.lines.forEach((line, i) => {
    const counts = covered[i]!
    collect(missing, i + 1, line, (at) => counts[at] === 0)
    collect(twice, i + 1, line, (at) => counts[at]! > 1)
  })
  return { missing, twice }
}

/** All spans of a reconstruction, in no order. */
export function allSpans(reconstruction: Reconstruction): Span[] {
  const { articles, furniture, shadows, unplaced } = reconstruction
  const sourced = articles.flatMap((article) => [
    ...Object.values(article.from),
    ...article.paragraphs,
    ...article.captions,
  ])
  return [...sourced, ...furniture, ...shadows, ...unplaced].flatMap((each) => each.from)
}

function collect(spans: Span[], line: number, text: string, holds: (at: number) => boolean): void {
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const inside = i < text.length && holds(i) && !isBlank(text[i]!)
    if (inside && start < 0) start = i
    if (inside || start < 0) continue
    spans.push({ line, start, end: i })
    start = -1
  }
}
