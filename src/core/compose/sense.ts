/**
 * Where a headline may be broken at sense (断题), as a copy editor sees it: a cost for every place. The lines
 * of a head should each be a phrase; what is read in one breath is not torn. In rising order:
 *
 *    0  behind a space or a mark that ends a clause: 小病不出村 |大病有人接
 *    1  behind 、, before ——, before an adverb or a preposition that opens the predicate: 土蜂蜜 |在线上卖了
 *    2  before a verb (subject | predicate), around a time and a set phrase
 *    4  between a verb and its object: 我学者揭示 | 水稻“睡眠”抗寒机理
 *    5  between a number with its measure word and the noun, before 和 及 或
 *    7  between two nouns, or an attribute and its noun: 民营企业 | 座谈会
 *    8  behind what leans on the next word: an adverb, an adjective, a preposition, 的 是; 10 behind 和
 *   12  before 的 了 们 and behind a noun before 上 中 里
 *  14+  inside a word, a name, a number with its measure word (`INSIDE` in head-words.ts)
 *   ∞   where no line may begin or end (CLREQ, #prohibition_rules_for_line_start_end), inside figures and Latin words
 *
 * On top of these: a line that begins or ends with a single character's word limps, and what stands between
 * quotation marks (引号), book title marks (书名号) and brackets stays together.
 */
import { COMPLEMENTS, type HeadWord, headWords, isVerb } from './head-words.ts'

const NEVER_STARTS = '，。、；：！？”’）》〕」』】〉…％%‰℃·～—'
const NEVER_ENDS = '“‘（《〔「『【〈·～'
const CLOSES_CLAUSE = '，。；：！？'
const OPENING = '“‘（《〔「『【〈'
const CLOSING = '”’）》〕」』】〉'

/** What a break between the marks adds; a long quotation may be broken where a book's title may not. */
const INSIDE_MARKS = { short: 12, long: 5, title: 16 }
const SHORT_QUOTATION = 8
/** What is farther apart than this is no pair of a head. */
const LONGEST_QUOTATION = 100

/** What leans on the next word, and what opens a new phrase, among words of one character. */
const LEANS_AHEAD =
  '的地得之所和与及或暨由让给于以将向往朝从自被把对为在比按据跟同随用替经沿至不未没再又也都还就才更最很太是有每各这那此该等'
const OPENS_PHRASE = '把被让将向在从由为给对比按用以于跟替随沿自'
const AND = '和与及或暨'

/**
 * What it costs to end a line at each UTF-16 offset: as many entries as the text is long, the first (nothing
 * is broken there) `Infinity`.
 */
export function senseCosts(text: string): Float64Array {
  const costs = new Float64Array(text.length).fill(Number.POSITIVE_INFINITY)
  const words = headWords(text)
  let verbs = 0
  words.forEach((word, i) => {
    if (i > 0) costs[word.from] = borderCost(words, i, verbs)
    if (word.kind === 'space' || CLOSES_CLAUSE.includes(word.text)) verbs = 0
    else if (word.kind === 'verb') verbs += 1
    for (const [at, cost] of word.inside) costs[at] = cost
  })
  keepTogether(text, costs)
  return costs
}

/** The cost of a break before the word at `i`; its clause has had so many `verbs` before it. */
function borderCost(words: readonly HeadWord[], i: number, verbs: number): number {
  const [before, after] = [words[i - 1] as HeadWord, words[i] as HeadWord]
  if (after.kind === 'space') return Number.POSITIVE_INFINITY
  if (before.kind === 'space') return 0
  if (after.text === '—' && before.text !== '—') return 1
  if (NEVER_STARTS.includes(after.text) || NEVER_ENDS.includes(before.text)) return Number.POSITIVE_INFINITY
  if (CLOSES_CLAUSE.includes(before.text)) return 0
  if (before.text === '、') return 1
  if (before.text === '—') return 8
  const quoted = CLOSING.includes(before.text)
  // behind “办成了！” a sentence is over
  if (quoted && CLOSES_CLAUSE.includes(words[i - 2]?.text ?? ' ')) return 1
  const first = OPENING.includes(after.text) ? words[i + 1] : after
  const ahead = words[i + 1]
  // 首次 before a noun is no adverb that opens a predicate: 人类 | 首次月球采样
  if (before.kind === 'noun' && after.kind === 'adverb' && ahead?.kind === 'noun') return ATTRIBUTE
  if (before.kind === 'noun' && after.kind === 'verbal' && endsPredicate(ahead)) return 2
  const cost = phraseCost(quoted ? QUOTED : before, first ?? after, verbs)
  return first === after || cost > ATTRIBUTE ? cost : Math.max(1, cost - QUOTE_OPENS)
}

