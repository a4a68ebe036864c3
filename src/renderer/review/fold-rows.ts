/** Which rows the source list has: hidden matter left out, blank lines and long runs of body folded. */
import type { SourceRow } from './source-rows.ts'

export type ListRow =
  /** `fold` is the opened run that the line is in; `label` says whether its role is worth repeating. */
  | { kind: 'line'; row: SourceRow; label: boolean; fold?: Run }
  | ({ kind: 'fold'; lines: number; article?: string } & Run)
  | ({ kind: 'blank' } & Run)

/** The first and the last line. */
export interface Run {
  from: number
  to: number
}

export interface RowSwitches {
  shadows: boolean
  furniture: boolean
  blanks: boolean
  fold: boolean
}

/** A shorter run of body is not worth a fold. */
const SHORTEST_FOLD = 4

/** `opened` holds lines whose fold is open, `keep` lines that must be seen: those in doubt. */
export function listRows(
  rows: readonly SourceRow[],
  show: RowSwitches,
  opened: ReadonlySet<number>,
  keep: ReadonlySet<number>,
): ListRow[] {
  const list: ListRow[] = []
  let run: SourceRow[] = []
  let last: SourceRow | undefined
  const line = (row: SourceRow, fold?: Run) => {
    const label = !(isBody(row) && last && continues(row, last))
    list.push({ kind: 'line', row, label, ...(fold && { fold }) })
    last = row
  }
  const flush = () => {
    // The first line of a body stands, to be known by; behind a subhead it is known already.
    const known = run[0] && last?.main?.role === 'subhead' && last.main.article === run[0].main?.article
    const rest = known ? run : run.slice(1)
    const article = run[0]?.main?.article
    if (run[0] && !known) line(run[0])
    run = []
    const fold = { from: rest[0]?.line ?? 0, to: rest.at(-1)?.line ?? 0 }
    const open = rest.some((row) => opened.has(row.line))
    if (rest.length < SHORTEST_FOLD || open) {
      for (const row of rest) line(row, open && rest.length >= SHORTEST_FOLD ? fold : undefined)
    } else {
      list.push({ kind: 'fold', ...fold, lines: rest.length, article })
      last = rest.at(-1)
    }
  }
  let blankFrom = 0
  for (const row of rows) {
    if (row.pieces.length === 0) {
      if (blankFrom === 0) blankFrom = row.line
      continue
    }
    if (blankFrom > 0 && show.blanks) {
      flush()
      list.push({ kind: 'blank', from: blankFrom, to: row.line - 1 })
    }
    blankFrom = 0
    if (isHidden(row, show)) continue
    const foldable = show.fold && !show.blanks && isBody(row) && !keep.has(row.line)
    if (foldable && (run.length === 0 || continues(row, run.at(-1)!))) {
      run.push(row)
      continue
    }
    flush()
    if (foldable) run.push(row)
    else line(row)
  }
  flush()
  return list
}

const isBody = (row: SourceRow): boolean => row.main?.role === 'body'

const continues = (row: SourceRow, before: SourceRow): boolean =>
  isBody(before) && before.main?.article === row.main?.article

function isHidden(row: SourceRow, show: RowSwitches): boolean {
  if (!show.shadows && row.pieces.every(({ owner }) => owner?.role === 'shadow')) return true
  return !show.furniture && row.pieces.every(({ owner }) => owner?.role === 'furniture')
}

/** The first and the last line that a row stands for. */
export const linesOfRow = (row: ListRow): [from: number, to: number] =>
  row.kind === 'line' ? [row.row.line, row.row.line] : [row.from, row.to]

/** The row that shows a line, or the last one before it. */
export function rowOfLine(list: readonly ListRow[], line: number): number {
  let low = 0
  let high = list.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (linesOfRow(list[middle]!)[0] <= line) low = middle + 1
    else high = middle
  }
  return Math.max(0, low - 1)
}
