/** The journals that an earlier run has left: what a crash could not take, or a person put off. */
import { readdir, readFile, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { compareWithDisk, type DiskFacts, type DiskState, factsOf, hashOf } from '../files/disk-facts.ts'
import { decodeFact, type JournalHeader } from './facts.ts'
import { type Frame, readFrames } from './frames.ts'
import { JOURNAL } from './journal.ts'

export interface FoundJournal {
  id: string
  header: JournalHeader
  /** When the last entry was written, by the clock of that time. */
  lastMs: number
  /** Entries that the file has, the page as it was among them, and those that no file has. */
  saved: number
  entries: number
  /** The page's file as it was when it was last saved. */
  file?: { path: string } & DiskFacts
  /** What stands there now; a page that was never saved has none. */
  disk: DiskState | 'none'
  /** When another program changed it. */
  diskMs?: number
  /** Its end was cut off in the middle of an entry. */
  torn: boolean
}

/** What was not recovered is kept for so long. */
const KEEP_MS = 30 * 24 * 3600 * 1000
const ID = /^[a-z0-9]{1,16}-[0-9a-f]{8}$/

/** All with changes that were not saved, the latest first; those with none are removed, and those that are too old. */
export async function findJournals(
  root: string,
  inUse: ReadonlySet<string>,
  nowMs: number,
): Promise<FoundJournal[]> {
  const names = await readdir(root).catch(() => [])
  const found: FoundJournal[] = []
  for (const id of names) {
    if (!ID.test(id) || inUse.has(id)) continue
    const journal = await look(root, id)
    if (journal === 'unreadable') continue
    // A clock that was set back makes nothing old.
    const tooOld = journal !== 'empty' && nowMs - journal.lastMs > KEEP_MS
    if (journal !== 'empty' && journal.entries > 0 && !tooOld) found.push(journal)
    else await rm(join(root, id), { recursive: true, force: true })
  }
  return found.sort((a, b) => b.lastMs - a.lastMs)
}

/** `unreadable` may be readable another time: a disk that does not answer is no reason to remove anything. */
async function look(root: string, id: string): Promise<FoundJournal | 'empty' | 'unreadable'> {
  try {
    const path = join(root, id, JOURNAL)
    const [bytes, { mtimeMs }] = await Promise.all([readFile(path), stat(path)])
    const { frames, end } = readFrames(bytes)
    const header = headerOf(frames)
    if (!header) return 'empty'
    const { disk, file, saved } = await standing(header, frames)
    const entries = frames.filter(({ kind }) => kind === 'entry').length - saved
    const changed = disk === 'changed' && file ? await stat(file.path).catch(() => undefined) : undefined
    return {
      id,
      header,
      lastMs: mtimeMs,
      saved,
      entries,
      disk,
      torn: end < bytes.length,
      ...(file && { file }),
      ...(changed && { diskMs: changed.mtimeMs }),
    }
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'ENOENT' ? 'empty' : 'unreadable'
  }
}

function headerOf(frames: readonly Frame[]): JournalHeader | undefined {
  const fact = frames[0]?.kind === 'fact' ? decodeFact(frames[0].bytes) : undefined
  return fact?.fact === 'header' ? fact : undefined
}

/** How the page's file stands to the journal, and how many entries it has in it: the first at least. */
async function standing(
  header: JournalHeader,
  frames: readonly Frame[],
): Promise<Pick<FoundJournal, 'disk' | 'file'> & { saved: number }> {
  const saving = frames
    .flatMap(({ kind, bytes }) => (kind === 'fact' ? [decodeFact(bytes)] : []))
    .findLast((fact) => fact?.fact === 'saving')
  if (saving?.fact === 'saving') {
    const onDisk = await readFile(saving.path).catch(() => undefined)
    const facts = onDisk && hashOf(onDisk) === saving.sha256 && (await factsOf(saving.path, onDisk))
    if (facts) return { disk: 'same', file: { path: saving.path, ...facts }, saved: saving.entries }
  }
  const { file } = header
  if (!file) return { disk: 'none', saved: 1 }
  return { disk: await compareWithDisk(file.path, file), file, saved: 1 }
}

/** The entries of a journal, the page as it was first. Undefined for an id that is none of ours, or is gone. */
export async function readEntriesOf(root: string, id: string): Promise<Uint8Array[] | undefined> {
  if (!ID.test(id)) return undefined
  const bytes = await readFile(join(root, id, JOURNAL)).catch(() => undefined)
  if (!bytes) return undefined
  return readFrames(bytes).frames.flatMap(({ kind, bytes }) => (kind === 'entry' ? [bytes] : []))
}

/** Bytes that an entry names by their hash; undefined when they are gone, or are others. */
export async function readKept(root: string, id: string, sha256: string): Promise<Uint8Array | undefined> {
  if (!ID.test(id) || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  const bytes = await readFile(join(root, id, sha256)).catch(() => undefined)
  return bytes && hashOf(bytes) === sha256 ? new Uint8Array(bytes) : undefined
}

export async function removeJournal(root: string, id: string): Promise<void> {
  if (ID.test(id)) await rm(join(root, id), { recursive: true, force: true })
}
