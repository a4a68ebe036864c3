/** The files that pictures come from, on the desk's disk. */
import { open, stat } from 'node:fs/promises'
import { basename, isAbsolute } from 'node:path'
import { readForOpening } from '../adapters/files.ts'
import { foreignKind, mimeOf } from '../adapters/pictures/kinds.ts'
import type { FileStamp, PictureAnswer } from '../shared/ipc-print.ts'

/** Endings of pictures that can be placed, for the dialog. */
export const PICTURE_ENDINGS = ['jpg', 'jpeg', 'png', 'tif', 'tiff', 'webp']

/** So many bytes tell a picture's kind. */
const HEAD_BYTES = 4096

/**
 * A path may come out of a page's file, which anybody may have made: only a local one is touched. A name of another
 * machine would send the user's credentials there.
 */
const isLocal = (path: string): boolean => isAbsolute(path) && !/^[\\/]{2}/.test(path)

export async function stampOf(path: string): Promise<FileStamp | null> {
  if (!isLocal(path)) return null
  try {
    const facts = await stat(path)
    return facts.isFile() ? { size: facts.size, modifiedMs: facts.mtimeMs } : null
  } catch {
    return null
  }
}

/** With where it came from. Errors: those of reading a file; `picture-unknown-kind` for a file that is no picture. */
export async function readPictureFile(path: string): Promise<PictureAnswer> {
  const name = basename(path)
  const head = isLocal(path) ? await headOf(path) : undefined
  // Files of other kinds are named by the decoder; a secret is no picture of any kind.
  if (head && head.length > 0 && mimeOf(head) === undefined && foreignKind(head) === undefined)
    return { ok: false, name, error: { code: 'picture-unknown-kind', severity: 'error', params: { name } } }
  const stamp = await stampOf(path)
  const file = await readForOpening(path)
  if (!file.ok) return file
  return { ...file, origin: { path, ...(stamp ?? { size: file.bytes.length, modifiedMs: 0 }) } }
}

async function headOf(path: string): Promise<Uint8Array | undefined> {
  try {
    const file = await open(path, 'r')
    try {
      const buffer = new Uint8Array(HEAD_BYTES)
      const { bytesRead } = await file.read(buffer, 0, HEAD_BYTES, 0)
      return buffer.subarray(0, bytesRead)
    } finally {
      await file.close()
    }
  } catch {
    return undefined
  }
}
