import { Button } from 'react-aria-components'
import type { ProposedPage } from '../../shared/layout-engine.ts'
import { useSay } from '../state/words.ts'
import { facts, findingsOf, headline } from './proposal-words.ts'
import { showProposal, stopPreview, takeProposal } from './proposing.ts'
import { Thumbnail } from './thumbnail.tsx'

interface ProposalCardProps {
  index: number
  page: ProposedPage
  taken: boolean
  /** Others are being made: this one can still be looked at. */
  waning: boolean
}

/** Pointing at it or reaching it by key shows it on the page; a click, Enter or its digit takes it. */
export function ProposalCard({ index, page, taken, waning }: ProposalCardProps) {
  const say = useSay()
  const { proposal, doc, thumbnail } = page
  const { score } = proposal
  const what = headline(proposal, doc, say)
  const found = findingsOf(proposal, doc, say)
  const n = index + 1
  return (
    <Button
      className="proposal"
      data-row
      data-taken={taken}
      data-waning={waning}
      aria-label={say('layout.item', { n, what, score })}
      aria-pressed={taken}
      aria-describedby={`proposal-${n}-facts`}
      onHoverStart={() => showProposal(index)}
      onHoverEnd={stopPreview}
      onFocus={() => showProposal(index)}
      onBlur={stopPreview}
      onPress={() => takeProposal(index)}
      data-testid={`proposal-${n}`}
    >
      <Thumbnail picture={thumbnail} assets={doc.assets} />
      <span className="proposal-words" id={`proposal-${n}-facts`}>
        <span className="proposal-head">
          <b>{say('layout.score', { score })}</b>
          {taken && <span className="chip ok">{say('layout.now')}</span>}
          <kbd>{n}</kbd>
        </span>
        <span>{what}</span>
        <span className="dim">{facts(proposal, say)}</span>
        {found.length === 0 && <span className="chip ok">{say('layout.kept')}</span>}
        {found.map(({ key, text, broken }) => (
          <span key={key} className="finding" data-broken={broken}>
            <span className={`dot ${broken ? 'bad' : 'warn'}`} />
            {text}
          </span>
        ))}
      </span>
    </Button>
  )
}
