/**
 * What is selected in the source: whole lines, or a stretch of one. Held as places, so that it stays when the
 * page is made anew.
 */
import type { Place } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { isBlank, isLight, type Owner, type SourceRow } from './source-rows.ts'

export interface TextSelection {
  /** In the order of the source; a span without length is a caret. */
  spans: readonly Span[]
  /** Where it began and where it goes on from. */
  anchor: Place
  head: Place
  /** Whole lines: up and down extend it. */
  whole: boolean
}

export function selectLines(rows: readonly SourceRow[], from: number, to: number): TextSelection {
  const [first, last] = from <= to ? [from, to] : [to, from]
  const spans = rows
    .slice(first - 1, last)
    .flatMap(({ line, text }): Span[] => (isBlank(text) ? [] : [{ line, start: 0, end: text.length }]))
  return { spans, anchor: { line: from, at: 0 }, head: { line: to, at: 0 }, whole: true }
}

/** From one place of a line to another; the same place twice is a caret. */
export const selectStretch = (line: number, anchor: number, head: number): TextSelection => ({
  spans: [{ line, start: Math.min(anchor, head), end: Math.max(anchor, head) }],
  anchor: { line, at: anchor },
  head: { line, at: head },
  whole: false,
})

/** All text of a part or of an article. */
export function selectSpans(spans: readonly Span[]): TextSelection | null {
  const sorted = [...spans].sort((a, b) => a.line - b.line || a.start - b.start)
  const [first] = sorted
  if (!first) return null
  const place = { line: first.line, at: first.start }
  return { spans: sorted, anchor: place, head: place, whole: false }
}

/** The piece left or right of where the selection stands; from whole lines into the line's first or last piece. */
export function stepPiece(row: SourceRow, selection: TextSelection, step: 1 | -1): TextSelection | null {
  const pieces = row.pieces.filter(({ start, end }) => !isBlank(row.text.slice(start, end)))
  if (pieces.length === 0) return null
  const at = selection.whole
    ? -1
    : pieces.findIndex(({ start, end }) => selection.anchor.at >= start && selection.anchor.at < end)
  const next = at < 0 ? (step > 0 ? 0 : pieces.length - 1) : at + step
  const piece = pieces[next]
  // Past the line's ends the whole line is selected again.
  return piece ? selectStretch(row.line, ...trimmed(row.text, piece)) : selectLine(row)
}

export function selectLine({ line, text }: SourceRow): TextSelection {
  const place = { line, at: 0 }
  return { spans: [{ line, start: 0, end: text.length }], anchor: place, head: place, whole: true }
}

/** A character more or less at the end that moves, whole characters only. */
export function stepCharacter(text: string, selection: TextSelection, step: 1 | -1): TextSelection {
  const { anchor, head } = selection
  if (selection.whole) {
    // From a whole line the far end moves in.
    const [from, to] = trimmed(text, { start: 0, end: text.length })
    return step < 0
      ? selectStretch(head.line, from, stepOver(text, to, -1))
      : selectStretch(head.line, to, stepOver(text, from, 1))
  }
  return selectStretch(anchor.line, anchor.at, stepOver(text, head.at, step))
}

function stepOver(text: string, at: number, step: 1 | -1): number {
  if (step > 0) return at >= text.length ? at : at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1)
  const before = text.charCodeAt(at - 1)
  return at <= 0 ? 0 : at - (before >= 0xdc00 && before <= 0xdfff ? 2 : 1)
}

/** Without the blanks at both ends. */
function trimmed(text: string, { start, end }: { start: number; end: number }): [start: number, end: number] {
  const part = text.slice(start, end)
  const before = part.length - part.trimStart().length
  return [start + before, start + part.trimEnd().length]
}

/** A stretch of one line, cut at the borders of pieces and of the selection. */
export interface SelectedPiece extends Span {
  owner?: Owner
}

/** The pieces that the selection covers, cut to it. */
export function selectedPieces(rows: readonly SourceRow[], spans: readonly Span[]): SelectedPiece[] {
  return spans.flatMap(({ line, start, end }) => {
    const row = rows[line - 1]
    return (row?.pieces ?? []).flatMap((piece): SelectedPiece[] => {
      const from = Math.max(start, piece.start)
      const to = Math.min(end, piece.end)
      if (to <= from) return []
      const [a, b] = trimmed(row!.text, { start: from, end: to })
      return b > a ? [{ line, start: a, end: b, owner: piece.owner }] : []
    })
  })
}

/** Second copies and marks go along only when nothing else is selected. */
export function weighty(pieces: readonly SelectedPiece[]): SelectedPiece[] {
  const heavy = pieces.filter(({ owner }) => !isLight(owner))
  return heavy.length > 0 ? heavy : [...pieces]
}

export const covers = (spans: readonly Span[], line: number, start: number, end: number): boolean =>
  spans.some((span) => span.line === line && span.start < end && span.end > start)
