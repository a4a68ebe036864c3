import { isBlank, MARKS } from '../../language/characters.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import { undouble } from '../lines/doubling.ts'
import { hanNumber } from './folio-dates.ts'
import { isPaperName, isSectionLike } from './folio-words.ts'

/** What stands in a folio beside its dates, names and addresses: the section, the page number, the paper's name. */

export interface MastToken {
  /** A `part` is the end of a section whose beginning is not there: ·民生. */
  kind: 'number' | 'word' | 'part' | 'paper' | 'latin' | 'other'
  start: number
  end: number
  value: string
  /** A number that says it is one: 第8版, A02, 08. */
  marked?: boolean
}

const HAN_NUMBER = '[一二三四五六七八九十]{1,3}'
/** 第 before a figure is the number's. */
const HAN = '(?:(?!第\\s*[A-Z]{0,2}\\s?\\d)\\p{Script=Han})+'
const WORD = `${HAN}(?:\\s*[·•・、/&][·\\s]*${HAN})*`
const TOKEN = new RegExp(
  [
    `第\\s*(?<counted>[A-Z]{0,2}\\s?\\d{1,3}|${HAN_NUMBER})\\s*版`,
    '(?<![\\dA-Za-z])(?<range>[A-Z]?\\d{1,2}\\s?[-—–~]\\s?[A-Z]?\\d{1,2})\\s*版',
    '(?<![\\dA-Za-z])(?<version>[A-Z]{0,2}\\d{1,3})\\s*版',
    '(?<![\\dA-Za-z])(?:第\\s*)?(?<bare>[A-Z]{0,2}\\d{1,3})(?![\\dA-Za-z])',
    '(?<![\\dA-Za-z])(?:PAGE|P\\.)\\s*(?<page>\\d{1,3})(?!\\d)',
    `(?<word>${WORD})`,
    '(?<latin>[A-Za-z][A-Za-z&]+)',
    `(?<separator>[\\s|·•・\\-—–_~/【】[\\]<>${MARKS}]+)`,
    '(?<other>[^])',
  ].join('|'),
  'giu',
)
/** 要闻二版, 第二版要闻. */
const NUMBER_BEHIND = new RegExp(`^(.*?)第?(${HAN_NUMBER})版$`, 'u')
const NUMBER_BEFORE = new RegExp(`^第?(${HAN_NUMBER})版(.+)$`, 'u')
const GLUED_PAPER = /\p{Script=Han}{2}(?:日报|晚报|时报|晨报|早报|商报|都市报)$/u

/** Reads the tokens of a text, its lines parted by `\n`, with blanks for dates, names and addresses. */
export function readMast(text: string): MastToken[] {
  const tokens: MastToken[] = []
  for (const match of joinWide(text).matchAll(TOKEN)) {
    const groups = match.groups!
    const span = { start: match.index, end: match.index + match[0].length }
    const number = groups.counted ?? groups.range ?? groups.version ?? groups.bare ?? groups.page
    if (number !== undefined) {
      const marked = groups.bare === undefined || /^(?:0|[A-Z])/u.test(number)
      tokens.push({ kind: 'number', ...span, value: printedNumber(number), marked })
    } else if (groups.word !== undefined && /(?:^|\n)·$/u.test(text.slice(0, match.index))) {
      tokens.push({ kind: 'part', ...span, value: match[0] })
    } else if (groups.word !== undefined) {
      tokens.push(...wordTokens(groups.word, match.index))
    } else if (groups.separator === undefined) {
      tokens.push({ kind: groups.latin === undefined ? 'other' : 'latin', ...span, value: match[0] })
    }
  }
  return tokens.filter((token) => token.kind !== 'word' || !/^[第版]+$/u.test(token.value))
}

