/** Whether decisions of a confidence are right as often as it says. */
import { mean } from './counts.ts'
import type { Decision } from './decisions.ts'

/** From here up to the next; the last up to 1. */
const BIN_STARTS = [0, 0.5, 0.6, 0.7, 0.8, 0.9, 0.95]

export interface Bin {
  from: number
  to: number
  count: number
  /** Means over the bin's decisions; NaN for an empty bin. */
  confidence: number
  right: number
}

export function binsOf(decisions: readonly Decision[]): Bin[] {
  return BIN_STARTS.map((from, i) => {
    const next = BIN_STARTS[i + 1]
    const inside = decisions.filter(
      ({ confidence }) => confidence >= from && (next === undefined || confidence < next),
    )
    return { from, to: next ?? 1, ...summaryOf(inside) }
  })
}

export const summaryOf = (decisions: readonly Decision[]): Pick<Bin, 'count' | 'confidence' | 'right'> => ({
  count: decisions.length,
  confidence: mean(decisions.map(({ confidence }) => confidence)),
  right: mean(decisions.map(({ right }) => (right ? 1 : 0))),
})

/** Expected calibration error: how far confidence and share right part, as the mean over all decisions by bins. */
export function calibrationError(decisions: readonly Decision[]): number {
  const filled = binsOf(decisions).filter(({ count }) => count > 0)
  return filled.reduce(
    (sum, { count, confidence, right }) => sum + (count / decisions.length) * Math.abs(confidence - right),
    0,
  )
}
