import { expect, it } from 'vitest'
import { chanceOf, LinkModel } from '../../../src/core/reconstruct/learned/link-model.ts'
import { LogLinear } from '../../../src/core/reconstruct/learned/log-linear.ts'

const MODEL = {
  classes: ['no', 'yes'],
  scale: 100,
  weights: { red: [0, 200], round: [100, 0], huge: [-99_999, 99_999] },
}

it('adds the weights of the features that are there, in units of the scale', () => {
  const model = new LogLinear<'no' | 'yes'>(MODEL)
  expect(model.scores(['red', 'round'])).toEqual([1, 2])
  expect(model.judge(['red', 'round']).yes).toBeCloseTo(Math.E / (1 + Math.E), 10)
})

it('gives shares of one: even ones without any feature it knows, and no overflow with a huge one', () => {
  const model = new LogLinear<'no' | 'yes'>(MODEL)
  expect(model.judge(['unknown'])).toEqual({ no: 0.5, yes: 0.5 })
  expect(model.judge(['huge'])).toEqual({ no: 0, yes: 1 })
})

it('of two classes gives the logarithm of the odds, which are a chance again', () => {
  const model = new LinkModel(MODEL)
  expect(model.odds(['red', 'round'])).toBeCloseTo(1, 10)
  expect(chanceOf(model.odds(['red']))).toBeCloseTo(new LogLinear<'no' | 'yes'>(MODEL).judge(['red']).yes, 10)
})
