/** Shares and F1, from counts. */

/** So many right of so many. */
export interface Share {
  right: number
  of: number
}

/** What was found and what was not: `extra` is in no gold, `missed` was not found. */
export interface Hits {
  right: number
  extra: number
  missed: number
}

export const shareOf = ({ right, of }: Share, ofNone = 1): number => (of > 0 ? right / of : ofNone)

export const addShares = (a: Share, b: Share): Share => ({ right: a.right + b.right, of: a.of + b.of })

export const addHits = (a: Hits, b: Hits): Hits => ({
  right: a.right + b.right,
  extra: a.extra + b.extra,
  missed: a.missed + b.missed,
})

export const harmonic = (precision: number, recall: number): number =>
  precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0

/** F1; 1 where there is nothing to find and nothing was found. */
export function f1({ right, extra, missed }: Hits): number {
  if (right + extra + missed === 0) return 1
  return harmonic(right / (right + extra || 1), right / (right + missed || 1))
}

export const mean = (values: readonly number[]): number =>
  values.reduce((sum, value) => sum + value, 0) / values.length
