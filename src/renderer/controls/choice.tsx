import { Check, ChevronDown } from 'lucide-react'
import { Button, Label, ListBox, ListBoxItem, Popover, Select, SelectValue } from 'react-aria-components'
import { Icon } from '../icons.tsx'

export interface ChoiceItem<T extends string> {
  id: T
  name: string
}

interface ChoiceProps<T extends string> {
  label: string
  items: readonly ChoiceItem<T>[]
  value: T
  onChange(value: T): void
  testId?: string
}

/** One of a few, with its label at the left. */
export function Choice<T extends string>({ label, items, value, onChange, testId }: ChoiceProps<T>) {
  return (
    <Select
      className="field choice"
      selectedKey={value}
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
          {items.map(({ id, name }) => (
            <ListBoxItem key={id} id={id} className="menu-item" textValue={name}>
              {({ isSelected }) => (
                <>
                  <span className="menu-tick">{isSelected && <Icon of={Check} size={14} />}</span>
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
