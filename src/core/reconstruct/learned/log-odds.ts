const CERTAIN = 0.995

/** The logarithm of the odds; `chanceOf` (link-model) is the way back. No probability is more certain than 0.995. */
export function logOdds(probability: number): number {
  const bounded = Math.min(CERTAIN, Math.max(1 - CERTAIN, probability))
  return Math.log(bounded / (1 - bounded))
}
