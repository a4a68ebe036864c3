/** The weights of a chain model. `nodes`: for each feature one weight a class; `links`: one for each pair of classes. */
export interface ChainData {
  classes: readonly string[]
  /** How many of the weights' units make one. */
  scale: number
  nodes: Readonly<Record<string, readonly number[]>>
  links: Readonly<Record<string, readonly number[]>>
}

/** One of the things in a row that are judged together. */
export interface ChainNode {
  features: Iterable<string>
  /** What is between it and the one before: none for the first. */
  links: Iterable<string>
}

/** Logarithms: for each thing one a class, and one for each pair of classes of it and the one before. */
export interface ChainScores {
  nodes: readonly Float64Array[]
  links: readonly Float64Array[]
}

/**
 * A conditional random field over things in a row: each has a class by its own features and by the class of the
 * one before. Gives for each the probability of its classes, all ways through the row considered (forward and
 * backward sums; Lafferty, McCallum and Pereira 2001). Linear in the length of the row.
 */
export class ChainModel<Class extends string> {
  readonly classes: readonly Class[]
  readonly #nodes: Map<string, readonly number[]>
  readonly #links: Map<string, readonly number[]>
  readonly #scale: number

  constructor({ classes, scale, nodes, links }: ChainData) {
    this.#scale = scale
    this.classes = classes as readonly Class[]
    this.#nodes = new Map(Object.entries(nodes))
    this.#links = new Map(Object.entries(links))
  }

  /** What the features of a row say, place by place. */
  scores(row: readonly ChainNode[]): ChainScores {
    const width = this.classes.length
    return {
      nodes: row.map(({ features }) => this.#sum(this.#nodes, features, new Float64Array(width))),
      links: row.map((node) => this.#sum(this.#links, node.links, new Float64Array(width * width))),
    }
  }

  /** The same with further features of each. */
  withMore({ nodes, links }: ChainScores, more: readonly Iterable<string>[]): ChainScores {
    return {
      nodes: nodes.map((scores, i) => this.#sum(this.#nodes, more[i]!, Float64Array.from(scores))),
      links,
    }
  }

  chances({ nodes, links }: ChainScores): Record<Class, number>[] {
    return marginals(nodes, links, this.classes.length).nodes.map(
      (chances) =>
        Object.fromEntries(this.classes.map((name, i) => [name, chances[i]!])) as Record<Class, number>,
    )
  }

  #sum(
    table: ReadonlyMap<string, readonly number[]>,
    names: Iterable<string>,
    total: Float64Array,
  ): Float64Array {
    for (const name of names) {
      const weights = table.get(name)
      if (weights) for (let i = 0; i < total.length; i++) total[i]! += weights[i]! / this.#scale
    }
    return total
  }

  /** How far each feature moves the odds of one class against another. */
  contributions(features: Iterable<string>, of: Class, than: Class): { feature: string; odds: number }[] {
    const [a, b] = [this.classes.indexOf(of), this.classes.indexOf(than)]
    return [...features].flatMap((feature) => {
      const weights = this.#nodes.get(feature)
      return weights ? [{ feature, odds: (weights[a]! - weights[b]!) / this.#scale }] : []
    })
  }
}

/**
 * The probabilities of each class at each place, and of each pair of classes (`a * width + b`) at a place and the
 * one before it. `scores` and `links` are logarithms; `links[0]` is not used.
 */
export function marginals(scores: readonly Float64Array[], links: readonly Float64Array[], width: number) {
  const count = scores.length
  const forward: Float64Array[] = []
  const backward: Float64Array[] = new Array(count)
  const terms = new Float64Array(width)
  for (let i = 0; i < count; i++) {
    const here = Float64Array.from(scores[i]!)
    if (i > 0) {
      for (let b = 0; b < width; b++) {
        for (let a = 0; a < width; a++) terms[a] = forward[i - 1]![a]! + links[i]![a * width + b]!
        here[b]! += logSum(terms)
      }
    }
    forward.push(here)
  }
  for (let i = count - 1; i >= 0; i--) {
    const here = new Float64Array(width)
    if (i < count - 1) {
      for (let a = 0; a < width; a++) {
        for (let b = 0; b < width; b++)
          terms[b] = links[i + 1]![a * width + b]! + scores[i + 1]![b]! + backward[i + 1]![b]!
        here[a] = logSum(terms)
      }
    }
    backward[i] = here
  }
  const total = count > 0 ? logSum(forward[count - 1]!) : 0
  const nodes = forward.map((here, i) => here.map((score, a) => Math.exp(score + backward[i]![a]! - total)))
  const pairs = (i: number) => {
    const out = new Float64Array(width * width)
    for (let a = 0; a < width; a++) {
      for (let b = 0; b < width; b++) {
        const way = forward[i - 1]![a]! + links[i]![a * width + b]! + scores[i]![b]! + backward[i]![b]!
        out[a * width + b] = Math.exp(way - total)
      }
    }
    return out
  }
  return { nodes, pairs, total }
}

function logSum(terms: Float64Array): number {
  let top = Number.NEGATIVE_INFINITY
  for (const term of terms) if (term > top) top = term
  let total = 0
  for (const term of terms) total += Math.exp(term - top)
  return top + Math.log(total)
}
