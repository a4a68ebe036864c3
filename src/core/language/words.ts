import model from './model/language.json' with { type: 'json' }

/** The frequency in jieba's dictionary (of some 60 million words) from which a word is common. */
const COMMON = 100

let loaded: ReadonlyMap<string, number> | undefined

/** The words of 1 to 4 Han that jieba's dictionary has, without names of people; read at the first question. */
export function wordFrequencies(): ReadonlyMap<string, number> {
  loaded ??= unpack(model.words)
  return loaded
}

/** Whether a text of 1 to 4 Han is a common word; names of people are none. */
export const isWord = (text: string): boolean => (wordFrequencies().get(text) ?? 0) >= COMMON

/** `level length groups …`, as `build/language-model.mjs` writes them, to words with their frequencies. */
export function unpack(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const line of lines) {
    const [level, length, ...groups] = line.split(' ')
    // the middle of what the level stands for
    const count = 2 ** Number(level) * (level === '0' ? 1 : Math.SQRT2)
    ungroup(Number(length), groups, (word) => counts.set(word, count))
  }
  return counts
}

/** The words in groups by their first character (`中国间心` is 中国, 中间, 中心); those of one character are one group. */
export function ungroup(length: number, groups: readonly string[], take: (word: string) => void): void {
  const size = length - 1
  for (const group of groups) {
    if (size === 0) for (const character of group) take(character)
    else for (let i = 1; i < group.length; i += size) take(group[0] + group.slice(i, i + size))
  }
}
