/** One window with its page: the file it came from, its journal, and whether it may be closed. */
import { randomUUID } from 'node:crypto'
import { realpath, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import type { BrowserWindow } from 'electron'
import { readForOpening, writeProblem } from '../adapters/files.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import type { FileAnswer, TellChannel, Tells } from '../shared/ipc.ts'
import type { Adopted, PageState, PageToSave, SavePageAnswer, WindowIntent } from '../shared/ipc-files.ts'
import { type DiskFacts, factsOf, hashOf } from './files/disk-facts.ts'
import { previousPathOf, savePage } from './files/save-page.ts'
import type { JournalHeader } from './journal/facts.ts'
import { findJournals } from './journal/found.ts'
import { Journal } from './journal/journal.ts'
import { PagePlace } from './page-place.ts'
import { tell } from './tell.ts'

/** What was read, until the window shows it. */
interface Read {
  path: string
  facts: DiskFacts | undefined
}

export class WindowHost {
  readonly window: BrowserWindow
  readonly #journals: string
  intent: WindowIntent
  page: PageState = { title: '', dirty: false, empty: true }
  place: PagePlace | undefined
  journal: Journal | undefined
  /** When the window last asked for anything: whether it is alive. */
  heardMs = Date.now()
  /** Its person has answered, or there is nothing to lose. */
  mayClose = false
  readonly #read = new Map<string, Read>()
  /** What changes the page's place happens in the order in which it was asked. */
  readonly #places = new Turns()
  /** So does what changes its journal, which never waits for a page that is being written. */
  readonly #entries = new Turns()
  #adopting: Promise<unknown> = Promise.resolve()

  constructor(window: BrowserWindow, journals: string, intent: WindowIntent) {
    this.window = window
    this.#journals = journals
    this.intent = intent
  }

  tell<C extends TellChannel>(channel: C, ...args: Tells[C]): void {
    tell(this.window, channel, ...args)
  }

  /** Reads a file for this window; it becomes the window's page when the window says that it shows it. */
  async read(path: string): Promise<FileAnswer> {
    const target = await realpath(path).catch(() => path)
    const answer = await readForOpening(target)
    const token = randomUUID()
    const facts = answer.ok ? await factsOf(target, answer.bytes) : undefined
    this.#read.set(token, { path: target, facts })
    const previous = await isFile(previousPathOf(target))
    return { ...answer, token, ...(previous && { previous }) }
  }

  async readPrevious(token: string): Promise<FileAnswer> {
    const read = this.#read.get(token)
    if (!read) throw new Error('no such token')
    const answer = await readForOpening(previousPathOf(read.path))
    return answer.ok ? { ...answer, name: basename(read.path), token } : answer
  }

  /** Only pages have a place; what was read from a text is saved where the person says. */
  adopt(token: string | undefined): Promise<Adopted> {
    const read = token === undefined ? undefined : this.#read.get(token)
    this.#read.clear()
    void this.endJournal()
    return this.#adopt(async () => (read?.path.endsWith('.banxin') ? this.#take(read.path, read.facts) : {}))
  }

  pathOf(token: string | undefined): string | undefined {
    return token === undefined ? undefined : this.#read.get(token)?.path
  }

  async readAgain(): Promise<FileAnswer> {
    const { place } = this
    if (!place) throw new Error('the page has no file')
    return this.read(place.path)
  }

  /** To the page's own place. */
  save(page: PageToSave): Promise<SavePageAnswer> {
    return this.#places.run(() => this.#save(page))
  }

  async #save(page: PageToSave): Promise<SavePageAnswer> {
    const { place } = this
    if (!place) throw new Error('the page has no file')
    const name = basename(place.path)
    const holder = await place.heldBy()
    if (holder) return { ok: false, name, conflict: 'held', holder }
    await this.#announce(place.path, page)
    const outcome = await place.save(page.bytes)
    return outcome.ok ? { ok: true, path: place.path, name, copy: false } : { ...outcome, name }
  }

  /** To a place that the person has chosen; a copy leaves the page where it is. */
  saveAt(path: string, page: PageToSave): Promise<SavePageAnswer> {
    return this.#places.run(() => this.#saveAt(path, page))
  }

  async #saveAt(path: string, page: PageToSave): Promise<SavePageAnswer> {
    const name = basename(path)
    const own = (await realpath(path).catch(() => path)) === this.place?.path
    if (own) {
      this.place?.keepMine()
      return this.#save(page)
    }
    const copy = page.how === 'copy'
    if (!copy) await this.#announce(path, page)
    const outcome = await savePage(path, page.bytes)
    if (!outcome.ok) return { ...outcome, name }
    if (!copy) {
      await this.place?.leave()
      await this.#take(path, outcome.facts)
    }
    return { ok: true, path, name, copy }
  }

  /** What is appended next belongs to the journal that begins here, also while its file is still being made. */
  beginJournal(name: string, entries: readonly Uint8Array[]): Promise<Diagnostic | null> {
    let going: Promise<unknown> = Promise.resolve()
    const begun = this.#entries.run(async () => {
      await this.#adopting
      const { place, journal } = this
      const header: JournalHeader = {
        fact: 'header',
        name,
        startedAt: new Date().toISOString(),
        ...(place?.facts && { file: { path: place.path, ...place.facts } }),
      }
      if (!journal) {
        this.journal = await Journal.begin(this.#journals, header, entries)
        return
      }
      going = journal.restart(header, entries)
      going.catch(() => undefined)
    })
    return toldOf(begun.then(() => going))
  }

  appendToJournal(entries: readonly Uint8Array[]): Promise<Diagnostic | null> {
    return this.#journaling(async () => {
      const { journal } = this
      if (!journal) throw new Error('no journal was begun')
      return Promise.all(entries.map((entry) => journal.append(entry)))
    })
  }

  keepForJournal(bytes: Uint8Array): Promise<Diagnostic | null> {
    return this.#journaling(async () => {
      if (!this.journal) throw new Error('no journal was begun')
      return this.journal.keep(bytes)
    })
  }

  endJournal(): Promise<void> {
    return this.#entries.run(() => this.#endJournal())
  }

  /** Goes on with a journal that was found. As a page of its file it may replace that only as the journal knew it. */
  async resume(id: string, copy: boolean, inUse: ReadonlySet<string>): Promise<Adopted | null> {
    const resumed = this.#entries.run(async () => {
      const found = (await findJournals(this.#journals, inUse, Date.now())).find((each) => each.id === id)
      if (!found) return undefined
      await this.#endJournal()
      this.journal = await Journal.resume(this.#journals, id)
      return found
    })
    const { file } = (await resumed) ?? {}
    if (!(await resumed)) return null
    return this.#adopt(async () => (copy || !file ? {} : this.#take(file.path, file)))
  }

  /** The window is gone: its journal stays only where something in it was not saved. */
  async end(lost: boolean): Promise<void> {
    await this.place?.leave()
    if (lost) await this.journal?.close()
    else await this.journal?.remove()
  }

  /** Leaves the place that the page had, and takes another. */
  #adopt(take: () => Promise<Adopted>): Promise<Adopted> {
    const adopted = this.#places.run(async () => {
      await this.place?.leave()
      this.place = undefined
      return take()
    })
    this.#adopting = adopted.catch(() => undefined)
    return adopted
  }

  async #take(path: string, facts: DiskFacts | undefined): Promise<Adopted> {
    this.place = await PagePlace.take(path, facts, (state) => this.tell('file:disk', state))
    return this.place.adopted
  }

  /** A journal that cannot be written must not keep the page from being saved. */
  async #announce(path: string, { bytes, entries }: PageToSave): Promise<void> {
    await this.journal
      ?.saving({ fact: 'saving', path, sha256: hashOf(bytes), entries })
      .catch(() => undefined)
  }

  async #endJournal(): Promise<void> {
    const { journal } = this
    this.journal = undefined
    await journal?.remove()
  }

  /** Begun in the order in which it was asked; what takes long goes on beside what follows. */
  async #journaling(work: () => Promise<unknown>): Promise<Diagnostic | null> {
    let going: Promise<unknown> = Promise.resolve()
    const begun = this.#entries.run(async () => {
      going = work()
      going.catch(() => undefined)
    })
    return toldOf(begun.then(() => going))
  }
}

/** One thing after the other. */
class Turns {
  #last: Promise<unknown> = Promise.resolve()

  run<T>(work: () => Promise<T>): Promise<T> {
    const turn = this.#last.then(work)
    this.#last = turn.catch(() => undefined)
    return turn
  }
}

/** What kept a journal from being written, for the window to say. */
async function toldOf(work: Promise<unknown>): Promise<Diagnostic | null> {
  try {
    await work
    return null
  } catch (error) {
    const { code } = writeProblem(error, '')
    return { code: code === 'disk-full' ? 'journal-disk-full' : 'journal-failed', severity: 'error' }
  }
}

const isFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (facts) => facts.isFile(),
    () => false,
  )
