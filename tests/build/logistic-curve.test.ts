import { describe, expect, it } from 'vitest'
import { fitCurve, type Judged } from '../../build/train/logistic-curve.ts'
import { chanceOf } from '../../src/core/reconstruct/learned/link-model.ts'
import { logOdds } from '../../src/core/reconstruct/learned/log-odds.ts'

const SAID = [0.1, 0.3, 0.5, 0.7, 0.9, 0.97]

/** So many decisions at each confidence, of which the share that `right` gives are right. */
const decisions = (each: number, right: (confidence: number) => number): Judged[] =>
  SAID.flatMap((confidence) =>
    Array.from({ length: each }, (_, i) => ({ confidence, right: i < Math.round(each * right(confidence)) })),
  )

describe('the fitted curve', () => {
  it('changes nothing where confidences are the shares that are right', () => {
    const [start, slope] = fitCurve(decisions(1000, (confidence) => confidence))
    expect(start).toBeCloseTo(0, 1)
    expect(slope).toBeCloseTo(1, 1)
  })

  it('is found again where decisions were made after it', () => {
    const [start, slope] = fitCurve(decisions(1000, (confidence) => chanceOf(-1 + 0.5 * logOdds(confidence))))
    expect(start).toBeCloseTo(-1, 1)
    expect(slope).toBeCloseTo(0.5, 1)
  })

  it('is flat, at the share that is right, where the surer are wrong more often', () => {
    const [start, slope] = fitCurve(decisions(1000, (confidence) => 1 - confidence))
    expect(slope).toBe(0)
    expect(chanceOf(start)).toBeCloseTo(1 - SAID.reduce((sum, each) => sum + each, 0) / SAID.length, 1)
  })

  it('stays finite where all are right, and few decisions hardly bend it', () => {
    const [start, slope] = fitCurve([{ confidence: 0.6, right: true }])
    expect(start).toBeGreaterThan(0)
    expect(start).toBeLessThan(0.5)
    expect(slope).toBeCloseTo(1, 0)
    expect(fitCurve(decisions(1000, () => 1)).every(Number.isFinite)).toBe(true)
  })

  it('does not run away where every decision has nearly the same confidence', () => {
    const same = Array.from({ length: 150 }, (_, i) => ({ confidence: 0.9, right: i % 2 === 0 }))
    const [start, slope] = fitCurve(same)
    expect(chanceOf(start + slope * logOdds(0.9))).toBeCloseTo(0.5, 1)
    expect(Math.abs(start)).toBeLessThan(5)
  })
})
