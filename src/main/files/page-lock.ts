/**
 * Tells other programs of ours, on this machine or on others that share the folder, that a page is open: a small file
 * beside it with who has it. A lock is advice: it makes the second one ask before it saves, and never keeps a page shut.
 */
import { randomUUID } from 'node:crypto'
import { readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { hostname, userInfo } from 'node:os'
import { basename, dirname, join } from 'node:path'

export interface LockHolder {
  host: string
  user: string
  pid: number
  /** ISO 8601. */
  since: string
}

interface LockFile extends LockHolder {
  token: string
}

/** A lock that nobody has refreshed for so long is nobody's. */
const STALE_MS = 5 * 60 * 1000
const REFRESH_MS = 60 * 1000

export const lockPathOf = (path: string): string => join(dirname(path), `.${basename(path)}.lock`)

export class PageLock {
  readonly #path: string
  readonly #token: string
  readonly #timer: NodeJS.Timeout

  private constructor(path: string, token: string) {
    this.#path = path
    this.#token = token
    this.#timer = setInterval(
      () => void utimes(path, new Date(), new Date()).catch(() => undefined),
      REFRESH_MS,
    )
    this.#timer.unref()
  }

  /** The lock, or who has it; neither in a folder that may not be written to, where nobody can save either. */
  static async take(path: string): Promise<{ lock?: PageLock; holder?: LockHolder }> {
    const lockPath = lockPathOf(path)
    const mine: LockFile = {
      host: hostname(),
      user: userName(),
      pid: process.pid,
      since: new Date().toISOString(),
      token: randomUUID(),
    }
    for (let attempt = 0; attempt < 2; attempt++) {
      try {
        await writeFile(lockPath, JSON.stringify(mine), { flag: 'wx' })
        await removeHalves(path)
        return { lock: new PageLock(lockPath, mine.token) }
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return {}
      }
      const holder = await livingHolder(lockPath)
      if (holder) return { holder }
      await rm(lockPath, { force: true })
    }
    return {}
  }

  /** Removes the lock if it is still this one. */
  async release(): Promise<void> {
    clearInterval(this.#timer)
    if ((await readLock(this.#path))?.token === this.#token) await rm(this.#path, { force: true })
  }
}

async function livingHolder(lockPath: string): Promise<LockHolder | undefined> {
  const [lock, facts] = await Promise.all([readLock(lockPath), stat(lockPath).catch(() => undefined)])
  if (!lock || !facts) return undefined
  // A time that is still to come is a clock that was set back, not an old lock.
  const stale = Date.now() - facts.mtimeMs > STALE_MS
  const dead = lock.host === hostname() && !isAlive(lock.pid)
  const { host, user, pid, since } = lock
  return stale || dead ? undefined : { host, user, pid, since }
}

async function readLock(path: string): Promise<LockFile | undefined> {
  try {
    const { host, user, pid, since, token }: Partial<LockFile> = JSON.parse(await readFile(path, 'utf8'))
    const known =
      [host, user, since, token].every((each) => typeof each === 'string') && typeof pid === 'number'
    return known ? ({ host, user, pid, since, token } as LockFile) : undefined
  } catch {
    return undefined
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    // It is there, and another user's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    // A user without an entry in the system's list.
    return ''
  }
}

/** What an atomic write of this page left behind when its process died; nobody else writes it while this lock holds. */
async function removeHalves(path: string): Promise<void> {
  const name = basename(path)
  const halves = (await readdir(dirname(path)).catch(() => [])).filter(
    (each) => each.startsWith(`.${name}.`) && /^\.[0-9a-f]{8}\.tmp$/.test(each.slice(name.length + 1)),
  )
  await Promise.all(halves.map((each) => rm(join(dirname(path), each), { force: true })))
}
