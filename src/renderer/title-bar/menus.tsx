import { Button, MenuTrigger, Popover } from 'react-aria-components'
import { MENUS } from '../../shared/ipc.ts'
import { runCommand } from '../commands/commands.ts'
import { focusWork } from '../commands/regions.ts'
import { CommandList } from '../controls/command-list.tsx'
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
