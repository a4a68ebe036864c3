import { ArrowDown, ArrowUp, CircleCheck, TriangleAlert } from 'lucide-react'
import { useDeferredValue, useMemo } from 'react'
import { Button } from 'react-aria-components'
import type { Doubt } from '../../core/reconstruct/types.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { PanelEdge } from '../controls/panel-edge.tsx'
import { Tip } from '../controls/tip.tsx'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { setReview, showDoubt } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { quote } from './describe.ts'
import { DoubtCard } from './doubt-card.tsx'
import { currentIndex, doubtKey, doubtQueue } from './doubt-queue.ts'
import { doubtText, doubtTitle, figure, firstReason } from './doubt-words.ts'
import { KeyHints } from './key-hints.tsx'
import type { ReviewModel } from './review-model.ts'

/** Enough to fill the pane; the others come a moment later. */
const FIRST_DOUBTS = 12

/** The doubts as a queue: the current one as a card, the others below it, and what is settled. */
export function DoubtsPane({ model }: { model: ReviewModel }) {
  const say = useSay()
  const skipped = useStore(app, (state) => state.review.skipped)
  const decided = useStore(app, (state) => state.review.decided)
  const current = useStore(app, (state) => state.review.doubt)
  const queue = useMemo(() => doubtQueue(model.doubts, skipped, decided), [model, skipped, decided])
  const at = currentIndex(queue, current)
  const doubt = queue[at]
  const all = useDeferredValue(true, false)
  const listed = all ? queue : queue.slice(0, FIRST_DOUBTS)
  return (
    <section className="review-pane doubts-pane" data-region="doubts" aria-label={say('region.doubts')}>
      <PanelEdge panel="review-right" name={say('region.doubts')} />
      <header className="pane-head tall">
        <h2>{say('review.doubts')}</h2>
        {doubt && (
          <span className="pane-note" data-testid="doubt-place">
            {say('review.place', { n: at + 1, count: queue.length })}
          </span>
        )}
        <span className="spacer" />
        <Step command="review.previous" off={at <= 0} />
        <Step command="review.next" off={at < 0 || at >= queue.length - 1} />
      </header>
      <div className="pane-scroll doubts-scroll" data-place="list">
        <UnappliedNotice />
        {doubt ? <DoubtCard key={doubtKey(doubt)} doubt={doubt} model={model} /> : <AllSettled />}
        <ul className="doubt-list" data-testid="other-doubts">
          {listed.map((each) =>
            each === doubt ? null : (
              <OtherDoubt
                key={doubtKey(each)}
                doubt={each}
                model={model}
                skipped={skipped.has(doubtKey(each))}
              />
            ),
          )}
        </ul>
        <SettledLine />
      </div>
      {doubt && <KeyHints readings={doubt.readings.length} />}
    </section>
  )
}

function Step({ command, off }: { command: 'review.next' | 'review.previous'; off: boolean }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  const name = say(`command.${command}`)
  return (
    <Tip text={name} keys={firstKey(command, mac)}>
      <Button
        className="tool"
        aria-label={name}
        isDisabled={off}
        onPress={() => void runCommand(command satisfies CommandId)}
      >
        <Icon of={command === 'review.next' ? ArrowDown : ArrowUp} />
      </Button>
    </Tip>
  )
}

interface OtherDoubtProps {
  doubt: Doubt
  model: ReviewModel
  skipped: boolean
}

function OtherDoubt({ doubt, model, skipped }: OtherDoubtProps) {
  const say = useSay()
  const number = model.cardsById.get(doubt.article ?? '')?.number
  const text = doubt.from.length > 0 ? quote(doubtText(model, doubt)) : ''
  const sure = doubt.readings[0]?.confidence
  return (
    <li>
      <Button className="doubt-row" onPress={() => showDoubt(doubt)}>
        {number === undefined ? (
          <span className="number none">
            <i className="dot warn" aria-hidden="true" />
          </span>
        ) : (
          <ArticleNumber of={number} />
        )}
        <span className="doubt-row-text">
          <span>
            {doubtTitle(doubt, model, say)}
            {doubt.readings.length > 0 && <span className="doubt-quote">{text}</span>}
          </span>
          <span className="dim">{skipped ? say('review.skipped') : firstReason(doubt, say)}</span>
        </span>
        {sure !== undefined && <span className="doubt-sure">{figure(sure)}</span>}
      </Button>
    </li>
  )
}

/** Nothing left to decide: the way on. */
function AllSettled() {
  const say = useSay()
  return (
    <div className="all-settled" data-testid="all-settled" tabIndex={-1} data-region-focus>
      <Icon of={CircleCheck} size={28} />
      <p>{say('review.none')}</p>
      <p className="dim">{say('review.none-detail')}</p>
      <Button className="button" onPress={() => void runCommand('stage.layout')} data-testid="on-to-layout">
        {say('stage.to-layout')}
      </Button>
    </div>
  )
}

function SettledLine() {
  const say = useSay()
  const n = useStore(app, (state) => state.corrections.length)
  if (n === 0) return null
  return (
    <p className="settled-line">
      <Icon of={CircleCheck} />
      <span className="spacer" data-testid="settled">
        {say('review.settled', { n })}
      </span>
      <Button className="button ghost" onPress={() => void runCommand('review.settled')}>
        {say('review.show-settled')}
      </Button>
    </p>
  )
}

/** Corrections that found no place in the source as it is. */
function UnappliedNotice() {
  const say = useSay()
  const n = useStore(app, (state) => state.page?.unapplied.length ?? 0)
  if (n === 0) return null
  return (
    <p className="unapplied-notice" role="status" data-testid="unapplied">
      <Icon of={TriangleAlert} size={14} />
      <span className="spacer">{say('review.unapplied-notice', { n })}</span>
      <Button className="button ghost" onPress={() => setReview({ settledOpen: true })}>
        {say('review.show-settled')}
      </Button>
    </p>
  )
}
