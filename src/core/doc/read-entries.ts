/** The entries of a `.banxin` zip, within limits on their sizes, number and paths. */
import { type Diagnostic, fail, ok, type Result } from '../diagnostics.ts'
import { readDirectory, unpackEntry, type ZipEntry } from './zip.ts'

const MAX_ENTRY_BYTES = 64 * 1024 * 1024
const MAX_TOTAL_BYTES = 1024 * 1024 * 1024
const MAX_ENTRIES = 1000
const MAX_PATH = 400
const ZIP_MAGIC = [0x50, 0x4b, 0x03, 0x04]

export type Entries = ReadonlyMap<string, Uint8Array>

export const isBanxinFile = (bytes: Uint8Array): boolean => ZIP_MAGIC.every((byte, i) => bytes[i] === byte)

/** Absolute, with a drive, leading out of the folder, or longer than any path of ours. */
const isUnsafe = (path: string): boolean =>
  path.length > MAX_PATH || /(^|[\\/])\.\.([\\/]|$)|^[\\/]|^[A-Za-z]:|\u0000/.test(path)

/** Error `page-unsafe-path` or `page-too-large`, by what the zip says of its entries, before any is unpacked. */
export function judgeEntries(entries: readonly ZipEntry[], file: string): Diagnostic | undefined {
  const refuse = (code: string, path: string): Diagnostic => ({
    code,
    severity: 'error',
    at: { file },
    params: { path: path.slice(0, 80) },
  })
  let total = 0
  for (const [index, { path, size }] of entries.entries()) {
    total += size
    if (isUnsafe(path)) return refuse('page-unsafe-path', path)
    if (size > MAX_ENTRY_BYTES || total > MAX_TOTAL_BYTES || index >= MAX_ENTRIES)
      return refuse('page-too-large', path)
  }
  return undefined
}

/** Errors: `page-not-banxin` (no zip), `page-damaged` (a broken one; `path` is the entry, if it is one), `page-too-large`, `page-unsafe-path`. */
export function readEntries(bytes: Uint8Array, file: string): Result<Entries> {
  if (!isBanxinFile(bytes)) return fail('page-not-banxin', { at: { file } })
  const directory = readDirectory(bytes)
  if (!directory) return fail('page-damaged', { at: { file } })
  const refused = judgeEntries(directory, file)
  if (refused) return { ok: false, error: refused }
  const entries = new Map<string, Uint8Array>()
  for (const entry of directory) {
    if (entry.path.endsWith('/')) continue
    const unpacked = unpackEntry(bytes, entry)
    if (!unpacked?.whole) return fail('page-damaged', { at: { file }, params: { path: entry.path } })
    entries.set(entry.path, unpacked.content)
  }
  return ok(entries)
}
