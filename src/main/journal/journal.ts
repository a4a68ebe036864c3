/**
 * The journal of one window: every change of its page, on the disk within a tenth of a second, so that neither a
 * crash nor a power cut loses more. A folder of its own holds it with the pictures and the dump that it needs, by hash.
 */
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../files/disk-facts.ts'
import { encodeFact, type JournalHeader, type SavingFact } from './facts.ts'
import { encodeFrame, MAGIC, readFrames } from './frames.ts'

export const JOURNAL = 'journal.bxj'
interface Waiting {
  frame: Buffer
  done: (error?: unknown) => void
}

export class Journal {
  readonly id: string
  readonly #folder: string
  #file: FileHandle | undefined
  /** Where the last whole frame ends: a write that failed half way is written over. */
  #end = 0
  #waiting: Waiting[] = []
  /** Written, and not yet known to be on the disk. */
  #unsynced: Waiting[] = []
  /** While another file is being made to take the place of this one: what has come since, for that one too. */
  #since: Buffer[] | undefined
  #work: Promise<unknown> = Promise.resolve()
  #syncing: Promise<void> = Promise.resolve()

  private constructor(root: string, id: string) {
    this.id = id
    this.#folder = join(root, id)
  }

  /** A new journal; `entries` are what it begins with. Throws what the file system throws. */
  static async begin(root: string, header: JournalHeader, entries: readonly Uint8Array[]): Promise<Journal> {
    const journal = new Journal(root, `${Date.now().toString(36)}-${randomUUID().slice(0, 8)}`)
    await mkdir(journal.#folder, { recursive: true })
    await journal.restart(header, entries)
    return journal
  }

  /** Goes on with a journal that was found; what was half written at its end is cut off. */
  static async resume(root: string, id: string): Promise<Journal> {
    const journal = new Journal(root, id)
    const path = join(journal.#folder, JOURNAL)
    const { end } = readFrames(await readFile(path))
    journal.#file = await open(path, 'r+')
    await journal.#file.truncate(end)
    journal.#end = end
    return journal
  }

  /**
   * Begins anew, after a save, with all entries since what was saved. Meanwhile the old file goes on as it was, and
   * stays until the new one is complete; entries that still wait are among the new ones.
   */
  async restart(header: JournalHeader, entries: readonly Uint8Array[]): Promise<void> {
    const path = join(this.#folder, JOURNAL)
    const content = Buffer.concat([
      MAGIC,
      encodeFrame({ kind: 'fact', bytes: encodeFact(header) }),
      ...entries.map((bytes) => encodeFrame({ kind: 'entry', bytes })),
    ])
    this.#since = []
    const next = await open(`${path}.new`, 'w+')
    try {
      await next.writeFile(content)
      await next.datasync()
    } catch (error) {
      this.#since = undefined
      await next.close()
      throw error
    }
    await this.#inTurn(() => this.#replace(path, next, content.length))
  }

  async #replace(path: string, next: FileHandle, length: number): Promise<void> {
    this.#write()
    const old = this.#file
    // From here on, until the new file is in its place, entries wait.
    this.#file = undefined
    const since = Buffer.concat(this.#since ?? [])
    this.#since = undefined
    try {
      writeAll(next, since, length)
      // An open file cannot be replaced on Windows.
      if (process.platform === 'win32') await Promise.all([next.close(), old?.close()])
      await rename(`${path}.new`, path)
      this.#end = length + since.length
    } finally {
      this.#file = process.platform === 'win32' ? await open(path, 'r+') : next
      this.#write()
    }
    void this.#sync()
    if (process.platform !== 'win32') await old?.close()
  }

  /** Resolves when the entry is on the disk. One that could not be written waits and goes with the next. */
  append(bytes: Uint8Array): Promise<void> {
    return this.#add(encodeFrame({ kind: 'entry', bytes }))
  }

  /** To be called before the file is put in place. */
  saving(fact: SavingFact): Promise<void> {
    return this.#add(encodeFrame({ kind: 'fact', bytes: encodeFact(fact) }))
  }

  /** Keeps bytes that entries name by their hash. */
  async keep(bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, hashOf(bytes))
    await writeFile(`${path}.new`, bytes)
    await rename(`${path}.new`, path)
  }

  async close(): Promise<void> {
    await this.#inTurn(async () => {
      this.#write()
      await this.#sync()
      await this.#file?.close()
      this.#file = undefined
    })
  }

  /** Nothing in it is needed any more. */
  async remove(): Promise<void> {
    await this.close()
    await rm(this.#folder, { recursive: true, force: true })
  }

  #add(frame: Buffer): Promise<void> {
    this.#since?.push(frame)
    const written = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ frame, done: (error) => (error === undefined ? resolve() : reject(error)) })
    })
    this.#write()
    return written
  }

  /**
   * At once, and without giving the thread away: a few hundred bytes into the system's memory cost less than a turn of
   * a pool of threads on a busy machine, and from then on a killed process loses nothing. The disk follows beside.
   */
  #write(): void {
    const batch = this.#waiting
    if (!this.#file || batch.length === 0) return
    const content = Buffer.concat(batch.map(({ frame }) => frame))
    try {
      writeAll(this.#file, content, this.#end)
    } catch (error) {
      refuse(batch, error)
      return
    }
    this.#end += content.length
    this.#waiting = this.#waiting.slice(batch.length)
    this.#unsynced.push(...batch)
    void this.#sync()
  }

  /** One after the other: what is written while the disk is busy goes with the next. */
  #sync(): Promise<void> {
    this.#syncing = this.#syncing.then(() => this.#syncNow())
    return this.#syncing
  }

  async #syncNow(): Promise<void> {
    const batch = this.#unsynced.splice(0)
    if (!this.#file || batch.length === 0) {
      this.#unsynced.unshift(...batch)
      return
    }
    try {
      await this.#file.datasync()
      for (const { done } of batch) done()
    } catch (error) {
      refuse(batch, error)
    }
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(task, task)
    this.#work = turn.catch(() => undefined)
    return turn
  }
}

/** They stay where they are, to go with the next; nobody waits for them any more. */
function refuse(batch: readonly Waiting[], error: unknown): void {
  for (const each of batch) {
    each.done(error)
    each.done = () => undefined
  }
}

function writeAll(file: FileHandle, content: Buffer, position: number): void {
  for (let done = 0; done < content.length; ) {
    done += writeSync(file.fd, content, done, content.length - done, position + done)
  }
}
