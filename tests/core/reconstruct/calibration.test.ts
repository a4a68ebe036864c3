import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { calibrated, type DecisionKind } from '../../../src/core/reconstruct/learned/calibration.ts'
import { chanceOf } from '../../../src/core/reconstruct/learned/link-model.ts'
import { logOdds } from '../../../src/core/reconstruct/learned/log-odds.ts'
import curves from '../../../src/core/reconstruct/model/calibration.json' with { type: 'json' }

const seed = Number(process.env.SEED ?? 20250317)
const kind = fc.constantFrom(...(Object.keys(curves) as DecisionKind[]))
const chance = fc.double({ min: 0, max: 1, noNaN: true })

describe('a calibrated confidence', () => {
  it('is in whole hundredths, and never says never or always', () => {
    const check = fc.property(kind, chance, (of, probability) => {
      const share = calibrated(of, probability)
      expect(share).toBe(Math.round(share * 100) / 100)
      expect(share).toBeGreaterThanOrEqual(0.02)
      expect(share).toBeLessThanOrEqual(0.99)
    })
    fc.assert(check, { seed })
  })

  it('is not less for the surer of two decisions of a kind', () => {
    const check = fc.property(kind, chance, chance, (of, a, b) => {
      expect(calibrated(of, Math.min(a, b))).toBeLessThanOrEqual(calibrated(of, Math.max(a, b)))
    })
    fc.assert(check, { seed })
  })

  it('stays what it was for a kind that no curve was fitted for', () => {
    expect(calibrated('marginalia' as DecisionKind, 0.123)).toBe(0.123)
  })
})

describe('log odds', () => {
  it('come back as the chance they were made of', () => {
    for (const probability of [0.01, 0.3, 0.5, 0.99])
      expect(chanceOf(logOdds(probability))).toBeCloseTo(probability)
  })

  it('are finite for what is said to be certain', () => {
    expect([logOdds(0), logOdds(1)].every(Number.isFinite)).toBe(true)
  })
})
