import type { Paragraph } from '../doc/schema.ts'

/**
 * The offsets in the paragraph's text at which its printed lines end, or null when the lines, blanks left
 * out, are not the text.
 */
export function printedEnds(paragraph: Paragraph, lines: readonly string[]): number[] | null {
  const text = paragraph.runs.map((run) => run.text).join('')
  const ends: number[] = []
  let at = 0
  for (const line of lines) {
    for (const character of line.replace(/\s/gu, '')) {
      while (/\s/u.test(text[at] ?? '')) at++
      if (!text.startsWith(character, at)) return null
      at += character.length
    }
    ends.push(at)
  }
  return text.slice(at).trim() === '' ? ends : null
}
