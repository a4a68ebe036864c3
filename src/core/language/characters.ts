import type { Em } from '../units.ts'

/** White space, zero-width and control characters: what a reader does not see. */
export const isBlank = (unit: string): boolean =>
  (unit <= '\u3000' || unit === '\ufeff') && /[\s\p{Cc}\u200b-\u200f\u2060\ufeff]/u.test(unit)

export const isHan = (character: string): boolean => /[\p{Script=Han}〇]/u.test(character)

/** A character that is set in a full em square in Chinese text: Han, its punctuation, the usual marks. */
export const isFullWidth = (character: string): boolean =>
  /[\p{Script=Han}〇\u3000-\u303f\uff00-\uffef“”‘’—…·℃％▶▲◎■□●◆△▼※①-⑩Ⅰ-Ⅻ∶]/u.test(character)

export const squash = (text: string): string => text.replace(/[\s\u200b-\u200f\u2060\ufeff]+/gu, '')

/** How many characters a reader counts. */
export const countOf = (text: string): number => {
  let count = 0
  for (const character of text) if (!isBlank(character)) count += 1
  return count
}

/** Marks that papers set before a byline, a caption or an item. */
export const MARKS = '▶▲◎■□●◆△▼◇※★☆▷▸◀'

/** Marks that may not begin a printed line (CLREQ, prohibition rules for line start). */
export const CLOSING = '，。、；：！？”’）》】〕］％%…'

const CLOSES = /[，。、；：！？”’」』）》】〕]/u
const OPENS = /[“‘（《【〔]/u
const ANY_PUNCTUATION = /[，。、；：！？”’“‘」』）（《》]/u

/**
 * The printed width of a text in em: Han 1, digits 0.53, a space ¼; of two marks side by side one gives up
 * its blank half (CLREQ, compression of adjacent punctuation). Letters are typical newspaper faces.
 */
export function widthOf(text: string): Em {
  let width = 0
  let previous = ''
  for (const character of text) {
    width += advanceOf(character)
    if (CLOSES.test(previous) && ANY_PUNCTUATION.test(character)) width -= 0.5
    else if (OPENS.test(previous) && OPENS.test(character)) width -= 0.5
    previous = character
  }
  return width
}

function advanceOf(character: string): Em {
  if (isBlank(character)) return 0.25
  if (character.charCodeAt(0) >= 0x250) return 1
  if (/[0-9]/.test(character)) return 0.53
  if (/[A-Z%@mw]/.test(character)) return 0.68
  if (/[.,:;'\-il!|()/]/.test(character)) return 0.3
  return 0.55
}
