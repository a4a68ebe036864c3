#!/usr/bin/env node
/**
 * Makes what src/core/language knows of Chinese, `model/language.json` and `model/classes.json`:
 *
 *   node build/language-model.mjs DICTIONARY [TEXTS…]
 *
 * DICTIONARY is jieba's `dict.txt` (a line: word, frequency, part of speech). TEXTS are JSON files with
 * articles of our own writing; only their running text is read. Without them only the classes are made anew.
 *
 * `words` has a line for each level and length: words of one length whose frequency has the same whole base-2
 * logarithm, grouped by their first character (`中国间心` is 中国, 中间, 中心); words of one character are one
 * group. `pairs` holds, by level of their count in the texts, which characters stand side by side, in the same
 * way; 0 is any digit, A any letter.
 *
 * `classes.json` has `rare`, words for parting headlines that are too rare for the above or that name people
 * among other things, and the `classes` of all words, a line for each length; what is in no class is a noun.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const model = join(dirname(fileURLToPath(import.meta.url)), '../src/core/language/model')
/** The least frequency of a word, by its length: rare words join few lines and take most room. */
const LEAST = [0, 10, 30, 60, 100]
/** The least count of a pair of Han; pairs with a mark, a digit or a letter are all kept. */
const LEAST_HAN_PAIR = 2
const PERSON = /^nr/
const HAN_ONLY = /^[\p{Script=Han}〇]+$/u

/** The least frequency of a rare word, by its length, and of a word of two characters that names people too. */
const LEAST_RARE = [0, 10, 10, 20, 60]
const LEAST_NAME = 30
/** The classes by jieba's parts of speech: a verb, one that serves as a noun too, an adverb … */
const CLASSES = [
  ['verb', /^v(?!n)/],
  ['verbal', /^vn$/],
  ['adverb', /^(?:d|ad$)/],
  ['adjective', /^(?:a$|ag|b|z$)/],
  ['number', /^m/],
  ['measure', /^q/],
  ['pronoun', /^r/],
  ['preposition', /^p/],
  ['conjunction', /^c/],
  ['place', /^f/],
  ['time', /^t/],
  ['phrase', /^[il]$/],
]

const [dictionary, ...texts] = process.argv.slice(2)
if (!dictionary) {
  console.error('usage: node build/language-model.mjs DICTIONARY [TEXTS…]')
  process.exit(2)
}

const { words, rare, classes } = readDictionary(dictionary)
write('classes.json', { rare, classes })
if (texts.length > 0) write('language.json', { words: byLevel(words), pairs: byLevel(countPairs(texts)) })

function write(name, data) {
  writeFileSync(join(model, name), `${JSON.stringify(data, null, 2)}\n`)
}

/** `{ words: Map word → frequency, rare: ['length groups', …], classes: { verb: ['length groups', …], … } }` */
function readDictionary(file) {
  const words = new Map()
  const rare = new Map()
  const members = new Map(CLASSES.map(([name]) => [name, new Map()]))
  for (const line of readFileSync(file, 'utf8').split('\n')) {
    const [word, count, part] = line.trim().split(' ')
    const frequency = Number(count)
    if (!word || word.length > 4 || !HAN_ONLY.test(word)) continue
    const name = word.length > 1 && PERSON.test(part)
    if (!name && frequency >= LEAST[word.length]) words.set(word, frequency)
    else if (name ? word.length === 2 && frequency >= LEAST_NAME : frequency >= LEAST_RARE[word.length])
      rare.set(word, 1)
    else continue
    const of = CLASSES.find(([, parts]) => parts.test(part))?.[0]
    if (of) members.get(of).set(word, 1)
  }
  const flat = (counts) => byLevel(counts).map(lengthFirst)
  const classes = Object.fromEntries([...members].map(([of, counts]) => [of, flat(counts)]))
  return { words, rare: flat(rare), classes }
}

/** A line of `byLevel` without its level. */
function lengthFirst(line) {
  return line.slice(line.indexOf(' ') + 1)
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
