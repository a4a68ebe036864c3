import { DATE, DAY, dayOf, isoDate, LUNAR, WEEKDAY, weekdayOf, YEAR } from './folio-dates.ts'
import { readDuties } from './folio-names.ts'
import type { Duty } from './folio-words.ts'

/** A piece of a line that says by its form what it is: a date, a labelled name, an address. */
export interface Atom {
  kind: 'date' | 'day' | 'year' | 'weekday' | 'lunar' | 'duty' | 'email' | 'contact' | 'issue'
  start: number
  end: number
  /** ISO for a date, 星期一 for a weekday, the names of a duty, the address of an e-mail. */
  value: string
  duties?: readonly Duty[]
  /** A labelled name that only a folio has: not 策划 张三. */
  sure?: boolean
}

const EMAIL_LABEL =
  '(?:(?:电子|投稿|来稿|联系|本版|读者|编辑|责编|征稿|新闻|报料|爆料)*(?:信箱|邮箱|邮件|邮址)|\\be-?mail)\\s*[:]?\\s*'
const EMAIL = [new RegExp(`(?:${EMAIL_LABEL})?([\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+)`, 'iu')]
const PHONE_LABEL =
  '(?:新闻|报料|爆料|广告|发行|订报|订阅|投诉|联系|编辑部|监督|服务|本版|读者|咨询|值班|采编|投稿|报社|24小时|夜班|热线)*(?:热线|电话|传真|手机|专线|Tel)'
const CONTACT = [
  /(?:(?:网址|网站|官网|本报网址)\s*[:]?\s*)?(?:https?:\/\/|www\.)[\w./?=&%#~-]+/iu,
  new RegExp(`${PHONE_LABEL}\\s*[:]?\\s*[(]?\\d[\\d()\\-—–/、 ]{3,24}\\d`, 'iu'),
  /(?<!\d)0\d{2,3}\s*[-—–]\s*\d{7,8}(?!\d)/u,
  /(?:QQ群?|微信公众号|微信号?|微博)\s*[:]\s*[\w@-]+/iu,
  /邮\s?编\s*[:]?\s*\d{6}/u,
]
const ISSUE = [
  /(?:总第|第)\s*\d{2,6}\s*[期号]/u,
  /(?:今日|本期|今天|本报今日)\s*(?:共)?\s*\d{1,3}\s*版/u,
  /(?:国内统一(?:连续出版物|刊)号|统一刊号|刊号)?\s*[:]?\s*CN\s?\d{2}-\d{4}(?:\/\w+)?/iu,
  /(?:晴|阴|多云|[小中大阵]雨|[小中大]雪|[转到间]|\s)*-?\d{1,2}\s*℃?\s*[-—–~～/至]\s*-?\d{1,2}\s*℃/u,
  /邮发代号\s*[:]?\s*\d+-\d+/u,
]

type Reader = (match: RegExpExecArray) => string | null
const whole: Reader = (match) => match[0].trim()

/** In this order: what is read is blanked for the next, so that 周一凡 is a name before it is a Monday. */
const BEFORE_NAMES: [Atom['kind'], RegExp[], Reader][] = [
  ['email', EMAIL, (match) => match[1]!],
  ['issue', ISSUE, whole],
  ['date', DATE, isoDate],
  ['contact', CONTACT, whole],
]
const AFTER_NAMES: [Atom['kind'], RegExp[], Reader][] = [
  ['weekday', WEEKDAY, weekdayOf],
  ['day', DAY, dayOf],
  ['lunar', LUNAR, whole],
  ['year', YEAR, (match) => match[1]!],
]

/** No line of a folio is longer; doubled ones are the longest. */
export const MAX_FOLIO_LINE = 160

/** Reads the atoms of a line; `rest` is the line with blanks in their place. */
export function readAtoms(line: string): { atoms: Atom[]; rest: string } {
  const atoms: Atom[] = []
  let rest = line
  const take = (found: Atom[]) => {
    for (const atom of found) {
      atoms.push(atom)
      rest = rest.slice(0, atom.start) + ' '.repeat(atom.end - atom.start) + rest.slice(atom.end)
    }
  }
  const takeForms = (forms: typeof BEFORE_NAMES) => {
    for (const [kind, patterns, read] of forms) {
      for (const pattern of patterns) take(findAll(rest, kind, pattern, read))
    }
  }
  takeForms(BEFORE_NAMES)
  take(readDuties(rest))
  take(atoms.flatMap((atom) => (atom.kind === 'date' ? weekdayBehind(rest, atom.end) : [])))
  takeForms(AFTER_NAMES)
  atoms.sort((a, b) => a.start - b.start)
  return { atoms, rest }
}

/** Behind a date 周一 may touch what follows, which elsewhere would make it a name. */
function weekdayBehind(text: string, end: number): Atom[] {
  const match = /^\s*周([一二三四五六日])/u.exec(text.slice(end))
  return match ? [{ kind: 'weekday', start: end, end: end + match[0].length, value: weekdayOf(match) }] : []
}

function findAll(text: string, kind: Atom['kind'], pattern: RegExp, read: Reader): Atom[] {
  const found: Atom[] = []
  if (!pattern.test(text)) return found
  for (const match of text.matchAll(new RegExp(pattern, `${pattern.flags}g`))) {
    const value = read(match)
    const start = match.index + match[0].search(/\S/u)
    if (value !== null) found.push({ kind, start, end: start + match[0].trim().length, value })
  }
  return found
}

/** Full-width letters, digits and bars as plain ones, unit for unit: ０８版｜要闻. */
export const plainWidth = (text: string): string =>
  text.replace(/[０-９Ａ-Ｚａ-ｚ：／｜．－＠＿＋～＃＆（）]/gu, (unit) =>
    String.fromCharCode(unit.charCodeAt(0) - 0xfee0),
  )
