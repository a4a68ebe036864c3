#!/usr/bin/env node
/**
 * Makes src/core/reconstruct/model/language.json, what `language.ts` knows of Chinese:
 *
 *   node build/language-model.mjs DICTIONARY TEXTS…
 *
 * DICTIONARY is jieba's `dict.txt` (a line: word, frequency, part of speech). TEXTS are JSON files with
 * articles of our own writing; only their running text is read.
 *
 * `words` has a line for each level and length: words of one length whose frequency has the same whole base-2
 * logarithm, grouped by their first character (`中国间心` is 中国, 中间, 中心); words of one character are one group. `pairs` holds, by level of their
 * count in the texts, which characters stand side by side, in the same way; 0 is any digit, A any letter.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const target = join(dirname(fileURLToPath(import.meta.url)), '../src/core/reconstruct/model/language.json')
/** The least frequency of a word, by its length: rare words join few lines and take most room. */
const LEAST = [0, 10, 30, 60, 100]
/** The least count of a pair of Han; pairs with a mark, a digit or a letter are all kept. */
const LEAST_HAN_PAIR = 2
const PERSON = /^nr/
const HAN_ONLY = /^[\p{Script=Han}〇]+$/u

const [dictionary, ...texts] = process.argv.slice(2)
if (!dictionary || texts.length === 0) {
  console.error('usage: node build/language-model.mjs DICTIONARY TEXTS…')
  process.exit(2)
}

writeFileSync(
  target,
  `${JSON.stringify({ words: byLevel(readWords(dictionary)), pairs: byLevel(countPairs(texts)) }, null, 2)}\n`,
)

function readWords(file) {
  const words = new Map()
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, frequency, part] = line.trim().split(' ')
    if (!word || word.length > 4 || !HAN_ONLY.test(word)) continue
    if (word.length > 1 && PERSON.test(part)) continue
    if (Number(frequency) >= LEAST[word.length]) words.set(word, Number(frequency))
  }
  return words
}

function countPairs(files) {
  const pairs = new Map()
  for (const file of files) {
    for (const article of JSON.parse(readFileSync(file, 'utf8'))) {
      const paragraphs = article.paragraphs.filter((each) => each.kind === 'body').map((each) => each.text)
      for (const text of [...paragraphs, ...article.captions]) countInto(pairs, text)
    }
  }
  for (const [pair, count] of pairs) if (count < LEAST_HAN_PAIR && HAN_ONLY.test(pair)) pairs.delete(pair)
  return pairs
}

function countInto(pairs, text) {
  const classes = text
    .replace(/\s+/gu, '')
    .replace(/[0-9]/g, '0')
    .replace(/[A-Za-z]/g, 'A')
  for (let i = 0; i + 1 < classes.length; i++) {
    const pair = classes.slice(i, i + 2)
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
  }
}

/** `['level length groups', …]`, levels and groups sorted. */
function byLevel(counts) {
  const lines = new Map()
  for (const [word, count] of [...counts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const key = `${Math.floor(Math.log2(count))} ${word.length}`
    const groups = lines.get(key) ?? new Map()
    // words of one character are one group
    const first = word.length > 1 ? word[0] : ''
    lines.set(key, groups.set(first, (groups.get(first) ?? '') + word.slice(first.length)))
  }
  const text = ([key, groups]) => [key, ...[...groups].map(([first, rest]) => first + rest)].join(' ')
  return [...lines].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true })).map(text)
}
