import { countOf, squash } from '../../language/characters.ts'
import { isSectionName } from '../lines/section-words.ts'
import { dateOf } from './folio-dates.ts'
import { type FolioLine, mastOf } from './folio-lines.ts'
import { findMast } from './folio-search.ts'
import { isSectionLike, isSurelyPaper, mayBePaperName } from './folio-words.ts'

/** The lines of a folio stand together, with at most this many other lines between. */
const MAX_GAP = 4
/** A folio stands at the top of the dump or at its bottom, if nothing else tells. */
const EDGE = 3
/** An article may name who edited it; a page names them once. */
const MAX_SIGNED = 4

/** No folio has more lines: what reads as so many is a list. */
const MAX_LINES = 200

/** Which lines are the folio's, by index. */
export function chooseFolioLines(lines: readonly FolioLine[]): Set<number> {
  const claims = indicesOf(lines, (line) => line.claim !== 'none')
  if (claims.length > MAX_LINES) return new Set()
  const chosen = new Set(sureLines(lines))
  const near = (i: number, gap = MAX_GAP) => [...chosen].some((other) => Math.abs(other - i) <= gap)
  const atEdge = (i: number) => i < EDGE || i >= lines.length - EDGE
  const likely = indicesOf(lines, (line) => line.claim === 'likely')
  if (chosen.size === 0) for (const i of likely) if (atEdge(i) && tellsADay(lines[i]!)) chosen.add(i)
  for (let size = -1; size !== chosen.size; ) {
    size = chosen.size
    for (const i of likely)
      if (near(i) && agrees(lines, chosen, i) && !goesOn(lines, chosen, i)) chosen.add(i)
  }
  for (const i of findMast(lines, chosen)) chosen.add(i)
  if (chosen.size === 0) return chosen
  addFirstHalf(lines, chosen)
  addLoneAddress(lines, chosen)
  addSection(lines, chosen)
  addPaperName(lines, chosen)
  return chosen
}

const indicesOf = (lines: readonly FolioLine[], holds: (line: FolioLine, i: number) => boolean): number[] =>
  lines.flatMap((line, i) => (holds(line, i) ? [i] : []))

const atomValue = (line: FolioLine, kind: string): string | undefined =>
  line.atoms.find((atom) => atom.kind === kind)?.value

const tellsADay = (line: FolioLine): boolean =>
  ['date', 'day'].some((kind) => atomValue(line, kind) !== undefined)

/** Whether a line says nothing else than the folio does: a notice near it may have a day of its own. */
function agrees(lines: readonly FolioLine[], chosen: ReadonlySet<number>, i: number): boolean {
  const said = (kind: string) => [...chosen].flatMap((other) => atomValue(lines[other]!, kind) ?? [])
  const line = lines[i]!
  const date = said('date')[0]
  const [year = '', day] = [atomValue(line, 'year'), atomValue(line, 'day')]
  if (day && date && dateOf(date.slice(0, 4), day) !== date) return false
  if (year && (line.tokens.length > 0 || (date && !date.startsWith(year)))) return false
  if (['date', 'weekday'].some((kind) => differs(said(kind), atomValue(line, kind)))) return false
  const numbers = (at: number) =>
    lines[at]!.tokens.flatMap((token) => (token.kind === 'number' ? [token.value] : []))
  return !differs([...chosen].flatMap(numbers), numbers(i)[0])
}

const differs = (said: readonly string[], value: string | undefined): boolean =>
  value !== undefined && said.length > 0 && !said.includes(value)

