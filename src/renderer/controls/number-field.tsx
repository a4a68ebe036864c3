import { type KeyboardEvent, useEffect, useState } from 'react'
import { Input, Label, TextField } from 'react-aria-components'

interface NumberInputProps {
  label: string
  /** Read aloud where the label stands elsewhere. */
  ariaLabel?: string
  value: number
  unit: string
  /** Decimals shown. */
  digits?: number
  step?: number
  least: number
  most: number
  onChange(value: number): void
  isDisabled?: boolean
  testId?: string
}

/**
 * A figure with its label inside at the left and its unit at the right: taken by Enter, Tab and the arrows (Shift ten
 * steps at once), put back by Esc. It takes sums (`60.3+2`).
 */
export function NumberInput({
  label,
  ariaLabel,
  value,
  unit,
  digits = 0,
  step = 1,
  least,
  most,
  onChange,
  isDisabled = false,
  testId,
}: NumberInputProps) {
  const shown = String(Number(value.toFixed(digits)))
  const [text, setText] = useState(shown)
  useEffect(() => setText(shown), [shown])
  const take = (next: number) => {
    const kept = Math.min(most, Math.max(least, Number(next.toFixed(6))))
    setText(String(Number(kept.toFixed(digits))))
    if (Math.abs(kept - value) > 1e-9) onChange(kept)
  }
  const takeText = () => {
    const sum = text === shown ? value : sumOf(text)
    if (sum === undefined) setText(shown)
    else take(sum)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (event.key === 'Enter') takeText()
    else if (event.key === 'Escape' && text !== shown) setText(shown)
    else if (by !== undefined) take((sumOf(text) ?? value) + by * step * (event.shiftKey ? 10 : 1))
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <TextField
      className="number-field"
      value={text}
      onChange={setText}
      onBlur={takeText}
      isDisabled={isDisabled}
      {...(ariaLabel !== undefined && { 'aria-label': `${ariaLabel} ${unit}` })}
      data-testid={testId}
    >
      {label !== '' && <Label>{label}</Label>}
      <Input inputMode="decimal" autoComplete="off" onKeyDown={onKeyDown} />
      <span className="unit" aria-hidden="true">
        {unit}
      </span>
    </TextField>
  )
}

const SUM = /^\s*[-+]?[\d.]+(\s*[-+]\s*[\d.]+)*\s*$/

/** Undefined for what is no sum of numbers. */
function sumOf(text: string): number | undefined {
  const plain = text.replace(/[，,\s]/g, '').replace(/[−–]/g, '-')
  if (!SUM.test(plain)) return undefined
  const parts = plain.match(/[-+]?[\d.]+/g) ?? []
  const sum = parts.reduce((total, part) => total + Number(part), 0)
  return Number.isFinite(sum) ? sum : undefined
}
