import { countOf } from '../../language/characters.ts'
import { isWord } from '../../language/words.ts'
import { AnnotatedText } from './annotated-text.ts'
import type { SingleLine } from './doubling.ts'
import { isLetterSpaced } from './printed-lines.ts'

/** How far from its place, in lines, a stray glyph may lie. */
const REACH = 45
const LEAST_CHARACTERS = 6

/** A lone numeral or rare Han, or a sign, on a line of its own; a common Han was broken off its line. */
const STRAY_NUMERAL = /^[Ⅰ-Ⅻ]$/u
const LONE_HAN = /^\p{Script=Han}$/u
const STRAY_SIGN = /^[℃‰°㎡]$/u
/** Where a Han is missing, and where a sign behind a number is: no blank stands there otherwise. */
const WORD_GAP = /(?<=\p{Script=Han}) (?=\p{Script=Han})/gu
const SIGN_GAP = /(?<=\d) (?=[，。、；）])/gu
const DATELINE_GAP = /^\p{Script=Han}{0,12}(?:讯|电) /u
/** A credit behind the last sentence. */
const SENTENCE_GAP = /[。！？”）] [^，。]*$/u
const ROLE = /记者|通讯员|摄$|责编|编辑/u

interface Gap {
  line: number
  at: number
}

/**
 * Puts glyphs back that the extractor set on lines of their own, because another font draws them: 䶮, ℃. Their
 * places are left as blanks, `易 说` and `零下 12 ，`. A stray goes to the nearest such blank before it, or
 * else behind it; one that finds none stays. `restored` are those that were put back.
 */
export function restoreStrays(lines: readonly SingleLine[]): {
  lines: SingleLine[]
  restored: AnnotatedText[]
} {
  const strays = lines.flatMap((line, i) => {
    const text = line.text.text
    return !line.doubled && isStray(text) ? [i] : []
  })
  if (strays.length === 0) return { lines: [...lines], restored: [] }
  const words = gapsOf(lines, WORD_GAP)
  const signs = gapsOf(lines, SIGN_GAP)
  const out = [...lines]
  const fills: { gap: Gap; stray: number }[] = []
  for (const stray of strays) {
    const gaps = STRAY_SIGN.test(lines[stray]!.text.text) ? signs : words
    const gap = nearest(gaps, stray)
    if (!gap) continue
    gaps.splice(gaps.indexOf(gap), 1)
    fills.push({ gap, stray })
  }
  // from the end of a line on, so that the places before stay right
  for (const { gap, stray } of fills.sort((a, b) => b.gap.at - a.gap.at)) {
    const { text } = out[gap.line]!
    const parts = [text.slice(0, gap.at), lines[stray]!.text, text.slice(gap.at + 1)]
    out[gap.line] = { ...out[gap.line]!, text: AnnotatedText.join(parts) }
  }
  const placed = new Set(fills.map(({ stray }) => stray))
  return {
    lines: out.filter((_, i) => !placed.has(i)),
    restored: lines.filter((_, i) => placed.has(i)).map(({ text }) => text),
  }
}

const isStray = (text: string): boolean =>
  STRAY_NUMERAL.test(text) || STRAY_SIGN.test(text) || (LONE_HAN.test(text) && !isWord(text))

function gapsOf(lines: readonly SingleLine[], pattern: RegExp): Gap[] {
  return lines.flatMap(({ text: { text }, doubled }, line) => {
    if (doubled || countOf(text) < LEAST_CHARACTERS || isLetterSpaced(text) || ROLE.test(text)) return []
    const gaps = [...text.matchAll(pattern)].map((match) => match.index)
    const mayMiss = (at: number) => !DATELINE_GAP.test(text.slice(0, at + 1)) && !SENTENCE_GAP.test(text)
    return gaps.length <= 2 && /[，。、；：“”]/u.test(text)
      ? gaps.filter(mayMiss).map((at) => ({ line, at }))
      : []
  })
}

function nearest(gaps: readonly Gap[], stray: number): Gap | undefined {
  const before = gaps.findLast((gap) => gap.line < stray && stray - gap.line <= REACH)
  return before ?? gaps.find((gap) => gap.line > stray && gap.line - stray <= REACH)
}
