import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { openWaiting, waitingName } from '../state/session.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { closeDialog } from './dialog-frame.tsx'

/** Before another file takes the place of corrections that no file has. */
export function UnsavedDialog() {
  const say = useSay()
  const n = useStore(app, (state) => state.steps.past.length)
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className="dialog unsaved">
        <Dialog role="alertdialog" data-testid="unsaved">
          <Heading slot="title">{say('unsaved.title')}</Heading>
          <p>{say('unsaved.text', { file: waitingName(), n })}</p>
          <div className="card-buttons">
            <Button className="button ghost danger" onPress={() => void openWaiting(false)}>
              {say('unsaved.discard')}
            </Button>
            <span className="spacer" />
            <Button className="button" onPress={closeDialog}>
              {say('unsaved.cancel')}
            </Button>
            <Button className="button primary" autoFocus onPress={() => void openWaiting(true)}>
              {say('unsaved.save')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