function wordTokens(text: string, at: number): MastToken[] {
  const word = text.replace(/\s/gu, '').replace(/·+/gu, '·')
  const span = { start: at, end: at + text.length }
  const numbered = NUMBER_BEHIND.exec(word)
  const before = numbered ? null : NUMBER_BEFORE.exec(word)
  if (numbered || before) {
    const [number, section] = numbered ? [numbered[2]!, numbered[1]!] : [before![1]!, before![2]!]
    const token: MastToken = { kind: 'number', ...span, value: hanNumber(number), marked: true }
    return section === '' ? [token] : [token, { kind: 'word', ...span, value: section }]
  }
  const parts = word.split(/[·•・、/&]/u)
  if (parts.length > 1 && parts.some(isPaperName)) {
    return parts.flatMap((part) => namedTokens(part, at + text.indexOf(part)))
  }
  const tokens = namedTokens(word.replace(/[•・]/gu, '·'), at)
  tokens.at(-1)!.end = span.end
  return tokens
}

/** A paper's name may be set solid with the section before it. */
function namedTokens(word: string, start: number): MastToken[] {
  const paper = GLUED_PAPER.exec(word)?.[0] ?? ''
  const size = word.length - paper.length
  if (paper !== '' && isSectionLike(word.slice(0, size))) {
    return [wordToken(word.slice(0, size), start), wordToken(paper, start + size)]
  }
  return [wordToken(word, start)]
}

const wordToken = (value: string, start: number): MastToken => ({
  kind: isPaperName(value) ? 'paper' : 'word',
  start,
  end: start + value.length,
  value,
})

/** A word set wide (要 闻) is one word; blanks are kept so that places stay. */
function joinWide(text: string): string {
  return text.replace(/(?<!\p{Script=Han})\p{Script=Han}(?: \p{Script=Han})+(?!\p{Script=Han})/gu, (row) => {
    const word = row.replaceAll(' ', '')
    return word + ' '.repeat(row.length - word.length)
  })
}

const printedNumber = (number: string): string =>
  /^[一二三四五六七八九十]/u.test(number)
    ? hanNumber(number)
    : number.replace(/\s/gu, '').replace(/[—–~]/u, '-').toUpperCase()

/** The longest mast; two copies of it. */
const MAX_MAST = 60

/**
 * The second copies in a text printed twice, run by run, or in parts of it: `社会社会··民生民生1414`,
 * `第 9 版第 9 版`, `教科卫 / 教科卫88`. A page number 88 is taken once only together with words that are doubled.
 */
export function secondCopies(text: AnnotatedText): number[] {
  if (!/(..+)\1/u.test(text.text.replace(/\s/gu, ''))) return []
  const visible = text.withoutBlanks()
  const borders = wordBorders(text)
  const size = visible.length
  for (let length = Math.min(size, MAX_MAST); length >= 4; length--) {
    for (let start = 0; start + length <= size; start++) {
      if (!borders.has(start) || !borders.has(start + length)) continue
      const found = undouble(visible.slice(start, start + length))
      if (!found || !isDoubledMast(found.text.text, found.runs)) continue
      return [
        ...found.shadow.places,
        ...secondCopies(visible.slice(0, start)),
        ...secondCopies(visible.slice(start + length)),
      ]
    }
  }
  return []
}

/** One run must be more than chance: two Han, or a number that cannot be one, as 0808 or 8版8版. */
function isDoubledMast(text: string, runs: readonly number[]): boolean {
  let start = 0
  return runs.some((length) => {
    const run = text.replace(/\s/gu, '').slice(start, start + length)
    start += length
    return /\p{Script=Han}{2}/u.test(run) || (length >= 2 && /\d/.test(run))
  })
}

/** The offsets among the visible characters where a run may begin or end: not inside a number. */
function wordBorders(text: AnnotatedText): Set<number> {
  const borders = new Set<number>([0])
  let count = 0
  let before = ''
  for (const unit of text.text) {
    const blank = isBlank(unit)
    if (!(/[\dA-Za-z]/.test(before) && /[\dA-Za-z]/.test(unit))) borders.add(count)
    before = unit
    if (!blank) count += unit.length
  }
  return borders.add(count)
}
