/** What the training of both kinds of models shares. */
import type { ModelData } from '../../src/core/reconstruct/learned/log-linear.ts'

export interface TrainingOptions {
  epochs?: number
  rate?: number
  penalty?: number
  /** A feature must be seen with so many sources. */
  minSources?: number
  /** Features that name words: they are left out of a share of the examples, so that the others learn to do without. */
  lexical?: RegExp
  leftOut?: number
  /** How many squared gradients each weight has behind it at the start: the more, the slower it moves. */
  inertia?: number
  /** The mean is taken of so many descents that go through the examples in other orders. */
  orders?: number
}

export const LEXICAL = /:(?:pair|last|last2|last3|first|first2)=/

/** A number for every name: those known already, then those seen with enough sources in the order of appearance. */
export function indexNames(
  all: readonly { names: Iterable<string>; source: string }[],
  minSources: number,
  known: readonly string[] = [],
): Map<string, number> {
  const sources = new Map<string, Set<string>>()
  for (const { names, source } of all) {
    for (const name of names) {
      const seen = sources.get(name) ?? new Set()
      if (seen.size < minSources) seen.add(source)
      sources.set(name, seen)
    }
  }
  const index = new Map(known.map((name, i) => [name, i]))
  for (const [name, seen] of sources)
    if (seen.size >= minSources && !index.has(name)) index.set(name, index.size)
  return index
}

/** The weights of a model in the order of an index, `width` to a name; zero for names that it does not know. */
export function startingWeights(
  from: ModelData | undefined,
  index: ReadonlyMap<string, number>,
  width: number,
): Float64Array {
  const weights = new Float64Array(index.size * width)
  for (const [name, row] of Object.entries(from?.weights ?? {}))
    weights.set(
      row.map((weight) => weight / from!.scale),
      index.get(name)! * width,
    )
  return weights
}

/** The numbers of names, those that name words apart. */
export function idsOf(names: Iterable<string>, index: ReadonlyMap<string, number>, lexical: RegExp) {
  const known = [...names].filter((name) => index.has(name))
  const numbers = (some: string[]) => some.map((name) => index.get(name)!)
  return {
    ids: numbers(known.filter((name) => !lexical.test(name))),
    words: numbers(known.filter((name) => lexical.test(name))),
  }
}

/** The mean of descents with other seeds: which examples came last then counts for less. */
export function meanOf(orders: number, descend: (seed: number) => Float64Array): Float64Array {
  const runs = Array.from({ length: orders }, (_, i) => descend(20250317 + i))
  return runs[0]!.map((_, id) => runs.reduce((sum, run) => sum + run[id]!, 0) / orders)
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

export function shuffle<T>(list: T[], random: () => number): T[] {
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1))
    const [a, b] = [list[i]!, list[j]!]
    list[i] = b
    list[j] = a
  }
  return list
}
