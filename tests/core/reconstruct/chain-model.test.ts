import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ChainModel, type ChainNode, marginals } from '../../../src/core/reconstruct/learned/chain-model.ts'
import { SEED } from './helpers.ts'

/** Every way to give `count` things one of `width` classes. */
function* waysOf(count: number, width: number): Generator<number[]> {
  if (count === 0) yield []
  else for (const way of waysOf(count - 1, width)) for (let a = 0; a < width; a++) yield [...way, a]
}

/** The same as `marginals`, by going through all ways one by one. */
function byHand(scores: readonly Float64Array[], links: readonly Float64Array[], width: number) {
  const ways = [...waysOf(scores.length, width)].map((way) => ({
    way,
    weight: Math.exp(
      way.reduce((sum, a, i) => sum + scores[i]![a]! + (i > 0 ? links[i]![way[i - 1]! * width + a]! : 0), 0),
    ),
  }))
  const total = ways.reduce((sum, { weight }) => sum + weight, 0)
  const share = (holds: (way: number[]) => boolean) =>
    ways.filter(({ way }) => holds(way)).reduce((sum, { weight }) => sum + weight, 0) / total
  return { share, total: Math.log(total) }
}

const score = fc.double({ min: -6, max: 6, noNaN: true })
const chain = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 3 }))
  .chain(([count, width]) =>
    fc.record({
      width: fc.constant(width),
      scores: fc.array(
        fc.float64Array({ minLength: width, maxLength: width, min: -6, max: 6, noNaN: true }),
        {
          minLength: count,
          maxLength: count,
        },
      ),
      links: fc.array(
        fc.float64Array({ minLength: width * width, maxLength: width * width, min: -6, max: 6, noNaN: true }),
        { minLength: count, maxLength: count },
      ),
    }),
  )

describe('the marginals of a chain', () => {
  it('agree with all ways counted one by one', () => {
    fc.assert(
      fc.property(chain, ({ scores, links, width }) => {
        const found = marginals(scores, links, width)
        const { share, total } = byHand(scores, links, width)
        expect(found.total).toBeCloseTo(total, 8)
        found.nodes.forEach((chances, i) => {
          for (let a = 0; a < width; a++)
            expect(chances[a]).toBeCloseTo(
              share((way) => way[i] === a),
              8,
            )
        })
        for (let i = 1; i < scores.length; i++) {
          const pairs = found.pairs(i)
          for (const [a, b] of waysOf(2, width) as Iterable<[number, number]>) {
            const both = share((way) => way[i - 1] === a && way[i] === b)
            expect(pairs[a * width + b]).toBeCloseTo(both, 8)
          }
        }
      }),
      { seed: SEED, numRuns: 200 },
    )
  })

  it('are shares of one, in a long chain of large scores too', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(score, score), { minLength: 1, maxLength: 300 }), (pairs) => {
        const scores = pairs.map((pair) => Float64Array.from(pair, (each) => each * 100))
        const links = pairs.map(([a, b]) => Float64Array.from([a, b, b, a], (each) => each * 50))
        for (const chances of marginals(scores, links, 2).nodes) {
          expect(chances[0]! + chances[1]!).toBeCloseTo(1, 6)
        }
      }),
      { seed: SEED, numRuns: 50 },
    )
  })

  it('of nothing are nothing', () => {
    expect(marginals([], [], 3).nodes).toEqual([])
  })
})

describe('a chain model', () => {
  const model = new ChainModel<'a' | 'b'>({
    classes: ['a', 'b'],
    scale: 10,
    nodes: { looksLikeA: [20, 0] },
    links: { same: [50, 0, 0, 50] },
  })
  const judge = (row: readonly ChainNode[]) => model.chances(model.scores(row))

  it('lets what is beside a thing speak for it', () => {
    const [first, second] = judge([
      { features: ['looksLikeA'], links: [] },
      { features: ['unknown'], links: ['same'] },
    ])
    expect(first!.a).toBeGreaterThan(0.8)
    expect(second!.a).toBeGreaterThan(0.8)
    expect(judge([{ features: ['unknown'], links: [] }])).toEqual([{ a: 0.5, b: 0.5 }])
  })

  it('judges again with more features as if it had had them at first', () => {
    const row = [
      { features: ['unknown'], links: [] },
      { features: ['unknown'], links: ['same'] },
    ]
    const [upper, lower] = row
    const again = model.chances(model.withMore(model.scores(row), [[], ['looksLikeA']]))
    expect(again).toEqual(judge([upper!, { ...lower!, features: ['unknown', 'looksLikeA'] }]))
  })

  it('says how far each feature moves the odds', () => {
    expect(model.contributions(['looksLikeA', 'unknown'], 'a', 'b')).toEqual([
      { feature: 'looksLikeA', odds: 2 },
    ])
  })
})
