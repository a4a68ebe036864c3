import { useState } from 'react'
import { Button } from 'react-aria-components'
import { stepWords } from '../state/step-words.ts'
import { useSay } from '../state/words.ts'
import { type FoundEntry, markedArticles, unsavedSteps } from './recovery-model.ts'
import { timeWithSeconds } from './times.ts'

const AT_FIRST = 8
const MORE = 200

/** The steps that come back, the latest first. */
export function RecoverySteps({ entry }: { entry: FoundEntry }) {
  const say = useSay()
  const [most, setMost] = useState(AT_FIRST)
  const steps = unsavedSteps(entry)
  const marks = entry.found ? markedArticles(steps, entry.found.live.doc) : new Map()
  const shown = steps.slice(0, most)
  return (
    <section className="recovery-steps" aria-label={say('recovery.steps')}>
      <h3>{say('recovery.steps')}</h3>
      <ol>
        {shown.map((step, index) => (
          <li key={`${step.atMs} ${steps.length - index}`}>
            <span className="step-mark">{marks.get(step.article ?? '')?.mark ?? ''}</span>
            <b>{stepWords(step.step, say)}</b>
            <time>{timeWithSeconds(step.atMs)}</time>
            {step.article !== undefined && <p>{step.article}</p>}
          </li>
        ))}
      </ol>
      {steps.length > shown.length && (
        <Button className="button ghost" onPress={() => setMost(most + MORE)}>
          {say('recovery.more', { n: steps.length - shown.length })}
        </Button>
      )}
    </section>
  )
}
