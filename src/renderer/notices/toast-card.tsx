import { CircleCheck, TriangleAlert, X } from 'lucide-react'
import { Button } from 'react-aria-components'
import { main } from '../bridge.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { undoStep } from '../state/deciding.ts'
import { goToStage, setReview } from '../state/reviewing.ts'
import { showConflict } from '../state/saving.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/**
 * For work that ended elsewhere, as when a file was written, and for what a command of 排齐 did: it may be far from
 * where one looks. It stays until it is dismissed or used.
 */
export function ToastCard() {
  const say = useSay()
  const toast = useStore(app, ({ toast, place }) =>
    toast?.undo !== undefined && toast.undo !== place ? null : toast,
  )
  const close = () => app.set({ toast: null })
  const act = async (channel: 'file:view' | 'file:reveal') => {
    if (!toast?.path) return
    const done = await main.ask(channel, toast.path)
    app.set({ toast: done ? null : { text: 'toast.cannot-view', values: toast.values } })
  }
  const showSettled = () => {
    close()
    goToStage('review')
    setReview({ settledOpen: true })
  }
  return (
    <div className="toast-place" role="status" data-region="notices">
      {toast && (
        <div className="toast" data-warn={toast.settled || toast.warn} data-testid="toast">
          <Icon of={toast.settled || toast.warn ? TriangleAlert : CircleCheck} />
          <span>{say(toast.text, toast.values)}</span>
          {toast.path && (
            <>
              <Button className="button ghost" onPress={() => void act('file:view')}>
                {say('toast.view')}
              </Button>
              <Button className="button ghost" onPress={() => void act('file:reveal')}>
                {say('toast.reveal')}
              </Button>
            </>
          )}
          {toast.undo !== undefined && (
            <Button className="button ghost" onPress={undoStep}>
              {say('toast.undo')}
            </Button>
          )}
          {toast.conflict && (
            <Button className="button ghost" onPress={() => void showConflict({ reason: 'changed' })}>
              {say('file.compare')}
            </Button>
          )}
          {toast.settled && (
            <Button className="button ghost" onPress={showSettled}>
              {say('review.show-settled')}
            </Button>
          )}
          <Button className="tool" aria-label={say('toast.close')} onPress={close}>
            <Icon of={X} size={14} />
          </Button>
        </div>
      )}
    </div>
  )
}
