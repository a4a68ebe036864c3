/** What a file on the disk is known by: whether it is still the one that was read. */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'

export interface DiskFacts {
  size: number
  modifiedMs: number
  sha256: string
}

export const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

/** Undefined when there is no such file, or it cannot be read. */
export async function factsOf(path: string, bytes?: Uint8Array): Promise<DiskFacts | undefined> {
  try {
    const { size, mtimeMs } = await stat(path)
    return { size, modifiedMs: mtimeMs, sha256: hashOf(bytes ?? (await readFile(path))) }
  } catch {
    return undefined
  }
}

export type DiskState = 'same' | 'changed' | 'gone'

/**
 * Compares what is on the disk with what was read. Size and time spare the reading only where both are as they were;
 * that a time is earlier or later says nothing, because clocks are set back and shares have their own.
 */
export async function compareWithDisk(path: string, known: DiskFacts): Promise<DiskState> {
  try {
    const { size, mtimeMs } = await stat(path)
    if (size === known.size && mtimeMs === known.modifiedMs) return 'same'
    if (size !== known.size) return 'changed'
    return hashOf(await readFile(path)) === known.sha256 ? 'same' : 'changed'
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : ''
    return code === 'ENOENT' || code === 'ENOTDIR' ? 'gone' : 'changed'
  }
}
