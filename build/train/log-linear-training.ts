/** Trains a log-linear model by gradient descent (AdaGrad) on the cross-entropy with an L2 penalty. */
import type { ModelData } from '../../src/core/reconstruct/learned/log-linear.ts'
import {
  generator,
  idsOf,
  indexNames,
  LEXICAL,
  shuffle,
  startingWeights,
  type TrainingOptions,
} from './training.ts'

export interface Example {
  features: Iterable<string>
  label: string
  /** What the example was drawn from: a feature must be seen with several of them. */
  source: string
  /** The ids of the articles that it tells of. */
  of: readonly string[]
}

/** Weights are kept as whole numbers, so many to the unit. */
const SCALE = 50

/** With `from`, the training goes on from these weights and is drawn back to them rather than to zero. */
export function trainLogLinear(
  examples: readonly Example[],
  options: TrainingOptions = {},
  from?: ModelData,
): ModelData {
  const {
    epochs = 12,
    rate = 0.15,
    penalty = 2e-5,
    minSources = 4,
    lexical = LEXICAL,
    leftOut = 0.6,
    inertia = 1e-6,
  } = options
  const classes = from?.classes ?? [...new Set(examples.map(({ label }) => label))].sort()
  const index = indexNames(
    examples.map(({ features, source }) => ({ names: features, source })),
    minSources,
    Object.keys(from?.weights ?? {}),
  )
  const data = examples.map(({ features, label }) => ({
    ...idsOf(features, index, lexical),
    label: classes.indexOf(label),
  }))
  const width = classes.length
  const start = startingWeights(from, index, width)
  const weights = Float64Array.from(start)
  const history = new Float64Array(index.size * width).fill(inertia)
  const random = generator(20250317)
  const order = data.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const { ids, words, label } = data[i]!
      const shown = random() < leftOut ? ids : [...ids, ...words]
      step({ ids: shown, label }, { start, weights, history }, width, rate / (1 + epoch / 6), penalty)
    }
  }
  const table: Record<string, number[]> = {}
  for (const [feature, id] of index) {
    const row = [...weights.subarray(id * width, (id + 1) * width)].map((weight) =>
      Math.round(weight * SCALE),
    )
    if (row.some((weight) => weight !== 0)) table[feature] = row
  }
  return { classes, scale: SCALE, weights: table }
}

function step(
  { ids, label }: { ids: number[]; label: number },
  { start, weights, history }: Record<'start' | 'weights' | 'history', Float64Array>,
  width: number,
  rate: number,
  penalty: number,
) {
  const scores = new Float64Array(width)
  for (const id of ids) for (let k = 0; k < width; k++) scores[k]! += weights[id * width + k]!
  const top = Math.max(...scores)
  let total = 0
  for (let k = 0; k < width; k++) total += scores[k] = Math.exp(scores[k]! - top)
  for (let k = 0; k < width; k++) {
    const error = scores[k]! / total - (k === label ? 1 : 0)
    for (const id of ids) {
      const at = id * width + k
      const gradient = error + penalty * (weights[at]! - start[at]!) * 100
      history[at]! += gradient * gradient
      weights[at]! -= (rate * gradient) / Math.sqrt(history[at]!)
    }
  }
}
