/** Answers to the window about pictures, profiles and printing. */
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { writeAtomically } from '../adapters/files.ts'
import type { PrintAsks } from '../shared/ipc-print.ts'
import { type Language, message } from '../shared/messages.ts'
import { PICTURE_ENDINGS, readPictureFile, stampOf } from './picture-files.ts'
import { forgetProfile, importProfile, listProfiles, readProfileFile } from './profiles.ts'

interface PrintContext {
  window: BrowserWindow
  language(): Language
  /** Told of every file written, so that it may be opened and shown. */
  onWritten(path: string): void
}

type PrintHandlers = {
  [C in keyof PrintAsks]: (...args: PrintAsks[C]['args']) => Promise<PrintAsks[C]['answer']>
}

/** So many paths at once; a page has some dozens of pictures. */
const MOST_PATHS = 1000

export function printHandlers({ window, language, onWritten }: PrintContext): PrintHandlers {
  const granted = new Set<string>()
  let lastFolder: string | undefined
  const profiles = () => join(app.getPath('userData'), 'icc')
  const filterAll = () => ({ name: message(language(), 'dialog.all-files'), extensions: ['*'] })

  const choose = async (title: 'dialog.profile' | 'dialog.picture', extensions: string[], many: boolean) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: message(language(), title),
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [{ name: message(language(), `${title}-files`), extensions }, filterAll()],
    })
    return canceled || filePaths.length === 0 ? null : filePaths
  }

  return {
    'export:choose': async (fileName) => {
      const proposed = basename(fileName)
      const { canceled, filePath } = await dialog.showSaveDialog(window, {
        title: message(language(), 'dialog.export'),
        defaultPath: lastFolder === undefined ? proposed : join(lastFolder, proposed),
        filters: [{ name: message(language(), 'dialog.pdf'), extensions: ['pdf'] }],
      })
      if (canceled || !filePath) return null
      const path = extname(filePath) === '' ? `${filePath}.pdf` : filePath
      granted.add(path)
      lastFolder = dirname(path)
      return { path, name: basename(path) }
    },
    'export:write': async (path, bytes) => {
      const name = basename(path)
      if (!granted.has(path)) throw new Error(`Refused: ${name} was never chosen`)
      const error = await writeAtomically(path, bytes)
      if (error) return { ok: false, name, error }
      onWritten(path)
      return { ok: true, path, name }
    },
    'profile:import': async () => {
      const [path] = (await choose('dialog.profile', ['icc', 'icm'], false)) ?? []
      return path === undefined ? null : importProfile(profiles(), path)
    },
    'profile:list': () => listProfiles(profiles()),
    'profile:read': (id) => readProfileFile(profiles(), id),
    'profile:forget': async (id) => {
      await forgetProfile(profiles(), id)
      return undefined
    },
    'picture:choose': async (many) => {
      const paths = await choose('dialog.picture', PICTURE_ENDINGS, many)
      return paths && Promise.all(paths.map(readPictureFile))
    },
    'picture:check': (paths) => Promise.all(paths.slice(0, MOST_PATHS).map(stampOf)),
    'picture:read': readPictureFile,
  }
}
