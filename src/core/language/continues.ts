import { isHan, squash } from './characters.ts'
import model from './model/language.json' with { type: 'json' }
import { unpack, wordFrequencies } from './words.ts'

/** How many characters on either side of a line's end are looked at. */
const REACH = 3
/** Any two characters may meet, in a name above all: the share of such meetings. */
const ANY_MEETING = 0.03
/** The weight of the pairs of the texts grows with how often the texts have the first character. */
const PAIRS_TO_TRUST = 150
const MAX_ODDS = 7
/** Numbers are not broken, Latin words seldom. */
const BROKEN_NUMBER = -4
const NUMBER_OR_LATIN = /[0-9A-Za-z.%]/
/** Words and characters with their frequencies, made ready for asking; read at the first question. */
interface Language {
  words: ReadonlyMap<string, number>
  /** The frequency of all longer words that begin, and end, with a text. */
  openings: Affixes
  endings: Affixes
  /** The frequency of all words, of all their characters by UTF-16 unit, and of the endings of all. */
  total: number
  characters: Float64Array
  characterTotal: number
  endingTotal: number
  pairs: ReadonlyMap<string, number>
  pairStarts: ReadonlyMap<string, number>
  pairEnds: ReadonlyMap<string, number>
  pairTotal: number
}

/** The frequencies of words by a part that they have: only few of all parts are ever asked for. */
class Affixes {
  readonly #words = new Map<string, string[]>()
  readonly #known = new Map<string, number>()
  readonly #frequencies: ReadonlyMap<string, number>
  readonly #has: (word: string, part: string) => boolean

  constructor(frequencies: ReadonlyMap<string, number>, has: (word: string, part: string) => boolean) {
    this.#frequencies = frequencies
    this.#has = has
  }

  /** `character` is one of the part's that tells most. */
  add(character: string, word: string): void {
    const words = this.#words.get(character)
    if (words) words.push(word)
    else this.#words.set(character, [word])
  }

