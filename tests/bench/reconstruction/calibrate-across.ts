/** Curves for decisions that they were not fitted on. */
import { type Curve, fitCurve } from '../../../build/train/logistic-curve.ts'
import { onCurve } from '../../../src/core/reconstruct/learned/calibration.ts'
import { DECISION_KINDS, type Decision } from './decisions.ts'

/** Kinds seen less often keep their confidence. */
const LEAST_DECISIONS = 20

/** For each kind that is seen often enough the curve on which its decisions are as sure as they are right. */
export function curvesOf(decisions: readonly Decision[]): Map<string, Curve> {
  const ofKinds = DECISION_KINDS.map((kind) => ({
    kind,
    some: decisions.filter((each) => each.kind === kind),
  }))
  return new Map(
    ofKinds
      .filter(({ some }) => some.length >= LEAST_DECISIONS)
      .map(({ kind, some }) => [kind, fitCurve(some)] as const),
  )
}

/** The decisions of each fold on curves fitted on those of the other folds. */
export function calibrateAcross(folds: readonly (readonly Decision[])[]): Decision[] {
  return folds.flatMap((decisions, fold) => {
    const curves = curvesOf(folds.filter((_, i) => i !== fold).flat())
    return decisions.map((each) => {
      const curve = curves.get(each.kind)
      return curve ? { ...each, confidence: onCurve(curve, each.confidence) } : each
    })
  })
}
