/** How high the rows of the source list are, so that only those in sight need be drawn. */
import type { ListRow } from './fold-rows.ts'

const ROW_PX = 25
const WRAPPED_PX = 22
const EM_PX = 14
/** A line of the dump may be a whole paragraph; the rest of a longer one is cut off. */
const MOST_LINES = 12

export interface RowHeights {
  /** Where each row begins, and behind the last one where the list ends. */
  tops: Float64Array
  /** How many lines of text each row has. */
  lines: Uint8Array
}

/** `widthOf` gives a character's width in em; `widthPx` is the room for a row's text and its tag of `tagPx`. */
export function rowHeights(
  list: readonly ListRow[],
  widthPx: number,
  widthOf: (character: string) => number,
  tagPx: (row: ListRow) => number,
): RowHeights {
  const tops = new Float64Array(list.length + 1)
  const lines = new Uint8Array(list.length)
  list.forEach((row, index) => {
    const text = row.kind === 'line' ? row.row.text.trimEnd() : ''
    const roomEm = Math.max(8, (widthPx - tagPx(row)) / EM_PX)
    // Even if all of it were Han it would fit: most lines need no measuring.
    const wrapped = text.length <= roomEm ? 1 : Math.ceil(textEm(text, widthOf) / roomEm)
    lines[index] = Math.min(MOST_LINES, Math.max(1, wrapped))
    tops[index + 1] = tops[index]! + ROW_PX + (lines[index]! - 1) * WRAPPED_PX
  })
  return { tops, lines }
}

export function textEm(text: string, widthOf: (character: string) => number): number {
  let em = 0
  for (const character of text) em += widthOf(character)
  return em
}

/** The rows that a stretch of the list shows, `to` exclusive. */
export function rowsBetween(tops: Float64Array, top: number, bottom: number): [from: number, to: number] {
  const count = tops.length - 1
  return [Math.max(0, firstAfter(tops, top) - 1), Math.min(count, firstAfter(tops, bottom))]
}

function firstAfter(tops: Float64Array, y: number): number {
  let low = 0
  let high = tops.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (tops[middle]! <= y) low = middle + 1
    else high = middle
  }
  return low
}
