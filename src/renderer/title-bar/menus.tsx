import { Check } from 'lucide-react'
import {
  Button,
  Keyboard,
  Menu,
  MenuItem,
  MenuTrigger,
  Popover,
  Separator,
  Text,
} from 'react-aria-components'
import { type CommandId, MENUS } from '../../shared/ipc.ts'
import { commands, isEnabled, runCommand } from '../commands/commands.ts'
import { firstKey } from '../commands/keys.ts'
import { focusWork } from '../commands/regions.ts'
import { Icon } from '../icons.tsx'
import { app } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** The menus in the window; on macOS the system's menu bar has them. */
export function Menus() {
  const say = useSay()
  return (
    <nav className="menus" aria-label={say('region.menus')}>
      {MENUS.map((menu) => (
        <MenuTrigger key={menu.id}>
          <Button className="menu-button" data-testid={`menu-${menu.id}`}>
            {say(`menu.${menu.id}`)}
          </Button>
          <Popover className="popover" placement="bottom start" offset={4}>
            <MenuList entries={menu.entries} label={say(`menu.${menu.id}`)} />
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  )
}

function MenuList({ entries, label }: { entries: readonly (CommandId | '-')[]; label: string }) {
  const say = useSay()
  const state = useStore(app, (whole) => whole)
  const mac = state.start?.platform === 'darwin'
  const off = entries.filter((entry): entry is CommandId => entry !== '-' && !isEnabled(entry, state))
  return (
    <Menu
      className="menu"
      aria-label={label}
      disabledKeys={off}
      onAction={(key) => leaveMenus(() => void runCommand(key as CommandId))}
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
            {key && <Keyboard className="menu-key">{key}</Keyboard>}
          </MenuItem>
        )
      })}
    </Menu>
  )
}

/** As with a system's menus, the keys go back to the work before a command runs: what it opens returns them there. */
function leaveMenus(run: () => void): void {
  // The menu gives the focus back to its button in the frame after it closes.
  requestAnimationFrame(() =>
    requestAnimationFrame(() => {
      if (document.activeElement?.closest('.menus')) focusWork()
      run()
    }),
  )
}
