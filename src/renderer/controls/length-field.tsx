import { type KeyboardEvent, useEffect, useRef, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

interface LengthFieldProps {
  label: string
  /** What it says aloud where the label is a sign, such as `X`. */
  name?: string
  unit?: string
  /** As it is shown; undefined for a mixed selection. */
  value: string | undefined
  /** Shown in place of a value where the selection has several. */
  mixed: string
  disabled?: boolean
  testId?: string
  /** False when the text could not be read: the old value comes back. */
  onCommit(text: string): boolean
  /** Arrows up and down; `far` with Shift. */
  onStep?(by: 1 | -1, far: boolean): void
}

/**
 * A field for lengths and figures: takes sums and units, steps by arrows, is written by Enter, Tab or on leaving it;
 * Esc puts the old value back.
 */
export function LengthField(props: LengthFieldProps) {
  const { label, name, unit, value, mixed, disabled = false, testId, onCommit, onStep } = props
  const shown = value ?? ''
  const [text, setText] = useState(shown)
  const [broken, setBroken] = useState(false)
  const typed = useRef(false)
  useEffect(() => {
    setText(shown)
    typed.current = false
  }, [shown])
  const commit = () => {
    if (!typed.current) return true
    typed.current = false
    if (text.trim() === '' || onCommit(text)) {
      setBroken(false)
      setText(shown)
      return true
    }
    setBroken(true)
    setText(shown)
    return false
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Enter') {
      commit()
      const input = event.currentTarget
      requestAnimationFrame(() => input.select())
    } else if (event.key === 'Escape' && typed.current) {
      event.stopPropagation()
      typed.current = false
      setText(shown)
      setBroken(false)
    } else if (onStep && (event.key === 'ArrowUp' || event.key === 'ArrowDown')) {
      event.preventDefault()
      event.stopPropagation()
      onStep(event.key === 'ArrowUp' ? 1 : -1, event.shiftKey)
    }
  }
  return (
    <TextField
      className="length-field"
      value={text}
      onChange={(next) => {
        typed.current = true
        setBroken(false)
        setText(next)
      }}
      onBlur={commit}
      isDisabled={disabled}
      isInvalid={broken}
      {...(name && { 'aria-label': name })}
    >
      <Label {...(name && { 'aria-hidden': true })}>{label}</Label>
      <Input
        onKeyDown={onKeyDown}
        onFocus={(event) => event.currentTarget.select()}
        placeholder={value === undefined ? mixed : ''}
        autoComplete="off"
        spellCheck="false"
        {...(testId && { 'data-testid': testId })}
      />
      {unit && <span className="unit">{unit}</span>}
    </TextField>
  )
}
