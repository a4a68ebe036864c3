import { Button } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { cancelWork } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

const STAGES: readonly string[] = ['fonts', 'read', 'reconstruct', 'draft', 'compose']

/**
 * A quiet line while the engine works. The style sheet keeps it away for 300 ms, and the bar with its button
 * for 2 s, so that quick work shows nothing.
 */
export function WorkLine() {
  const say = useSay()
  const work = useStore(app, (state) => state.work)
  if (!work) return null
  const step = STAGES.indexOf(work.stage) + 1
  return (
    <>
      <div className="work-line" aria-hidden="true" />
      <div className="work-card" role="status" data-testid="work">
        <span>{say(`work.${work.stage}`)}</span>
        {step > 0 && (
          <>
            <progress max={STAGES.length} value={step} aria-label={say(`work.${work.stage}`)} />
            <span className="dim">
              {step} / {STAGES.length}
            </span>
          </>
        )}
        <Button className="button ghost" onPress={cancelWork}>
          {say('work.cancel')}
        </Button>
      </div>
    </>
  )
}
