/**
 * The journal of one window: every change of its page, on the disk within a tenth of a second, so that neither a
 * crash nor a power cut loses more. A folder of its own holds it with the pictures and the dump that it needs, by hash.
 */
import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { hashOf } from '../files/disk-facts.ts'
import { encodeFact, type JournalHeader, type SavingFact } from './facts.ts'
import { encodeFrame, MAGIC, readFrames } from './frames.ts'

export const JOURNAL = 'journal.bxj'
/** How long entries are gathered before they go to the disk together. */
const GATHER_MS = 10

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
  #timer: NodeJS.Timeout | undefined
  #work: Promise<unknown> = Promise.resolve()
  #syncing: Promise<void> | undefined

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
    await this.#write()
    const since = Buffer.concat(this.#since ?? [])
    this.#since = undefined
    try {
      await next.write(since, 0, since.length, length)
      await next.datasync()
    } finally {
      await next.close()
    }
    // An open file cannot be replaced on Windows.
    await this.#syncing
    await this.#file?.close()
    this.#file = undefined
    try {
      await rename(`${path}.new`, path)
      this.#end = length + since.length
      for (const { done } of this.#unsynced.splice(0)) done()
    } finally {
      this.#file = await open(path, 'r+').catch(() => undefined)
    }
  }

  /** Resolves when the entry is on the disk. One that could not be written waits and goes with the next. */
  append(bytes: Uint8Array): Promise<void> {
    return this.#add(encodeFrame({ kind: 'entry', bytes }))
  }

  /** To be called before the file is put in place. */
  saving(fact: SavingFact): Promise<void> {
    const written = this.#add(encodeFrame({ kind: 'fact', bytes: encodeFact(fact) }))
    void this.flush()
    return written
  }

  /** Keeps bytes that entries name by their hash. */
  async keep(bytes: Uint8Array): Promise<void> {
    const path = join(this.#folder, hashOf(bytes))
    await writeFile(`${path}.new`, bytes)
    await rename(`${path}.new`, path)
  }

  /** Writes what waits, now. */
  flush(): Promise<void> {
    clearTimeout(this.#timer)
    this.#timer = undefined
    return this.#inTurn(() => this.#write())
  }

  async close(): Promise<void> {
    await this.flush().catch(() => undefined)
    await this.#sync()
    await this.#inTurn(async () => {
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
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), GATHER_MS)
    return written
  }

  /**
   * A killed process loses nothing that was written, a power cut nothing that is on the disk: so the next entries are
   * written while the disk is still busy with those before.
   */
  async #write(): Promise<void> {
    const batch = this.#waiting
    if (!this.#file || batch.length === 0) return
    const content = Buffer.concat(batch.map(({ frame }) => frame))
    try {
      await this.#file.write(content, 0, content.length, this.#end)
    } catch (error) {
      refuse(batch, error)
      throw error
    }
    this.#end += content.length
    this.#waiting = this.#waiting.slice(batch.length)
    this.#unsynced.push(...batch)
    void this.#sync()
  }

  #sync(): Promise<void> {
    this.#syncing ??= this.#syncNow().finally(() => {
      this.#syncing = undefined
    })
    return this.#syncing
  }

  async #syncNow(): Promise<void> {
    while (this.#file && this.#unsynced.length > 0) {
      const batch = this.#unsynced.splice(0)
      try {
        await this.#file.datasync()
        for (const { done } of batch) done()
      } catch (error) {
        refuse(batch, error)
      }
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
