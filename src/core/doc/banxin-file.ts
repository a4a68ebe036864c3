/**
 * The `.banxin` file: a zip of `page.json` (the document, human-readable), `assets/` (its pictures), and `source/`
 * (the dump as it was, its reconstruction, and a person's corrections of that). The same page gives the same bytes.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { strToU8, type Zippable, zipSync } from 'fflate'
import * as v from 'valibot'
import { fail, ok, type Result } from '../diagnostics.ts'
import type { Correction, Reconstruction } from '../reconstruct/types.ts'
import { excessOf } from './check-limits.ts'
import { checkReferences } from './check-references.ts'
import { CorrectionsSchema } from './corrections-schema.ts'
import { TABLES } from './live/records.ts'
import { migrate, PRESENT_VERSION, versionOf } from './migrations/migrate.ts'
import { type Entries, isBanxinFile, readEntries } from './read-entries.ts'
import { parseJson } from './read-json.ts'
import { type Asset, type PageDoc, PageDocSchema } from './schema.ts'
import { withUsedAssets } from './used-assets.ts'

export { isBanxinFile }

export interface BanxinFile {
  doc: PageDoc
  /** The dump the page was made from. */
  source?: { name: string; bytes: Uint8Array }
  /** As the corrections make it. */
  reconstruction?: Reconstruction
  corrections?: Correction[]
  /** The pictures' files by their SHA-256. */
  pictures?: PictureFiles
}

export type PictureFiles = ReadonlyMap<string, Uint8Array>

export const PAGE = 'page.json'
export const RECONSTRUCTION = 'source/reconstruction.json'
export const CORRECTIONS = 'source/corrections.json'
/** A zip has no time before 1980; one fixed time keeps the bytes the same. */
const MTIME = '1980-01-02T00:00:00Z'

/** Pictures that no frame shows are left out: what undo may bring back is not the file's to keep. */
export function packPage(file: BanxinFile): Uint8Array {
  const doc = withUsedAssets(file.doc)
  const entries: Zippable = { [PAGE]: strToU8(pretty(inOneOrder(doc))) }
  if (file.source) entries[pathOf(file.source.name)] = file.source.bytes
  if (file.reconstruction) entries[RECONSTRUCTION] = strToU8(pretty(file.reconstruction))
  if (file.corrections?.length) entries[CORRECTIONS] = strToU8(pretty(file.corrections))
  for (const asset of Object.values(doc.assets ?? {})) {
    const bytes = file.pictures?.get(asset.sha256)
    // Pictures are packed already.
    if (bytes) entries[assetPath(asset)] = [bytes, { level: 0 }]
  }
  return zipSync(entries, { mtime: MTIME, level: 6 })
}

const ENDINGS: Record<Asset['mime'], string> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/tiff': 'tif',
  'image/webp': 'webp',
}

export const assetPath = ({ sha256, mime }: Asset): string => `assets/${sha256}.${ENDINGS[mime]}`

/** A dump may have any name, that of another entry too. */
function pathOf(name: string): string {
  const path = `source/${name}`
  return path === RECONSTRUCTION || path === CORRECTIONS ? `${path}.txt` : path
}

/** Whether an entry is the dump. */
export const isSource = (path: string): boolean =>
  path.startsWith('source/') && path !== RECONSTRUCTION && path !== CORRECTIONS

/** Fields as the schema has them and records by id: the same page is the same text, however it came about. */
function inOneOrder(doc: PageDoc): PageDoc {
  const page = v.parse(PageDocSchema, doc)
  const tables = Object.entries(page).map(([name, value]) => [
    name,
    RECORDS.has(name)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  ])
  return Object.fromEntries(tables)
}

const RECORDS: ReadonlySet<string> = new Set([...TABLES, 'stories'])

const pretty = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`

/**
 * Opens a `.banxin` file of this version or an earlier one. Errors: `page-not-banxin` (no zip, or none of ours),
 * `page-damaged`, `page-too-large`, `page-unsafe-path`, `page-newer-version`, `page-invalid` (names the first wrong field, of corrections too),
 * `page-broken-reference` and `page-picture-damaged`.
 */
export function unpackPage(bytes: Uint8Array, name: string, faces: readonly string[]): Result<BanxinFile> {
  const at = { file: name }
  const entries = readEntries(bytes, name)
  if (!entries.ok) return entries
  const page = entries.value.get(PAGE)
  if (page === undefined) return fail('page-not-banxin', { at })
  const json = parseJson(page)
  if (json === undefined) return invalid(name, PAGE, 'not JSON')
  const doc = checkPage(json, name, faces)
  if (!doc.ok) return doc
  const corrections = readList(CorrectionsSchema, entries.value.get(CORRECTIONS), CORRECTIONS, name)
  if (!corrections.ok) return corrections
  const source = [...entries.value].find(([path]) => isSource(path))
  const pictures = readPictures(doc.value, entries.value, name)
  if (!pictures.ok) return pictures
  return ok({
    doc: doc.value,
    ...(pictures.value.size > 0 && { pictures: pictures.value }),
    ...(source && { source: { name: source[0].slice('source/'.length), bytes: source[1] } }),
    ...(corrections.value.length > 0 && { corrections: corrections.value }),
  })
}

/** Every picture that the page names must be in the file, and be the one that was put there. */
function readPictures(doc: PageDoc, entries: Entries, file: string): Result<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const asset of Object.values(doc.assets ?? {})) {
    const bytes = entries.get(assetPath(asset))
    if (bytes === undefined || bytesToHex(sha256(bytes)) !== asset.sha256)
      return fail('page-picture-damaged', { at: { file }, params: { name: asset.name } })
    pictures.set(asset.sha256, bytes)
  }
  return ok(pictures)
}

/** A broken list is refused as a broken page is: a person's decisions are never dropped without a word. */
function readList<T>(
  schema: v.GenericSchema<unknown, T[]>,
  bytes: Uint8Array | undefined,
  entry: string,
  name: string,
): Result<T[]> {
  if (bytes === undefined) return ok([])
  const json = parseJson(bytes)
  if (json === undefined) return invalid(name, entry, 'not JSON')
  const parsed = v.safeParse(schema, json)
  return parsed.success ? ok(parsed.output) : invalid(name, ...placeOf(parsed.issues[0], entry))
}

const invalid = (file: string, field: string, reason: string): Result<never> =>
  fail('page-invalid', { at: { file }, params: { field, reason } })

/** Where a value is wrong, with the entry it stands in, and how. */
function placeOf(issue: v.BaseIssue<unknown>, entry?: string): [field: string, reason: string] {
  const path = v.getDotPath(issue) ?? ''
  return [[entry, path].filter(Boolean).join(': '), issue.message]
}

function checkPage(json: unknown, name: string, faces: readonly string[]): Result<PageDoc> {
  const at = { file: name }
  const version = versionOf(json)
  if (version !== undefined && version > PRESENT_VERSION)
    return fail('page-newer-version', { at, params: { version: String(version) } })
  const parsed = v.safeParse(PageDocSchema, migrate(json))
  if (!parsed.success) return invalid(name, ...placeOf(parsed.issues[0]))
  const excess = excessOf(parsed.output)
  if (excess !== undefined) return fail('page-too-large', { at, params: { path: excess } })
  const [broken] = checkReferences(parsed.output, faces)
  return broken ? { ok: false, error: { ...broken, at } } : ok(parsed.output)
}
