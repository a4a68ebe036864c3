/** Banxin's main process: one window over `app://bundle`, the files it opens and saves, and the menu. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, BrowserWindow, dialog, Menu, session } from 'electron'
import { readForOpening } from '../adapters/files.ts'
import type { CommandId } from '../shared/ipc.ts'
import { type Language, message } from '../shared/messages.ts'
import { fileArgument } from './arguments.ts'
import { answerWindow } from './ipc.ts'
import { buildMenu } from './menu.ts'
import { ORIGIN, registerScheme, serveBundle } from './scheme.ts'
import { tell } from './tell.ts'
import { createWindow, denyPermissions, startAddress } from './window.ts'

const MAC = process.platform === 'darwin'
/** The folder that holds main, preload and renderer, inside the package or the checkout. */
const BUILT = dirname(dirname(fileURLToPath(import.meta.url)))

let language: Language = 'zh'
let launchFile = fileArgument(process.argv, app.isPackaged, process.cwd())

registerScheme()
process.on('uncaughtException', reportBug)
process.on('unhandledRejection', reportBug)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, folder) => {
    const window = BrowserWindow.getAllWindows()[0]
    if (!window) return
    if (window.isMinimized()) window.restore()
    window.focus()
    const file = fileArgument(argv, app.isPackaged, folder)
    if (file !== undefined) void sendFile(window, file)
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    const window = BrowserWindow.getAllWindows()[0]
    if (window) void sendFile(window, path)
    else launchFile = path
  })
  app.on('window-all-closed', () => app.quit())
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const { defaultSession } = session
  serveBundle(defaultSession, {
    renderer: join(BUILT, 'renderer'),
    fonts: app.isPackaged ? join(process.resourcesPath, 'fonts') : join(BUILT, 'fonts'),
  })
  denyPermissions(defaultSession)
  const window = createWindow(BUILT)
  const address = startAddress(app.isPackaged)
  answerWindow({
    window,
    origin: address.startsWith(`${ORIGIN}/`) ? ORIGIN : new URL(address).origin,
    sample: app.isPackaged
      ? join(process.resourcesPath, 'samples', 'page08.txt')
      : join(app.getAppPath(), 'assets', 'samples', 'page08.txt'),
    takeLaunchFile() {
      const file = launchFile
      launchFile = undefined
      return file
    },
    language: () => language,
    setLanguage(next) {
      language = next
      showMenu(window)
    },
  })
  showMenu(window)
  await window.loadURL(address)
}

function showMenu(window: BrowserWindow): void {
  const run = (command: CommandId) => tell(window, 'menu:command', command)
  Menu.setApplicationMenu(buildMenu(language, MAC, run))
  if (!MAC) window.setMenuBarVisibility(false)
}

async function sendFile(window: BrowserWindow, path: string): Promise<void> {
  tell(window, 'file:opened', await readForOpening(path))
}

/** A bug: say so and keep the window, because what is on it may still be exported. */
function reportBug(error: unknown): void {
  console.error(error)
  if (!app.isReady()) return
  const detail = error instanceof Error ? error.message : String(error)
  dialog.showErrorBox(message(language, 'bug.title'), message(language, 'bug.text', { detail }))
}