/** An address that an article's line leads up to: 来稿请寄邮箱： */
function goesOn(lines: readonly FolioLine[], chosen: ReadonlySet<number>, i: number): boolean {
  return i > 0 && !chosen.has(i - 1) && /[：:，、（(]\s*$/u.test(lines[i - 1]!.text.text)
}

/** Lines that name different days, or many editors, are not all the folio's: those that stand with others are. */
function sureLines(lines: readonly FolioLine[]): number[] {
  const sure = indicesOf(lines, (line) => line.claim === 'sure')
  const dates = new Set(sure.flatMap((i) => atomValue(lines[i]!, 'date') ?? []))
  const signed = sure.filter((i) => !tellsADay(lines[i]!))
  const standsWithOthers = (i: number) =>
    lines[i]!.tokens.some((token) => token.kind === 'number') ||
    sure.some(
      (other) => other !== i && Math.abs(other - i) <= 2 && tellsADay(lines[other]!) !== tellsADay(lines[i]!),
    )
  return sure.filter((i) => {
    if (!tellsADay(lines[i]!) && isRepeatedAway(lines, sure, i)) return false
    const many = tellsADay(lines[i]!) ? dates.size > 1 : signed.length > MAX_SIGNED
    return !many || standsWithOthers(i)
  })
}

/** Away from the other lines, where one beside them says the same duty: an article's own editor. */
function isRepeatedAway(lines: readonly FolioLine[], sure: readonly number[], i: number): boolean {
  const dutiesOf = (at: number) => lines[at]!.atoms.flatMap((atom) => (atom.sure ? (atom.duties ?? []) : []))
  const near = (at: number) =>
    sure.some((other) => other !== at && tellsADay(lines[other]!) && Math.abs(other - at) <= MAX_GAP)
  const alone = lines[i]!.tokens.length === 0 && !near(i)
  return (
    alone &&
    sure.some(
      (at) => (near(at) || tellsADay(lines[at]!)) && dutiesOf(at).some((duty) => dutiesOf(i).includes(duty)),
    )
  )
}

/** The page's only address is the folio's even away from it, if it does not go on from a line of an article. */
function addLoneAddress(lines: readonly FolioLine[], chosen: Set<number>): void {
  const addressed = indicesOf(lines, (line) => atomValue(line, 'email') !== undefined)
  const [only] = addressed
  if (addressed.length !== 1 || only === undefined || lines[only]!.claim !== 'likely') return
  const before = lines[only - 1]?.text.text ?? ''
  const labelled = !/^[\w.+-]+@/u.test(lines[only]!.text.text)
  if (labelled ? !/[：:，,、（(]\s*$/u.test(before) : /[。！？）”]\s*$/u.test(before)) chosen.add(only)
}

/** A section of two words broken before its dot: 社会 / ·民生 16. */
function addFirstHalf(lines: readonly FolioLine[], chosen: Set<number>): void {
  for (const i of [...chosen]) {
    const first = squash(lines[i - 1]?.text.text ?? '')
    if (!/^·\p{Script=Han}/u.test(lines[i]!.text.text) || !/^\p{Script=Han}{2,4}·?$/u.test(first)) continue
    chosen.add(i - 1)
    if (first.endsWith('·') && squash(lines[i - 2]?.text.text ?? '') === first.slice(0, -1)) chosen.add(i - 2)
  }
}

/** A section that stands by itself, beside a folio that has none. */
function addSection(lines: readonly FolioLine[], chosen: Set<number>): void {
  const words = [...chosen]
    .flatMap((i) => mastOf([lines[i]!]).tokens)
    .filter((token) => token.kind === 'word')
  if (words.some((word) => !mayBePaperName(word.value))) return
  const hasNumber = [...chosen].some((i) =>
    mastOf([lines[i]!]).tokens.some((token) => token.kind === 'number'),
  )
  const beside = [...new Set([...chosen].flatMap((i) => [i - 1, i + 1]))].filter(
    (i) => lines[i] && !chosen.has(i) && sectionIn(lines[i]!) !== null,
  )
  // beside the number or the date, not beside the names, where the first column head stands
  const bearsMast = (i: number) =>
    chosen.has(i) &&
    (tellsADay(lines[i]!) || mastOf([lines[i]!]).tokens.some((token) => token.kind === 'number'))
  const known = beside.filter((i) => {
    const section = sectionIn(lines[i]!)!
    const columnHead =
      isSectionName(section) && section.length > 2 && !/(?:周刊|副刊|新闻|观察)$/u.test(section)
    return isSectionLike(section) && !columnHead && (bearsMast(i - 1) || bearsMast(i + 1))
  })
  const enclosed = beside.filter((i) => {
    const closed = (i === 0 || chosen.has(i - 1)) && (i === lines.length - 1 || chosen.has(i + 1))
    return closed && sectionIn(lines[i]!)!.length <= 5
  })
  const choices = known.length > 0 ? known : hasNumber ? enclosed : []
  if (choices.length === 1) chosen.add(choices[0]!)
}

function sectionIn(line: FolioLine): string | null {
  if (line.text.length > 40) return null
  const { tokens } = mastOf([line])
  const [only] = tokens
  return tokens.length === 1 && only!.kind === 'word' && /^[\p{Script=Han}·、/]{2,8}$/u.test(only!.value)
    ? only!.value
    : null
}

/** The paper's name by itself: near the folio, or the only one of the page. */
function addPaperName(lines: readonly FolioLine[], chosen: Set<number>): void {
  const near = (i: number, gap: number) => [...chosen].some((other) => Math.abs(other - i) <= gap)
  const nameOf = (line: FolioLine) => (countOf(line.text.text) > 20 ? '' : squash(mastOf([line]).text.text))
  const papers = indicesOf(
    lines,
    (line, i) => !chosen.has(i) && /[报刊]/u.test(line.text.text) && isSurelyPaper(nameOf(line)),
  )
  const others = indicesOf(lines, (line, i) => {
    if (chosen.has(i) || !near(i, 1)) return false
    const name = nameOf(line)
    return name.length === 4 && mayBePaperName(name)
  })
  for (const i of [...papers.filter((each) => papers.length === 1 || near(each, 2)), ...others]) chosen.add(i)
}
