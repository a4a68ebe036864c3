import { ChevronDown, ChevronRight } from 'lucide-react'
import { memo } from 'react'
import type { Span } from '../../core/source/types.ts'
import { Icon } from '../icons.tsx'
import { pigmentOf } from '../state/page-model.ts'
import { toggleFold } from '../state/reviewing.ts'
import { type Say, useSay } from '../state/words.ts'
import { roleName } from './describe.ts'
import { type ListRow, linesOfRow } from './fold-rows.ts'
import { type Segment, segments } from './segments.ts'

export interface SourceRowProps {
  row: ListRow
  /** Its place in the list, from 0, and how many rows there are. */
  index: number
  count: number
  top: number
  /** Lines of text that it wraps to. */
  wrapped: number
  /** The article's number, where the line belongs to one. */
  number?: number
  /** The parts of the line that are selected; one that is empty is the caret. */
  selected: readonly Span[]
  state: 'none' | 'some' | 'all'
  head: boolean
  /** Whether the line is in the current doubt, in another, or in none. */
  doubt: 'current' | 'other' | 'none'
  shadows: boolean
}

export const rowId = (line: number): string => `source-line-${line}`

/** One row of the source: number, text and what became of it. */
export const SourceRowView = memo(function SourceRowView(props: SourceRowProps) {
  const say = useSay()
  const { row, index, count, top, wrapped, number, state, head, doubt } = props
  const [from] = linesOfRow(row)
  const isLine = row.kind === 'line'
  const fold = row.kind === 'fold' ? row : isLine && row.fold?.from === row.row.line ? row.fold : undefined
  return (
    <div
      role="treeitem"
      id={rowId(from)}
      className="src-row"
      aria-posinset={index + 1}
      aria-setsize={count}
      aria-level={1}
      aria-selected={state === 'all'}
      aria-expanded={fold && !isLine ? false : fold ? true : undefined}
      tabIndex={-1}
      data-kind={row.kind}
      data-line={from}
      data-to={linesOfRow(row)[1]}
      data-head={head}
      data-selected={state}
      data-doubt={doubt}
      data-owner={isLine ? lookOfLine(row) : 'fold'}
      data-pigment={number === undefined ? undefined : pigmentOf(number)}
      data-wraps={wrapped > 1}
      style={{ top, height: 25 + (wrapped - 1) * 22 }}
    >
      <span className="src-number">
        {fold ? (
          <button
            type="button"
            tabIndex={-1}
            className="src-fold"
            aria-label={say(isLine ? 'review.fold-again' : 'review.unfold')}
            onClick={() => toggleFold(fold.from, fold.to)}
          >
            <Icon of={isLine ? ChevronDown : ChevronRight} size={12} />
          </button>
        ) : null}
        {isLine && <span>{from}</span>}
      </span>
      {isLine ? <LineText {...props} /> : <RunText row={row} say={say} />}
      {isLine && <LineTag {...props} say={say} />}
    </div>
  )
})

function RunText({ row, say }: { row: Exclude<ListRow, { kind: 'line' }>; say: Say }) {
  const { from, to } = row
  return (
    <span className="src-run">
      {row.kind === 'fold' ? (
        <>
          <span>{say('review.lines', { from, to })}</span>
          <span>{say('review.folded', { n: row.lines })}</span>
        </>
      ) : (
        <span>{say('review.blank', { n: to - from + 1 })}</span>
      )}
    </span>
  )
}

function LineText({ row, selected, shadows }: SourceRowProps) {
  if (row.kind !== 'line') return null
  const parts = segments(row.row, selected, shadows)
  const caret = selected.length === 1 && selected[0]!.start === selected[0]!.end ? selected[0]!.start : -1
  return (
    <span className="src-text" lang="zh-CN">
      {parts.map((part) => (
        <Part key={part.start} part={part} caret={caret} />
      ))}
      {caret === row.row.text.length && <i className="src-caret" />}
    </span>
  )
}

function Part({ part, caret }: { part: Segment; caret: number }) {
  const { start, text, look, selected } = part
  const at = caret - start
  const holds = caret >= start && at < text.length
  return (
    <span className={`look-${look}`} data-start={start} data-selected={selected || undefined}>
      {holds ? (
        <>
          {text.slice(0, at)}
          <i className="src-caret" />
          {text.slice(at)}
        </>
      ) : (
        text
      )}
    </span>
  )
}

function LineTag({ row, number, doubt, say }: SourceRowProps & { say: Say }) {
  if (row.kind !== 'line') return null
  const role = row.row.main?.role ?? 'unplaced'
  const hot = doubt === 'current'
  if (!row.label && doubt === 'none') return <span className="src-tag" />
  return (
    <span className="src-tag" data-hot={hot}>
      {hot ? say('review.line-doubt') : roleName(role, say)}
      {number !== undefined && <b>{number}</b>}
      {doubt === 'other' && (
        <>
          <i className="dot warn" aria-hidden="true" />
          <span className="visually-hidden">{say('review.line-doubt')}</span>
        </>
      )}
    </span>
  )
}

function lookOfLine(row: Extract<ListRow, { kind: 'line' }>): string {
  const role = row.row.main?.role
  if (role === undefined || role === 'unplaced') return 'unplaced'
  return role === 'furniture' || role === 'shadow' ? role : 'article'
}
