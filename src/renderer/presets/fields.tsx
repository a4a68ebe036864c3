import { Check } from 'lucide-react'
import { type KeyboardEvent, useEffect, useState } from 'react'
import { Checkbox, Input, Label, NumberField, TextField } from 'react-aria-components'
import { Icon } from '../icons.tsx'

interface AmountProps {
  label: string
  value: number
  onChange(value: number): void
  unit: 'em' | '‰ em' | '%'
  least?: number
  most?: number
}

const SCALE = { em: 1, '‰ em': 1000, '%': 100 }
const STEP = { em: 0.125, '‰ em': 1, '%': 1 }

/** An amount with its label at the left and its unit at the right. */
export function Amount({ label, value, onChange, unit, least = 0, most = 4 }: AmountProps) {
  const scale = SCALE[unit]
  const shown = Number((value * scale).toFixed(4))
  return (
    <NumberField
      className="field amount"
      aria-label={`${label} ${unit}`}
      value={shown}
      minValue={least * scale}
      maxValue={most * scale}
      formatOptions={{ maximumFractionDigits: 4 }}
      onChange={(next) => {
        if (Number.isFinite(next) && next !== shown) onChange(Number((next / scale).toFixed(6)))
      }}
    >
      <Label aria-hidden="true">{label}</Label>
      <Input
        onKeyDown={stepBy({
          value: shown,
          step: STEP[unit],
          least: least * scale,
          most: most * scale,
          onChange: (next) => onChange(Number((next / scale).toFixed(6))),
        })}
      />
      <span className="unit">{unit}</span>
    </NumberField>
  )
}

interface StepProps {
  value: number
  step: number
  least: number
  most: number
  onChange(value: number): void
}

/** Arrows go to the next mark of the unit's scale, from wherever the figure stands. */
const stepBy =
  ({ value, step, least, most, onChange }: StepProps) =>
  (event: KeyboardEvent) => {
    const by = { ArrowUp: 1, ArrowDown: -1 }[event.key]
    if (by === undefined || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    const from = by > 0 ? Math.floor(value / step + 1e-6) : Math.ceil(value / step - 1e-6)
    onChange(Math.min(most, Math.max(least, (from + by) * step)))
  }

interface MarksProps {
  label: string
  value: string
  onChange(value: string): void
}

/** Marks one beside the other, each once; taken when the field is left or by Enter. */
export function Marks({ label, value, onChange }: MarksProps) {
  const [text, setText] = useState(value)
  useEffect(() => setText(value), [value])
  const take = () => {
    const marks = [...new Set(text.replace(/\s/g, ''))].join('')
    setText(marks)
    if (marks !== value) onChange(marks)
  }
  return (
    <TextField className="field marks" value={text} onChange={setText} onBlur={take}>
      <Label>{label}</Label>
      <Input
        lang="zh-CN"
        onKeyDown={(event) => event.key === 'Enter' && !event.nativeEvent.isComposing && take()}
      />
    </TextField>
  )
}

interface SwitchProps {
  label: string
  on: boolean
  onChange(on: boolean): void
}

export function CheckField({ label, on, onChange }: SwitchProps) {
  return (
    <Checkbox className="check" isSelected={on} onChange={onChange}>
      <span className="check-box">{on && <Icon of={Check} size={12} />}</span>
      {label}
    </Checkbox>
  )
}
