/** The weights of a log-linear model: for each feature one weight a class. Trained by build/train. */
export interface ModelData {
  classes: readonly string[]
  /** How many of the weights' units make one. */
  scale: number
  weights: Readonly<Record<string, readonly number[]>>
}

/**
 * A log-linear model (multinomial logistic regression): the probability of a class grows with the sum of the
 * weights of the features that are there. Features are names; those the model does not know count nothing.
 */
export class LogLinear<Class extends string> {
  readonly classes: readonly Class[]
  readonly #weights: Map<string, readonly number[]>
  readonly #scale: number

  constructor({ classes, scale, weights }: ModelData) {
    this.#scale = scale
    this.classes = classes as readonly Class[]
    this.#weights = new Map(Object.entries(weights))
  }

  /** The probability of each class. */
  judge(features: Iterable<string>): Record<Class, number> {
    const scores = this.scores(features)
    const top = Math.max(...scores)
    const shares = scores.map((score) => Math.exp(score - top))
    const total = shares.reduce((sum, share) => sum + share, 0)
    return Object.fromEntries(this.classes.map((name, i) => [name, shares[i]! / total])) as Record<
      Class,
      number
    >
  }

  /** The score of each class, in the order of `classes`, before they are made probabilities. */
  scores(features: Iterable<string>): number[] {
    const scores: number[] = new Array(this.classes.length).fill(0)
    for (const feature of features) {
      const weights = this.#weights.get(feature)
      if (weights) for (let i = 0; i < weights.length; i++) scores[i]! += weights[i]! / this.#scale
    }
    return scores
  }
}
