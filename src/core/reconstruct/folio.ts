import { AnnotatedText } from './annotated-text.ts'
import { countOf, squash } from './characters.ts'
import { isSurelyDoubled, undouble } from './doubling.ts'
import { isPageNumber, isPaperName, readFolioFields, readsAsFolio } from './folio-fields.ts'
import { isLetterSpaced } from './printed-lines.ts'
import type { PageFields } from './types.ts'

export interface Folio {
  page: PageFields
  furniture: { text: AnnotatedText; rule: 'folio' | 'paper-name' }[]
  shadows: AnnotatedText[]
  /** The lines that are not the folio's. */
  rest: AnnotatedText[]
}

/** Folio lines stand together, with at most this many other lines between. */
const MAX_GAP = 4
const MAX_GROWTH = 6

/**
 * Takes the folio out of a page's lines, before anything else: its short lines would become heads.
 *
 * Lines that can be nothing else (a date, `编辑：…`, an e-mail) are the seeds; they take in the short lines
 * beside them that read as section, page number or paper's name, at the top of the dump or the bottom.
 */
export function takeFolio(lines: readonly AnnotatedText[]): Folio {
  const blocks = mergeBlocks(seedBlocks(lines).map((block) => growBlock(lines, block)))
  const inFolio = new Set<number>()
  const parts: AnnotatedText[] = []
  const shadows: AnnotatedText[] = []
  for (const { first, last } of blocks) {
    const block = lines.slice(first, last + 1)
    block.forEach((_, i) => {
      inFolio.add(first + i)
    })
    const single = undoubleBlock(block)
    parts.push(...single.lines)
    shadows.push(...single.shadows)
  }
  const { page, paperNames } = readFolioFields(AnnotatedText.join(parts, '   '))
  const named = new Set(paperNames.flatMap((name) => name.places))
  const folioText = parts.map((part) => part.filter((_, i) => !named.has(part.places[i]!)).trim())
  return {
    page,
    furniture: [
      ...folioText.filter((text) => text.length > 0).map((text) => ({ text, rule: 'folio' as const })),
      ...paperNames.map((text) => ({ text, rule: 'paper-name' as const })),
    ],
    shadows,
    rest: lines.filter((_, i) => !inFolio.has(i)),
  }
}

interface Block {
  first: number
  last: number
}

function seedBlocks(lines: readonly AnnotatedText[]): Block[] {
  const blocks: Block[] = []
  lines.forEach((line, i) => {
    if (line.length > 140 || !readsAsFolio(singleTokens(line).text.text)) return
    const block = blocks.at(-1)
    if (block && i - block.last <= MAX_GAP) block.last = i
    else blocks.push({ first: i, last: i })
  })
  return blocks
}

/** Blocks grow towards each other and may meet. */
function mergeBlocks(blocks: readonly Block[]): Block[] {
  const merged: Block[] = []
  for (const block of blocks) {
    const before = merged.at(-1)
    if (before && block.first <= before.last) before.last = Math.max(before.last, block.last)
    else merged.push({ ...block })
  }
  return merged
}

function growBlock(lines: readonly AnnotatedText[], seeds: Block): Block {
  const textOf = (i: number) => lines[i]?.text ?? ''
  const isShort = (i: number) => i >= 0 && i < lines.length && isShortLine(textOf(i))
  const fits = (i: number) => isShort(i) && (isPageNumber(textOf(i)) || isPaperName(textOf(i)))
  let { first, last } = seeds
  const above = Array.from({ length: first }, (_, i) => i)
  if (first <= MAX_GROWTH && above.every(isShort)) first = 0
  while (seeds.first - first < MAX_GROWTH) {
    if (fits(first - 1) || (isShort(first - 1) && overlap(textOf(first - 1), textOf(first)) > 0)) first -= 1
    else break
  }
  while (last - seeds.last < MAX_GROWTH) {
    if (fits(last + 1) || (isShort(last + 1) && overlap(textOf(last), textOf(last + 1)) > 0)) last += 1
    else break
  }
  const found = lines.slice(first, last + 1)
  return found.some((line) => readFolioFields(line).page.number)
    ? { first, last }
    : findNumber(lines, first, last)
}

