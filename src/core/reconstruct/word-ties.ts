import { squash } from './characters.ts'

const LONGEST = 5
/** What a shared run of 1, 2, 3, 4 characters counts. */
const GRAM_WEIGHTS = [0, 0.22, 1, 0.8, 0.6]
const FUNCTION_WORD = /[的了是在和有不这那一个为与把被到都也就]/u
/** A run with a function word in it counts less, the shorter the less. */
const FUNCTION_WEIGHTS = [0, 0.1, 0.35, 0.7, 0.7]
const QUOTES = /[“”‘’《》]/gu

/** The runs of `size` characters of a text that hold no punctuation and some word. */
export function gramsOf(text: string, size: number): string[] {
  const characters = [...squash(text)]
  const grams: string[] = []
  for (let i = 0; i + size <= characters.length; i++) {
    const gram = characters.slice(i, i + size).join('')
    if (/[，。、；：！？“”‘’（）《》—…·▲]/u.test(gram) || !/[\p{Script=Han}A-Za-z]/u.test(gram)) continue
    grams.push(gram)
  }
  return grams
}

/**
 * How strongly words tie a line to each text of a page: the runs of 1 to 4 characters they share, weighed by
 * how few of the page's texts have them.
 */
export class WordTies {
  readonly #textsWith = new Map<string, number[]>()
  readonly #count: number

  constructor(texts: readonly string[]) {
    this.#count = texts.length
    texts.forEach((text, i) => {
      this.#index(text.replace(QUOTES, ''), i)
    })
  }

  #index(text: string, i: number): void {
    for (let size = 1; size <= LONGEST; size++) {
      for (const gram of gramsOf(text, size)) {
        const found = this.#textsWith.get(gram)
        if (!found) this.#textsWith.set(gram, [i])
        else if (found.at(-1) !== i) found.push(i)
      }
    }
  }

  /** The strength of a line's tie to each text; 0 when they share nothing. */
  of(line: string): number[] {
    const ties: number[] = new Array(this.#count).fill(0)
    const text = line.replace(QUOTES, '')
    for (let size = 1; size < LONGEST; size++) {
      for (const gram of new Set(gramsOf(text, size))) {
        const found = this.#textsWith.get(gram) ?? []
        const rarity = Math.log((this.#count + 1) / (found.length + 0.3))
        const weight = rarity * GRAM_WEIGHTS[size]! * (FUNCTION_WORD.test(gram) ? FUNCTION_WEIGHTS[size]! : 1)
        for (const i of found) ties[i]! += weight
      }
    }
    return ties
  }

  /** The same by whole runs of 2 to 5 Han, the longest only: for captions, whose single words say little. */
  ofLongRuns(line: string, among: readonly number[]): number[] {
    const ties: number[] = new Array(this.#count).fill(0)
    const seen: string[][] = Array.from({ length: this.#count }, () => [])
    for (let size = LONGEST; size >= 2; size--) {
      for (const gram of gramsOf(line.replace(QUOTES, ''), size)) {
        if (!/^\p{Script=Han}+$/u.test(gram)) continue
        const found = (this.#textsWith.get(gram) ?? []).filter((i) => among.includes(i))
        for (const i of found) {
          if (seen[i]!.some((longer) => longer.includes(gram))) continue
          seen[i]!.push(gram)
          ties[i]! += (size - 1) * Math.log((among.length + 1) / found.length) * 0.6
        }
      }
    }
    return ties
  }
}
