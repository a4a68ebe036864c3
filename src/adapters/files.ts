/** Reading what is opened and writing what is saved. Failures are values; the catalogue has the words for them. */
import { randomUUID } from 'node:crypto'
import { open, readFile, realpath, rename, rm, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Diagnostic } from '../core/diagnostics.ts'
import type { FileAnswer } from '../shared/ipc.ts'

/** A dump is a few dozen kB and a page with its pictures some hundred MB; beyond this it is the wrong file. */
const LARGEST_FILE_BYTES = 512 * 1024 * 1024

export async function readForOpening(path: string): Promise<FileAnswer> {
  const name = basename(path)
  try {
    const facts = await stat(path)
    if (!facts.isFile()) return { ok: false, name, error: problem('file-not-a-file', name) }
    if (facts.size > LARGEST_FILE_BYTES) {
      const params = { mb: Math.round(facts.size / 1024 / 1024), maxMb: LARGEST_FILE_BYTES / 1024 / 1024 }
      return { ok: false, name, error: problem('source-too-large', name, params) }
    }
    return { ok: true, name, bytes: new Uint8Array(await readFile(path)) }
  } catch (error) {
    return { ok: false, name, error: problem(READ_CODES[errorCode(error)] ?? 'file-unreadable', name) }
  }
}

/**
 * Writes a whole file or nothing: into a new file in the same folder, through to the disk, then in place of
 * the old one. Whatever fails, the old file stays and no half of the new one does.
 */
export async function writeAtomically(path: string, bytes: Uint8Array): Promise<Diagnostic | undefined> {
  const name = basename(path)
  const target = await realpath(path).catch(() => path)
  const temporary = join(dirname(target), `.${name}.${randomUUID().slice(0, 8)}.tmp`)
  try {
    // A device or a folder has no content to be replaced, and a rename would put a file in its place.
    const there = await stat(target).catch(() => undefined)
    if (there && !there.isFile()) return problem('not-a-regular-file', path)
    const file = await open(temporary, 'wx')
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
    await syncFolder(dirname(target))
    return undefined
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => undefined)
    return writeProblem(error, name)
  }
}

/** The rename itself is on the disk only when the folder is; Windows cannot open a folder and needs not. */
async function syncFolder(folder: string): Promise<void> {
  try {
    const handle = await open(folder, 'r')
    await handle.sync().finally(() => handle.close())
  } catch {
    // The file is complete all the same.
  }
}

export const writeProblem = (error: unknown, name: string): Diagnostic =>
  problem(WRITE_CODES[errorCode(error)] ?? 'write-failed', name)

const READ_CODES: Record<string, string> = {
  ENOENT: 'file-not-found',
  ENOTDIR: 'file-not-found',
  EACCES: 'not-readable',
  EPERM: 'not-readable',
}

const WRITE_CODES: Record<string, string> = {
  EACCES: 'not-writable',
  EPERM: 'not-writable',
  EROFS: 'not-writable',
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  ENOENT: 'folder-not-found',
  ENOTDIR: 'folder-not-found',
  EBUSY: 'file-in-use',
  EISDIR: 'file-in-use',
  ...Object.fromEntries(
    // What network drives answer when their server has gone.
    ['ENOTCONN', 'ESTALE', 'EHOSTDOWN', 'EHOSTUNREACH', 'ENETDOWN', 'ENETUNREACH', 'ETIMEDOUT', 'ENXIO'].map(
      (code) => [code, 'share-gone'],
    ),
  ),
}

function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}

function problem(code: string, file: string, params?: Diagnostic['params']): Diagnostic {
  return { code, severity: 'error', at: { file }, params: { file, ...params } }
}
