import { useEffect, useMemo, useRef, useState } from 'react'
import { Button } from 'react-aria-components'
import type { Doubt } from '../../core/reconstruct/types.ts'
import { toldBy } from '../review/doubt-words.ts'
import { app } from '../state/app-state.ts'
import { type PageModel, pigmentOf } from '../state/page-model.ts'
import { goToTarget } from '../state/selecting.ts'
import { useStore } from '../state/store.ts'
import { type Say, useSay } from '../state/words.ts'
import { linesOf, type SourceLine, sourceLines } from './source-lines.ts'

/** The dump's own lines of what is selected, in the page's serif; with nothing selected, all of them. */
export function SourcePanel({ page }: { page: PageModel }) {
  const say = useSay()
  const selection = useStore(app, (state) => state.selection)
  const [current, setCurrent] = useState<number>()
  const all = useMemo(() => sourceLines(page), [page])
  const shown = useMemo(() => linesOf(all, selection), [all, selection])
  const list = useRef<HTMLOListElement>(null)

  // A click narrows the list to the line's story: the line stays in sight. Other lists start at their top.
  useEffect(() => {
    const row = list.current?.querySelector(`[data-line="${current}"]`)
    if (row && shown.length > 0) row.scrollIntoView({ block: 'nearest' })
    else list.current?.parentElement?.scrollTo(0, 0)
  }, [shown, current])

  const open = (line: SourceLine) => {
    setCurrent(line.number)
    if (line.target) goToTarget(line.target)
  }
  if (!page.source) return <p className="panel-none">{say('source.no-source')}</p>
  if (shown.length === 0) return <p className="panel-none">{say('source.none')}</p>
  return (
    <>
      <p className="source-head">
        <b>{page.source.name}</b>
        <span>{selection ? rangeOf(shown, say) : say('source.whole', { n: all.length })}</span>
        <span className="dim">{say('source.hint')}</span>
      </p>
      <ol className="source-lines" ref={list}>
        {shown.map((line) => (
          <Line
            key={line.number}
            page={page}
            line={line}
            current={line.number === current}
            say={say}
            onOpen={() => open(line)}
          />
        ))}
      </ol>
    </>
  )
}

function rangeOf(lines: readonly SourceLine[], say: Say): string {
  const from = lines[0]?.number ?? 0
  const to = lines.at(-1)?.number ?? 0
  return from === to ? say('inspector.source-line', { from }) : say('inspector.source-lines', { from, to })
}

interface LineProps {
  page: PageModel
  line: SourceLine
  current: boolean
  say: Say
  onOpen(): void
}

function Line({ page, line, current, say, onOpen }: LineProps) {
  const { target, article, number, doubt } = line
  const articleNumber = article === undefined ? undefined : page.doc.articles[article]?.number
  const text = (
    <>
      <span className="source-number">{number}</span>
      <span className="source-text" lang="zh-CN">
        {withStarts(line.pieces).map(({ start, text: piece, fate }) =>
          fate === 'placed' ? (
            <span key={start}>{piece}</span>
          ) : (
            <span key={start} className={`fate-${fate}`} title={say(`source.${fate}`)}>
              {piece}
            </span>
          ),
        )}
      </span>
    </>
  )
  return (
    <li
      className="source-line"
      data-pigment={articleNumber === undefined ? undefined : pigmentOf(articleNumber)}
      data-doubt={doubt !== undefined}
      data-current={current}
      data-line={number}
    >
      {target ? (
        <Button className="source-row" onPress={onOpen} data-testid={`line-${number}`}>
          {text}
        </Button>
      ) : (
        <div className="source-row">{text}</div>
      )}
      {doubt && <DoubtNote doubt={doubt} say={say} />}
    </li>
  )
}

const withStarts = (pieces: SourceLine['pieces']) => {
  let start = 0
  return pieces.map((piece) => {
    const own = { ...piece, start }
    start += piece.text.length
    return own
  })
}

function DoubtNote({ doubt, say }: { doubt: Doubt; say: Say }) {
  return (
    <p className="doubt-note">
      <span className="dot warn" aria-hidden="true" />
      {toldBy(doubt, say)}
    </p>
  )
}
