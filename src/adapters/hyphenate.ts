/** Where Latin words may be broken: the US English patterns of TeX, by the package `hyphen`. */
import createHyphenator, { type HyphenationFunctionSync } from 'hyphen'
import patterns from 'hyphen/patterns/en-us.js'
import type { HyphenPoint } from '../core/fonts.ts'

/** Letters that stay before and after a break, as the patterns were made for. */
const LEAST = { before: 2, after: 3 }
/** No word is as long; what is longer is a name of something, and the patterns' cost grows with its square. */
const LONGEST = 64
const MARK = '\u00ad'

const insertMarks = createHyphenator(patterns, { hyphenChar: MARK, html: false }) as HyphenationFunctionSync

/**
 * The places where a word may be broken, in order. A word with hyphens is broken behind those only. None for words
 * with anything but letters, apostrophes and hyphens (figures, addresses), and none inside a word that has capitals
 * after its first letter (abbreviations, brands).
 */
export function hyphenate(word: string): readonly HyphenPoint[] {
  if (word.length > LONGEST || !/^[\p{Script=Latin}'’-]+$/u.test(word)) return []
  const own = [...word.matchAll(/(?<=\p{L}{2})-(?=\p{L}{2})/gu)]
  if (word.includes('-')) return own.map(({ index }) => ({ at: index + 1, hyphen: false }))
  if (/.\p{Lu}/u.test(word)) return []
  return patternPoints(word).map((at) => ({ at, hyphen: true }))
}

function patternPoints(word: string): number[] {
  const points: number[] = []
  let at = 0
  for (const part of insertMarks(word).split(MARK)) {
    at += part.length
    points.push(at)
  }
  const letters = word.length - (/['’]\p{L}*$/u.exec(word)?.[0].length ?? 0)
  return points.filter((point) => point >= LEAST.before && point <= letters - LEAST.after)
}
