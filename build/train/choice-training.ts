/** Trains a choice model by gradient descent (AdaGrad) on the likelihood of the things meant, with an L2 penalty. */
import { logShares } from '../../src/core/reconstruct/learned/choice-model.ts'
import type { ModelData } from '../../src/core/reconstruct/learned/log-linear.ts'
import {
  generator,
  idsOf,
  indexNames,
  meanOf,
  shuffle,
  startingWeights,
  type TrainingOptions,
} from './training.ts'

/** Things to choose from; `meant` are the right ones, any of which will do. */
export interface Choice {
  options: { features: string[]; source: string; of: readonly string[]; meant: boolean }[]
}

/** How a text tells what it tells is left out of a share of the choices, so that places and words do without. */
const STYLE = /:style:/
const LEFT_OUT = 0.5
/** Weights are kept as whole numbers, so many to the unit. */
const SCALE = 50

/** With `from`, the training goes on from these weights and is drawn back to them rather than to zero. */
export function trainChoices(
  choices: readonly Choice[],
  {
    epochs = 12,
    rate = 0.08,
    penalty = 1.5e-2,
    minSources = 7,
    inertia = 1e-2,
    orders = 1,
  }: TrainingOptions = {},
  from?: ModelData,
): ModelData {
  const index = indexNames(
    choices.flatMap(({ options }) => options.map(({ features, source }) => ({ names: features, source }))),
    minSources,
    Object.keys(from?.weights ?? {}),
  )
  const data = choices.map(({ options }) =>
    options.map(({ features, meant }) => ({
      ...idsOf(features, index, STYLE),
      meant,
    })),
  )
  const start = startingWeights(from, index, 1)
  const weights = meanOf(orders, (seed) => {
    const weights = Float64Array.from(start)
    const history = new Float64Array(index.size).fill(inertia)
    const random = generator(seed)
    const order = data.map((_, i) => i)
    for (let epoch = 0; epoch < epochs; epoch++) {
      shuffle(order, random)
      for (const i of order) {
        const all = random() >= LEFT_OUT
        const shown = data[i]!.map(({ ids, words, meant }) => ({
          ids: all ? [...ids, ...words] : ids,
          meant,
        }))
        step(shown, { start, weights, history }, rate / (1 + epoch / 6), penalty)
      }
    }
    return weights
  })
  const table: Record<string, number[]> = {}
  for (const [feature, id] of index) {
    const weight = Math.round(weights[id]! * SCALE)
    if (weight !== 0) table[feature] = [weight]
  }
  return { classes: ['meant'], scale: SCALE, weights: table }
}

type Options = readonly { ids: number[]; meant: boolean }[]

/** Moves the weights against the gradient: for each option its share, less its share among those meant. */
function step(
  options: Options,
  { start, weights, history }: Record<'start' | 'weights' | 'history', Float64Array>,
  rate: number,
  penalty: number,
) {
  const scores = options.map(({ ids }) => ids.reduce((sum, id) => sum + weights[id]!, 0))
  const shares = logShares(scores).map(Math.exp)
  const meant = options.reduce((sum, each, i) => sum + (each.meant ? shares[i]! : 0), 0)
  const gradient = new Map<number, number>()
  options.forEach((each, i) => {
    const error = shares[i]! - (each.meant ? shares[i]! / Math.max(meant, 1e-9) : 0)
    for (const id of each.ids) gradient.set(id, (gradient.get(id) ?? 0) + error)
  })
  for (const [id, slope] of gradient) {
    const whole = slope + penalty * (weights[id]! - start[id]!)
    history[id]! += whole * whole
    weights[id]! -= (rate * whole) / Math.sqrt(history[id]!)
  }
}
