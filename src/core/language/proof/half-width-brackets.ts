import type { Finding } from './finding.ts'

/** One pair of brackets without brackets inside, where one half at least is half-width. */
const PAIR = /[(（]([^()（）]*)[)）]|<([^<>]*)>/gu
const CHINESE_INSIDE = /\p{Script=Han}/u
const CHINESE_BEFORE = /[\p{Script=Han}，。、；：？！“”‘’（）《》〈〉【】…—·] *$/u
const FULL: Readonly<Record<string, string>> = { '(': '（', ')': '）', '<': '《', '>': '》' }

/** Half-width brackets in Chinese text: round what is Chinese, behind it, or beside a half that is full-width. */
export function checkHalfWidthBrackets(text: string): Finding[] {
  const found: Finding[] = []
  for (const { 0: whole, 1: inside, 2: title, index } of text.matchAll(PAIR)) {
    const chinese = CHINESE_INSIDE.test(inside ?? title ?? '')
    const mixed = inside !== undefined && /[（）]/u.test(whole)
    const follows = inside !== undefined && CHINESE_BEFORE.test(text.slice(Math.max(0, index - 3), index))
    if (!chinese && !mixed && !follows) continue
    for (const at of [index, index + whole.length - 1]) {
      const fix = FULL[text[at]!]
      if (fix) found.push({ start: at, end: at + 1, rule: 'half-width-mark', fix })
    }
  }
  return found
}
