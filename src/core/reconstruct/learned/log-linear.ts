/** The weights of a log-linear model: for each feature one weight a class. Trained by build/train. */
export interface ModelData {
  classes: readonly string[]
  /** How many of the weights' units make one. */
  scale: number
  weights: Readonly<Record<string, readonly number[]>>
}

/** The features of one part of a thing, by their numbers in a model: judgements of things that share it share them. */
export type Piece = Int32Array

/**
 * A log-linear model (multinomial logistic regression): the probability of a class grows with the sum of the
 * weights of the features that are there. Features are names; those the model does not know count nothing.
 */
export class LogLinear<Class extends string> {
  readonly classes: readonly Class[]
  readonly #numbers: ReadonlyMap<string, number>
  /** For each feature, by its number, one weight a class. */
  readonly #weights: Float64Array
  /** For each feature the judgement that it was last counted in. */
  readonly #counted: Uint32Array
  #judgement = 0

  constructor({ classes, scale, weights }: ModelData) {
    this.classes = classes as readonly Class[]
    const names = Object.keys(weights)
    this.#numbers = new Map(names.map((name, i) => [name, i]))
    this.#weights = new Float64Array(names.length * classes.length)
    names.forEach((name, i) => {
      weights[name]!.forEach((weight, k) => {
        this.#weights[i * classes.length + k] = weight / scale
      })
    })
    this.#counted = new Uint32Array(names.length)
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
      const number = this.#numbers.get(feature)
      if (number !== undefined) this.#count(number, scores)
    }
    return scores
  }

  /** The numbers of the features that the model knows. */
  piece(features: readonly string[]): Piece {
    const numbers: number[] = []
    for (const feature of features) {
      const number = this.#numbers.get(feature)
      if (number !== undefined) numbers.push(number)
    }
    return Int32Array.from(numbers)
  }

  /** The scores of features in pieces; what several pieces have counts once. */
  scoresOf(pieces: readonly Piece[]): number[] {
    const scores: number[] = new Array(this.classes.length).fill(0)
    this.#judgement += 1
    for (const piece of pieces) {
      for (let i = 0; i < piece.length; i++) {
        const number = piece[i]!
        if (this.#counted[number] === this.#judgement) continue
        this.#counted[number] = this.#judgement
        this.#count(number, scores)
      }
    }
    return scores
  }

  #count(number: number, scores: number[]): void {
    const start = number * scores.length
    for (let i = 0; i < scores.length; i++) scores[i]! += this.#weights[start + i]!
  }
}
