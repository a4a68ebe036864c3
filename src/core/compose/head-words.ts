/**
 * The words of a headline as an editor sees them: what the dictionary parts too finely is one again, a number
 * with its measure word, a noun with its suffix (光伏板, 开发区), a name, a place.
 */
import { segment } from '../language/segment.ts'
import { isPersonName } from '../language/surnames.ts'
import { classOf, type WordClass } from '../language/word-classes.ts'
import { isWord } from '../language/words.ts'

export interface HeadWord {
  /** UTF-16 offsets in the headline. */
  from: number
  to: number
  text: string
  /** `particle` leans on what stands before it (的, 了, 们), `place` is 上, 里, 以来 behind its noun. */
  kind: WordClass | 'particle' | 'figure' | 'latin' | 'mark' | 'space'
  /** Where it may be broken at a price: offset → cost. Other places inside are no choice. */
  inside: ReadonlyMap<number, number>
}

/** What it costs to break inside a word, from what holds least to what holds most. */
const INSIDE = {
  /** Between two words that the dictionary knows as one of four characters: 人民|政府. */
  compound: 14,
  /** Before a suffix or behind a prefix: 开发|区, 老|工厂. */
  affix: 16,
  /** Between characters that each stand alone in the dictionary: a word that it lacks, as a rule. */
  unknown: 18,
  /** 2025年|3月. */
  date: 18,
  /** 八|十七, 四|名, 2025|年. */
  number: 22,
  /** 王|建国, 李|明. */
  name: 22,
  word: 30,
} as const

/** No word of a head is longer; what would be is not joined further. */
const LONGEST = 24
const PARTICLES = '的地得了着过们吗呢吧啊呀么之者性化子等'
const PLACES = '上下中里内外前后间旁边'
const PREFIXES = '老小新大全本各每某该首第超微零双多单高低副总前古旧我省市硬'
const DETERMINERS = '每各某该这那几半首'
/** What says how far a verb has come, or where: 培育|出, 写|成, 转化|为. */
export const COMPLEMENTS = '出进到成起开回来去入给住完好满上下为至'
const RESULTS = '出成满'
const DAYS = '日节周'
/** Numbers that say when, or for how long: 十六年, 24小时. */
const TIMES = /(?:[年月日天时分秒夜晨]|小时|分钟|周|季度)$/u
/** 近|百名, 前|8月. */
const APPROXIMATES = '前近约逾超达第每仅'
const DATE = /\d(?:年|月)$/u
const NUMERALS = /^[一二三四五六七八九十百千万亿零〇两几数半余多]+$/u
/** What follows figures is their measure or part of it; single characters and these words are taken to them. */
const MEASURES =
  /^(?:[年月日号时点分秒岁个名家人次位件万亿元吨米倍成轮届条座期项场架台辆户亩周天]|万元|亿元|万人|万亿|余\S)/u

export function headWords(text: string): HeadWord[] {
  const borders = [0, ...segment(text), text.length]
  const words: HeadWord[] = []
  for (let i = 0; i + 1 < borders.length; i++) {
    const [from, to] = [borders[i] as number, borders[i + 1] as number]
    if (to > from) words.push(wordAt(text.slice(from, to), from))
  }
  return joinAll(words)
}

function wordAt(text: string, from: number): HeadWord {
  const inside = new Map<number, number>()
  const kind = kindOf(text)
  if (/^\p{Script=Han}/u.test(text)) {
    let at = from
    for (const character of text) {
      if (at > from) inside.set(at, INSIDE.word)
      at += character.length
    }
    if (text.length === 4 && kind !== 'phrase' && isWord(text.slice(0, 2)) && isWord(text.slice(2))) {
      inside.set(from + 2, INSIDE.compound)
    }
  }
  return { from, to: from + text.length, text, kind, inside }
}

function kindOf(text: string): HeadWord['kind'] {
  if (/^\s/u.test(text)) return 'space'
  if (/^\d/.test(text)) return 'figure'
  if (/^\p{Script=Latin}/u.test(text)) return 'latin'
  if (!/^[\p{Script=Han}〇]/u.test(text)) return 'mark'
  if (NUMERALS.test(text)) return 'number'
  if (text.length === 1 && PARTICLES.includes(text)) return 'particle'
  if (text.length === 1 && PLACES.includes(text)) return 'place'
  if (text.length === 1 && DETERMINERS.includes(text)) return 'pronoun'
  const kind = classOf(text)
  if (kind !== 'number') return kind
  return TIMES.test(text) ? 'time' : text.length === 1 ? 'measure' : kind
}

function joinAll(words: readonly HeadWord[]): HeadWord[] {
  const joined: HeadWord[] = []
  for (let i = 0; i < words.length; i++) {
    const word = words[i] as HeadWord
    const counted = ['figure', 'number'].includes(joined.at(-1)?.kind ?? 'mark')
    const name = counted ? 0 : nameAt(words, i)
    if (name > 0) {
      joined.push(
        words.slice(i + 1, i + name).reduce((all, next) => join(all, next, INSIDE.name, 'noun'), word),
      )
      i += name - 1
      continue
    }
    const last = joined.at(-1)
    const tie = last && last.text.length < LONGEST && tieBetween(last, word, words[i + 1])
    if (last && tie) joined[joined.length - 1] = join(last, word, tie.cost, tie.kind)
    else joined.push(word)
  }
  return joined
}

