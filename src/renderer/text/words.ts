/** Words and characters as the caret goes over them: Chinese words too, by the dictionary of the platform. */

const words = new Intl.Segmenter('zh', { granularity: 'word' })
const characters = new Intl.Segmenter('zh', { granularity: 'grapheme' })

/** Where the word at an offset begins and ends; blank space and marks are words of their own. */
export function wordAt(text: string, offset: number): { start: number; end: number } {
  if (text === '') return { start: 0, end: 0 }
  // Behind the last character the last word is meant.
  const { segment, index } = words
    .segment(text)
    .containing(Math.min(Math.max(offset, 0), text.length - 1)) as Intl.SegmentData
  return { start: index, end: index + segment.length }
}

/** The next border of a word right of the offset, past blank space behind it; the text's end at most. */
export function wordAfter(text: string, offset: number): number {
  for (const { index, segment } of words.segment(text)) {
    const end = index + segment.length
    if (end <= offset) continue
    return end + blankAfter(text, end)
  }
  return text.length
}

const blankAfter = (text: string, at: number): number => /^[^\S\n]*/.exec(text.slice(at))?.[0].length ?? 0

/** The start of the word left of the offset. */
export function wordBefore(text: string, offset: number): number {
  let start = 0
  for (const { index, segment } of words.segment(text)) {
    if (index >= offset) break
    if (segment.trim() !== '') start = index
  }
  return start
}

/** A character with all that belongs to it is never parted. */
export function characterAfter(text: string, offset: number): number {
  if (offset >= text.length) return text.length
  const found = characters.segment(text).containing(offset)
  return found ? found.index + found.segment.length : text.length
}

export function characterBefore(text: string, offset: number): number {
  if (offset <= 0) return 0
  return characters.segment(text).containing(offset - 1)?.index ?? 0
}
