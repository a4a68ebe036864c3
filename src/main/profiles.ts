/** The ICC profiles that the user has imported: files in the folder of the program's own data. */
import { mkdir, readdir, readFile, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { readForOpening, writeAtomically } from '../adapters/files.ts'
import { readProfile } from '../core/pdf/icc.ts'
import type { ProfileAnswer, ProfileFacts } from '../shared/ipc-print.ts'

const FILE = /^([0-9a-f]{64})\.icc$/

/** Errors: those of reading a file, `profile-not-icc`, `profile-not-cmyk-output`. */
export async function importProfile(folder: string, path: string): Promise<ProfileAnswer> {
  const name = basename(path)
  const file = await readForOpening(path)
  if (!file.ok) return file
  const profile = readProfile(file.bytes)
  if (!profile.ok) return { ok: false, name, error: profile.error }
  const id = bytesToHex(sha256(file.bytes))
  await mkdir(folder, { recursive: true })
  const failed = await writeAtomically(join(folder, `${id}.icc`), file.bytes)
  if (failed) return { ok: false, name, error: failed }
  return { ok: true, profile: { id, description: profile.value.description || name } }
}

/** By their names; a file that is damaged meanwhile is none. */
export async function listProfiles(folder: string): Promise<ProfileFacts[]> {
  const names = await readdir(folder).catch((): string[] => [])
  const found = await Promise.all(names.map((name) => factsOf(folder, name)))
  return found.flatMap((facts) => facts ?? []).sort((a, b) => (a.description < b.description ? -1 : 1))
}

async function factsOf(folder: string, name: string): Promise<ProfileFacts | undefined> {
  const id = FILE.exec(name)?.[1]
  const bytes = id === undefined ? null : await readProfileFile(folder, id)
  const profile = bytes && readProfile(bytes)
  if (id === undefined || !profile?.ok) return undefined
  return { id, description: profile.value.description || id.slice(0, 8) }
}

/** Null for an id that is none of ours. */
export async function readProfileFile(folder: string, id: string): Promise<Uint8Array | null> {
  if (!FILE.test(`${id}.icc`)) return null
  return readFile(join(folder, `${id}.icc`)).then(
    (bytes) => new Uint8Array(bytes),
    () => null,
  )
}

export async function forgetProfile(folder: string, id: string): Promise<void> {
  if (FILE.test(`${id}.icc`)) await rm(join(folder, `${id}.icc`), { force: true })
}
