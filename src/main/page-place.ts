/** Where the page of one window is: its file as it was last read or written, the lock on it, and the eye on it. */
import { realpath } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Adopted } from '../shared/ipc-files.ts'
import { compareWithDisk, type DiskFacts, type DiskState } from './files/disk-facts.ts'
import { type LockHolder, PageLock } from './files/page-lock.ts'
import { type SaveOutcome, savePage } from './files/save-page.ts'
import { watchFile } from './files/watch-file.ts'

export class PagePlace {
  readonly path: string
  #facts: DiskFacts | undefined
  #lock: PageLock | undefined
  #holder: LockHolder | undefined
  /** The person has chosen to replace what another program wrote. */
  #keepMine = false
  #saving = false
  #state: DiskState = 'same'
  readonly #stopWatching: () => void

  private constructor(path: string, facts: DiskFacts | undefined, onDisk: (state: DiskState) => void) {
    this.path = path
    this.#facts = facts
    this.#stopWatching = watchFile(path, () => void this.#look(onDisk))
  }

  /** `facts` are of the bytes that the window shows. */
  static async take(
    path: string,
    facts: DiskFacts | undefined,
    onDisk: (state: DiskState) => void,
  ): Promise<PagePlace> {
    const target = await realpath(path).catch(() => path)
    const place = new PagePlace(target, facts, onDisk)
    await place.#takeLock()
    return place
  }

  get facts(): DiskFacts | undefined {
    return this.#facts
  }

  get adopted(): Adopted {
    return {
      path: this.path,
      name: basename(this.path),
      ...(this.#holder && { holder: this.#holder }),
    }
  }

  /** What the page was read from again, or may now replace. */
  knows(facts: DiskFacts | undefined): void {
    this.#facts = facts
    this.#state = 'same'
  }

  keepMine(): void {
    this.#keepMine = true
  }

  /** Another program of ours that has the page open now. */
  async heldBy(): Promise<LockHolder | undefined> {
    if (this.#lock || this.#keepMine) return undefined
    await this.#takeLock()
    return this.#holder
  }

  async save(bytes: Uint8Array): Promise<SaveOutcome> {
    this.#saving = true
    try {
      const outcome = await savePage(this.path, bytes, this.#keepMine ? undefined : this.#facts)
      if (outcome.ok) {
        this.knows(outcome.facts)
        this.#keepMine = false
      }
      return outcome
    } finally {
      this.#saving = false
    }
  }

  async leave(): Promise<void> {
    this.#stopWatching()
    await this.#lock?.release()
    this.#lock = undefined
  }

  async #takeLock(): Promise<void> {
    const { lock, holder } = await PageLock.take(this.path)
    this.#lock = lock
    this.#holder = holder
  }

  async #look(onDisk: (state: DiskState) => void): Promise<void> {
    if (this.#saving || !this.#facts) return
    const state = await compareWithDisk(this.path, this.#facts)
    if (this.#saving || state === this.#state) return
    this.#state = state
    onDisk(state)
  }
}
