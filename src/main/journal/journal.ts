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
const GATHER_MS = 30

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
  #timer: NodeJS.Timeout | undefined
  #work: Promise<unknown> = Promise.resolve()

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
   * Begins anew, after a save, with all entries since what was saved. The old content stays until the new is complete;
   * entries that still wait are among the new ones.
   */
  restart(header: JournalHeader, entries: readonly Uint8Array[]): Promise<void> {
    const waiting = this.#waiting
    this.#waiting = []
    return this.#inTurn(async () => {
      const content = Buffer.concat([
        MAGIC,
        encodeFrame({ kind: 'fact', bytes: encodeFact(header) }),
        ...entries.map((bytes) => encodeFrame({ kind: 'entry', bytes })),
      ])
      try {
        await this.#replace(content)
      } catch (error) {
        this.#waiting = [...waiting, ...this.#waiting]
        throw error
      }
      for (const { done } of waiting) done()
    })
  }

  async #replace(content: Buffer): Promise<void> {
    const path = join(this.#folder, JOURNAL)
    const next = await open(`${path}.new`, 'w')
    try {
      await next.writeFile(content)
      await next.datasync()
    } finally {
      await next.close()
    }
    // An open file cannot be replaced on Windows.
    await this.#file?.close()
    this.#file = undefined
    try {
      await rename(`${path}.new`, path)
      this.#end = content.length
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
    const written = new Promise<void>((resolve, reject) => {
      this.#waiting.push({ frame, done: (error) => (error === undefined ? resolve() : reject(error)) })
    })
    this.#timer ??= setTimeout(() => void this.flush().catch(() => undefined), GATHER_MS)
    return written
  }

  async #write(): Promise<void> {
    const batch = this.#waiting
    if (!this.#file || batch.length === 0) return
    const content = Buffer.concat(batch.map(({ frame }) => frame))
    try {
      await this.#file.write(content, 0, content.length, this.#end)
      await this.#file.datasync()
    } catch (error) {
      // They stay in line, without anyone waiting, to go with the next.
      for (const each of batch) {
        each.done(error)
        each.done = () => undefined
      }
      throw error
    }
    this.#end += content.length
    this.#waiting = this.#waiting.slice(batch.length)
    for (const { done } of batch) done()
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#work.then(task, task)
    this.#work = turn.catch(() => undefined)
    return turn
  }
}
