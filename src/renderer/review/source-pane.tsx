import { Check, TriangleAlert } from 'lucide-react'
import { useLayoutEffect, useMemo, useRef, useState } from 'react'
import type { Span } from '../../core/source/types.ts'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Icon } from '../icons.tsx'
import { app, hasRail } from '../state/app-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { currentDoubt, setReview, toggleFold } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { characterWidth } from './character-width.ts'
import { roleName } from './describe.ts'
import { type ListRow, linesOfRow, listRows, rowOfLine } from './fold-rows.ts'
import type { ReviewModel } from './review-model.ts'
import { rowHeights, rowsBetween, textEm } from './row-heights.ts'
import { pressInSource } from './source-keys.ts'
import { SourceLegend } from './source-legend.tsx'
import { dragTo, endDrag, pressAt, pressForMenu } from './source-pointer.ts'
import { rowId, SourceRowView } from './source-row.tsx'

/** Drawn above and below what is in sight, so that scrolling shows no gap. */
const MARGIN_PX = 250
/** Bar, number and the space between, as the style sheet has them in wide windows and in narrow ones. */
const BESIDE_TEXT_PX = { wide: 71, narrow: 63 }
const NO_SPANS: readonly Span[] = []

/** Every line of the source with what became of it; only the rows in sight are drawn. */
export function SourcePane({ page, model }: { page: PageModel; model: ReviewModel }) {
  const say = useSay()
  const { counts } = model
  return (
    <section className="review-pane source-pane" data-region="source" aria-label={say('region.source')}>
      <PanelEdge panel="review-left" name={say('region.source')} />
      <header className="pane-head">
        <h2>{say('review.source')}</h2>
        <span className="pane-file">{page.source?.name}</span>
        <span className="spacer" />
        <span className="pane-note">{say('review.written', { n: counts.written })}</span>
        {counts.lostCharacters === 0 ? (
          <span className="chip ok" data-testid="accounted">
            <Icon of={Check} size={12} />
            {say('review.all-placed')}
          </span>
        ) : (
          <span className="chip warn" data-testid="accounted">
            <Icon of={TriangleAlert} size={12} />
            {say('review.lost', { n: counts.lostCharacters })}
          </span>
        )}
      </header>
      <SourceList model={model} />
      <SourceLegend />
    </section>
  )
}

function SourceList({ model }: { model: ReviewModel }) {
  const say = useSay()
  const show = useStore(app, (state) => state.review.show)
  const opened = useStore(app, (state) => state.review.opened)
  const selection = useStore(app, (state) => state.review.selection)
  const doubt = useStore(app, currentDoubt)
  const compact = useStore(app, hasRail)
  const scroller = useRef<HTMLDivElement>(null)
  const { top, height, width } = useScroll(scroller)
  const list = useMemo(() => listRows(model.rows, show, opened, model.doubtLines), [model, show, opened])
  const { tops, lines } = useMemo(
    () =>
      rowHeights(list, width - BESIDE_TEXT_PX[compact ? 'narrow' : 'wide'] - 1, characterWidth, (row) =>
        tagWidth(row, model, say),
      ),
    [list, width, compact, model, say],
  )
  useReveal(scroller, list, tops)
  const selected = useMemo(() => byLine(selection?.spans), [selection])
  const doubted = useMemo(() => new Set(doubt?.from.map(({ line }) => line)), [doubt])
  const [first, end] = rowsBetween(tops, top - MARGIN_PX, top + height + MARGIN_PX)
  const head = selection ? rowOfLine(list, selection.head.line) : -1
  const headLine = list[head] && linesOfRow(list[head])[0]
  const shown = head >= first && head < end

  const onPointer = (event: React.PointerEvent<HTMLDivElement>) => {
    const target = event.target as Element
    if (event.button !== 0 || target.closest('.src-fold')) return
    const fold = target.closest<HTMLElement>('[data-kind="fold"]')
    if (fold && !event.shiftKey) return toggleFold(Number(fold.dataset.line), Number(fold.dataset.to))
    if (pressAt(model, event.clientX, event.clientY, event.shiftKey)) {
      event.currentTarget.setPointerCapture(event.pointerId)
    }
  }
  return (
    <div
      className="src-scroll"
      ref={scroller}
      role="tree"
      aria-label={say('review.source-label')}
      aria-multiselectable
      aria-activedescendant={shown && headLine !== undefined ? rowId(headLine) : undefined}
      tabIndex={0}
      data-region-focus
      data-place="list"
      data-testid="source-list"
      onKeyDown={(event) => {
        const pageRows = Math.max(1, Math.floor(height / 25) - 1)
        if (pressInSource(event, model, list, pageRows)) event.preventDefault()
      }}
      onMouseDown={(event) => {
        // The list keeps the focus: a row goes when it is scrolled out of sight.
        if (!(event.target as Element).closest('.src-row')) return
        event.preventDefault()
        event.currentTarget.focus({ preventScroll: true })
      }}
      onPointerDown={onPointer}
      onPointerMove={(event) => {
        if (event.buttons === 1) dragTo(model, event.clientX, event.clientY)
      }}
      onPointerUp={endDrag}
      onPointerCancel={endDrag}
      onContextMenu={(event) => {
        event.preventDefault()
        const { clientX: x, clientY: y } = event
        if (pressForMenu(model, x, y)) setReview({ menu: { kind: 'all', x, y } })
      }}
    >
      <div className="src-rows" role="presentation" style={{ height: tops[list.length] }}>
        {list.slice(first, end).map((row, offset) => {
          const index = first + offset
          const [from, to] = linesOfRow(row)
          const spans = selected.get(from) ?? NO_SPANS
          return (
            <SourceRowView
              key={from}
              row={row}
              index={index}
              count={list.length}
              top={tops[index] ?? 0}
              wrapped={lines[index] ?? 1}
              number={numberOf(model, row)}
              selected={row.kind === 'line' ? spans : NO_SPANS}
              state={stateOf(row, selected)}
              head={index === head}
              doubt={
                row.kind === 'line' && doubted.size <= 12 && doubted.has(from)
                  ? 'current'
                  : hasDoubt(model, from, to)
                    ? 'other'
                    : 'none'
              }
              shadows={show.shadows}
            />
          )
        })}
      </div>
    </div>
  )
}

