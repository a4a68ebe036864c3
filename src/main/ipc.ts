/** Answers to the window: one handler a channel, each only for our own document in our own window. */
import { basename, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, type IpcMainInvokeEvent, ipcMain, shell } from 'electron'
import { readForOpening, writeAtomically } from '../adapters/files.ts'
import type { AskChannel, Asks, FileAnswer, FileToSave, SaveAnswer, StartFacts } from '../shared/ipc.ts'
import { type Language, message } from '../shared/messages.ts'
import { printHandlers } from './ipc-print.ts'
import { deleteTemplate, listTemplates, saveTemplate } from './templates.ts'
import { stateOf } from './window.ts'

export interface IpcContext {
  window: BrowserWindow
  /** The address whose documents may ask. */
  origin: string
  /** The sample page that comes with Banxin. */
  sample: string
  /** Read once, by the first document; a reload opens the sample. */
  takeLaunchFile(): string | undefined
  language(): Language
  setLanguage(language: Language): void
}

type Handlers = {
  [C in AskChannel]: (...args: Asks[C]['args']) => Asks[C]['answer'] | Promise<Asks[C]['answer']>
}

export function answerWindow(context: IpcContext): void {
  const saved = new Set<string>()
  const templates = () => join(app.getPath('userData'), 'templates')
  const { window } = context
  const handlers: Handlers = {
    'app:start': () => startFacts(context),
    'app:language': (language) => {
      context.setLanguage(language === 'en' ? 'en' : 'zh')
      return undefined
    },
    'app:quit': () => {
      app.quit()
      return undefined
    },
    'file:open': () => askAndRead(context),
    'file:sample': () => readForOpening(context.sample),
    'file:save': async (file) => {
      const answer = await askAndWrite(context, file)
      if (answer?.ok) saved.add(answer.path)
      return answer
    },
    'file:view': async (path) => saved.has(path) && (await shell.openPath(path)) === '',
    'file:reveal': (path) => {
      if (saved.has(path)) shell.showItemInFolder(path)
      return saved.has(path)
    },
    'templates:list': () => listTemplates(templates()),
    'templates:save': (name, template) => saveTemplate(templates(), name, template),
    'templates:delete': (name) => deleteTemplate(templates(), name),
    'window:do': (act) => {
      if (act === 'minimize') window.minimize()
      else if (act === 'close') window.close()
      else if (act === 'toggle-maximize') window.isMaximized() ? window.unmaximize() : window.maximize()
      return undefined
    },
    ...printHandlers({
      window,
      language: context.language,
      onWritten: (path) => saved.add(path),
    }),
  }
  for (const [channel, handler] of Object.entries(handlers)) {
    ipcMain.handle(channel, (event, ...args) => {
      if (!isOurs(event, context)) throw new Error(`Refused: ${channel} from another document`)
      return (handler as (...args: unknown[]) => unknown)(...args)
    })
  }
}

function isOurs(event: IpcMainInvokeEvent, context: IpcContext): boolean {
  const frame = event.senderFrame
  if (!frame || event.sender !== context.window.webContents || frame.parent) return false
  return URL.canParse(frame.url) && frame.url.startsWith(`${context.origin}/`)
}

async function startFacts(context: IpcContext): Promise<StartFacts> {
  const { platform } = process
  return {
    platform: platform === 'darwin' || platform === 'win32' ? platform : 'linux',
    version: app.getVersion(),
    electron: process.versions.electron ?? '',
    chromium: process.versions.chrome ?? '',
    standIn: 'standin' in process.versions,
    file: await readForOpening(context.takeLaunchFile() ?? context.sample),
    window: stateOf(context.window),
  }
}

async function askAndRead(context: IpcContext): Promise<FileAnswer | null> {
  const language = context.language()
  const { canceled, filePaths } = await dialog.showOpenDialog(context.window, {
    title: message(language, 'dialog.open'),
    properties: ['openFile'],
    filters: [
      { name: message(language, 'dialog.openable'), extensions: ['txt', 'banxin'] },
      { name: message(language, 'dialog.all-files'), extensions: ['*'] },
    ],
  })
  const path = filePaths[0]
  return canceled || path === undefined ? null : readForOpening(path)
}

async function askAndWrite(context: IpcContext, file: FileToSave): Promise<SaveAnswer | null> {
  const language = context.language()
  const extension = file.kind === 'pdf' ? 'pdf' : 'banxin'
  const { canceled, filePath } = await dialog.showSaveDialog(context.window, {
    title: message(language, file.kind === 'pdf' ? 'dialog.export' : 'dialog.save'),
    // The window proposes a name, never a place.
    defaultPath: basename(file.fileName),
    filters: [{ name: message(language, `dialog.${extension}`), extensions: [extension] }],
  })
  if (canceled || !filePath) return null
  const path = extname(filePath) === '' ? `${filePath}.${extension}` : filePath
  const name = basename(path)
  const error = await writeAtomically(path, file.bytes)
  return error ? { ok: false, name, error } : { ok: true, path, name }
}
