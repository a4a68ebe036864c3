import type { Correction, Reconstruction } from '../reconstruct/types.ts'
import type { SourceText } from '../source/types.ts'
import { accept } from './accept.ts'
import { mergeArticles, splitArticle } from './articles.ts'
import { type Desk, openDesk } from './desk.ts'
import { finish } from './finish.ts'
import { breakAt, joinAt } from './paragraphs.ts'
import { placeText } from './place-text.ts'

/**
 * Applies a person's corrections to a reconstruction, in order. What is corrected has confidence 1 and a rule
 * `corrected/…`; every character of the source keeps standing in exactly one place.
 *
 * `unapplied` are the corrections, by index, whose places the reconstruction does not have: they change nothing.
 */
export function applyCorrections(
  source: SourceText,
  reconstruction: Reconstruction,
  corrections: readonly Correction[],
): { reconstruction: Reconstruction; unapplied: number[] } {
  const desk = openDesk(source, reconstruction)
  const unapplied: number[] = []
  let page = reconstruction
  corrections.forEach((correction, i) => {
    const next = apply(page, correction, desk)
    if (next) page = finish(page, next)
    else unapplied.push(i)
  })
  return { reconstruction: page, unapplied }
}

function apply(page: Reconstruction, correction: Correction, desk: Desk): Reconstruction | null {
  switch (correction.kind) {
    case 'place':
      return placeText(page, correction, desk)
    case 'merge':
      return mergeArticles(page, correction, desk)
    case 'split':
      return splitArticle(page, correction.at, desk)
    case 'break':
      return breakAt(page, correction.at, desk)
    case 'join':
      return joinAt(page, correction.at, desk)
    case 'accept':
      return accept(page, correction, desk)
  }
}