function join(a: HeadWord, b: HeadWord, cost: number, kind: HeadWord['kind']): HeadWord {
  const inside = new Map([...a.inside, [b.from, cost], ...b.inside])
  const text = a.text + b.text
  return { from: a.from, to: b.to, text, kind: kind === 'number' && TIMES.test(text) ? 'time' : kind, inside }
}

/** How two neighbours are one word, if they are. */
function tieBetween(
  a: HeadWord,
  b: HeadWord,
  next: HeadWord | undefined,
): { cost: number; kind: HeadWord['kind'] } | undefined {
  const counted = a.kind === 'figure' || a.kind === 'number'
  // 一亿两|千万年: a span of time that begins with a numeral goes on from one
  const goesOn = b.kind === 'time' && NUMERALS.test(b.text[0] as string)
  if (counted && (b.kind === 'number' || goesOn || isMeasure(b)))
    return { cost: INSIDE.number, kind: 'number' }
  if (a.kind === 'figure' && isHan(b) && b.text.length === 1) return { cost: INSIDE.number, kind: 'number' }
  if (APPROXIMATES.includes(a.text) && (b.kind === 'figure' || b.kind === 'number'))
    return { cost: INSIDE.number, kind: 'number' }
  if (b.kind === 'figure' && DATE.test(a.text)) return { cost: INSIDE.date, kind: 'figure' }
  if (a.kind === 'time' && b.text === '起') return { cost: INSIDE.number, kind: 'time' }
  // 3号|线, 八亿|人
  if (counted && b.kind === 'noun' && b.text.length === 1) return { cost: INSIDE.affix, kind: 'noun' }
  if (a.kind === 'latin' && isContent(b) && b.text.length === 1) return { cost: INSIDE.affix, kind: 'noun' }
  if (!isHan(a) || !isHan(b)) return undefined
  if (
    (isVerb(a) || (a.text.length === 1 && a.kind === 'measure')) &&
    b.text.length === 1 &&
    (COMPLEMENTS + (a.text.length === 1 ? '在向' : '')).includes(b.text)
  )
    return { cost: INSIDE.affix, kind: 'verb' }
  if (a.kind === 'pronoun' && b.text === '是') return { cost: INSIDE.affix, kind: 'verb' }
  if (a.text.length === 1 && DETERMINERS.includes(a.text) && (isMeasure(b) || TIMES.test(b.text)))
    return { cost: INSIDE.number, kind: 'number' }
  if (a.text === '第' && b.kind === 'number') return { cost: INSIDE.number, kind: 'number' }
  if (/[者性化子]/u.test(b.text) && b.kind === 'particle') return { cost: INSIDE.affix, kind: 'noun' }
  // Two characters and one are a noun, be the two a verb (居住|证); a measure word that measures nothing is
  // part of a word that the dictionary lacks (草|种), unless it has a complement (种|出). A day has its name: 服务|日.
  const resulting = b.kind === 'measure' && next !== undefined && RESULTS.includes(next.text)
  const suffix = b.text.length === 1 && (b.kind === 'noun' || (b.kind === 'measure' && !resulting))
  const opensNext = next !== undefined && isContent(next) && (isVerb(a) || PREFIXES.includes(b.text))
  const named = suffix ? !(opensNext && next.kind !== 'verb') : DAYS.includes(b.text) && a.kind !== 'time'
  if (isContent(a) && a.text.length > 1 && named) return { cost: INSIDE.affix, kind: 'noun' }
  if (isContent(b) && !isVerb(b) && a.text.length === 1 && PREFIXES.includes(a.text))
    return { cost: INSIDE.affix, kind: b.kind }
  const bothAlone = a.text.length <= 2 && isLone(a) && b.text.length === 1 && (isContent(b) || isMeasure(b))
  // 我|教|老伴, but not 通|办|居住证
  const predicate = !isVerb(a) && isVerb(b) && next !== undefined && isContent(next) && next.text.length > 1
  // 补建|鱼道
  const object = isVerb(a) && a.text.length === 2 && !isVerb(b)
  if (bothAlone && !predicate && !object) return { cost: INSIDE.unknown, kind: isVerb(a) ? 'verb' : 'noun' }
  return undefined
}

/** How many words from `i` are a person's name: a surname and what the dictionary leaves alone behind it; 0 for none. */
function nameAt(words: readonly HeadWord[], i: number): number {
  const [surname, given, more] = [words[i], words[i + 1], words[i + 2]]
  if (!surname || !given || surname.text.length !== 1 || surname.kind !== 'noun' || !isContent(given))
    return 0
  if (!isPersonName(surname.text + given.text) || given.text.length > 2) return 0
  if (given.text.length === 2) return given.kind === 'noun' || given.kind === 'adjective' ? 2 : 0
  return more !== undefined && more.text.length === 1 && isContent(more) && !isVerb(more) ? 3 : 2
}

const isHan = (word: HeadWord): boolean => word.kind !== 'mark' && /^[\p{Script=Han}〇]/u.test(word.text)
export const isVerb = (word: HeadWord): boolean => word.kind === 'verb' || word.kind === 'verbal'
const isMeasure = (word: HeadWord): boolean => word.kind === 'measure' || MEASURES.test(word.text)
const isContent = (word: HeadWord): boolean =>
  isHan(word) && ['noun', 'verb', 'verbal', 'adjective', 'time'].includes(word.kind)
/** A character by itself, or two that were joined so far because each was. */
const isLone = (word: HeadWord): boolean =>
  isContent(word) &&
  (word.text.length === 1 || [...word.inside.values()].every((cost) => cost === INSIDE.unknown))
