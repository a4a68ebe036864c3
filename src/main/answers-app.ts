/** Answers about the app and its windows. */
import { mkdir } from 'node:fs/promises'
import { app, shell } from 'electron'
import type { StartFacts } from '../shared/ipc.ts'
import type { Answers, IpcContext } from './ipc.ts'
import { stateOf } from './window.ts'
import type { WindowHost } from './window-host.ts'

type AppChannel = Extract<keyof Answers, `app:${string}` | `window:${string}` | `preferences:${string}`>

export function appAnswers({ desk, showMenus }: IpcContext): Pick<Answers, AppChannel> {
  const start = async (host: WindowHost): Promise<StartFacts> => {
    const { platform } = process
    const { intent } = host
    // A document that was loaded again shows what its window has open.
    const path = host.place?.path ?? (intent.kind === 'open' ? intent.path : undefined)
    return {
      platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
      version: app.getVersion(),
      electron: process.versions.electron ?? '',
      chromium: process.versions.chrome ?? '',
      standIn: 'standin' in process.versions,
      file: path === undefined ? null : await host.read(path),
      intent,
      recoverable: intent.kind === 'recover' ? 0 : await desk.takeRecoveryCount(),
      preferences: desk.preferences.now,
      journals: desk.journals,
      window: stateOf(host.window),
    }
  }
  return {
    'app:start': start,
    'app:quit': () => {
      app.quit()
      return undefined
    },
    'window:do': ({ window }, act) => {
      if (act === 'minimize') window.minimize()
      else if (act === 'close') window.close()
      else if (act === 'toggle-maximize') window.isMaximized() ? window.unmaximize() : window.maximize()
      return undefined
    },
    'window:new': async (_host, intent) => {
      // A window may ask for a new one, and for no file by its path.
      await desk.open(intent.kind === 'new-page' ? { kind: 'new-page' } : { kind: 'welcome' })
      return undefined
    },
    'window:page': (host, { title, dirty, empty }) => {
      host.page = { title: String(title), dirty: dirty === true, empty: empty === true }
      host.mayClose = false
      host.window.setTitle(host.page.title === '' ? '版心' : host.page.title)
      host.window.setDocumentEdited(host.page.dirty)
      return undefined
    },
    'window:may-close': async (host, close) => {
      await desk.answerClosing(host, close === true)
      return undefined
    },
    'preferences:set': (_host, change) => {
      const now = desk.preferences.change(change)
      for (const each of desk.hosts) {
        each.window.webContents.setZoomFactor(now.scale / 100)
        each.tell('preferences:changed', now)
      }
      showMenus()
      return now
    },
    'preferences:reveal': async () => {
      await mkdir(desk.journals, { recursive: true })
      await shell.openPath(desk.journals)
      return undefined
    },
  }
}
