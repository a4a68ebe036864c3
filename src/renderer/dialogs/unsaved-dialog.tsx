import { Button } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { titleOf } from '../state/page-file.ts'
import { goOn, stayHere, waitingName } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { DialogFoot, DialogShell } from './dialog-frame.tsx'

/** Before another file takes the place of changes that no file has, and before the window closes on them. */
export function UnsavedDialog() {
  const say = useSay()
  const n = useStore(app, (state) => Math.max(1, state.steps.past.length))
  const page = useStore(app, titleOf)
  const file = waitingName()
  const closing = file === undefined
  return (
    <DialogShell
      title={say(closing ? 'closing.title' : 'unsaved.title')}
      className="unsaved"
      testId="unsaved"
      alert
      onClose={stayHere}
    >
      <p>{closing ? say('closing.text', { page, n }) : say('unsaved.text', { file, n })}</p>
      <DialogFoot
        aside={
          <Button className="button ghost danger" onPress={() => void goOn(false)}>
            {closing ? say('closing.discard', { n }) : say('unsaved.discard')}
          </Button>
        }
      >
        <Button className="button" onPress={stayHere}>
          {say('unsaved.cancel')}
        </Button>
        <Button className="button primary" autoFocus onPress={() => void goOn(true)}>
          {say(closing ? 'closing.save' : 'unsaved.save')}
        </Button>
      </DialogFoot>
    </DialogShell>
  )
}
