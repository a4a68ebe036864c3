/**
 * The application menu. On macOS it is the menu bar; elsewhere the window draws its own menus from the same
 * list, and this one stays hidden, without accelerators of its own, because the window matches the keys.
 */
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron'
import { COMMANDS, type CommandId, MENUS, type MenuEntry } from '../shared/ipc.ts'
import { type Language, message } from '../shared/messages.ts'

export function buildMenu(
  language: Language,
  mac: boolean,
  run: (command: CommandId, window: BrowserWindow | undefined) => void,
): Menu {
  const entry = (name: MenuEntry): MenuItemConstructorOptions => {
    if (name === '-') return { type: 'separator' }
    const accelerator = acceleratorOf(COMMANDS[name].keys?.[0])
    return {
      id: name,
      label: message(language, `command.${name}`),
      ...(accelerator ? { accelerator, registerAccelerator: mac } : {}),
      click: (_item, window) => run(name, window instanceof BrowserWindow ? window : undefined),
    }
  }
  const menus: MenuItemConstructorOptions[] = MENUS.map((menu) => ({
    id: `menu.${menu.id}`,
    label: message(language, `menu.${menu.id}`),
    submenu: menu.entries.filter((name) => !(mac && name === 'app.quit')).map(entry),
  }))
  if (mac) menus.unshift({ role: 'appMenu' })
  // Copying from the panels and typing into the palette need the system's own editing commands on macOS.
  const edit = menus.find(({ id }) => id === 'menu.edit')
  if (mac && Array.isArray(edit?.submenu)) {
    edit.submenu.push(
      { type: 'separator' },
      { role: 'cut' },
      { role: 'copy' },
      { role: 'paste' },
      { role: 'selectAll' },
    )
  }
  return Menu.buildFromTemplate(menus)
}

/** `Mod+Shift+KeyS` as Electron writes it, `CmdOrCtrl+Shift+S`; keys without a modifier are the window's. */
export function acceleratorOf(keys: string | undefined): string | undefined {
  if (!keys?.includes('Mod+')) return undefined
  return keys
    .split('+')
    .map((key) => ELECTRON_KEYS[key] ?? key.replace(/^(Key|Digit)/, ''))
    .join('+')
}

const ELECTRON_KEYS: Record<string, string> = {
  Mod: 'CmdOrCtrl',
  Equal: '=',
  Minus: '-',
  Slash: '/',
  Comma: ',',
  Quote: "'",
}
