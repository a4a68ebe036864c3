import model from './model/classes.json' with { type: 'json' }
import { NEW_WORDS } from './new-words.ts'
import { ungroup, wordFrequencies } from './words.ts'

export type WordClass = keyof (typeof model)['classes'] | 'noun'

/** What a rare word counts among the frequencies of the others: little, and more than its characters by themselves. */
const RARE = 50

let frequencies: ReadonlyMap<string, number> | undefined
let classes: ReadonlyMap<string, WordClass> | undefined

/** All words that headlines are parted into, with their frequencies in jieba's dictionary; read at the first question. */
export function headlineWords(): ReadonlyMap<string, number> {
  if (frequencies) return frequencies
  const words = new Map(wordFrequencies())
  const add = (word: string) => words.set(word, Math.max(RARE, words.get(word) ?? 0))
  eachOf(model.rare, add)
  for (const list of Object.values(NEW_WORDS)) list.split(' ').forEach(add)
  frequencies = words
  return words
}

/** What a word of 1 to 4 Han is; what the dictionary does not say is a noun. `verbal`: a verb that serves as a noun. */
export function classOf(word: string): WordClass {
  classes ??= load()
  return classes.get(word) ?? 'noun'
}

function load(): ReadonlyMap<string, WordClass> {
  const loaded = new Map<string, WordClass>()
  for (const source of [model.classes, NEW_WORDS]) {
    for (const [name, list] of Object.entries(source)) {
      const take = (word: string) => loaded.set(word, name as WordClass)
      if (typeof list === 'string') list.split(' ').forEach(take)
      else eachOf(list, take)
    }
  }
  return loaded
}

/** `length groups …` a line. */
function eachOf(lines: readonly string[], take: (word: string) => void): void {
  for (const line of lines) {
    const [length, ...groups] = line.split(' ')
    ungroup(Number(length), groups, take)
  }
}
