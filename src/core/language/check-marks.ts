/**
 * Proofreading: what is wrong in a text by the rules of marks and numbers that newsrooms go by. It says nothing
 * about words, and nothing where a house may choose.
 */
import { type Finding, matchRules, type ProofRule } from './proof/finding.ts'
import { checkHalfWidthBrackets } from './proof/half-width-brackets.ts'
import { MARK_RULES } from './proof/mark-rules.ts'
import { NUMBER_RULES } from './proof/number-rules.ts'
import { checkPairs } from './proof/pairs.ts'
import { checkStraightQuotes } from './proof/straight-quotes.ts'

export type { Finding, ProofRule }

const RULES = [...MARK_RULES, ...NUMBER_RULES]

/** Addresses have marks of their own. */
const ADDRESS = /(?:https?:\/\/|www\.)[\x21-\x7e]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g

/** What is wrong in one paragraph, in order, without overlaps. Offsets are UTF-16. */
export const checkMarks = (text: string): Finding[] => checkStoryMarks([text])[0]!

/** The same for the paragraphs of a story: a quotation may run over several of them. */
export function checkStoryMarks(paragraphs: readonly string[]): Finding[][] {
  const pairs = checkPairs(paragraphs)
  return paragraphs.map((text, index) => {
    return inOrder([...pairs[index]!, ...findingsIn(text)], addresses(text))
  })
}

/** A page has some hundred paragraphs, and typing changes one of them at a time. */
const MOST_KNOWN = 2000
const known = new Map<string, readonly Finding[]>()

/** What a paragraph's text says by itself. */
function findingsIn(text: string): readonly Finding[] {
  const before = known.get(text)
  if (before) return before
  if (known.size >= MOST_KNOWN) known.clear()
  const found = [...checkStraightQuotes(text), ...checkHalfWidthBrackets(text), ...matchRules(text, RULES)]
  known.set(text, found)
  return found
}

/** The text with every certain fix made; a fix may uncover another fault. */
export function fixMarks(text: string, found: readonly Finding[]): string {
  let fixed = text
  for (const { start, end, fix } of found.toReversed()) {
    if (fix !== undefined) fixed = fixed.slice(0, start) + fix + fixed.slice(end)
  }
  return fixed
}

/** By place; of two findings about the same characters the first said stands. */
function inOrder(found: readonly Finding[], taken: [number, number][]): Finding[] {
  const kept: Finding[] = []
  for (const each of found) {
    if (taken.some(([start, end]) => each.start < end && each.end > start)) continue
    taken.push([each.start, each.end])
    kept.push(each)
  }
  return kept.sort((a, b) => a.start - b.start)
}

const addresses = (text: string): [number, number][] =>
  [...text.matchAll(ADDRESS)].map(({ 0: address, index }) => [index, index + address.length])
