import type { AnnotatedText } from './annotated-text.ts'
import { squash } from './characters.ts'
import type { PageFields } from './types.ts'

const EDITOR_LABELS = '责任编辑|本版编辑|本版责编|本版主编|执行编辑|值班编辑|见习编辑|主编|编辑|责编'
const LAYOUT_LABELS = '版面设计|版式设计|美术编辑|版式|美编|组版|排版|设计'
const OTHER_LABELS = '图片编辑|制图|校对|审读|责任校对'
const LABEL = `(?:${EDITOR_LABELS}|${LAYOUT_LABELS}|${OTHER_LABELS})`
const PAPER_ENDINGS = '日报|晚报|时报|早报|晨报|商报|都市报|周报|导报|周刊|新闻|快报|青年报'

/** `2025年3月17日`, `2025-03-17`, `2025.3.17`, `二〇二五年三月十七日`. */
const DATE =
  /(\d{4})\s*[年.\-/]\s*(\d{1,2})\s*[月.\-/]\s*(\d{1,2})\s*日?|([〇○零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,3})月([一二三四五六七八九十]{1,3})日/u
const WEEKDAY = /(?:星期|周|礼拜)([一二三四五六日天])/u
const LUNAR_DATE = /农历\S*/u
const EMAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/
const EMAIL_LABEL = /(?:电子信箱|电子邮箱|投稿邮箱|投稿信箱|联系邮箱|邮箱|信箱|e-?mail)\s*[:：]?\s*/iu
const NUMBER = /^第?\s*([A-Z]?\d{1,3}|[一二三四五六七八九十]{1,3})\s*版?$/u
const NUMBER_LAST = /^([\p{Script=Han}·]+?)第?([A-Z]?\d{1,3})版?$/u
const NUMBER_FIRST = /^第?([A-Z]?\d{1,3})版?([\p{Script=Han}·]+)$/u
const SECTION = /^[\p{Script=Han}·、/]{2,10}$/u
const PAPER = new RegExp(`^\\p{Script=Han}{2,6}(?:${PAPER_ENDINGS})$`, 'u')
const LABELLED = new RegExp(`(?:^|\\s)${LABEL}\\s*[:： ]`, 'u')
/** A label with a name, which may be glued to the next label or to the paper's name, or be set wide (樊 欣). */
const LABEL_AND_NAME = new RegExp(
  `(${LABEL})\\s*[:：]?\\s*(` +
    `[\\p{Script=Han}·]{2,4}(?=\\s|$|${LABEL})` +
    `|\\p{Script=Han}{2,3}?(?=\\p{Script=Han}{2}(?:${PAPER_ENDINGS}))` +
    '|\\p{Script=Han}{2,3}|\\p{Script=Han}\\s\\p{Script=Han}(?=\\s|$))',
  'u',
)

export const isPageNumber = (text: string): boolean => NUMBER.test(text.trim())
export const isPaperName = (text: string): boolean => PAPER.test(text.trim())

/** Whether a line can only belong to a folio: a date by itself, a labelled name, an e-mail address. */
export function readsAsFolio(text: string): boolean {
  const solid = squash(text)
  if (solid.length > 60) return false
  const isAddress = EMAIL.test(text) && !/[，。；！？]/u.test(text)
  return LABELLED.test(text) || isAddress || isDateLine(text)
}

/** A date beside nothing but a weekday, a section and a page number: not one inside a sentence. */
function isDateLine(text: string): boolean {
  const date = DATE.exec(text)
  const solid = squash(text)
  if (!date || solid.length > 40 || /[，。]/u.test(text)) return false
  const rest = squash(text.replace(date[0], ''))
  return rest === '' || WEEKDAY.test(rest) || /[\d版]/u.test(rest)
}

/**
 * Reads the page's fields out of the folio's text. `paperNames` are the paper's names found in it, which
 * are no field of the page.
 */
export function readFolioFields(folio: AnnotatedText): { page: PageFields; paperNames: AnnotatedText[] } {
  const page: PageFields = {}
  // what has been read is blanked, so that places stay
  let text = folio.text
  const take = (pattern: RegExp): RegExpExecArray | null => {
    const match = pattern.exec(text)
    if (match) text = blankOut(text, match)
    return match
  }
  const date = take(DATE)
  if (date) page.date = isoDate(date)
  const weekday = take(WEEKDAY)?.[1]
  if (weekday) page.weekday = `星期${weekday === '天' ? '日' : weekday}`
  take(LUNAR_DATE)
  const email = take(EMAIL)?.[0]
  if (email) {
    page.email = email
    take(EMAIL_LABEL)
  }
  for (let match = take(LABEL_AND_NAME); match; match = take(LABEL_AND_NAME)) {
    const name = match[2]!.trim().replace(/\s+/gu, ' ')
    if (isOneOf(EDITOR_LABELS, match[1]!)) page.editor ??= name
    else if (isOneOf(LAYOUT_LABELS, match[1]!)) page.layout ??= name
  }
  const paperNames = readSectionAndNumber(text, page)
  return { page, paperNames: paperNames.map(([start, end]) => folio.slice(start, end)) }
}

function readSectionAndNumber(text: string, page: PageFields): [number, number][] {
  const paperNames: [number, number][] = []
  const words: string[] = []
  for (const match of text.matchAll(/\S+/gu)) {
    const word = match[0]
    const alone = NUMBER.exec(word)
    const last = NUMBER_LAST.exec(word)
    const first = NUMBER_FIRST.exec(word)
    if (page.number === undefined && alone) {
      page.number = alone[1]!
    } else if (page.number === undefined && last) {
      page.number = last[2]!
      words.push(last[1]!)
    } else if (page.number === undefined && first) {
      page.number = first[1]!
      words.push(first[2]!)
    } else if (isPaperName(word)) {
      paperNames.push([match.index, match.index + word.length])
    } else {
      words.push(word)
    }
  }
  const section = words.find((word) => SECTION.test(word))
  if (section) page.section = section
  return paperNames
}

const isOneOf = (labels: string, label: string): boolean => labels.split('|').includes(label)

const blankOut = (text: string, match: RegExpExecArray): string =>
  text.slice(0, match.index) + ' '.repeat(match[0].length) + text.slice(match.index + match[0].length)

function isoDate(match: RegExpExecArray): string {
  const [year, month, day] = match[1] ? match.slice(1, 4) : match.slice(4, 7).map(hanNumber)
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
}

/** `二〇二五` is read digit by digit, `二十七` as a count. */
function hanNumber(han: string): string {
  const digitOf = (character: string) => '〇一二三四五六七八九'.indexOf(character.replace(/[○零]/u, '〇'))
  if (!han.includes('十')) return [...han].map(digitOf).join('')
  const [tens = '', ones = ''] = han.split('十')
  return String((tens ? digitOf(tens) : 1) * 10 + (ones ? digitOf(ones) : 0))
}
