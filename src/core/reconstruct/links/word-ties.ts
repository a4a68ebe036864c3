import { squash } from '../../language/characters.ts'

const LONGEST = 4
const INDEXED = 2
const NONE: readonly number[] = []
/** What a shared run of 1, 2, 3, 4 characters counts. */
const GRAM_WEIGHTS = [0, 0.22, 1, 0.8, 0.6]
const FUNCTION_WORD = /[的了是在和有不这那一个为与把被到都也就]/u
/** A run with a function word in it counts less, the shorter the less. */
const FUNCTION_WEIGHTS = [0, 0.1, 0.35, 0.7, 0.7]
const QUOTES = /[“”‘’《》]/gu
const PUNCTUATION = /[，。、；：！？“”‘’（）《》—…·▲]/u
const WORDISH = /[\p{Script=Han}A-Za-z]/u

/** A text with what its characters are: marks end every run, and a run needs a word's character. */
interface Characters {
  /** The text itself where each character is one unit, which is faster to cut. */
  text: string | null
  list: readonly string[]
  kinds: Uint8Array
}
const [OTHER, MARK, WORD] = [0, 1, 2]
/** Texts are full of the same few thousand characters. */
const KINDS = new Map<string, number>()

function readCharacters(text: string): Characters {
  const list = [...text]
  const kinds = new Uint8Array(list.length)
  list.forEach((character, i) => {
    let kind = KINDS.get(character)
    if (kind === undefined) {
      kind = PUNCTUATION.test(character) ? MARK : WORDISH.test(character) ? WORD : OTHER
      KINDS.set(character, kind!)
    }
    kinds[i] = kind!
  })
  return { text: list.length === text.length ? text : null, list, kinds }
}

function grams({ text, list, kinds }: Characters, size: number): string[] {
  const found: string[] = []
  // how many characters back the last mark and the last character of a word are
  let sinceMark = 0
  let sinceWord = size
  for (let i = 0; i < list.length; i++) {
    sinceMark = kinds[i] === MARK ? 0 : sinceMark + 1
    sinceWord = kinds[i] === WORD ? 0 : sinceWord + 1
    if (sinceMark < size || sinceWord >= size) continue
    found.push(text?.slice(i + 1 - size, i + 1) ?? list.slice(i + 1 - size, i + 1).join(''))
  }
  return found
}

/** The runs of characters of a text, by their length, that hold no punctuation and some word. */
export class Grams {
  readonly #characters: Characters

  constructor(text: string) {
    this.#characters = readCharacters(squash(text))
  }

  of(size: number): string[] {
    return grams(this.#characters, size)
  }
}

/**
 * How strongly words tie a line to each text of a page: the runs of 1 to 4 characters they share, weighed by
 * how few of the page's texts have them.
 */
export class WordTies {
  /** For every run of one and two characters the texts that have it. Longer runs are looked for where their pairs are. */
  readonly #textsWith = new Map<string, number[]>()
  readonly #texts: readonly string[]

  constructor(texts: readonly string[]) {
    this.#texts = texts.map((text) => squash(text.replace(QUOTES, '')))
    this.#texts.forEach((text, i) => {
      this.#index(text, i)
    })
  }

  #index(text: string, i: number): void {
    const characters = readCharacters(text)
    for (let size = 1; size <= INDEXED; size++) {
      for (const gram of grams(characters, size)) {
        const found = this.#textsWith.get(gram)
        if (!found) this.#textsWith.set(gram, [i])
        else if (found.at(-1) !== i) found.push(i)
      }
    }
  }

  /** The strength of a line's tie to each text; 0 when they share nothing. */
  of(line: string): number[] {
    const count = this.#texts.length
    const ties: number[] = new Array(count).fill(0)
    const characters = readCharacters(squash(line.replace(QUOTES, '')))
    for (let size = 1; size <= LONGEST; size++) {
      for (const gram of new Set(grams(characters, size))) {
        const found = this.#found(gram, size)
        if (found.length === 0) continue
        const rarity = Math.log((count + 1) / (found.length + 0.3))
        const weight = rarity * GRAM_WEIGHTS[size]! * (FUNCTION_WORD.test(gram) ? FUNCTION_WEIGHTS[size]! : 1)
        for (const i of found) ties[i]! += weight
      }
    }
    return ties
  }

  #found(gram: string, size: number): readonly number[] {
    if (size <= INDEXED) return this.#textsWith.get(gram) ?? NONE
    const units = [...gram]
    let fewest: readonly number[] | undefined
    for (let at = 0; at + 2 <= units.length; at++) {
      // a pair of two digits is no word and not indexed
      const pair = `${units[at]}${units[at + 1]}`
      if (!WORDISH.test(pair)) continue
      const found = this.#textsWith.get(pair) ?? NONE
      if (!fewest || found.length < fewest.length) fewest = found
    }
    return fewest?.filter((i) => this.#texts[i]!.includes(gram)) ?? NONE
  }
}

/** The length of the longest run of characters that two texts share, up to 14. */
export function longestShared(text: string, other: string): number {
  let longest = 0
  for (let start = 0; start < text.length; start++) {
    while (
      longest < 14 &&
      start + longest < text.length &&
      other.includes(text.slice(start, start + longest + 1))
    )
      longest += 1
  }
  return longest
}
