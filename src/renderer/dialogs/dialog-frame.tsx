import type { ReactNode } from 'react'
import { Button, Dialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { app } from '../state/app-state.ts'
import { useSay } from '../state/words.ts'

export const closeDialog = (): void => app.set({ dialog: null })

interface DialogShellProps {
  title: string
  className: string
  children: ReactNode
  testId?: string
  /** What must be answered before anything else. */
  alert?: boolean
  /** The window stays in sight beside it, and its title stands among other things. */
  beside?: boolean
  onClose?(): void
}

/** A dialog over the window: focus held, Esc or a click beside it closes. */
export function DialogShell({
  title,
  className,
  children,
  testId,
  alert = false,
  beside = false,
  onClose = closeDialog,
}: DialogShellProps) {
  return (
    <ModalOverlay
      className={beside ? 'veil clear' : 'veil'}
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className={`dialog ${className}`}>
        <Dialog aria-label={title} role={alert ? 'alertdialog' : 'dialog'} data-testid={testId}>
          {!beside && <Heading slot="title">{title}</Heading>}
          {children}
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface DialogFootProps {
  /** At the far left: what loses something, or leads elsewhere. */
  aside?: ReactNode
  /** The buttons, the primary one last. */
  children: ReactNode
}

export const DialogFoot = ({ aside, children }: DialogFootProps) => (
  <div className="card-buttons">
    {aside}
    <span className="spacer" />
    {children}
  </div>
)

export function CloseButton({ onPress = closeDialog, autoFocus = true }) {
  const say = useSay()
  return (
    <Button className="button primary" onPress={onPress} autoFocus={autoFocus}>
      {say('keys.close')}
    </Button>
  )
}

/** A dialog that shows something, and is closed. */
export function DialogFrame({ children, ...shell }: DialogShellProps) {
  return (
    <DialogShell {...shell}>
      {children}
      <DialogFoot>
        <CloseButton {...(shell.onClose && { onPress: shell.onClose })} />
      </DialogFoot>
    </DialogShell>
  )
}