  /** The frequency of all words longer than a part that have it. */
  of(part: string, character: string): number {
    const known = this.#known.get(part)
    if (known !== undefined) return known
    let sum = 0
    for (const word of this.#words.get(character) ?? []) {
      if (word.length > part.length && this.#has(word, part)) sum += this.#frequencies.get(word)!
    }
    this.#known.set(part, sum)
    return sum
  }
}

const opening = (known: Language, part: string): number => known.openings.of(part, part[0]!)
const ending = (known: Language, part: string): number => known.endings.of(part, part.at(-1)!)

let loaded: Language | undefined
const language = (): Language => {
  loaded ??= load(wordFrequencies())
  return loaded
}

/**
 * Whether text that ends with `a` goes on with `b`, as the natural logarithm of how much likelier the first
 * characters of `b` are there than at the start of any other line: 0 says nothing, above 2 a word is broken
 * over the two (科|技), below −2 the end of `a` wants another character. Spaces are ignored.
 *
 * The model: text is words side by side (jieba's frequencies); `a` ends with a whole word or inside one, and
 * the ways of reading its last three characters are weighed. Where a mark, a digit or a letter stands at the
 * end, and to some degree elsewhere, pairs of characters counted in running text answer.
 */
export function continues(a: string, b: string): number {
  const tail = squash(a.slice(-12)).slice(-REACH)
  const head = squash(b.slice(0, 12)).slice(0, REACH)
  const [last, first] = [tail.at(-1), head[0]]
  if (last === undefined || first === undefined) return 0
  if (NUMBER_OR_LATIN.test(last) && NUMBER_OR_LATIN.test(first)) return BROKEN_NUMBER
  const known = language()
  const byPairs = pairRatio(known, classOf(last), classOf(first))
  if (!isHan(last) || !isHan(first)) return limited(byPairs.ratio)
  const byWords = wordRatio(known, lastHan(tail), firstHan(head))
  const trust = byPairs.seen / (byPairs.seen + PAIRS_TO_TRUST)
  return limited(trust * byPairs.ratio + (1 - trust) * byWords)
}

const limited = (ratio: number): number => {
  const odds = Math.log((1 - ANY_MEETING) * ratio + ANY_MEETING)
  return Math.max(-MAX_ODDS, Math.min(MAX_ODDS, odds))
}

const classOf = (character: string): string =>
  /[0-9]/.test(character) ? '0' : /[A-Za-z]/.test(character) ? 'A' : character

/** The last, and the first, characters of a text as far as they are Han. */
const lastHan = (text: string): string => /[\p{Script=Han}〇]+$/u.exec(text)?.[0] ?? ''
const firstHan = (text: string): string => /^[\p{Script=Han}〇]+/u.exec(text)?.[0] ?? ''

/** How much likelier `first` is after `last` than anywhere, smoothed towards 1. */
function pairRatio(known: Language, last: string, first: string): { ratio: number; seen: number } {
  const seen = known.pairStarts.get(last) ?? 0
  const expected = ((known.pairEnds.get(first) ?? 0) + 1) / known.pairTotal
  const smoothing = isHan(last) ? 20 : 2
  const found = (known.pairs.get(last + first) ?? 0) + smoothing * expected
  return { ratio: found / (seen + smoothing) / expected, seen }
}

function wordRatio(known: Language, tail: string, head: string): number {
  const start = startOf(known, head)
  let whole = 0
  let goesOn = 0
  let all = 0
  for (let n = 1; n <= tail.length; n++) {
    const piece = tail.slice(-n)
    const before = chance(known, tail.slice(0, -n))
    const closed = before * (known.words.get(piece) ?? 0)
    const open = before * opening(known, piece)
    all += closed + open
    whole += closed * start
    for (let k = 1; open > 0 && k <= head.length; k++) {
      const joined = known.words.get(piece + head.slice(0, k)) ?? 0
      if (joined > 0) goesOn += before * joined * chance(known, head.slice(k))
    }
  }
  if (all === 0) return 1
  return (whole + goesOn) / all / anywhere(known, head, start)
}

/** The chance that a line beginning where a word begins, begins with `head`. */
function startOf(known: Language, head: string): number {
  let mass = head === '' ? 0 : opening(known, head)
  for (let k = 1; k <= head.length; k++) {
    mass += (known.words.get(head.slice(0, k)) ?? 0) * chance(known, head.slice(k))
  }
  return mass / known.total
}

/** The chance that any line begins with `head`, be it with a word or inside one. */
function anywhere(known: Language, head: string, start: number): number {
  let mass = 0
  for (let k = 1; k <= head.length; k++) {
    mass += ending(known, head.slice(0, k)) * chance(known, head.slice(k))
  }
  const wordStarts = known.total / (known.total + known.endingTotal)
  const found = wordStarts * start + ((1 - wordStarts) * mass) / known.endingTotal
  return Math.max(found, chance(known, head) * 0.1)
}

/** The chance of characters, each by itself. */
function chance(known: Language, text: string): number {
  let product = 1
  for (let i = 0; i < text.length; i++) {
    product *= (known.characters[text.charCodeAt(i)]! + 5) / known.characterTotal
  }
  return product
}

function load(words: ReadonlyMap<string, number>): Language {
  const openings = new Affixes(words, (word, part) => word.startsWith(part))
  const endings = new Affixes(words, (word, part) => word.endsWith(part))
  const characters = new Float64Array(0x1_0000)
  let total = 0
  let characterTotal = 0
  let endingTotal = 0
  for (const [word, frequency] of words) {
    total += frequency
    characterTotal += frequency * word.length
    endingTotal += frequency * (word.length - 1)
    for (let i = 0; i < word.length; i++) characters[word.charCodeAt(i)]! += frequency
    if (word.length > 1) {
      openings.add(word[0]!, word)
      endings.add(word.at(-1)!, word)
    }
  }
  const pairs = unpack(model.pairs)
  const pairStarts = new Map<string, number>()
  const pairEnds = new Map<string, number>()
  let pairTotal = 0
  for (const [pair, count] of pairs) {
    pairTotal += count
    add(pairStarts, pair[0]!, count)
    add(pairEnds, pair[1]!, count)
  }
  const ofWords = { words, openings, endings, total, characters, characterTotal, endingTotal }
  return { ...ofWords, pairs, pairStarts, pairEnds, pairTotal }
}

const add = (counts: Map<string, number>, key: string, count: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + count)
}
