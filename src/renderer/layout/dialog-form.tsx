import type { ReactNode } from 'react'
import { Button, Form, Input, Label, TextField } from 'react-aria-components'
import { closeDialog, DialogFoot, DialogShell } from '../dialogs/dialog-frame.tsx'
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
    <DialogShell title={title} className={className} testId={testId}>
      <Form
        className="dialog-form"
        onSubmit={(event) => {
          event.preventDefault()
          if (!off) onDone()
        }}
      >
        {children}
        <DialogFoot aside={aside}>
          <Button className="button" onPress={closeDialog}>
            {say('dialog.cancel')}
          </Button>
          <Button className="button primary" type="submit" isDisabled={off}>
            {act}
          </Button>
        </DialogFoot>
      </Form>
    </DialogShell>
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
