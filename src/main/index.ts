/** Banxin's main process: windows over `app://bundle`, the files they open and save, their journals, and the menu. */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { app, type BrowserWindow, dialog, Menu, screen, session } from 'electron'
import type { CommandId } from '../shared/ipc.ts'
import { message } from '../shared/messages.ts'
import { fileArguments } from './arguments.ts'
import { Desk } from './desk.ts'
import { readJsonFile, writeJsonFile } from './files/json-file.ts'
import { FIRST_PLACE, placeFor, type WindowPlace, WindowPlaceSchema } from './files/window-state.ts'
import { answerWindows } from './ipc.ts'
import { buildMenu } from './menu.ts'
import { ORIGIN, registerScheme, serveBundle } from './scheme.ts'
import { tell } from './tell.ts'
import { closeToOtherAddresses, createWindow, denyPermissions, placeOf, startAddress } from './window.ts'
import type { WindowHost } from './window-host.ts'

const MAC = process.platform === 'darwin'
/** The folder that holds main, preload and renderer, inside the package or the checkout. */
const BUILT = dirname(dirname(fileURLToPath(import.meta.url)))
const FONTS = app.isPackaged ? join(process.resourcesPath, 'fonts') : join(BUILT, 'fonts')
const SAMPLE = app.isPackaged
  ? join(process.resourcesPath, 'samples', 'page08.txt')
  : join(app.getAppPath(), 'assets', 'samples', 'page08.txt')

/** Files that the system named before the app was ready. */
const early = fileArguments(process.argv, app.isPackaged, process.cwd())
let desk: Desk | undefined

app.enableSandbox()
registerScheme()
process.on('uncaughtException', reportBug)
process.on('unhandledRejection', reportBug)

if (app.requestSingleInstanceLock()) {
  app.on('second-instance', (_event, argv, folder) => {
    const files = fileArguments(argv, app.isPackaged, folder)
    if (files.length > 0) void desk?.openFiles(files)
    else void desk?.open({ kind: 'welcome' })
  })
  app.on('open-file', (event, path) => {
    event.preventDefault()
    if (desk) void desk.openFiles([path])
    else early.push(path)
  })
  // The windows' own end decides when the app ends, because their journals must be closed first.
  app.on('window-all-closed', () => undefined)
  app.on('before-quit', () => desk?.beginQuitting())
  app.on('will-quit', (event) => {
    if (!desk?.isBusy) return
    event.preventDefault()
    void desk.settle().then(() => app.quit())
  })
  app.on('web-contents-created', (_event, contents) => closeToOtherAddresses(contents))
  void app.whenReady().then(start)
} else {
  app.quit()
}

async function start(): Promise<void> {
  const { defaultSession } = session
  serveBundle(defaultSession, { renderer: join(BUILT, 'renderer'), fonts: FONTS })
  denyPermissions(defaultSession)
  const address = startAddress(app.isPackaged)
  const userData = app.getPath('userData')
  const placeFile = join(userData, 'window.json')
  let place: WindowPlace = await readJsonFile(placeFile, WindowPlaceSchema, FIRST_PLACE)

  async function openWindow(hostOf: (window: BrowserWindow) => WindowHost): Promise<void> {
    const screens = screen.getAllDisplays().map(({ workArea }) => workArea)
    const window = createWindow(BUILT, {
      place: placeFor(place, screens, own.hosts.length),
      theme: own.preferences.now.theme,
    })
    hostOf(window)
    window.on('close', () => {
      place = placeOf(window)
      void own.finishing(writeJsonFile(placeFile, place))
    })
    showMenus()
    const settings = encodeURIComponent(JSON.stringify(own.preferences.now))
    await window.loadURL(`${address}?preferences=${settings}`)
    // A zoom belongs to the address, which was not there before.
    window.webContents.setZoomFactor(own.preferences.now.scale / 100)
  }

  const own = new Desk({ userData, openWindow, askAboutSilent })
  desk = own
  await own.preferences.load({ language: /^zh\b/.test(app.getLocale()) || !MAC ? 'zh' : 'en' })
  answerWindows({
    desk: own,
    origin: address.startsWith(`${ORIGIN}/`) ? ORIGIN : new URL(address).origin,
    sample: SAMPLE,
    fonts: FONTS,
    showMenus,
  })
  const [first, ...others] = early
  await own.open(first === undefined ? { kind: 'welcome' } : { kind: 'open', path: first })
  await own.openFiles(others)
}

/** The menu acts on the window that has the focus. */
function showMenus(): void {
  if (!desk) return
  const { language } = desk.preferences.now
  const run = (command: CommandId, window: BrowserWindow | undefined) => {
    const target = window ?? desk?.hosts.at(-1)?.window
    if (target) tell(target, 'menu:command', command)
  }
  Menu.setApplicationMenu(buildMenu(language, MAC, run))
  if (!MAC) for (const { window } of desk.hosts) window.setMenuBarVisibility(false)
}

async function askAboutSilent(window: BrowserWindow): Promise<boolean> {
  const language = desk?.preferences.now.language ?? 'zh'
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: message(language, 'silent.title'),
    detail: message(language, 'silent.text'),
    buttons: [message(language, 'silent.wait'), message(language, 'silent.close')],
    defaultId: 0,
    cancelId: 0,
  })
  return response === 1
}

/** A bug: say so and keep the windows, because what is on them may still be saved. */
function reportBug(error: unknown): void {
  console.error(error)
  if (!app.isReady()) return
  const detail = error instanceof Error ? error.message : String(error)
  const language = desk?.preferences.now.language ?? 'zh'
  dialog.showErrorBox(message(language, 'bug.title'), message(language, 'bug.text', { detail }))
}
