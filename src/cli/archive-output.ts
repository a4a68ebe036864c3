/** The folder that an archive's results go to. */
import { mkdir, readdir, realpath, rm, stat } from 'node:fs/promises'
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path'
import { writeProblem } from '../adapters/files.ts'
import { fail, ok, type Result } from '../core/diagnostics.ts'
import { problem } from './archive-job.ts'
import { Ledger } from './archive-ledger.ts'
import type { ArchivePage } from './archive-pages.ts'

/**
 * Makes the folder where there is none, clears it of what a killed run left half-written, opens its ledger.
 *
 * Errors: `archive-inside`, `not-a-folder`, and those of writing a file.
 */
export async function openOutput(
  folder: string,
  output: string,
  pages: readonly ArchivePage[],
): Promise<Result<Ledger>> {
  if (await isInside(output, folder)) return { ok: false, error: problem('archive-inside', output) }
  const there = await stat(output).catch(() => undefined)
  if (there && !there.isDirectory()) return fail('not-a-folder', { at: { file: output } })
  try {
    await mkdir(output, { recursive: true })
    const folders = new Set(['.', ...pages.map((page) => dirname(page.output))])
    for (const each of folders) await removeHalfWritten(join(output, each))
    return ok(await Ledger.open(output))
  } catch (error) {
    return { ok: false, error: writeProblem(error, output) }
  }
}

async function isInside(output: string, folder: string): Promise<boolean> {
  const path = relative(await realpath(folder), await futurePath(resolve(output)))
  return !(path === '..' || path.startsWith(`..${sep}`) || isAbsolute(path))
}

/** The true path of what may not exist yet. */
async function futurePath(path: string): Promise<string> {
  if (dirname(path) === path) return path
  return realpath(path).catch(async () => join(await futurePath(dirname(path)), basename(path)))
}

/** What `writeAtomically` had not yet put in its place when the program was killed. */
async function removeHalfWritten(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  const half = names.filter((name) => /^\..+\.jsonl?\.[0-9a-f]{8}\.tmp$/.test(name))
  await Promise.all(half.map((name) => rm(join(folder, name), { force: true })))
}
