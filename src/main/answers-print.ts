/** Answers to the window about pictures, profiles and printing. */
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog } from 'electron'
import { writeAtomically } from '../adapters/files.ts'
import type { PrintAsks } from '../shared/ipc-print.ts'
import { type Language, message } from '../shared/messages.ts'
import type { Answers, IpcContext } from './ipc.ts'
import { PICTURE_ENDINGS, readPictureFile, stampOf } from './picture-files.ts'
import { forgetProfile, importProfile, listProfiles, readProfileFile } from './profiles.ts'
import type { WindowHost } from './window-host.ts'

type PrintAnswers = Pick<Answers, keyof PrintAsks>

/** So many paths at once; a page has some dozens of pictures. */
const MOST_PATHS = 1000

export function printAnswers({ desk, written }: IpcContext): PrintAnswers {
  /** Where each window was told to export to. */
  const granted = new WeakMap<WindowHost, Set<string>>()
  const language = (): Language => desk.preferences.now.language
  let lastFolder: string | undefined
  const profiles = () => join(app.getPath('userData'), 'icc')
  const filterAll = () => ({ name: message(language(), 'dialog.all-files'), extensions: ['*'] })

  const choose = async (
    window: BrowserWindow,
    title: 'dialog.profile' | 'dialog.picture',
    extensions: string[],
    many: boolean,
  ) => {
    const { canceled, filePaths } = await dialog.showOpenDialog(window, {
      title: message(language(), title),
      properties: many ? ['openFile', 'multiSelections'] : ['openFile'],
      filters: [{ name: message(language(), `${title}-files`), extensions }, filterAll()],
    })
    return canceled || filePaths.length === 0 ? null : filePaths
  }

  return {
    'export:choose': async (host, fileName) => {
      const proposed = basename(fileName)
      const { canceled, filePath } = await dialog.showSaveDialog(host.window, {
        title: message(language(), 'dialog.export'),
        defaultPath: lastFolder === undefined ? proposed : join(lastFolder, proposed),
        filters: [{ name: message(language(), 'dialog.pdf'), extensions: ['pdf'] }],
      })
      if (canceled || !filePath) return null
      const path = extname(filePath) === '' ? `${filePath}.pdf` : filePath
      granted.set(host, (granted.get(host) ?? new Set()).add(path))
      lastFolder = dirname(path)
      return { path, name: basename(path) }
    },
    'export:write': async (host, path, bytes) => {
      const name = basename(path)
      if (!granted.get(host)?.has(path)) throw new Error(`Refused: ${name} was never chosen`)
      const error = await writeAtomically(path, bytes)
      if (error) return { ok: false, name, error }
      written.add(path)
      return { ok: true, path, name }
    },
    'profile:import': async ({ window }) => {
      const [path] = (await choose(window, 'dialog.profile', ['icc', 'icm'], false)) ?? []
      return path === undefined ? null : importProfile(profiles(), path)
    },
    'profile:list': () => listProfiles(profiles()),
    'profile:read': (_host, id) => readProfileFile(profiles(), id),
    'profile:forget': async (_host, id) => {
      await forgetProfile(profiles(), id)
      return undefined
    },
    'picture:choose': async ({ window }, many) => {
      const paths = await choose(window, 'dialog.picture', PICTURE_ENDINGS, many)
      return paths && Promise.all(paths.map(readPictureFile))
    },
    'picture:check': (_host, paths) => Promise.all(paths.slice(0, MOST_PATHS).map(stampOf)),
    'picture:read': (_host, path) => readPictureFile(path),
  }
}
