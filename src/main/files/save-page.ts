/**
 * Saving a page in its place: never over what another program has written there, always whole, and with the version
 * before it kept beside it. Beside and not in the user's own folder, because the next one who opens the page on a shared
 * drive must find it too; hidden by its name, because it is no page to work on.
 */
import { copyFile, link, realpath, rename, rm } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { writeAtomically } from '../../adapters/files.ts'
import type { Diagnostic } from '../../core/diagnostics.ts'
import { compareWithDisk, type DiskFacts, factsOf } from './disk-facts.ts'

export type SaveOutcome =
  | { ok: true; facts: DiskFacts | undefined }
  | { ok: false; error: Diagnostic }
  /** Another program has changed the file since it was read; nothing was written. */
  | { ok: false; conflict: 'changed' }

export const previousPathOf = (path: string): string => join(dirname(path), `.${basename(path)}.bak`)

/** `known` is the file as this program last read or wrote it; without it the person has chosen to replace it. */
export async function savePage(path: string, bytes: Uint8Array, known?: DiskFacts): Promise<SaveOutcome> {
  if (known && (await compareWithDisk(path, known)) === 'changed') return { ok: false, conflict: 'changed' }
  await keepPrevious(path)
  const error = await writeAtomically(path, bytes)
  if (error) return { ok: false, error }
  return { ok: true, facts: await factsOf(path, bytes) }
}

/**
 * The file under a second name, so that it stays when the first name is given to the new one. A drive that has no
 * links gets a copy. That there is none before the first save, or on a full disk, must not keep the page from being saved.
 */
async function keepPrevious(path: string): Promise<void> {
  const target = await realpath(path).catch(() => path)
  const previous = previousPathOf(target)
  const next = `${previous}.new`
  try {
    await rm(next, { force: true })
    await link(target, next).catch(() => copyFile(target, next))
    await rename(next, previous)
  } catch {
    await rm(next, { force: true }).catch(() => undefined)
  }
}
