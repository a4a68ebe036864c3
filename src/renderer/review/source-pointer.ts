/** Selecting in the source with the pointer: a click takes a line or a piece, a drag a stretch or lines. */
import { app } from '../state/app-state.ts'
import { selectText } from '../state/reviewing.ts'
import type { ReviewModel } from './review-model.ts'
import { isBlank, isLight, type SourceRow } from './source-rows.ts'
import { covers, selectLine, selectLines, selectStretch } from './text-selection.ts'

interface Hit {
  row: SourceRow
  /** The last line that the row stands for: of a fold. */
  to: number
  at: number
}

let began: Hit | null = null

/** Begins a selection at the pointer; true when it may go on as a drag. */
export function pressAt(model: ReviewModel, x: number, y: number, extend: boolean): boolean {
  const hit = hitAt(model, x, y)
  if (!hit) return false
  const { selection } = app.get().review
  if (extend && selection) {
    const anchor = selection.anchor.line
    selectText(selectLines(model.rows, anchor, anchor <= hit.row.line ? hit.to : hit.row.line))
    return false
  }
  began = hit
  selectText(clicked(model, hit))
  return true
}

export function dragTo(model: ReviewModel, x: number, y: number): void {
  const hit = began && hitAt(model, x, y)
  if (!began || !hit) return
  if (hit.row.line !== began.row.line) {
    const down = hit.row.line > began.row.line
    selectText(selectLines(model.rows, down ? began.row.line : began.to, down ? hit.to : hit.row.line))
  } else if (hit.at !== began.at && hit.to === hit.row.line) {
    selectText(selectStretch(hit.row.line, began.at, hit.at))
  }
}

export const endDrag = (): void => {
  began = null
}

/** For the menu: what is under the pointer is selected unless it already is. */
export function pressForMenu(model: ReviewModel, x: number, y: number): boolean {
  const hit = hitAt(model, x, y)
  if (!hit) return false
  const spans = app.get().review.selection?.spans ?? []
  if (!covers(spans, hit.row.line, hit.at, hit.at + 1)) selectText(clicked(model, hit))
  return true
}

function clicked(model: ReviewModel, { row, to, at }: Hit) {
  if (to > row.line) return selectLines(model.rows, row.line, to)
  const heavy = row.pieces.filter(({ owner }) => !isLight(owner))
  if (new Set(heavy.map(({ owner }) => owner)).size < 2) return selectLine(row)
  const piece = row.pieces.find(({ start, end }) => at >= start && at < end)
  const text = piece && row.text.slice(piece.start, piece.end)
  if (!piece || !text || isBlank(text)) return selectLine(row)
  const start = piece.start + text.length - text.trimStart().length
  return selectStretch(row.line, start, start + text.trim().length)
}

function hitAt(model: ReviewModel, x: number, y: number): Hit | null {
  const element = document.elementFromPoint(x, y)
  const view = element?.closest<HTMLElement>('.src-row')
  const row = model.rows[Number(view?.dataset.line) - 1]
  if (!view || !row) return null
  const to = Number(view.dataset.to ?? row.line)
  return { row, to, at: offsetAt(x, y) ?? (element?.closest('.src-tag') ? row.text.length : 0) }
}

/** The character of the line under the pointer. */
function offsetAt(x: number, y: number): number | undefined {
  const caret = document.caretPositionFromPoint(x, y)
  const part = caret?.offsetNode.parentElement?.closest<HTMLElement>('[data-start]')
  if (!caret || !part) return undefined
  let before = 0
  for (const node of part.childNodes) {
    if (node === caret.offsetNode) return Number(part.dataset.start) + before + caret.offset
    before += node.textContent?.length ?? 0
  }
  return undefined
}
