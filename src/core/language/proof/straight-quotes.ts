import type { Finding } from './finding.ts'

const CURLY: Readonly<Record<string, readonly [string, string]>> = { '"': ['“', '”'], "'": ['‘', '’'] }

/** Typewriter quotation marks, each with the mark that its turn makes it; apostrophes, feet and inches stand. */
export function checkStraightQuotes(text: string): Finding[] {
  const found: Finding[] = []
  const open: Record<string, boolean> = {}
  for (const { 0: mark, index } of text.matchAll(/["']/g)) {
    const before = text[index - 1] ?? ''
    if (/\d/.test(before) && !open[mark]) continue
    if (mark === "'" && /[A-Za-z]/.test(before) && !open[mark]) continue
    const fix = CURLY[mark]![open[mark] ? 1 : 0]
    open[mark] = !open[mark]
    found.push({ start: index, end: index + 1, rule: 'straight-quote', fix })
  }
  return found
}
