/** Moving the selection in the source by keys. */
import { app } from '../state/app-state.ts'
import { selectText, setReview, toggleFold } from '../state/reviewing.ts'
import { type ListRow, linesOfRow, rowOfLine } from './fold-rows.ts'
import type { ReviewModel } from './review-model.ts'
import { selectLine, selectLines, selectStretch, stepCharacter, stepPiece } from './text-selection.ts'

export interface SourceKey {
  code: string
  shiftKey: boolean
  ctrlKey: boolean
  altKey: boolean
  metaKey: boolean
}

/** False when the key means nothing here. `pageRows` is how many rows are in sight. */
export function pressInSource(
  key: SourceKey,
  model: ReviewModel,
  list: readonly ListRow[],
  pageRows: number,
): boolean {
  const { code, shiftKey, ctrlKey, altKey, metaKey } = key
  if (altKey || metaKey || list.length === 0) return false
  if (ctrlKey)
    return (
      (code === 'Home' || code === 'End') &&
      goTo(model, list, code === 'Home' ? 0 : list.length - 1, shiftKey)
    )
  const { selection } = app.get().review
  const at = selection ? rowOfLine(list, selection.head.line) : -1
  const go = (index: number) => goTo(model, list, Math.max(0, Math.min(list.length - 1, index)), shiftKey)
  switch (code) {
    case 'ArrowDown':
      return go(at + 1)
    case 'ArrowUp':
      return go(at < 0 ? 0 : at - 1)
    case 'PageDown':
      return go(at + pageRows)
    case 'PageUp':
      return go(at - pageRows)
    case 'ArrowLeft':
    case 'ArrowRight':
      return stepInLine(model, list[at], code === 'ArrowRight' ? 1 : -1, shiftKey)
    case 'Home':
    case 'End':
      return toLineEnd(model, list[at], code === 'End', shiftKey)
    case 'Enter':
    case 'Space':
      return openFold(list[at])
    default:
      return false
  }
}

function goTo(model: ReviewModel, list: readonly ListRow[], index: number, extend: boolean): boolean {
  const row = list[index]
  if (!row) return false
  const { selection, reveal } = app.get().review
  const [from, to] = linesOfRow(row)
  const anchor = extend && selection ? selection.anchor.line : undefined
  const single = row.kind === 'line' ? selectLine(row.row) : selectLines(model.rows, from, to)
  selectText(anchor === undefined ? single : selectLines(model.rows, anchor, anchor <= from ? to : from))
  setReview({ reveal: reveal + 1 })
  return true
}

function stepInLine(model: ReviewModel, row: ListRow | undefined, step: 1 | -1, extend: boolean): boolean {
  const { selection } = app.get().review
  if (row?.kind === 'fold') {
    if (step > 0) toggleFold(row.from, row.to)
    return true
  }
  if (!selection || row?.kind !== 'line') return false
  const line = model.rows[selection.head.line - 1]
  if (!line) return false
  selectText(extend ? stepCharacter(line.text, selection, step) : stepPiece(line, selection, step))
  return true
}

function toLineEnd(model: ReviewModel, row: ListRow | undefined, end: boolean, extend: boolean): boolean {
  const { selection } = app.get().review
  if (!selection || row?.kind !== 'line') return false
  const text = model.rows[selection.head.line - 1]?.text ?? ''
  const at = end ? text.trimEnd().length : text.length - text.trimStart().length
  const anchor = extend && !selection.whole ? selection.anchor.at : at
  selectText(selectStretch(selection.head.line, anchor, at))
  return true
}

/** Opens the run that the row folds, or closes the one that it stands in. */
function openFold(row: ListRow | undefined): boolean {
  const fold = row?.kind === 'fold' ? row : row?.kind === 'line' ? row.fold : undefined
  if (!fold) return false
  toggleFold(fold.from, fold.to)
  return true
}
