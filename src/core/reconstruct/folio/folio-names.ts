import { isPersonName } from '../../language/surnames.ts'
import type { Atom } from './folio-atoms.ts'
import {
  dutyOf,
  isFolioLabel,
  isFurtherName,
  isPaperName,
  isSectionLike,
  LABEL,
  PAPER_BEHIND,
} from './folio-words.ts'

/** `责任编辑：张三 李四`, `责编/张三`, `编辑/版式 张三`, `责 任 编 辑 樊 欣`, `编辑张三组版李四`. */

const LABELS = new RegExp(`(?:${LABEL})(?:\\s?[/、·&与]\\s?(?:${LABEL}))*`, 'gu')
const ONE_LABEL = new RegExp(LABEL, 'gu')
const OTHER_LABELS = /(?<!\p{Script=Han})\p{Script=Han}{2,5}\s?:\s?(\p{Script=Han}{2,4})(?!\p{Script=Han})/gu
const SEPARATOR = /^\s*[:/|]?\s*/u
/** What begins behind a name that is set solid. */
const BEHIND_NAME = new RegExp(`${LABEL}|星期|农历|电话|热线|邮箱|信箱|投稿|联系|传真|微信|本版|今日|第`, 'u')
const MINORITY_NAME = /^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,6})+/u

export function readDuties(text: string): Atom[] {
  const duties: Atom[] = []
  for (const match of text.matchAll(LABELS)) {
    const last = duties.at(-1)
    const start = match.index
    // a label in a longer word is none: 总编辑部, 设计院
    if ((last && start < last.end) || (start !== last?.end && isHanAt(text, start - 1))) continue
    const duty = readDuty(text, start, match[0])
    if (duty) duties.push(duty)
  }
  return duties.some((duty) => duty.sure) ? [...duties, ...readOtherDuties(text, duties)] : duties
}

/** Beside labels that are known there are some no list has: 组稿：张三. */
function readOtherDuties(text: string, known: readonly Atom[]): Atom[] {
  const found: Atom[] = []
  for (const match of text.matchAll(OTHER_LABELS)) {
    const [start, end] = [match.index, match.index + match[0].length]
    const free = known.every((duty) => end <= duty.start || start >= duty.end)
    if (free && isPersonName(match[1]!))
      found.push({ kind: 'duty', start, end, value: match[1]!, duties: ['other'] })
  }
  return found
}

function readDuty(text: string, start: number, labels: string): Atom | null {
  const afterLabel = start + labels.length
  const separator = SEPARATOR.exec(text.slice(afterLabel))![0]
  const names: string[] = []
  let end = afterLabel
  for (let next = afterLabel + separator.length; ; ) {
    const name = readName(text.slice(next))
    if (!name) break
    const between = text.slice(end, next)
    const parted = names.length === 0 || /[、,/]/u.test(between) || isFurtherName(name.name)
    if (!parted) break
    names.push(name.name)
    end = next + name.length
    const gap = /^(?:\s*[、,/]\s*|\s{1,3})/u.exec(text.slice(end))
    if (!gap) break
    next = end + gap[0].length
  }
  if (names.length === 0) return null
  const [first] = names as [string]
  const marked = /[:/|]/u.test(separator)
  // without a colon the name must be one: 编辑 们都说
  if (!marked && !isPersonName(first) && !(separator !== '' && first.length <= 3 && atWordEnd(text, end)))
    return null
  const single = labels.match(ONE_LABEL) ?? []
  return {
    kind: 'duty',
    start,
    end,
    value: names.join(' '),
    duties: single.map(dutyOf),
    sure: single.some(isFolioLabel) && (marked || isPersonName(first)),
  }
}

/** The name a text begins with; null when it is not clear where it ends. */
function readName(text: string): { name: string; length: number } | null {
  const wide = readWideName(text)
  if (wide) return wide
  const minority = MINORITY_NAME.exec(text)?.[0]
  if (minority) return { name: minority, length: minority.length }
  let run = /^\p{Script=Han}+/u.exec(text)?.[0] ?? ''
  const stop = run.search(BEHIND_NAME)
  if (stop === 0) return null
  if (stop > 0) run = run.slice(0, stop)
  const size = run.length
  const cut = size > 3 && !isPersonName(run) ? nameBefore(run) : null
  if (cut) return { name: run.slice(0, cut), length: cut }
  return size >= 2 && size <= 4 ? { name: run, length: size } : null
}

/** A name set wide: 樊 欣, 邓 淑 华; four characters are two names. */
function readWideName(text: string): { name: string; length: number } | null {
  const row = /^\p{Script=Han}(?:\s{1,3}\p{Script=Han})+(?!\p{Script=Han})/u.exec(text)?.[0]
  if (!row) return null
  const characters = row.replace(/\s/gu, '')
  const size = characters.length <= 3 ? characters.length : 2
  const length = /^(?:\p{Script=Han}\s*){2}/u.exec(row)![0].trimEnd().length
  return size === characters.length
    ? { name: characters, length: row.length }
    : { name: characters.slice(0, size), length }
}

/** How long the name is in front of a section or a paper's name set solid with it. */
function nameBefore(run: string): number | null {
  for (const size of [2, 3]) {
    const behind = run.slice(size)
    if (isPersonName(run.slice(0, size)) && isSectionLike(behind)) return size
  }
  const paper = PAPER_BEHIND.exec(run)
  if (!paper) return null
  // the paper's name has two characters before its ending more often than three
  for (const size of [3, 2]) {
    const behind = run.slice(size)
    if (isPersonName(run.slice(0, size)) && isPaperName(behind) && behind.length <= 5) return size
  }
  return null
}

const isHanAt = (text: string, at: number): boolean => at >= 0 && /\p{Script=Han}/u.test(text[at]!)
const atWordEnd = (text: string, at: number): boolean =>
  !isHanAt(text, Math.min(at, text.length - 1)) || at >= text.length
