/** Answers about files: the dialogs, what is read and what is written. */
import { existsSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { app, type BrowserWindow, dialog, shell } from 'electron'
import { readForOpening } from '../adapters/files.ts'
import { fontFile } from '../adapters/font-files.ts'
import type { FileAnswer, SaveAnswer } from '../shared/ipc.ts'
import type { PackageFiles, PageToSave, SavePageAnswer } from '../shared/ipc-files.ts'
import { type Language, message } from '../shared/messages.ts'
import { writePackage } from './files/package-folder.ts'
import type { Answers, IpcContext } from './ipc.ts'
import type { WindowHost } from './window-host.ts'

type FileChannel = Extract<keyof Answers, `file:${string}`>

export function fileAnswers({ desk, sample, fonts, written }: IpcContext): Pick<Answers, FileChannel> {
  const language = (): Language => desk.preferences.now.language
  const remember = async (path: string, title: string) => {
    await desk.recents.add(path, title === '' ? basename(path) : title)
    app.addRecentDocument(path)
  }
  const recents = async () => {
    const list = await desk.recents.list()
    await desk.thumbnails.prune(list.map(({ path }) => path))
    return Promise.all(
      list.map(async (recent) => {
        const thumbnail = await desk.thumbnails.read(recent.path)
        return thumbnail ? { ...recent, thumbnail } : recent
      }),
    )
  }
  return {
    'file:open': (host) => askAndRead(host, language(), (path) => desk.readFor(host, path)),
    'file:sample': () => readForOpening(sample),
    'file:view': async (_host, path) => written.has(path) && (await shell.openPath(path)) === '',
    'file:reveal': (_host, path) => {
      if (written.has(path)) shell.showItemInFolder(path)
      return written.has(path)
    },
    'file:open-recent': async (host, path) => {
      if (!(await desk.recents.has(path))) throw new Error('not a recent file')
      return desk.readFor(host, path)
    },
    'file:recents': () => recents(),
    'file:thumbnail': async (host, png) => {
      if (host.place) await desk.thumbnails.keep(host.place.path, png)
      return undefined
    },
    'file:forget-recent': async (_host, path) => {
      await desk.recents.forget(path)
      return recents()
    },
    'file:adopt': async (host, token, title) => {
      const path = host.pathOf(token)
      const adopted = await host.adopt(token)
      if (path !== undefined) await remember(path, title)
      host.window.setRepresentedFilename(adopted.path ?? '')
      return adopted
    },
    'file:save-page': async (host, page) => {
      const answer = await savePageOf(host, page, language())
      if (answer?.ok) {
        written.add(answer.path)
        if (!answer.copy) {
          host.window.setRepresentedFilename(answer.path)
          await remember(answer.path, page.title)
        }
      }
      return answer
    },
    'file:read-again': (host) => host.readAgain(),
    'file:read-previous': (host, token) => host.readPrevious(token),
    'file:keep-mine': (host) => {
      host.place?.keepMine()
      return undefined
    },
    'file:package': async (host, files) => {
      const answer = await askAndPackage(host.window, language(), files, fonts)
      if (answer?.ok) written.add(answer.path)
      return answer
    },
  }
  async function savePageOf(
    host: WindowHost,
    page: PageToSave,
    inLanguage: Language,
  ): Promise<SavePageAnswer | null> {
    if (page.how === 'save' && host.place) return host.save(page)
    const path = await askWhere(host, page, inLanguage)
    if (path === undefined) return null
    if (await desk.showIfOpen(path, host)) {
      const name = basename(path)
      return { ok: false, name, error: { code: 'open-elsewhere', severity: 'error', params: { file: name } } }
    }
    return host.saveAt(path, page)
  }
}

async function askAndRead(
  { window }: WindowHost,
  language: Language,
  read: (path: string) => Promise<FileAnswer | null>,
): Promise<FileAnswer | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: message(language, 'dialog.open'),
    properties: ['openFile'],
    filters: [
      { name: message(language, 'dialog.openable'), extensions: ['txt', 'banxin'] },
      { name: message(language, 'dialog.all-files'), extensions: ['*'] },
    ],
  })
  const path = filePaths[0]
  return canceled || path === undefined ? null : read(path)
}

async function askWhere(host: WindowHost, page: PageToSave, language: Language): Promise<string | undefined> {
  const { how, fileName } = page
  const folder = host.place && dirname(host.place.path)
  const { canceled, filePath } = await dialog.showSaveDialog(host.window, {
    title: message(language, how === 'copy' ? 'dialog.save-copy' : 'dialog.save'),
    // The window proposes a name, never a place.
    defaultPath: folder ? join(folder, basename(fileName)) : basename(fileName),
    filters: [{ name: message(language, 'dialog.banxin'), extensions: ['banxin'] }],
  })
  if (canceled || !filePath) return undefined
  return withExtension(filePath, 'banxin')
}

const withExtension = (path: string, extension: string): string =>
  extname(path) === '' ? `${path}.${extension}` : path

async function askAndPackage(
  window: BrowserWindow,
  language: Language,
  { folderName, files, faces }: PackageFiles,
  fonts: string,
): Promise<SaveAnswer | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, {
    title: message(language, 'dialog.package'),
    properties: ['openDirectory', 'createDirectory'],
  })
  const parent = filePaths[0]
  if (canceled || parent === undefined) return null
  const copies = faces.flatMap((face) =>
    [fontFile(face, 'whole'), `${face}.licence.txt`, `${face}.source.txt`]
      .filter((name) => /^[\w.-]+$/.test(name) && existsSync(join(fonts, name)))
      .map((name) => ({ from: join(fonts, name), path: `fonts/${name}` })),
  )
  const packed = await writePackage(parent, folderName, { files, copies })
  const name = packed.ok ? basename(packed.path) : folderName
  return packed.ok ? { ok: true, path: packed.path, name } : { ok: false, name, error: packed.error }
}
