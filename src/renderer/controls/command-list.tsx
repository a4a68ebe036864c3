import { Check } from 'lucide-react'
import { Menu, MenuItem, Separator, Text } from 'react-aria-components'
import type { CommandId, MenuEntry } from '../../shared/ipc.ts'
import { commands, isEnabled } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'
import { MenuKey } from './menu-key.tsx'

interface CommandListProps {
  entries: readonly MenuEntry[]
  label: string
  onRun(id: CommandId): void
  testId?: string
  autoFocus?: boolean
}

/** A menu of commands, each with its key, its tick and whether it can run now. */
export function CommandList({ entries, label, onRun, testId, autoFocus = false }: CommandListProps) {
  const say = useSay()
  const state = useStore(app, (whole) => whole)
  const mac = state.start?.platform === 'darwin'
  const off = entries.filter((entry): entry is CommandId => entry !== '-' && !isEnabled(entry, state))
  return (
    <Menu
      className="menu"
      aria-label={label}
      disabledKeys={off}
      onAction={(key) => onRun(key as CommandId)}
      {...(autoFocus && { autoFocus: 'first' })}
      {...(testId && { 'data-testid': testId })}
    >
      {entries.map((entry, index) => {
        if (entry === '-') return <Separator key={`line-${entries[index + 1]}`} className="menu-line" />
        const name = say(`command.${entry}`)
        const on = commands[entry].on?.(state) ?? false
        const key = firstKey(entry, mac)
        return (
          <MenuItem key={entry} id={entry} className="menu-item" textValue={name} data-testid={entry}>
            <span className="menu-tick">{on && <Icon of={Check} size={14} />}</span>
            <Text slot="label">{name}</Text>
            {on && <span className="visually-hidden">✓</span>}
            <MenuKey of={key} />
          </MenuItem>
        )
      })}
    </Menu>
  )
}
