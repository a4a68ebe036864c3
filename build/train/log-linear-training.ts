/** Trains a log-linear model by gradient descent (AdaGrad) on the cross-entropy with an L2 penalty. */
import type { ModelData } from '../../src/core/reconstruct/log-linear.ts'

export interface Example {
  features: Iterable<string>
  label: string
  /** What the example was drawn from: a feature must be seen with several of them. */
  source: string
}

export interface TrainingOptions {
  epochs?: number
  rate?: number
  penalty?: number
  minSources?: number
  /** Features that name words: they are left out of a share of the examples, so that the others learn to do without. */
  lexical?: RegExp
  leftOut?: number
}

/** Weights are kept as whole numbers, so many to the unit. */
const SCALE = 50

export function trainLogLinear(examples: readonly Example[], options: TrainingOptions = {}): ModelData {
  const {
    epochs = 12,
    rate = 0.15,
    penalty = 2e-5,
    minSources = 4,
    lexical = /:(?:pair|last|last2|last3|first|first2)=/,
    leftOut = 0.6,
  } = options
  const classes = [...new Set(examples.map(({ label }) => label))].sort()
  const index = indexFeatures(examples, minSources)
  const data = examples.map(({ features, label }) => ({
    ids: [...features]
      .filter((feature) => !lexical.test(feature))
      .flatMap((feature) => index.get(feature) ?? []),
    words: [...features]
      .filter((feature) => lexical.test(feature))
      .flatMap((feature) => index.get(feature) ?? []),
    label: classes.indexOf(label),
  }))
  const width = classes.length
  const weights = new Float64Array(index.size * width)
  const history = new Float64Array(index.size * width).fill(1e-6)
  const random = generator(20250317)
  const order = data.map((_, i) => i)
  for (let epoch = 0; epoch < epochs; epoch++) {
    shuffle(order, random)
    for (const i of order) {
      const { ids, words, label } = data[i]!
      const shown = random() < leftOut ? ids : [...ids, ...words]
      step({ ids: shown, label }, weights, history, width, rate / (1 + epoch / 6), penalty)
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

function indexFeatures(examples: readonly Example[], minSources: number): Map<string, number> {
  const sources = new Map<string, Set<string>>()
  for (const { features, source } of examples) {
    for (const feature of features) {
      const known = sources.get(feature)
      if (known) {
        if (known.size < minSources) known.add(source)
      } else sources.set(feature, new Set([source]))
    }
  }
  const index = new Map<string, number>()
  for (const [feature, known] of sources) if (known.size >= minSources) index.set(feature, index.size)
  return index
}

function step(
  { ids, label }: { ids: number[]; label: number },
  weights: Float64Array,
  history: Float64Array,
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
      const gradient = error + penalty * weights[at]! * 100
      history[at]! += gradient * gradient
      weights[at]! -= (rate * gradient) / Math.sqrt(history[at]!)
    }
  }
}

/** Mulberry32: the same numbers every time. */
export function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

function shuffle<T>(list: T[], random: () => number) {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [list[i]!, list[j]!]
    list[i] = b
    list[j] = a
  }
}
