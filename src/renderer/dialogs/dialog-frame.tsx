import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { useSay } from '../state/words.ts'

export const closeDialog = (): void => app.set({ dialog: null })

interface DialogFrameProps {
  title: string
  className: string
  children: ReactNode
}

/** A dialog over the window: focus held, Esc or a click beside it closes. */
export function DialogFrame({ title, className, children }: DialogFrameProps) {
  const say = useSay()
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className={`dialog ${className}`}>
        <Dialog aria-label={title}>
          <Heading slot="title">{title}</Heading>
          {children}
          <div className="card-buttons">
            <Button className="button primary" onPress={closeDialog} autoFocus>
              {say('keys.close')}
            </Button>
          </div>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}
