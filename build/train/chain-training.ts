/** Trains a chain model by gradient descent (AdaGrad) on the likelihood of whole rows. */
import { type ChainData, marginals } from '../../src/core/reconstruct/learned/chain-model.ts'
import { generator, idsOf, indexNames, LEXICAL, shuffle, type TrainingOptions } from './training.ts'

export interface ChainExample {
  /** `style`: the features of a second look. */
  nodes: { features: string[]; style: string[]; links: string[]; label: string; source: string }[]
}

/** Weights are kept as whole numbers, so many to the unit. */
const SCALE = 20
/** Pairs of characters and endings are many and say little each: those that hardly say anything are left out. */
const RARE = /:(?:pair|last3)=/
const LEAST_RARE = 6
/** Of links none name words. */
const NOTHING = /(?!)/

/** The share of rows that are shown with the features of a second look: the model serves the first as well. */
const SECOND_LOOKS = 0.7

interface Node {
  ids: number[]
  words: number[]
  style: number[]
  links: number[]
  label: number
}

export function trainChain(examples: readonly ChainExample[], options: TrainingOptions = {}): ChainData {
  const {
    epochs = 10,
    rate = 0.15,
    penalty = 5e-5,
    minSources = 4,
    lexical = LEXICAL,
    leftOut = 0.6,
  } = options
  const all = examples.flatMap(({ nodes }) => nodes)
  const classes = [...new Set(all.map(({ label }) => label))].sort()
  const width = classes.length
  const features = indexNames(
    all.map((node) => ({ names: [...node.features, ...node.style], source: node.source })),
    minSources,
  )
  const links = indexNames(
    all.map((node) => ({ names: node.links, source: node.source })),
    minSources,
  )
  const rows: Node[][] = examples.map(({ nodes }) =>
    nodes.map((node) => ({
      ...idsOf(node.features, features, lexical),
      style: idsOf(node.style, features, NOTHING).ids,
      links: idsOf(node.links, links, NOTHING).ids,
      label: classes.indexOf(node.label),
    })),
  )
  const nodeTable = new Weights(features.size, width)
  const linkTable = new Weights(links.size, width * width)
  const random = generator(20250317)
  for (let epoch = 0; epoch < epochs; epoch++) {
    const pace = rate / (1 + epoch / 5)
    const order = shuffle(
      rows.map((_, i) => i),
      random,
    )
    for (const at of order) {
      const again = random() < SECOND_LOOKS
      const row = rows[at]!.map((node) => ({
        ...node,
        ids: [...node.ids, ...(random() < leftOut ? [] : node.words), ...(again ? node.style : [])],
      }))
      learn(row, nodeTable, linkTable, width, pace, penalty)
    }
    if (epoch >= epochs / 2) for (const table of [nodeTable, linkTable]) table.keep()
  }
  return { classes, scale: SCALE, nodes: nodeTable.named(features), links: linkTable.named(links) }
}

function learn(row: Node[], nodes: Weights, links: Weights, width: number, pace: number, penalty: number) {
  if (row.length === 0) return
  const scores = row.map(({ ids }) => nodes.sum(ids))
  const between = row.map((node) => links.sum(node.links))
  const found = marginals(scores, between, width)
  row.forEach((node, i) => {
    const error = Float64Array.from(found.nodes[i]!)
    error[node.label]! -= 1
    nodes.move(node.ids, error, pace, penalty)
    if (i === 0) return
    const pairs = found.pairs(i)
    pairs[row[i - 1]!.label * width + node.label]! -= 1
    links.move(node.links, pairs, pace, penalty)
  })
}

/** Weights as they move, and the mean of those kept: the last steps depend on the order of the rows. */
class Weights {
  readonly #values: Float64Array
  readonly #kept: Float64Array
  #keptCount = 0
  readonly #history: Float64Array
  readonly #width: number

  constructor(count: number, width: number) {
    this.#width = width
    this.#values = new Float64Array(count * width)
    this.#kept = new Float64Array(count * width)
    this.#history = new Float64Array(count * width).fill(1e-2)
  }

  sum(ids: readonly number[]): Float64Array {
    const total = new Float64Array(this.#width)
    for (const id of ids)
      for (let k = 0; k < this.#width; k++) total[k]! += this.#values[id * this.#width + k]!
    return total
  }

  move(ids: readonly number[], error: Float64Array, pace: number, penalty: number) {
    for (const id of ids) {
      for (let k = 0; k < this.#width; k++) {
        const at = id * this.#width + k
        const gradient = error[k]! + penalty * this.#values[at]! * 100
        this.#history[at]! += gradient * gradient
        this.#values[at]! -= (pace * gradient) / Math.sqrt(this.#history[at]!)
      }
    }
  }

  keep() {
    this.#keptCount += 1
    for (let i = 0; i < this.#values.length; i++) this.#kept[i]! += this.#values[i]!
  }

  named(index: ReadonlyMap<string, number>): Record<string, number[]> {
    const table: Record<string, number[]> = {}
    for (const [name, id] of index) {
      const row = [...this.#kept.subarray(id * this.#width, (id + 1) * this.#width)]
      const rounded = row.map((sum) => Math.round((sum * SCALE) / this.#keptCount))
      const least = RARE.test(name) ? LEAST_RARE : 1
      if (rounded.some((weight) => Math.abs(weight) >= least)) table[name] = rounded
    }
    return table
  }
}
