import { Menu as MenuIcon } from 'lucide-react'
import { Button, Menu, MenuItem, MenuTrigger, Popover, SubmenuTrigger, Text } from 'react-aria-components'
import { MENUS } from '../../shared/ipc.ts'
import { runCommand } from '../commands/commands.ts'
import { focusWork } from '../commands/regions.ts'
import { CommandList } from '../controls/command-list.tsx'
import { Icon } from '../icons.tsx'
import { app, hasRail } from '../state/app-state.ts'
import { useStore } from '../state/store.ts'
import { useSay } from '../state/words.ts'

/** The menus in the window; on macOS the system's menu bar has them. */
export function Menus() {
  const say = useSay()
  const compact = useStore(app, hasRail)
  if (compact) return <OneMenu />
  return (
    <nav className="menus" aria-label={say('region.menus')}>
      {MENUS.map((menu) => (
        <MenuTrigger key={menu.id}>
          <Button className="menu-button" data-testid={`menu-${menu.id}`}>
            {say(`menu.${menu.id}`)}
          </Button>
          <Popover className="popover" placement="bottom start" offset={4}>
            <CommandList
              entries={menu.entries}
              label={say(`menu.${menu.id}`)}
              onRun={(id) => leaveMenus(() => void runCommand(id))}
            />
          </Popover>
        </MenuTrigger>
      ))}
    </nav>
  )
}

/** In a narrow window all menus are behind one sign. */
function OneMenu() {
  const say = useSay()
  return (
    <nav className="menus" aria-label={say('region.menus')}>
      <MenuTrigger>
        <Button className="menu-button" aria-label={say('region.menus')} data-testid="menus">
          <Icon of={MenuIcon} />
        </Button>
        <Popover className="popover" placement="bottom start" offset={4}>
          <Menu className="menu" aria-label={say('region.menus')}>
            {MENUS.map((menu) => (
              <SubmenuTrigger key={menu.id}>
                <MenuItem id={menu.id} className="menu-item" data-testid={`menu-${menu.id}`}>
                  <Text slot="label">{say(`menu.${menu.id}`)}</Text>
                  <span className="menu-more" aria-hidden="true" />
                </MenuItem>
                <Popover className="popover" offset={-2}>
                  <CommandList
                    entries={menu.entries}
                    label={say(`menu.${menu.id}`)}
                    onRun={(id) => leaveMenus(() => void runCommand(id))}
                  />
                </Popover>
              </SubmenuTrigger>
            ))}
          </Menu>
        </Popover>
      </MenuTrigger>
    </nav>
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
