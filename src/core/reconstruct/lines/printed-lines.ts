import { isBlank, isFullWidth, isHan } from '../../language/characters.ts'
import type { SourceText } from '../../source/types.ts'
import type { Piece } from '../types.ts'
import { AnnotatedText, type SourceIndex } from './annotated-text.ts'

/**
 * A page has some 300 lines and 10,000 characters. What goes far beyond that is no page, and reading it as
 * one would take minutes: it is handed back unread.
 */
const MAX_LINES = 40_000
const MAX_CHARACTERS = 400_000

/**
 * The lines of the dump that carry text, trimmed, with Kangxi radicals turned into Han. Blank lines go: they
 * stand between all printed lines, or after a digit do not, and say nothing about paragraphs.
 */
export function printedLines(
  source: SourceText,
  index: SourceIndex,
): { lines: AnnotatedText[]; beyond: Piece[] } {
  const lines: AnnotatedText[] = []
  const beyond: Piece[] = []
  let characters = 0
  source.lines.forEach((raw, i) => {
    const text = raw.trim()
    if (text === '') return
    characters += text.length
    if (lines.length >= MAX_LINES || characters > MAX_CHARACTERS) {
      const start = raw.indexOf(text)
      beyond.push({ text, from: [{ line: i + 1, start, end: start + text.length }], rule: 'beyond-a-page' })
      return
    }
    const line = cleanLine(AnnotatedText.at(raw, index.placeOf(i + 1)))
    if (line.length > 0) lines.push(line)
  })
  return { lines, beyond }
}

function cleanLine(raw: AnnotatedText): AnnotatedText {
  // spaces of any width become one kind; what no reader sees goes
  const visible = raw.filter((unit) => !isBlank(unit) || /\s/u.test(unit)).trim()
  const spelt = visible.text.replace(/\s/gu, ' ').replace(/[\u2e80-\u2fdf]/gu, toHan)
  return visible.respelt(spelt)
}

/** Simplified radicals that have a code of their own and no NFKC form (Unicode, EquivalentUnifiedIdeograph). */
const RADICALS = '⺠⻁⻄⻅⻆⻉⻋⻓⻔⻘⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻬⻮⻰⻳'
const RADICALS_AS_HAN = '民虎西见角贝车长门青页风飞食马骨鬼鱼鸟卤麦黄齐齿龙龟'

/** Extractors give some Han as the radical that looks the same: ⻓ for 长, ⾼ for 高. */
function toHan(radical: string): string {
  const simplified = RADICALS_AS_HAN[RADICALS.indexOf(radical)]
  const han = simplified ?? radical.normalize('NFKC')
  return han.length === radical.length ? han : radical
}

/**
 * Whether a line was justified by letter-spacing, which extractors give as `工 业 产 值 占 比`: three single
 * characters in a row, and a quarter of all its Han.
 */
export function isLetterSpaced(line: string): boolean {
  let singles = 0
  let inRow = 0
  let longestRow = 0
  let joined = 0
  for (const token of line.trim().split(/\s+/u)) {
    const size = [...token].length
    if (size === 1 && isFullWidth(token)) {
      singles += 1
      inRow += 1
      longestRow = Math.max(longestRow, inRow)
    } else if (size > 3 && isFullWidth(token[0]!)) {
      joined += size - 1
      inRow = 0
    }
  }
  return longestRow >= 3 && singles >= 0.25 * (singles + joined)
}

/** 本报讯, 新华社某地3月7日电: the space behind a dateline is set on purpose. */
const DATELINE_WORD = /^\p{Script=Han}{1,8}讯$|\d日[电讯]$/u

/**
 * Takes out the spaces that carry nothing: all beside full-width characters in a letter-spaced line, and in
 * any line those at the border of Han and digits or letters. Of a wide gap one space stays.
 */
export function tidySpaces(line: AnnotatedText, letterSpaced: boolean): AnnotatedText {
  const { text } = line
  let before = ''
  return line.filter((unit, i) => {
    if (!isBlank(unit)) {
      before = unit
      return true
    }
    if (i > 0 && isBlank(text[i - 1]!)) return false
    const after = nextVisible(text, i)
    if (letterSpaced && (isFullWidth(before) || isFullWidth(after))) return false
    return !isBorder(before, after) || (i < 30 && DATELINE_WORD.test(text.slice(0, i)))
  })
}

function nextVisible(text: string, from: number): string {
  for (let i = from; i < text.length; i++) if (!isBlank(text[i]!)) return text[i]!
  return ''
}

function isBorder(before: string, after: string): boolean {
  const setsSolid = (unit: string) => isHan(unit) || /[，。、；：“”‘’（）《》—]/u.test(unit)
  return (
    (setsSolid(before) && /[0-9A-Za-z.%]/.test(after)) || (/[0-9A-Za-z.%℃]/.test(before) && setsSolid(after))
  )
}

/** Joins printed lines to running text; only a Latin word after another one needs a space. */
export function joinLines(lines: readonly AnnotatedText[]): AnnotatedText {
  const parts: AnnotatedText[] = []
  lines.forEach((line, i) => {
    const previous = lines[i - 1]?.text ?? ''
    if (/[A-Za-z0-9]$/.test(previous) && /^[A-Za-z]/.test(line.text)) {
      parts.push(AnnotatedText.join([AnnotatedText.empty, AnnotatedText.empty], ' '))
    }
    parts.push(line)
  })
  return AnnotatedText.join(parts)
}
