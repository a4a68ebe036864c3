/** Whether the page's characters are all there, and none too often. */
import { harmonic } from './counts.ts'
import { allTextOf, flat, PAGE_FIELDS, type PageText } from './page-text.ts'

export interface KeptText {
  precision: number
  recall: number
  f1: number
}

/**
 * Counts characters, wherever they stand: in articles or unplaced. `furniture` are the texts of the folio, which
 * may be found or not.
 */
export function keptText(gold: PageText, found: PageText, furniture: readonly string[]): KeptText {
  const needed = countCharacters(gold.articles.map(allTextOf).join(''))
  const unplaced = (found.unplaced ?? []).map(({ text }) => flat(text))
  const there = countCharacters([...found.articles.map(allTextOf), ...unplaced].join(''))
  const folio = PAGE_FIELDS.map((field) => flat(gold.page[field]))
  const allowed = countCharacters([...furniture.map(flat), ...folio].join(''))
  const count = (counts: Map<string, number>, character: string) => counts.get(character) ?? 0
  const kept = sum(needed, (character, times) => Math.min(times, count(there, character)))
  const extra = sum(there, (character, times) =>
    Math.max(0, times - count(needed, character) - count(allowed, character)),
  )
  const [all, total] = [needed, there].map((counts) => sum(counts, (_, times) => times))
  const recall = all ? kept / all : 1
  const precision = total ? 1 - extra / total : 0
  return { precision, recall, f1: harmonic(precision, recall) }
}

function countCharacters(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  return counts
}

const sum = (counts: Map<string, number>, value: (character: string, times: number) => number): number =>
  [...counts].reduce((total, [character, times]) => total + value(character, times), 0)