/** A folio without a page number takes the short lines below or above it that read as one with a section. */
function findNumber(lines: readonly AnnotatedText[], first: number, last: number): Block {
  const reads = (from: number, to: number) => {
    const window = lines.slice(from, to + 1)
    if (from < 0 || window.length <= to - from || !window.every((line) => isShortLine(line.text)))
      return false
    const text = squash(
      undoubleBlock(window)
        .lines.map((line) => line.text)
        .join(''),
    )
    return /^(?:第?[A-Z]?\d{1,3}版?[\p{Script=Han}·]{2,8}|[\p{Script=Han}·]{2,8}第?[A-Z]?\d{1,3}版?|第?[A-Z]?\d{1,3}版?)$/u.test(
      text,
    )
  }
  const sizes = [7, 6, 5, 4, 3, 2, 1]
  const below = sizes.find((size) => reads(last + 1, last + size))
  if (below) return { first, last: last + below }
  const above = sizes.find((size) => reads(first - size, first - 1))
  return { first: first - (above ?? 0), last }
}

function isShortLine(text: string): boolean {
  return (
    text.length <= 40 && countOf(text) <= 14 && !/[，。；！？“”（）]/u.test(text) && !isLetterSpaced(text)
  )
}

/** How many characters the end of one line and the start of the next have in common. */
function overlap(line: string, next: string): number {
  const a = squash(line)
  const b = squash(next)
  for (let size = Math.min(a.length, b.length, 12); size >= 1; size--) {
    if (b.startsWith(a.slice(-size)) && (size >= 2 || a.length === 1 || b.length === 1)) return size
  }
  return 0
}

/** Undoes doubling in the lines of a folio, token by token and from line to line. */
function undoubleBlock(lines: readonly AnnotatedText[]): {
  lines: AnnotatedText[]
  shadows: AnnotatedText[]
} {
  if (!showsDoubling(lines)) return { lines: [...lines], shadows: [] }
  const out: AnnotatedText[] = []
  const shadows: AnnotatedText[] = []
  let piece = ''
  for (const line of lines) {
    const { text, shadow } = singleTokens(line)
    const size = overlap(piece, text.text)
    const split = endOfCharacters(text.text, size)
    const rest = text.slice(split)
    shadows.push(shadow, text.slice(0, split))
    // lines that overlap were one line of type: 综合新闻 / 综合新闻10
    if (size > 0) out.push(AnnotatedText.join([out.pop()!, rest]))
    else out.push(rest)
    piece = rest.text
  }
  return { lines: out, shadows: shadows.filter((shadow) => shadow.length > 0) }
}

/** `99` is page 9 only if something else in the folio is doubled; digits alone prove nothing. */
function showsDoubling(lines: readonly AnnotatedText[]): boolean {
  const hasWord = (text: string) => /\p{Script=Han}{2}/u.test(text)
  return lines.some((line, i) => {
    const next = lines[i + 1]?.text ?? ''
    const shared = overlap(line.text, next)
    if (shared >= 2 && hasWord(squash(next).slice(0, shared))) return true
    return /(\p{Script=Han}{2,6})\1/u.test(line.text)
  })
}

/** The line with each doubled token, or doubled start or end of a token, taken once. */
function singleTokens(line: AnnotatedText): { text: AnnotatedText; shadow: AnnotatedText } {
  const tokens: AnnotatedText[] = []
  const shadows: AnnotatedText[] = []
  for (const match of line.text.matchAll(/\S+/gu)) {
    const token = line.slice(match.index, match.index + match[0].length)
    const { before, twice, after } = doubledPart(token)
    if (before.length > 0) tokens.push(before)
    if (twice) {
      tokens.push(twice.text)
      shadows.push(twice.shadow)
    }
    if (after.length > 0) tokens.push(after)
  }
  return { text: AnnotatedText.join(tokens, ' '), shadow: AnnotatedText.join(shadows) }
}

function doubledPart(token: AnnotatedText) {
  const none = AnnotatedText.empty
  const whole = undouble(token)
  if (whole) return { before: none, twice: whole, after: none }
  for (let i = 1; i < token.length - 1 && /(.+)\1$/u.test(token.text); i++) {
    const end = undouble(token.slice(i))
    if (end && end.text.length >= 2) return { before: token.slice(0, i), twice: end, after: none }
  }
  for (let i = token.length - 1; i > 1 && /^(.+)\1/u.test(token.text); i--) {
    const start = undouble(token.slice(0, i))
    const usable = start && isSurelyDoubled(start) && !/^\d+$/.test(start.text.text)
    if (usable) return { before: none, twice: start, after: token.slice(i) }
  }
  return { before: token, twice: null, after: none }
}

/** The offset after the first `size` characters that are no blanks. */
function endOfCharacters(text: string, size: number): number {
  let end = 0
  for (let left = size; left > 0; end++) if (!/\s/u.test(text[end]!)) left -= 1
  return end
}
