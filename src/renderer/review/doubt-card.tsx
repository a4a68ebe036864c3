import type { KeyboardEvent } from 'react'
import { Button, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Doubt, DoubtReading, Reason } from '../../core/reconstruct/types.ts'
import { runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { ArticleNumber } from '../controls/article-number.tsx'
import { app } from '../state/app-state.ts'
import { pigmentOf } from '../state/page-model.ts'
import { choose } from '../state/reviewing.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { doubtText, doubtTitle, figure, readingPrice, readingTitle, reasonText } from './doubt-words.ts'
import type { ReviewModel } from './review-model.ts'

/** The doubt in hand: its text, the readings to choose from, and what speaks for and against. */
export function DoubtCard({ doubt, model }: { doubt: Doubt; model: ReviewModel }) {
  const say = useSay()
  const choice = useStore(app, (state) => state.review.choice)
  const number = model.cardsById.get(doubt.article ?? '')?.number
  const text = doubt.from.length > 0 ? doubtText(model, doubt) : ''
  const title = doubtTitle(doubt, model, say)
  return (
    <article
      className="doubt-card"
      aria-label={title}
      tabIndex={-1}
      onKeyDownCapture={acceptFromReading}
      data-region-focus
      data-pigment={number === undefined ? undefined : pigmentOf(number)}
      data-testid="doubt-card"
    >
      <h3>
        {number === undefined ? <i className="dot warn" aria-hidden="true" /> : <ArticleNumber of={number} />}
        <span className="spacer">{title}</span>
        <span className="pane-note">{say('review.line', { n: doubt.from[0]?.line ?? doubt.at.line })}</span>
      </h3>
      {text && <blockquote lang="zh-CN">{text}</blockquote>}
      {doubt.readings.length > 0 && (
        <RadioGroup
          className="readings"
          aria-label={say('review.choices')}
          value={String(Math.min(choice, doubt.readings.length - 1))}
          onChange={(value) => void choose(Number(value))}
        >
          {doubt.readings.map((reading, index) => (
            <ReadingRow key={keyOf(reading)} reading={reading} index={index} doubt={doubt} model={model} />
          ))}
        </RadioGroup>
      )}
      {doubt.reasons.length > 0 && (
        <>
          <h4>{say('review.why')}</h4>
          <ul className="reasons">
            {doubt.reasons.map((reason) => (
              <ReasonRow key={`${reason.code} ${JSON.stringify(reason.params ?? {})}`} reason={reason} />
            ))}
          </ul>
        </>
      )}
      <Acts doubt={doubt} choice={choice} />
    </article>
  )
}

/** A radio button keeps Enter for itself; here it accepts, as everywhere in the queue. */
function acceptFromReading(event: KeyboardEvent<HTMLElement>): void {
  const { target, code, nativeEvent } = event
  const isEnter = code === 'Enter' || code === 'NumpadEnter'
  if (!isEnter || nativeEvent.isComposing || !(target instanceof HTMLInputElement)) return
  event.preventDefault()
  event.stopPropagation()
  runCommand('review.accept')
}

const keyOf = ({ as, article }: DoubtReading): string => `${as} ${article ?? ''}`

interface ReadingRowProps {
  reading: DoubtReading
  index: number
  doubt: Doubt
  model: ReviewModel
}

function ReadingRow({ reading, index, doubt, model }: ReadingRowProps) {
  const say = useSay()
  return (
    <Radio className="reading" value={String(index)} data-testid={`reading-${index + 1}`}>
      <kbd>{index + 1}</kbd>
      <span className="reading-text">
        <Label elementType="b">{readingTitle(reading, doubt, model, say)}</Label>
        <span className="reading-price">{readingPrice(reading, doubt, model, say)}</span>
      </span>
      <span className="reading-sure">{figure(reading.confidence)}</span>
    </Radio>
  )
}

function ReasonRow({ reason }: { reason: Reason }) {
  const say = useSay()
  const { supports, strength } = reason
  return (
    <li>
      <span className={supports ? 'sign ok' : 'sign bad'} aria-hidden="true">
        {supports ? '+' : '−'}
      </span>
      <span className="visually-hidden">{say(supports ? 'review.for' : 'review.against')}</span>
      <span className="spacer">{reasonText(reason, say)}</span>
      <span className="dim">{say(`review.strength.${strength}`)}</span>
    </li>
  )
}

function Acts({ doubt, choice }: { doubt: Doubt; choice: number }) {
  const say = useSay()
  const mac = useStore(app, (state) => state.start?.platform === 'darwin')
  return (
    <div className="doubt-acts">
      <Button
        className="button primary"
        onPress={() => void runCommand('review.accept')}
        data-testid="accept"
      >
        {doubt.readings.length > 0 ? say('review.accept', { n: choice + 1 }) : say('review.noted')}
        <kbd>{firstKey('review.accept', mac)}</kbd>
      </Button>
      <Button className="button" onPress={() => void runCommand('review.skip')}>
        {say('review.skip')}
        <kbd>{firstKey('review.skip', mac)}</kbd>
      </Button>
      <Button className="button ghost" onPress={() => void runCommand('review.see')} data-testid="see">
        {say('review.see')}
        <kbd>{firstKey('review.see', mac)}</kbd>
      </Button>
    </div>
  )
}
