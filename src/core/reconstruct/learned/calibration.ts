import curves from '../model/calibration.json' with { type: 'json' }
import type { ArticleField } from '../types.ts'
import { chanceOf } from './link-model.ts'
import { logOdds } from './log-odds.ts'

/** What is decided with a confidence, each on a curve of its own. */
export type DecisionKind = ArticleField | 'caption' | 'paragraph' | 'subhead'

const LEAST = 0.02
const MOST = 0.99

/**
 * A model's probability as the share of such decisions that are right: on a logistic curve over its log odds
 * (Platt scaling), fitted by build/train/fit-calibration. From 0.02 to 0.99 in hundredths. Kinds without a curve
 * keep the probability as it is.
 */
export function calibrated(kind: DecisionKind, probability: number): number {
  const curve = (curves as Partial<Record<DecisionKind, number[]>>)[kind]
  return curve ? onCurve(curve, probability) : probability
}

/** The probability on a curve, from 0.02 to 0.99 in hundredths. */
export function onCurve([start = 0, slope = 1]: readonly number[], probability: number): number {
  const share = chanceOf(start + slope * logOdds(probability))
  return Math.round(100 * Math.min(MOST, Math.max(LEAST, share))) / 100
}
