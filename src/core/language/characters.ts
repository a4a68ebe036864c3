import type { Em } from '../units.ts'

// what a character is, in bits
const KNOWN = 1
const BLANK = 2
const SQUASHED = 4
const HAN = 8
const FULL_WIDTH = 16
const CLOSES = 32
const OPENS = 64
const PUNCTUATION = 128
const ANY_HAN = /[\p{Script=Han}〇]/u
const ANY_FULL_WIDTH = /[\p{Script=Han}〇\u3000-\u303f\uff00-\uffef“”‘’—…·℃％▶▲◎■□●◆△▼※①-⑩Ⅰ-Ⅻ∶]/u
const TESTS: readonly (readonly [bit: number, test: RegExp])[] = [
  [BLANK, /[\s\p{Cc}\u200b-\u200f\u2060\ufeff]/u],
  [SQUASHED, /[\s\u200b-\u200f\u2060\ufeff]/u],
  [HAN, ANY_HAN],
  [FULL_WIDTH, ANY_FULL_WIDTH],
  [CLOSES, /[，。、；：！？”’」』）》】〕]/u],
  [OPENS, /[“‘（《【〔]/u],
  [PUNCTUATION, /[，。、；：！？”’“‘」』）（《》]/u],
]

/** The bits of each UTF-16 unit that was asked for: the same few thousand are asked for again and again. */
const KINDS = new Uint8Array(0x1_0000)

function kindOf(unit: number): number {
  return KINDS[unit] || readKind(unit)
}

function readKind(unit: number): number {
  const character = String.fromCharCode(unit)
  let kind = KNOWN
  for (const [bit, test] of TESTS) if (test.test(character)) kind |= bit
  KINDS[unit] = kind
  return kind
}

const isHighSurrogate = (unit: number): boolean => unit >= 0xd800 && unit < 0xdc00
const isLowSurrogate = (unit: number): boolean => unit >= 0xdc00 && unit < 0xe000

/** White space, zero-width and control characters: what a reader does not see. */
export const isBlank = (unit: string): boolean => (kindOf(unit.charCodeAt(0)) & BLANK) !== 0

export const isHan = (character: string): boolean =>
  character.length === 1 ? (kindOf(character.charCodeAt(0)) & HAN) !== 0 : ANY_HAN.test(character)

/** A character that is set in a full em square in Chinese text: Han, its punctuation, the usual marks. */
export const isFullWidth = (character: string): boolean =>
  character.length === 1
    ? (kindOf(character.charCodeAt(0)) & FULL_WIDTH) !== 0
    : ANY_FULL_WIDTH.test(character)

/** A text without its blanks. */
export function squash(text: string): string {
  let solid = ''
  let start = 0
  for (let i = 0; i < text.length; i++) {
    if ((kindOf(text.charCodeAt(i)) & SQUASHED) === 0) continue
    solid += text.slice(start, i)
    start = i + 1
  }
  return start === 0 ? text : solid + text.slice(start)
}

/** How many characters a reader counts. */
export function countOf(text: string): number {
  let count = 0
  let previous = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    const isSecondHalf = isLowSurrogate(unit) && isHighSurrogate(previous)
    if (!isSecondHalf && (kindOf(unit) & BLANK) === 0) count += 1
    previous = isSecondHalf ? 0 : unit
  }
  return count
}

/** Marks that papers set before a byline, a caption or an item. */
export const MARKS = '▶▲◎■□●◆△▼◇※★☆▷▸◀'

/** Marks that may not begin a printed line (CLREQ, prohibition rules for line start). */
export const CLOSING = '，。、；：！？”’）》】〕］％%…'

/**
 * The printed width of a text in em: Han 1, digits 0.53, a space ¼; of two marks side by side one gives up
 * its blank half (CLREQ, compression of adjacent punctuation). Letters are typical newspaper faces.
 */
export function widthOf(text: string): Em {
  let width = 0
  let kindBefore = 0
  let unitBefore = 0
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    if (isLowSurrogate(unit) && isHighSurrogate(unitBefore)) {
      unitBefore = 0
      continue
    }
    const kind = kindOf(unit)
    width += advanceOf(unit, kind)
    if (kindBefore & CLOSES && kind & PUNCTUATION) width -= 0.5
    else if (kindBefore & OPENS && kind & OPENS) width -= 0.5
    kindBefore = kind
    unitBefore = unit
  }
  return width
}

function advanceOf(unit: number, kind: number): Em {
  if (kind & BLANK) return 0.25
  if (unit >= 0x250) return 1
  return LATIN_ADVANCES[unit]!
}

const LATIN_ADVANCES: readonly Em[] = Array.from({ length: 0x250 }, (_, unit) => {
  const character = String.fromCharCode(unit)
  if (/[0-9]/.test(character)) return 0.53
  if (/[A-Z%@mw]/.test(character)) return 0.68
  if (/[.,:;'\-il!|()/]/.test(character)) return 0.3
  return 0.55
})
