import { LogLinear, type ModelData, type Piece } from './log-linear.ts'

/** Judges whether two things belong together. */
export class LinkModel {
  readonly #model: LogLinear<'no' | 'yes'>

  constructor(data: ModelData) {
    this.#model = new LogLinear(data)
  }

  /** The logarithm of the odds that they do. */
  odds(features: Iterable<string>): number {
    const [no, yes] = this.#model.scores(features)
    return yes! - no!
  }

  piece(features: readonly string[]): Piece {
    return this.#model.piece(features)
  }

  /** The same by features in pieces. */
  oddsOf(pieces: readonly Piece[]): number {
    const [no, yes] = this.#model.scoresOf(pieces)
    return yes! - no!
  }
}

export const chanceOf = (odds: number): number => 1 / (1 + Math.exp(-odds))