/** 产值 | 增长18.7%: a verb that serves as a noun too is the predicate before a number and at the end. */
const endsPredicate = (next: HeadWord | undefined): boolean =>
  next === undefined || ['number', 'figure', 'space', 'adverb'].includes(next.kind) || next.text === '了'

const ATTRIBUTE = 7
/** An opening mark parts phrases for the eye. */
const QUOTE_OPENS = 1.5

/** What a quotation is to its neighbours. */
const QUOTED: HeadWord = { from: 0, to: 0, text: '“”', kind: 'noun', inside: new Map() }

function phraseCost(a: HeadWord, b: HeadWord, verbs: number): number {
  if (b.kind === 'particle') return 12
  if (b.kind === 'place' && b.text.length <= 2 && a.kind !== 'place') return 12
  if (a === QUOTED && COMPLEMENTS.includes(b.text)) return 12
  if (a.text.length === 1 && LEANS_AHEAD.includes(a.text)) return AND.includes(a.text) ? 10 : 8
  if (a.kind === 'adverb' || a.kind === 'preposition') return 8
  if (a.kind === 'conjunction') return 7
  return classCost(a, b, verbs) + limp(a, b)
}

function classCost(a: HeadWord, b: HeadWord, verbs: number): number {
  if (isAnd(b)) return 5
  if (opensPhrase(b)) return isVerb(a) ? 3 : 1
  if (b.kind === 'conjunction') return 1
  if (b.kind === 'time') return isVerb(a) ? 3 : 1.5
  if (a.kind === 'time') return isVerb(b) ? 4 : 3.5
  if (a.kind === 'phrase' || b.kind === 'phrase') return 2.5
  if (a.kind === 'number' || a.kind === 'measure' || a.kind === 'figure') return isVerb(b) ? 3 : 5
  if (a.kind === 'adjective') return 8
  if (a.kind === 'pronoun') return isVerb(b) ? 2.5 : ATTRIBUTE
  if (a.kind === 'particle') return 2.5
  if (isVerb(a)) return a.kind === 'verbal' && b.kind === 'noun' ? ATTRIBUTE : verbs > 1 ? 5.5 : 4
  // a second verb is as often an attribute: 司法 | 保护白皮书
  if (b.kind === 'verb') return verbs > 0 ? 3 : 2
  if (b.kind === 'number' || b.kind === 'figure') return 3
  return ATTRIBUTE
}

/** A word of one character at the end, or at the start, of a line. */
function limp(a: HeadWord, b: HeadWord): number {
  const end = isSingle(a) && a.kind !== 'particle' && a.kind !== 'place' ? 4 : 0
  const opens = isVerb(b) || opensPhrase(b) || isAnd(b) || ['conjunction', 'number', 'time'].includes(b.kind)
  const start = isSingle(b) ? (opens ? 1 : 5) : 0
  return end + start
}

const isAnd = (word: HeadWord): boolean => word.text.length === 1 && AND.includes(word.text)
const opensPhrase = (word: HeadWord): boolean =>
  word.kind === 'adverb' || word.kind === 'preposition' || OPENS_PHRASE.includes(word.text)
const isSingle = (word: HeadWord): boolean => word.kind !== 'mark' && word.text.length === 1

/** Adds what holds a quotation, a title and a bracket together. */
function keepTogether(text: string, costs: Float64Array): void {
  const open: number[] = []
  for (let at = 0; at < text.length; at++) {
    const mark = text[at] as string
    if (OPENING.includes(mark)) open.push(at)
    if (!CLOSING.includes(mark)) continue
    const from = open.pop()
    if (from === undefined || at - from > LONGEST_QUOTATION) continue
    const { short, long, title } = INSIDE_MARKS
    const more = /[《〈]/u.test(text[from] as string)
      ? title
      : at - from - 1 <= SHORT_QUOTATION
        ? short
        : long
    for (let i = from + 1; i <= at; i++) costs[i] = (costs[i] as number) + more
  }
}
