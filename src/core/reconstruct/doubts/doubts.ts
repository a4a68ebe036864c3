import type { SourceText, Span } from '../../source/types.ts'
import type { Doubt, Piece, Reconstruction } from '../types.ts'
import { lostDoubts } from './doubt-lost.ts'
import { pageDoubts } from './doubt-page.ts'
import { articleDoubts } from './doubt-parts.ts'
import { ArticleTies } from './doubt-ties.ts'

/** What is known of the page as a whole beside its reconstruction. */
export interface PageEvidence {
  /** Lines beside the folio's. */
  lines: number
  /** The paragraph pass's cost by line: high where lines do not follow one another. */
  costPerLine: number
  /** The dump had mixed its columns, and they were put in order as far as that went. */
  tangled: boolean
  /** Glyphs that stood on lines of their own and were put where a blank was. */
  restored: readonly Span[]
  /** Display lines that no article took. */
  lost: Piece[]
}

/** The decisions that an editor should look at, the most consequential first: what is doubtful of the whole page, then text by text. */
export function findDoubts(
  source: SourceText,
  reconstruction: Reconstruction,
  evidence: PageEvidence,
): Doubt[] {
  const ties = new ArticleTies(reconstruction)
  const doubts = [
    ...pageDoubts(source, reconstruction, evidence),
    ...lostDoubts(evidence.lost, reconstruction, ties),
    ...reconstruction.articles.flatMap((article) => articleDoubts(article, reconstruction, ties)),
  ]
  return doubts.sort((a, b) => b.weight - a.weight)
}
