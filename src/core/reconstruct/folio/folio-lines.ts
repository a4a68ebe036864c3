import { AnnotatedText } from '../lines/annotated-text.ts'
import { isSurelyDoubled, undouble } from '../lines/doubling.ts'
import { type Atom, MAX_FOLIO_LINE, plainWidth, readAtoms } from './folio-atoms.ts'
import { type MastToken, readMast, secondCopies } from './folio-mast.ts'
import { isSectionLike } from './folio-words.ts'

/** A line of the page as a folio would read it. */
export interface FolioLine {
  /** The line, once where all of it is printed twice. */
  text: AnnotatedText
  shadow: AnnotatedText
  atoms: readonly Atom[]
  /** What no atom takes, blanks in their place. */
  rest: AnnotatedText
  /** What stands in the rest, doubled parts once. */
  tokens: readonly MastToken[]
  /** `sure` can be nothing else than a folio's; `likely` belongs to one that is near. */
  claim: 'sure' | 'likely' | 'none'
}

const MAX_WORD = 8
/** What no folio has. */
const SENTENCE = /[。！？；“”《》]/u

export function describeFolioLine(printed: AnnotatedText): FolioLine {
  if (printed.length > 4 * MAX_FOLIO_LINE) return noFolio(printed)
  const line = withoutWideGaps(printed)
  if (line.length > MAX_FOLIO_LINE || SENTENCE.test(line.text)) return noFolio(line)
  const twice = /[\d:：@年]/u.test(line.text) ? undouble(line) : null
  if (twice && isSurelyDoubled(twice)) {
    // 编辑编辑：：张三张三; a doubled section is left to its neighbours
    const once = describeOnce(twice.text)
    if (once.claim !== 'none') return { ...once, shadow: twice.shadow }
  }
  return describeOnce(line)
}

/** Gaps say no more for being wide, and patterns go over them again and again. */
const withoutWideGaps = (line: AnnotatedText): AnnotatedText =>
  /\s{4}/u.test(line.text)
    ? line.filter((_, i) => !/^\s{4}$/u.test(line.text.slice(Math.max(0, i - 3), i + 1)))
    : line

const noFolio = (text: AnnotatedText): FolioLine => ({
  text,
  shadow: AnnotatedText.empty,
  atoms: [],
  rest: text,
  tokens: [],
  claim: 'none',
})

function describeOnce(text: AnnotatedText): FolioLine {
  const { atoms, rest } = readAtoms(plainWidth(text.text))
  const line: FolioLine = { ...noFolio(text), atoms, rest: text.respelt(rest) }
  if (atoms.length === 0) return line
  const tokens = mastOf([line]).tokens
  return { ...line, tokens, claim: claimOf(atoms, tokens, rest) }
}

/** The mast in the rests of lines that follow each other, read once where it is doubled. */
export function mastOf(lines: readonly FolioLine[]): {
  text: AnnotatedText
  tokens: MastToken[]
  copies: ReadonlySet<number>
} {
  const joined = AnnotatedText.join(
    lines.map((line) => line.rest.respelt(plainWidth(line.rest.text))),
    '\n',
  )
  const copies = new Set(secondCopies(joined))
  const text = joined.filter((_, i) => !copies.has(joined.places[i]!))
  return { text, tokens: readMast(text.text), copies }
}

function claimOf(atoms: readonly Atom[], tokens: readonly MastToken[], rest: string): FolioLine['claim'] {
  if (!readsAsMast(tokens)) return 'none'
  const has = (kind: Atom['kind']) => atoms.some((atom) => atom.kind === kind)
  const words = tokens.filter((token) => token.kind === 'word')
  const known = words.every((word) => isSectionLike(word.value))
  const numbered = tokens.some((token) => token.kind === 'number' && (token.marked || words.length > 0))
  const date = atoms.find((atom) => atom.kind === 'date')
  // 定于2025年3月22日 星期六
  const inSentence = date && !numbered && !known && /\p{Script=Han}$/u.test(rest.slice(0, date.start))
  if (inSentence) return 'none'
  if (date && (has('weekday') || numbered || (known && words.length > 0))) return 'sure'
  const signed = atoms.some((atom) => atom.kind === 'duty' && atom.sure)
  if (atoms.every((atom) => atom.kind === 'duty' && !atom.sure)) return 'none'
  if (signed && (known || numbered || date)) return 'sure'
  return known || numbered ? 'likely' : 'none'
}

/** Sections, numbers and names, and not a line of text: one word at most that no list knows. */
export function readsAsMast(tokens: readonly MastToken[]): boolean {
  const count = (kind: MastToken['kind']) => tokens.filter((token) => token.kind === kind).length
  const words = new Set(tokens.filter((token) => token.kind === 'word').map((token) => token.value))
  const unknown = [...words].filter((word) => !isSectionLike(word))
  return (
    count('other') === 0 &&
    count('latin') <= 3 &&
    count('number') <= 2 &&
    words.size <= 3 &&
    unknown.length <= 1 &&
    unknown.every((word) => word.length >= 2 && word.length <= MAX_WORD)
  )
}
