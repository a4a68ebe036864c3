/** A window: isolated, sandboxed, with a title bar of its own, and closed to every other address. */
import { join } from 'node:path'
import { BrowserWindow, nativeTheme, type Session, type WebContents } from 'electron'
import type { WindowState } from '../shared/ipc.ts'
import type { Preferences } from '../shared/ipc-files.ts'
import type { WindowPlace } from './files/window-state.ts'
import { ORIGIN } from './scheme.ts'
import { tell } from './tell.ts'

/** The panel colour of each theme, so that nothing flashes before the first frame. */
const BACKGROUND = { light: '#f6f4ef', dark: '#201e1c' }

export interface WindowLook {
  place: WindowPlace
  theme: Preferences['theme']
}

export function createWindow(builtFolder: string, { place, theme }: WindowLook): BrowserWindow {
  const { maximized, ...bounds } = place
  const dark = theme === 'dark' || (theme === 'system' && nativeTheme.shouldUseDarkColors)
  const window = new BrowserWindow({
    ...bounds,
    minWidth: 960,
    minHeight: 640,
    show: false,
    title: '版心',
    backgroundColor: dark ? BACKGROUND.dark : BACKGROUND.light,
    ...(process.platform === 'darwin'
      ? { titleBarStyle: 'hiddenInset' as const, trafficLightPosition: { x: 12, y: 11 } }
      : { frame: false }),
    webPreferences: {
      preload: join(builtFolder, 'preload', 'index.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webSecurity: true,
      spellcheck: false,
    },
  })
  window.once('ready-to-show', () => {
    window.show()
    if (maximized) window.maximize()
  })
  const sendState = () => tell(window, 'window:state', stateOf(window))
  window.on('maximize', sendState)
  window.on('unmaximize', sendState)
  window.on('enter-full-screen', sendState)
  window.on('leave-full-screen', sendState)
  return window
}

export const stateOf = (window: BrowserWindow): WindowState => ({
  maximized: window.isMaximized(),
  fullScreen: window.isFullScreen(),
})

/** Where the window would stand if it were neither maximized nor minimized. */
export const placeOf = (window: BrowserWindow): WindowPlace => ({
  ...window.getNormalBounds(),
  maximized: window.isMaximized(),
})

/** For every document that there will ever be: no other address, no window of its own, no web view. */
export function closeToOtherAddresses(contents: WebContents): void {
  contents.on('will-navigate', (event) => event.preventDefault())
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
}

/** Nothing that a page could ask for (camera, notifications, …) is needed. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
  session.setPermissionCheckHandler(() => false)
}

/** The document that is loaded: the built one, or the development server's when there is one. */
export function startAddress(packaged: boolean): string {
  const development = packaged ? undefined : process.env.ELECTRON_RENDERER_URL
  return development ?? `${ORIGIN}/index.html`
}
