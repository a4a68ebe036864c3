/** The desk's own page templates: one JSON file each, in a folder of the user's. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { writeAtomically } from '../adapters/files.ts'
import type { Diagnostic } from '../core/diagnostics.ts'

/** Names are made by the window and become file names: nothing else is taken. */
const NAME = /^own-[a-z0-9-]{1,60}$/
const MOST_BYTES = 2_000_000

/** What is stored and is JSON; whether it is a template the engine says. */
export async function listTemplates(folder: string): Promise<unknown[]> {
  const names = await readdir(folder).catch(() => [])
  const files = names.filter((name) => name.endsWith('.json') && NAME.test(name.slice(0, -5))).sort()
  const read = await Promise.all(files.map((name) => readJson(join(folder, name))))
  return read.filter((json) => json !== undefined)
}

/** What went wrong, if anything. */
export async function saveTemplate(
  folder: string,
  name: string,
  template: unknown,
): Promise<Diagnostic | undefined> {
  const bytes = new TextEncoder().encode(`${JSON.stringify(template, null, 2)}\n`)
  if (!NAME.test(name) || bytes.length > MOST_BYTES) {
    return { code: 'template-invalid', severity: 'error', at: { file: name } }
  }
  await mkdir(folder, { recursive: true })
  return writeAtomically(join(folder, `${name}.json`), bytes)
}

export async function deleteTemplate(folder: string, name: string): Promise<undefined> {
  if (NAME.test(name)) await rm(join(folder, `${name}.json`), { force: true })
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(path, 'utf8'))
  } catch {
    return undefined
  }
}
