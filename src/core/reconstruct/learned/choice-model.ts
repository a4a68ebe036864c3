import type { ModelData } from './log-linear.ts'

/**
 * Judges which of several things is meant (a conditional logit, McFadden 1974): each has a score, and the chance
 * of one is its share of all. What all of them have in common counts nothing.
 */
export class ChoiceModel {
  readonly #weights: Map<string, number>

  constructor({ scale, weights }: ModelData) {
    this.#weights = new Map(Object.entries(weights).map(([name, [weight]]) => [name, weight! / scale]))
  }

  score(features: Iterable<string>): number {
    let score = 0
    for (const feature of features) score += this.#weights.get(feature) ?? 0
    return score
  }
}

/** The logarithms of the chances of things with these scores. */
export function logShares(scores: readonly number[]): number[] {
  const top = Math.max(...scores)
  const total = Math.log(scores.reduce((sum, score) => sum + Math.exp(score - top), 0))
  return scores.map((score) => score - top - total)
}
