/** Quotation marks and brackets that go together, over the paragraphs of a story (GB/T 15834—2011, 4.8 and 4.9). */
import type { Finding } from './finding.ts'

const CLOSES: Readonly<Record<string, string>> = {
  '“': '”',
  '‘': '’',
  '（': '）',
  '(': '）',
  '《': '》',
  '〈': '〉',
  '【': '】',
  '〔': '〕',
  '「': '」',
  '『': '』',
  '［': '］',
  '[': '］',
}
/** Half-width brackets go with full-width ones: their width is another rule's matter. */
const SAME: Readonly<Record<string, string>> = { ')': '）', ']': '］' }
const CLOSING = new Set([...Object.values(CLOSES), ...Object.keys(SAME)])

/** What stands inside a mark of its own kind: ‘’ in “”, 〈〉 in 《》. */
const INSIDE: Readonly<Record<string, readonly [string, string]>> = { '“': ['‘', '’'], '《': ['〈', '〉'] }

interface Place {
  paragraph: number
  at: number
}

interface Pair {
  mark: string
  open: Place
  close?: Place
  /** The pair that it stands in. */
  outer?: Pair
  /** Paragraphs that it runs through without being opened anew. */
  notRepeated: number[]
}

/** Findings by paragraph. */
type Found = Finding[][]

/**
 * Marks without their other half, quotations of several paragraphs whose later paragraphs do not begin with “,
 * and quotations inside a quotation by the same marks.
 */
export function checkPairs(paragraphs: readonly string[]): Found {
  const found: Found = paragraphs.map(() => [])
  const pairs: Pair[] = []
  let carried: Pair[] = []
  for (const [index, text] of paragraphs.entries())
    carried = readParagraph(text, index, carried, pairs, found)
  for (const pair of carried) unmatched(found, pair.open)
  for (const pair of pairs) judgePair(pair, paragraphs, found)
  return found.map((each, index) => reversed(each, paragraphs[index]!))
}

/** Reads one paragraph; returns the quotations that are still open at its end. */
function readParagraph(
  text: string,
  paragraph: number,
  carried: Pair[],
  pairs: Pair[],
  found: Found,
): Pair[] {
  const stack = carryOver(text, paragraph, carried, found)
  const from = stack.length > 0 && stack[0]!.mark === text.trimStart()[0] ? text.search(/\S/u) + 1 : 0
  for (let at = from; at < text.length; at++) {
    const mark = text[at]!
    if (isApostrophe(text, at) || closesNumber(text, at)) continue
    const close = SAME[mark] ?? mark
    if (CLOSES[mark]) {
      const pair: Pair = { mark, open: { paragraph, at }, notRepeated: [], ...enclosing(stack, mark) }
      stack.push(pair)
      pairs.push(pair)
    } else if (CLOSING.has(mark)) closePair(close, { paragraph, at }, stack, found)
  }
  for (const pair of stack) if (!isQuote(pair.mark)) unmatched(found, pair.open)
  return stack.filter(({ mark }) => isQuote(mark))
}

const isQuote = (mark: string): boolean => mark === '“' || mark === '「'

/** The nearest open pair of the same mark. */
function enclosing(stack: readonly Pair[], mark: string): { outer?: Pair } {
  const outer = stack.findLast((pair) => pair.mark === mark || pair.mark === INSIDE[mark]?.[0])
  return outer?.mark === mark ? { outer } : {}
}

/**
 * Which open quotations go on in this paragraph: those that it opens anew, and those that it closes. Where its own
 * marks are complete without them, they were never closed.
 */
function carryOver(text: string, paragraph: number, carried: Pair[], found: Found): Pair[] {
  return carried.filter((pair) => {
    if (text.trimStart().startsWith(pair.mark)) return true
    if (!closesMore(text, pair.mark)) {
      unmatched(found, pair.open)
      return false
    }
    pair.notRepeated.push(paragraph)
    return true
  })
}

function closesMore(text: string, mark: string): boolean {
  let open = 0
  for (const character of text) {
    if (character === mark) open += 1
    if (character === CLOSES[mark]) open -= 1
    if (open < 0) return true
  }
  return false
}

function closePair(close: string, place: Place, stack: Pair[], found: Found): void {
  const at = stack.findLastIndex(({ mark }) => CLOSES[mark] === close)
  if (at < 0) {
    unmatched(found, place)
    return
  }
  // what was opened inside and not closed
  for (const pair of stack.splice(at + 1)) unmatched(found, pair.open)
  stack.pop()!.close = place
}

function judgePair(pair: Pair, paragraphs: readonly string[], found: Found): void {
  if (!pair.close) return
  for (const paragraph of pair.notRepeated) {
    const first = paragraphs[paragraph]![0]!
    found[paragraph]!.push({ start: 0, end: 1, rule: 'quote-goes-on', fix: `${pair.mark}${first}` })
  }
  const inside = INSIDE[pair.mark]
  // deeper than two the marks change back again
  if (!inside || !pair.outer?.close || pair.outer.outer) return
  for (const [place, fix] of [
    [pair.open, inside[0]],
    [pair.close, inside[1]],
  ] as const) {
    found[place.paragraph]!.push({ start: place.at, end: place.at + 1, rule: 'nested-quotes', fix })
  }
}

const unmatched = (found: Found, { paragraph, at }: Place): void => {
  found[paragraph]!.push({ start: at, end: at + 1, rule: 'unmatched-mark' })
}

/** A closing mark without its other half, and an opening one after it: ”…“ was meant as “…”. */
function reversed(found: Finding[], text: string): Finding[] {
  const of = (mark: string) =>
    found.find((each) => each.rule === 'unmatched-mark' && text[each.start] === mark)
  const [close, open] = [of('”'), of('“')]
  if (!close || !open || close.start > open.start) return found
  return found.map((each) => {
    if (each === close) return { ...each, rule: 'reversed-quotes', fix: '“' }
    return each === open ? { ...each, rule: 'reversed-quotes', fix: '”' } : each
  })
}

const isApostrophe = (text: string, at: number): boolean =>
  text[at] === '’' &&
  /[A-Za-z]/.test(text[at - 1] ?? '') &&
  (/[A-Za-z]/.test(text[at + 1] ?? '') || !text.slice(0, at).includes('‘'))

/** `1）` at a paragraph's start is the number of an item. */
const closesNumber = (text: string, at: number): boolean =>
  /^[)）]$/.test(text[at]!) && /^\s*[\da-zA-Z一二三四五六七八九十①-⑳]{1,3}$/u.test(text.slice(0, at))
