/**
 * Gets out of a damaged `.banxin` file what is left of it: entries by their own headers where the zip's directory is
 * gone, records one by one, pictures that are still themselves. Only ever done when a person agrees, because what is
 * missing is missing without a trace in the page; `lost` names all of it.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strFromU8 } from 'fflate'
import * as v from 'valibot'
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Correction } from '../../reconstruct/types.ts'
import { assetPath, type BanxinFile, CORRECTIONS, isSource, PAGE, RECONSTRUCTION } from '../banxin-file.ts'
import { excessOf } from '../check-limits.ts'
import { checkReferences } from '../check-references.ts'
import { CorrectionsSchema } from '../corrections-schema.ts'
import { objectOf } from '../migrations/json.ts'
import { migrate, PRESENT_VERSION, versionOf } from '../migrations/migrate.ts'
import { judgeEntries } from '../read-entries.ts'
import { parseJson } from '../read-json.ts'
import type { PageDoc } from '../schema.ts'
import { readDirectory, scanEntries, unpackEntry, type ZipEntry } from '../zip.ts'
import type { Lost } from './lost.ts'
import { mendReferences } from './mend-references.ts'
import { readRecords } from './read-records.ts'
import { keepValid } from './valid-records.ts'

export interface Salvaged extends Omit<BanxinFile, 'doc'> {
  /** Missing when only the dump is left: the page can be laid out from it anew. */
  doc?: PageDoc
  lost: Lost[]
}

/** Errors: `page-nothing-left`, and those of hostile files and newer versions, of which nothing is taken. */
export function salvagePage(bytes: Uint8Array, name: string, faces: readonly string[]): Result<Salvaged> {
  const at = { file: name }
  const lost: Lost[] = []
  const directory = readDirectory(bytes) ?? scanEntries(bytes)
  const refused = judgeEntries(directory, name)
  if (refused) return { ok: false, error: refused }
  const entries = unpackAll(bytes, directory, lost)
  const page = readPage(entries.get(PAGE), lost)
  const version = versionOf(page)
  if (version !== undefined && version > PRESENT_VERSION)
    return fail('page-newer-version', { at, params: { version: String(version) } })
  const valid = keepValid(objectOf(migrate(page)) ?? {}, lost)
  const pictures = valid ? keepPictures(valid, entries, lost) : new Map<string, Uint8Array>()
  const doc = valid && mendReferences(withoutAssets(valid, pictures), faces, lost)
  const source = [...entries].find(([path]) => isSource(path))
  const corrections = keepCorrections(entries.get(CORRECTIONS), lost)
  const sound = doc !== undefined && checkReferences(doc, faces).length === 0 && excessOf(doc) === undefined
  if (!sound) lost.push({ kind: PAGE, name: '' })
  if (!sound && !source) return fail('page-nothing-left', { at })
  return ok({
    lost,
    ...(sound && { doc }),
    ...(sound && pictures.size > 0 && { pictures }),
    ...(source && { source: { name: source[0].slice('source/'.length), bytes: source[1] } }),
    ...(corrections.length > 0 && { corrections }),
  })
}

/** Of an entry that is there twice the whole one counts. */
function unpackAll(bytes: Uint8Array, directory: readonly ZipEntry[], lost: Lost[]): Map<string, Uint8Array> {
  const entries = new Map<string, Uint8Array>()
  const whole = new Set<string>()
  for (const entry of directory) {
    if (entry.path.endsWith('/') || whole.has(entry.path)) continue
    const unpacked = unpackEntry(bytes, entry)
    if (unpacked?.whole) whole.add(entry.path)
    if (unpacked && unpacked.content.length > 0) entries.set(entry.path, unpacked.content)
  }
  // The page and its pictures are told by what is lost of them; the reconstruction is made again from the dump.
  for (const { path } of directory) {
    const told = path === PAGE || path === RECONSTRUCTION || path.startsWith('assets/')
    if (!told && !whole.has(path)) lost.push({ kind: 'entry', name: path })
  }
  return entries
}

function readPage(bytes: Uint8Array | undefined, lost: Lost[]): unknown {
  if (bytes === undefined) return undefined
  const json = parseJson(bytes)
  if (json !== undefined) return json
  const read = readRecords(strFromU8(bytes))
  lost.push(...read.lost)
  return read.page
}

function keepPictures(
  doc: PageDoc,
  entries: ReadonlyMap<string, Uint8Array>,
  lost: Lost[],
): Map<string, Uint8Array> {
  const pictures = new Map<string, Uint8Array>()
  for (const asset of Object.values(doc.assets ?? {})) {
    const bytes = entries.get(assetPath(asset))
    if (bytes && bytesToHex(sha256(bytes)) === asset.sha256) pictures.set(asset.sha256, bytes)
    else lost.push({ kind: 'picture', name: asset.name })
  }
  return pictures
}

function withoutAssets(doc: PageDoc, pictures: ReadonlyMap<string, Uint8Array>): PageDoc {
  if (!doc.assets) return doc
  const kept = Object.entries(doc.assets).filter(([, asset]) => pictures.has(asset.sha256))
  return { ...doc, assets: Object.fromEntries(kept) }
}

function keepCorrections(bytes: Uint8Array | undefined, lost: Lost[]): Correction[] {
  const list = bytes && parseJson(bytes)
  if (bytes && !Array.isArray(list)) lost.push({ kind: 'corrections', name: '' })
  if (!Array.isArray(list)) return []
  return list.flatMap((each, index) => {
    const one = v.safeParse(CorrectionsSchema, [each])
    if (!one.success) lost.push({ kind: 'corrections', name: String(index + 1) })
    return one.success ? one.output : []
  })
}
