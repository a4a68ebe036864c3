/** What the training of both kinds of models shares. */

export interface TrainingOptions {
  epochs?: number
  rate?: number
  penalty?: number
  /** A feature must be seen with so many sources. */
  minSources?: number
  /** Features that name words: they are left out of a share of the examples, so that the others learn to do without. */
  lexical?: RegExp
  leftOut?: number
}

export const LEXICAL = /:(?:pair|last|last2|last3|first|first2)=/

/** A number for every name that is seen with enough sources, in the order of appearance. */
export function indexNames(
  all: readonly { names: Iterable<string>; source: string }[],
  minSources: number,
): Map<string, number> {
  const sources = new Map<string, Set<string>>()
  for (const { names, source } of all) {
    for (const name of names) {
      const known = sources.get(name) ?? new Set()
      if (known.size < minSources) known.add(source)
      sources.set(name, known)
    }
  }
  const index = new Map<string, number>()
  for (const [name, known] of sources) if (known.size >= minSources) index.set(name, index.size)
  return index
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
