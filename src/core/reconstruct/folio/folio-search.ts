import { countOf, squash } from '../../language/characters.ts'
import { isLetterSpaced } from '../lines/printed-lines.ts'
import { type FolioLine, mastOf, readsAsMast } from './folio-lines.ts'
import { isSectionLike } from './folio-words.ts'

/** Doubled type goes over up to this many lines: 国内 / 国内· / ·国际 / 国际33. */
const MAX_LINES = 7
const MAX_NEAR = 4
const EDGE = 4

interface Mast {
  first: number
  last: number
  number: string
  /** How much speaks for a section and a page number; a number alone is 0. */
  strength: number
  /** 3 with the folio's lines, 2 near them, 1 at the top or bottom of the dump, 0 elsewhere. */
  place: number
  doubled: boolean
}

/** At each place, how strong a mast must be; figures and counts are all over a page. */
const NEEDED = [4, 2, 2, 0]

/**
 * The lines with the page number, and with its section: in one line, or over lines where they are printed twice.
 * Two that say different numbers with equal right are none.
 */
export function findMast(lines: readonly FolioLine[], chosen: ReadonlySet<number>): number[] {
  const has = [...chosen].some((i) => lines[i]!.tokens.some((token) => token.kind === 'number'))
  const masts: Mast[] = []
  lines.forEach((_, first) => {
    for (let size = 1; size <= MAX_LINES && couldBelong(lines, chosen, first + size - 1); size++) {
      const mast = readWindow(lines, chosen, first, first + size - 1)
      if (mast && mast.strength >= NEEDED[mast.place]!) masts.push(mast)
    }
  })
  const usable = has ? masts.filter((mast) => mast.doubled && mast.place === 3) : masts
  const [best, ...others] = usable.sort(byWeight)
  if (!best) return []
  const rival = others.find(
    (other) => other.place === best.place && other.strength === best.strength && other.number !== best.number,
  )
  const apart = rival && (rival.first > best.last || rival.last < best.first)
  return apart ? [] : range(best.first, best.last)
}

const byWeight = (a: Mast, b: Mast): number =>
  b.place - a.place || b.strength - a.strength || b.last - b.first - (a.last - a.first)

const range = (first: number, last: number): number[] =>
  Array.from({ length: last - first + 1 }, (_, i) => first + i)

function couldBelong(lines: readonly FolioLine[], chosen: ReadonlySet<number>, i: number): boolean {
  const line = lines[i]
  if (!line) return false
  if (chosen.has(i)) return squash(line.rest.text) !== ''
  const { text } = line.text
  return (
    text.length <= 60 && countOf(text) <= 28 && !/[，。；！？“”（）：]/u.test(text) && !isLetterSpaced(text)
  )
}

function readWindow(
  lines: readonly FolioLine[],
  chosen: ReadonlySet<number>,
  first: number,
  last: number,
): Mast | null {
  const window = lines.slice(first, last + 1)
  const visible = window.reduce((sum, line) => sum + countOf(line.rest.text), 0)
  if (visible > 40 || !window.some((line) => /[\d版０-９]/u.test(line.rest.text))) return null
  const { tokens, copies } = mastOf(window)
  const numbers = tokens.filter((token) => token.kind === 'number')
  const words = [...new Set(tokens.flatMap((token) => (token.kind === 'word' ? [token.value] : [])))]
  if (!readsAsMast(tokens) || new Set(numbers.map((token) => token.value)).size !== 1 || words.length > 1)
    return null
  const part = tokens.some((token) => token.kind === 'part')
  if (part && words.length > 0) return null
  const doubled = copies.size > 0
  const [word] = words
  if (last > first && !doubled) {
    // 综合 / 2: each on a line of its own
    const apart =
      window.length === 2 && word !== undefined && window.every((line) => mastOf([line]).tokens.length === 1)
    const certain = word !== undefined && (isSectionLike(word) || first === 0 || last === lines.length - 1)
    if (!apart || !certain) return null
  } else if (last > first && (visible - 2 * copies.size > 3 || !standsWithNumber(window, word))) {
    return null
  }
  const marked = numbers.some((token) => token.marked)
  const wordStrength = part ? 2 : word === undefined ? 0 : isSectionLike(word) ? 2 : 1
  return {
    first,
    last,
    number: numbers[0]!.value,
    strength: (doubled ? 3 : 0) + (marked ? 2 : 0) + wordStrength,
    place: placeOf(lines.length, chosen, first, last),
    doubled,
  }
}

/**
 * A head that is printed twice below a number is no section: one that no list knows shares a line with it, or has
 * it beside it twice as well.
 */
const standsWithNumber = (window: readonly FolioLine[], word: string | undefined): boolean =>
  word === undefined ||
  isSectionLike(word) ||
  window.filter(({ rest }) => /^第?[A-Z]{0,2}\d{1,3}版?$/u.test(squash(rest.text))).length > 1 ||
  window.some(({ rest }) => {
    const han = squash(rest.text).replace(/[^\p{Script=Han}]/gu, '')
    return /\d/.test(rest.text) && /^\p{Script=Han}{2}/u.test(han) && `${word}${word}`.includes(han)
  })

function placeOf(count: number, chosen: ReadonlySet<number>, first: number, last: number): number {
  const distance = Math.min(...[...chosen].map((i) => (i < first ? first - i : i > last ? i - last : 0)))
  if (distance <= 1) return 3
  if (distance <= MAX_NEAR) return 2
  return first < EDGE || last >= count - EDGE ? 1 : 0
}
