/** All windows of the app, and what they share: the journals' folder, the recent files, the preferences. */
import { realpath } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { app, type BrowserWindow } from 'electron'
import type { FileAnswer } from '../shared/ipc.ts'
import type { Recoverable, RecoveryChoice, WindowIntent } from '../shared/ipc-files.ts'
import { PreferencesFile } from './files/preferences.ts'
import { Recents } from './files/recents.ts'
import { Thumbnails } from './files/thumbnails.ts'
import { findJournals } from './journal/found.ts'
import { WindowHost } from './window-host.ts'

/** A window that has not answered for so long when it is asked to close does not hold the app up. */
const SILENT_MS = 5000

export interface DeskOptions {
  userData: string
  /** Makes a window and loads the document into it. */
  openWindow(host: (window: BrowserWindow) => WindowHost): Promise<void>
  /** A window is silent and has unsaved changes: whether to close it all the same. */
  askAboutSilent(window: BrowserWindow): Promise<boolean>
}

export class Desk {
  readonly journals: string
  readonly templates: string
  readonly recents: Recents
  readonly preferences: PreferencesFile
  readonly thumbnails: Thumbnails
  readonly #options: DeskOptions
  readonly #hosts = new Set<WindowHost>()
  /** What must be on the disk before the app may end. */
  readonly #unfinished = new Set<Promise<unknown>>()
  #quitting = false
  #toldOfRecovery = false

  constructor(options: DeskOptions) {
    this.#options = options
    this.journals = join(options.userData, 'journals')
    this.templates = join(options.userData, 'templates')
    this.recents = new Recents(join(options.userData, 'recents.json'))
    this.thumbnails = new Thumbnails(join(options.userData, 'thumbnails'))
    this.preferences = new PreferencesFile(join(options.userData, 'preferences.json'))
  }

  get hosts(): readonly WindowHost[] {
    return [...this.#hosts]
  }

  hostOf(contents: unknown): WindowHost | undefined {
    return this.hosts.find(({ window }) => !window.isDestroyed() && window.webContents === contents)
  }

  async open(intent: WindowIntent): Promise<void> {
    await this.#options.openWindow((window) => {
      const host = new WindowHost(window, this.journals, intent)
      this.#hosts.add(host)
      this.#followClosing(host)
      this.#followCrash(host)
      return host
    })
  }

  /** Files from outside: where each is open already, in a window that has nothing yet, or in one of its own. */
  async openFiles(paths: readonly string[]): Promise<void> {
    for (const path of paths) {
      if (await this.showIfOpen(path, undefined)) continue
      const empty = this.hosts.find(({ page, journal }) => page.empty && !journal)
      if (empty) {
        show(empty.window)
        empty.tell('file:opened', await empty.read(path))
      } else await this.open({ kind: 'open', path })
    }
  }

  /** Reads a file for a window, unless another window has it open: that one comes to the front. */
  async readFor(host: WindowHost, path: string): Promise<FileAnswer | null> {
    return (await this.showIfOpen(path, host)) ? null : host.read(path)
  }

  /** Whether another window than `asking` has the file open. */
  async showIfOpen(path: string, asking: WindowHost | undefined): Promise<boolean> {
    const target = await realpath(path).catch(() => path)
    const other = this.hosts.find((host) => host !== asking && host.place?.path === target)
    if (!other) return false
    show(other.window)
    other.tell('file:already-open', basename(target))
    return true
  }

  async recoverable(): Promise<Recoverable[]> {
    const found = await findJournals(this.journals, this.journalsInUse, Date.now())
    return found.map(({ id, header, file, lastMs, saved, entries, disk, diskMs, torn }) => ({
      id,
      name: header.name,
      lastMs,
      saved,
      entries,
      disk,
      torn,
      ...(diskMs !== undefined && { diskMs }),
      ...(file && { path: file.path, savedMs: file.modifiedMs }),
    }))
  }

  /** How many pages the first window is to offer. */
  async takeRecoveryCount(): Promise<number> {
    if (this.#toldOfRecovery) return 0
    this.#toldOfRecovery = true
    return (await this.recoverable()).length
  }

  get journalsInUse(): ReadonlySet<string> {
    return new Set(this.hosts.flatMap(({ journal }) => (journal ? [journal.id] : [])))
  }

  async openRecovered(choices: readonly RecoveryChoice[]): Promise<void> {
    for (const choice of choices) await this.open({ kind: 'recover', choice })
  }

  /** The answer of a window that was asked to close. */
  async answerClosing(host: WindowHost, close: boolean): Promise<void> {
    if (!close) {
      this.#quitting = false
      return
    }
    host.page = { ...host.page, dirty: false }
    host.mayClose = true
    host.window.close()
  }

  /** The app wants to end: every window is asked in turn. */
  beginQuitting(): void {
    this.#quitting = true
  }

  get isBusy(): boolean {
    return this.#unfinished.size > 0
  }

  async settle(): Promise<void> {
    while (this.isBusy) await Promise.allSettled(this.#unfinished)
  }

  /** The app does not end before this has. */
  finishing<T>(work: Promise<T>): Promise<T> {
    this.#unfinished.add(work)
    const done = () => this.#unfinished.delete(work)
    work.then(done, done)
    return work
  }

  #followClosing(host: WindowHost): void {
    const { window } = host
    window.on('close', (event) => {
      if (host.mayClose || !host.page.dirty) return
      event.preventDefault()
      const askedMs = Date.now()
      host.tell('window:closing')
      setTimeout(() => {
        if (window.isDestroyed() || host.heardMs >= askedMs) return
        void this.#options.askAboutSilent(window).then((close) => {
          if (!close) this.#quitting = false
          else if (!window.isDestroyed()) window.destroy()
        })
      }, SILENT_MS).unref()
    })
    window.on('closed', () => {
      this.#hosts.delete(host)
      void this.finishing(host.end(host.page.dirty)).finally(() => {
        if (this.#quitting || this.#hosts.size === 0) app.quit()
      })
    })
  }

  /** The page of a window whose process ended comes back from its journal. */
  #followCrash(host: WindowHost): void {
    host.window.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit' || host.window.isDestroyed()) return
      const { journal } = host
      host.journal = undefined
      void (async () => {
        await journal?.close()
        await host.place?.leave()
        host.place = undefined
        if (journal) host.intent = { kind: 'recover', choice: { id: journal.id, as: 'mine' } }
        if (!host.window.isDestroyed()) host.window.webContents.reload()
      })()
    })
  }
}

function show(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore()
  window.focus()
}
