import { headlineWords } from './word-classes.ts'

/** Words of the dictionary have at most this many characters. */
const LONGEST = 4
/** The frequency of a character that the dictionary lacks. */
const UNKNOWN = 1

const FIGURE = "[\\p{Script=Latin}\\d]+(?:[.,:'’&+/~-]*[\\p{Script=Latin}\\d]+)*[+%％‰℃]*"
const TOKEN = new RegExp(`(${FIGURE})|([\\p{Script=Han}〇]+)|\\s+|\\P{M}[\\p{M}\\u200d\\ufe0f]*|.`, 'gsu')

/**
 * The borders between the words of a text: UTF-16 offsets, ascending, without 0 and the text's length. Han
 * are parted by the most probable path over the frequencies of jieba's dictionary, each word taken for itself
 * (a unigram model, searched as Viterbi does); numbers with their signs and Latin words are whole, and so is
 * blank space; every other character stands alone.
 */
export function segment(text: string): number[] {
  const borders: number[] = []
  for (const match of text.matchAll(TOKEN)) {
    borders.push(match.index)
    if (match[2] === undefined) continue
    for (const at of partHan(match[2])) borders.push(match.index + at)
  }
  return borders.slice(1)
}

/** The borders inside a row of Han. */
function partHan(text: string): number[] {
  const words = headlineWords()
  const offsets = [0]
  for (const character of text) offsets.push((offsets.at(-1) as number) + character.length)
  // costs[i] is the least sum of −log frequency from the i-th character to the end, where each word pays its share
  const costs = new Float64Array(offsets.length)
  const next = new Int32Array(offsets.length)
  const perWord = Math.log(total())
  for (let i = offsets.length - 2; i >= 0; i--) {
    costs[i] = Number.POSITIVE_INFINITY
    for (let k = i + 1; k <= Math.min(i + LONGEST, offsets.length - 1); k++) {
      const frequency = words.get(text.slice(offsets[i], offsets[k])) ?? (k === i + 1 ? UNKNOWN : 0)
      const cost = perWord - Math.log(frequency) + (costs[k] as number)
      if (cost < (costs[i] as number)) {
        costs[i] = cost
        next[i] = k
      }
    }
  }
  const borders: number[] = []
  for (let i = next[0] as number; i < offsets.length - 1; i = next[i] as number) {
    borders.push(offsets[i] as number)
  }
  return borders
}

let sum = 0

function total(): number {
  if (sum === 0) for (const frequency of headlineWords().values()) sum += frequency
  return sum
}
