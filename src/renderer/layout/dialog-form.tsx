import type { ReactNode } from 'react'
import {
  Button,
  Dialog,
  Form,
  Heading,
  Input,
  Label,
  Modal,
  ModalOverlay,
  TextField,
} from 'react-aria-components'
import { closeDialog } from '../dialogs/dialog-frame.tsx'
import { useSay } from '../state/words.ts'

interface DialogFormProps {
  title: string
  className: string
  /** What its one primary button says. */
  act: string
  off?: boolean
  testId: string
  /** At the far left of the buttons. */
  aside?: ReactNode
  children: ReactNode
  onDone(): void
}

/** A dialog with one act: Enter in a field does it, Esc or a click beside it closes. */
export function DialogForm({
  title,
  className,
  act,
  off = false,
  testId,
  aside,
  children,
  onDone,
}: DialogFormProps) {
  const say = useSay()
  return (
    <ModalOverlay className="veil" isOpen isDismissable onOpenChange={(open) => !open && closeDialog()}>
      <Modal className={`dialog ${className}`}>
        <Dialog aria-label={title} data-testid={testId}>
          <Heading slot="title">{title}</Heading>
          <Form
            className="dialog-form"
            onSubmit={(event) => {
              event.preventDefault()
              if (!off) onDone()
            }}
          >
            {children}
            <div className="card-buttons">
              {aside}
              <span className="spacer" />
              <Button className="button" onPress={closeDialog}>
                {say('dialog.cancel')}
              </Button>
              <Button className="button primary" type="submit" isDisabled={off}>
                {act}
              </Button>
            </div>
          </Form>
        </Dialog>
      </Modal>
    </ModalOverlay>
  )
}

interface FieldProps {
  label: string
  value: string
  onChange(value: string): void
  testId: string
  autoFocus?: boolean
}

export const Field = ({ label, value, onChange, testId, autoFocus = false }: FieldProps) => (
  <TextField className="field" value={value} onChange={onChange} autoFocus={autoFocus}>
    <Label>{label}</Label>
    <Input data-testid={testId} />
  </TextField>
)