const TAG_PX = 12
const TAG_NUMBER_PX = 14
const TAG_SIGN_PX = 16

function tagWidth(row: ListRow, model: ReviewModel, say: Say): number {
  if (row.kind !== 'line') return 0
  const doubtful = model.doubtLines.has(row.row.line)
  if (!row.label && !doubtful) return 0
  const label = textEm(roleName(row.row.main?.role ?? 'unplaced', say), characterWidth) * TAG_PX
  return label + (row.row.main?.article ? TAG_NUMBER_PX : 0) + (doubtful ? TAG_SIGN_PX : 0)
}

const hasDoubt = (model: ReviewModel, from: number, to: number): boolean =>
  from === to && model.doubtLines.has(from)

function numberOf(model: ReviewModel, row: ListRow): number | undefined {
  const article = row.kind === 'line' ? row.row.main?.article : row.kind === 'fold' ? row.article : undefined
  return model.cardsById.get(article ?? '')?.number
}

function byLine(spans: readonly Span[] = []): ReadonlyMap<number, Span[]> {
  const map = new Map<number, Span[]>()
  for (const span of spans) map.set(span.line, [...(map.get(span.line) ?? []), span])
  return map
}

function stateOf(row: ListRow, selected: ReadonlyMap<number, Span[]>): 'none' | 'some' | 'all' {
  if (selected.size === 0) return 'none'
  const [from, to] = linesOfRow(row)
  if (row.kind === 'line') {
    const spans = selected.get(from)
    if (!spans) return 'none'
    const { text } = row.row
    const [first, last] = [text.length - text.trimStart().length, text.trimEnd().length]
    return spans.some(({ start, end }) => start <= first && end >= last) ? 'all' : 'some'
  }
  if (row.kind === 'blank') return 'none'
  return selected.has(from) && selected.has(to) ? 'all' : 'none'
}

/** Where the list is scrolled to, and its size. */
function useScroll(scroller: React.RefObject<HTMLDivElement | null>) {
  const [place, setPlace] = useState({ top: 0, height: 800, width: 550 })
  useLayoutEffect(() => {
    const element = scroller.current
    if (!element) return
    const read = () =>
      setPlace({ top: element.scrollTop, height: element.clientHeight, width: element.clientWidth })
    read()
    element.addEventListener('scroll', read, { passive: true })
    const observer = new ResizeObserver(read)
    observer.observe(element)
    return () => {
      element.removeEventListener('scroll', read)
      observer.disconnect()
    }
  }, [scroller])
  return place
}

/** Scrolls to what was selected elsewhere: nothing moves while it is in sight. */
function useReveal(
  scroller: React.RefObject<HTMLDivElement | null>,
  list: readonly ListRow[],
  tops: Float64Array,
): void {
  const reveal = useStore(app, (state) => state.review.reveal)
  useLayoutEffect(() => {
    const element = scroller.current
    const line = app.get().review.selection?.head.line
    if (!element || line === undefined) return
    const index = rowOfLine(list, line)
    const [top, bottom] = [tops[index] ?? 0, tops[index + 1] ?? 0]
    const { scrollTop, clientHeight } = element
    const near = top > scrollTop - clientHeight && bottom < scrollTop + 2 * clientHeight
    if (top < scrollTop + 25) element.scrollTop = near ? top - 50 : top - clientHeight / 3
    else if (bottom > scrollTop + clientHeight - 25) {
      element.scrollTop = near ? bottom - clientHeight + 50 : top - clientHeight / 3
    }
  }, [reveal])
}
