import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Choice, trainChoices } from '../../../build/train/choice-training.ts'
import { ChoiceModel, logShares } from '../../../src/core/reconstruct/learned/choice-model.ts'
import { sectionKind } from '../../../src/core/reconstruct/links/label-kinds.ts'

const seed = Number(process.env.SEED ?? 20250317)

describe('the shares of things to choose from', () => {
  it('add up to one, whatever is added to all of their scores', () => {
    const scores = fc.array(fc.double({ min: -40, max: 40, noNaN: true }), { minLength: 1, maxLength: 12 })
    const check = fc.property(scores, fc.double({ min: -500, max: 500, noNaN: true }), (some, more) => {
      const shares = logShares(some)
      expect(shares.reduce((sum, share) => sum + Math.exp(share), 0)).toBeCloseTo(1)
      logShares(some.map((score) => score + more)).forEach((share, i) => {
        expect(share).toBeCloseTo(shares[i]!)
      })
    })
    fc.assert(check, { seed })
  })
})

describe('a trained choice', () => {
  /** The one that stands near is meant, in nine of ten; which is long says nothing. */
  const choices = Array.from({ length: 200 }, (_, i): Choice => {
    const near = i % 3
    const meant = i % 10 === 0 ? (near + 1) % 3 : near
    const features = (at: number) => [
      'all',
      ...(at === near ? ['near'] : []),
      ...((at + i) % 2 ? ['long'] : []),
    ]
    const options = [0, 1, 2].map((at) => ({
      features: features(at),
      source: `${i}`,
      of: [],
      meant: at === meant,
    }))
    return { options }
  })
  const model = new ChoiceModel(trainChoices(choices))

  it('goes by what tells, as surely as it was right', () => {
    const [near] = logShares([['near', 'all'], ['all'], ['all']].map((each) => model.score(each)))
    expect(Math.exp(near!)).toBeGreaterThan(0.75)
    expect(Math.exp(near!)).toBeLessThan(0.97)
  })

  it('counts nothing that all have in common, and nothing it has not seen', () => {
    const scores = (extra: string[]) => [['near'], ['long']].map((each) => model.score([...each, ...extra]))
    const [a, b] = [logShares(scores([])), logShares(scores(['all', 'unheard of']))]
    expect(a[0]).toBeCloseTo(b[0]!)
  })

  it('learns no feature of a few sources only', () => {
    const rare = choices.map(({ options }, i) => ({
      options: options.map((each) => ({ ...each, source: `${i % 3}` })),
    }))
    expect(Object.keys(trainChoices(rare).weights)).toEqual([])
  })
})

describe('the kind of a section', () => {
  it('is told by its words', () => {
    const kinds = ['街头短评', '读者来信', '健康小贴士', '更正启事', '灯下漫笔', '园区动态', '天南地北'].map(
      sectionKind,
    )
    expect(kinds).toEqual(['opinion', 'letters', 'advice', 'notice', 'literary', 'brief', 'plain'])
  })
})
