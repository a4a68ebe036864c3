import { isBlank } from '../../language/characters.ts'
import type { AnnotatedText } from '../lines/annotated-text.ts'
import type { PageFields } from '../types.ts'
import type { Atom } from './folio-atoms.ts'
import { dateOf } from './folio-dates.ts'
import type { MastToken } from './folio-mast.ts'
import { isSectionLike, mayBePaperName } from './folio-words.ts'

/** The section, number and paper's name of lines that stand together. */
export interface MastBlock {
  text: AnnotatedText
  tokens: readonly MastToken[]
}

/** Reads the page's fields; what two texts say with equal right is left out. */
export function readFields(
  atoms: readonly Atom[],
  blocks: readonly MastBlock[],
): { page: PageFields; paperNames: AnnotatedText[] } {
  const page: PageFields = {}
  const number = readNumber(blocks)
  const paperWord = paperAmong(blocks)
  const section = readSection(blocks, number, paperWord)
  if (section !== undefined) page.section = section
  if (number !== undefined) page.number = number
  const paperNames = blocks.flatMap(({ text, tokens }) =>
    tokens
      .filter((token) => token.kind === 'paper' || (token.kind === 'word' && token.value === paperWord))
      .map((token) => visibleFrom(text, token.start, token.value.length)),
  )
  return { page: { ...page, ...readAtomFields(atoms) }, paperNames }
}

function readAtomFields(atoms: readonly Atom[]): PageFields {
  const page: PageFields = {}
  const atomValue = (kind: Atom['kind']) => atoms.find((atom) => atom.kind === kind)?.value
  const by = (duty: string) => atoms.find((atom) => atom.duties?.some((each) => each === duty))?.value
  const [year, day] = [atomValue('year'), atomValue('day')]
  const date = atomValue('date') ?? (year && day ? dateOf(year, day) : null)
  const weekday = atomValue('weekday')
  const editor = by('editor') ?? by('chief')
  const layout = by('layout')
  const email = atomValue('email')
  if (date) page.date = date
  if (weekday) page.weekday = weekday
  if (editor) page.editor = editor
  if (layout) page.layout = layout
  if (email) page.email = email
  return page
}

function readNumber(blocks: readonly MastBlock[]): string | undefined {
  const numbers = blocks.flatMap((block) => block.tokens.filter((token) => token.kind === 'number'))
  const marked = numbers.filter((token) => token.marked)
  const values = new Set((marked.length > 0 ? marked : numbers).map((token) => token.value))
  return values.size === 1 ? [...values][0] : undefined
}

/** So many visible units, with the blanks among them: a name may be set wide. */
function visibleFrom(text: AnnotatedText, start: number, size: number): AnnotatedText {
  let end = start
  for (let left = size; left > 0 && end < text.length; end++) if (!isBlank(text.text[end]!)) left -= 1
  return text.slice(start, end)
}

const wordsOf = (blocks: readonly MastBlock[]): MastToken[] =>
  blocks.flatMap((block) => block.tokens.filter((token) => token.kind === 'word'))

/** `…新闻` beside a section is the paper's name; alone it is the section. */
function paperAmong(blocks: readonly MastBlock[]): string | undefined {
  const words = [...new Set(wordsOf(blocks).map((token) => token.value))]
  const papers = words.filter(mayBePaperName)
  return words.length > 1 && papers.length === 1 ? papers[0] : undefined
}

function readSection(
  blocks: readonly MastBlock[],
  number: string | undefined,
  paperWord: string | undefined,
): string | undefined {
  const candidates = blocks.flatMap(({ tokens }) => {
    const at = tokens.find((token) => token.kind === 'number' && token.value === number)
    return tokens
      .filter((token) => token.kind === 'word' && token.value !== paperWord && token.value.length >= 2)
      .map((token) => ({ word: token.value, distance: at ? distanceOf(token, at) : Infinity }))
  })
  const words = new Set(candidates.map((each) => each.word))
  if (words.size <= 1) return [...words][0]
  const nearest = Math.min(...candidates.map((each) => each.distance))
  if (nearest < Infinity) return only(candidates.filter((each) => each.distance === nearest))
  return only(candidates.filter((each) => isSectionLike(each.word)))
}

const distanceOf = (token: MastToken, other: MastToken): number =>
  token.start >= other.end ? token.start - other.end : Math.max(0, other.start - token.end)

function only(candidates: readonly { word: string }[]): string | undefined {
  const words = new Set(candidates.map((each) => each.word))
  return words.size === 1 ? [...words][0] : undefined
}
