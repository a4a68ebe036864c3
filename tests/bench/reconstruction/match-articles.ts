/** Which found article is which of the gold. */
import { type ArticleText, allTextOf, bare, captionsOf } from './page-text.ts'

const SAME_HEADLINE = 5
const CAPTION_CHARACTER = 0.9

/**
 * For each article of the gold the found one, or -1: those that share most body characters first. Captions and
 * headlines break ties and serve articles without a body.
 */
export function matchArticles(
  gold: readonly ArticleText[],
  found: readonly ArticleText[],
  shared: readonly (readonly number[])[],
): number[] {
  const texts = found.map(allTextOf)
  const likeness = (i: number, j: number): number => {
    const headline = bare(gold[i]!.headline)
    const captions = captionsOf(gold[i]!).filter((caption) => texts[j]!.includes(caption))
    return (
      shared[i]![j]! +
      captions.reduce((sum, caption) => sum + caption.length * CAPTION_CHARACTER, 0) +
      (headline !== '' && headline === bare(found[j]!.headline) ? SAME_HEADLINE : 0)
    )
  }
  const candidates = gold
    .flatMap((_, i) => found.map((_, j) => ({ i, j, likeness: likeness(i, j) })))
    .filter((each) => each.likeness > 0)
    .sort((a, b) => b.likeness - a.likeness)
  const matches = gold.map(() => -1)
  const used = new Set<number>()
  for (const { i, j } of candidates) {
    if (matches[i]! >= 0 || used.has(j)) continue
    matches[i] = j
    used.add(j)
  }
  return matches
}
