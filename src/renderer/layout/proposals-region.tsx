import { Pin, RotateCw, X } from 'lucide-react'
import { type KeyboardEvent, useEffect } from 'react'
import { Button } from 'react-aria-components'
import type { PageDoc } from '../../core/doc/schema.ts'
import { problemText } from '../../shared/messages.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { cancelWork } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { layouts } from './layout-state.ts'
import { ProposalCard } from './proposal-card.tsx'
import { closeLayouts, hasPins, isStale, propose, takeProposal, unpinAll } from './proposing.ts'
import { WaysOut } from './ways-out.tsx'

/** A change of the page asks for proposals anew after so long. */
const SETTLE_MS = 500

/** 版式: the ways to lay the page out, beside it. */
export function ProposalsRegion() {
  const open = useStore(layouts, (state) => state.open)
  const doc = useStore(app, (state) => state.page?.doc)
  return open && doc ? <Panel doc={doc} /> : null
}

function Panel({ doc }: { doc: PageDoc }) {
  const say = useSay()
  const { pages, busy, taken, offers, diagnostics } = useStore(layouts, (state) => state)
  const language = useStore(app, (state) => state.language)
  const place = useStore(app, (state) => state.place)
  const n = Object.keys(doc.articles).length
  useEffect(() => {
    if (!isStale()) return
    const soon = window.setTimeout(() => isStale() && void propose(), SETTLE_MS)
    return () => window.clearTimeout(soon)
  }, [place])
  useEffect(followDigits, [])
  return (
    <aside
      className="proposals-region"
      data-region="proposals"
      data-place="list"
      aria-label={say('region.proposals')}
      aria-busy={busy}
      data-testid="proposals"
    >
      <div className="panel-head">
        <h2>{say('region.proposals')}</h2>
        <span className="count">{pages.length}</span>
        <span className="spacer" />
        <Button className="tool small" aria-label={say('layout.close')} onPress={closeLayouts}>
          <Icon of={X} size={14} />
        </Button>
      </div>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the rows are buttons; arrows only move among them */}
      <div className="panel-scroll" onKeyDown={moveInList}>
        {diagnostics.map((diagnostic) => {
          const { what, todo } = problemText(language, diagnostic)
          return (
            <p key={diagnostic.code} className="layout-problem" data-testid={`layout-${diagnostic.code}`}>
              <b>{what}</b>
              <span>{todo}</span>
            </p>
          )
        })}
        {pages.map((page, index) => (
          <ProposalCard
            key={page.proposal.id}
            index={index}
            page={page}
            taken={taken === index}
            waning={busy}
          />
        ))}
        {offers !== null && <WaysOut offers={offers} doc={doc} />}
      </div>
      <div className="layout-foot">
        <span className="visually-hidden" role="status">
          {busy && say('layout.busy', { n })}
        </span>
        {busy ? (
          <>
            <span className="dim">{say('layout.busy', { n })}</span>
            <span className="spacer" />
            <Button className="button ghost" onPress={cancelWork}>
              {say('layout.cancel')}
            </Button>
          </>
        ) : (
          <>
            <Pins />
            <span className="spacer" />
            <Button className="button" onPress={() => void propose()} data-testid="propose-again">
              <Icon of={RotateCw} size={14} />
              {say('command.layout.again')}
            </Button>
          </>
        )}
      </div>
      <p className="layout-hint dim">{say('layout.hint')}</p>
    </aside>
  )
}

function Pins() {
  const say = useSay()
  const pinned = useStore(app, hasPins)
  const n = useStore(app, ({ page }) =>
    page ? Object.values(page.doc.articles).filter((article) => article.pinned).length : 0,
  )
  return (
    <>
      <span className="pins dim">
        <Icon of={Pin} size={13} />
        {pinned ? say('pins.title', { n }) : say('pins.none')}
      </span>
      {pinned && (
        <Button className="button ghost" onPress={unpinAll}>
          {say('pins.unpin-all')}
        </Button>
      )}
    </>
  )
}

/** Arrows go from row to row; the rows are buttons of their own. */
function moveInList(event: KeyboardEvent<HTMLElement>): void {
  const step = event.code === 'ArrowDown' ? 1 : event.code === 'ArrowUp' ? -1 : 0
  if (step === 0) return
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row]')]
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

/** 1–9 take a proposal while no text has the keys. */
function followDigits(): () => void {
  const onKey = (event: globalThis.KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1]
    if (digit === undefined || event.defaultPrevented || event.isComposing) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    if (app.get().dialog !== null || isText(event.target)) return
    event.preventDefault()
    takeProposal(Number(digit) - 1)
  }
  window.addEventListener('keydown', onKey, true)
  return () => window.removeEventListener('keydown', onKey, true)
}

const isText = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  target.closest('input, textarea, [contenteditable="true"], [role="textbox"]') !== null
