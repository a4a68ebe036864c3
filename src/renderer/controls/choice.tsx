import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from '../icons.tsx'

export interface ChoiceItem<T extends string> {
  id: T
  name: string
  /** Shown as a little square before the name. */
  colour?: string
}

interface ChoiceProps<T extends string> {
  label: string
  items: readonly ChoiceItem<T>[]
  value: T
  onChange(value: T): void
  disabled?: boolean
  testId?: string
}

/** One of a few, with its label at the left. */
export function Choice<T extends string>({
  label,
  items,
  value,
  onChange,
  disabled = false,
  testId,
}: ChoiceProps<T>) {
  return (
    <Select
      className="field choice"
      selectedKey={value}
      isDisabled={disabled}
      onSelectionChange={(key) => key !== null && onChange(key as T)}
      data-testid={testId}
    >
      <Label>{label}</Label>
      <Button className="choice-button">
        <SelectValue className="choice-value" />
        <Icon of={ChevronDown} size={14} />
      </Button>
      <Popover className="popover" placement="bottom end" offset={4}>
        <ListBox className="menu">
          {items.map(({ id, name, colour }) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
              {({ isSelected }) => (
                <>
                  <span className="menu-tick">{isSelected && <Icon of={Check} size={14} />}</span>
                  {colour && <i className="swatch-chip" style={{ background: colour }} aria-hidden="true" />}
                  <span>{name}</span>
                </>
              )}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </Select>
  )
}
