/** What every command works with: fonts, templates and the print profile, found beside the program. */
import { readFile, stat } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { decodeText } from '../adapters/decode-text.ts'
import { readForOpening } from '../adapters/files.ts'
import { fontFacts } from '../adapters/font-facts.ts'
import { fontFile, rangeFor } from '../adapters/font-files.ts'
import { type HarfBuzzShaper, loadShaper } from '../adapters/harfbuzz.ts'
import { loadSubsetter } from '../adapters/harfbuzz-subset.ts'
import { fail, ok, type Result } from '../core/diagnostics.ts'
import type { BanxinFile } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { Asset } from '../core/doc/schema.ts'
import { readTemplate, type Template } from '../core/draft/template.ts'
import { type ConditionName, namedIntent, newsprintIntent, profileIntent } from '../core/pdf/conditions.ts'
import type { OutputIntent } from '../core/pdf/output-intent.ts'
import type { FontSubsetter } from '../core/pdf/subset.ts'
import { NEWSPRINT, type Profile, readProfile } from '../core/preflight/profile.ts'
import type { PageFacts, PictureFact } from '../core/preflight/view.ts'
import { readSource } from '../core/source/read-source.ts'
import type { SourceText } from '../core/source/types.ts'

export const DEFAULT_TEMPLATE = 'broadsheet-8x12'
/** From which one is chosen for a page, where none is named. */
export const TEMPLATES = [DEFAULT_TEMPLATE, 'broadsheet-8x11', 'tabloid-6x11', 'tabloid-5x12']

/** The program runs as out/cli/*.js; fonts are built beside it, assets stand at the package's root. */
const here = dirname(fileURLToPath(import.meta.url))
const ASSETS = join(here, '../../assets')
const FONTS = join(here, '../fonts')

/** A shaper for this text with these faces. */
export function openShaper(text: string, faces: readonly string[]): Promise<HarfBuzzShaper> {
  const range = rangeFor(text)
  return loadShaper((face) => readFile(join(FONTS, fontFile(face, range))), faces)
}

/** What prints with a shaper's fonts. */
export async function openSubsetter(shaper: HarfBuzzShaper): Promise<FontSubsetter> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')))
  return loadSubsetter(new Uint8Array(wasm), (face) => shaper.file(face))
}

/** What preflight should know of the faces and pictures of a page. */
export async function openFacts(
  { doc, pictures }: Pick<BanxinFile, 'doc' | 'pictures'>,
  shaper: HarfBuzzShaper,
): Promise<PageFacts> {
  const fonts = fontFacts(facesOf(doc), shaper)
  const assets = Object.entries(doc.assets ?? {})
  if (assets.length === 0) return { fonts }
  const { pictureFact } = await import('../adapters/pictures/facts.ts')
  const known = assets.map(async ([id, { sha256, origin }]) => {
    const bytes = pictures?.get(sha256)
    const fact = bytes && (await pictureFact(sha256, bytes, readMagick))
    return fact ? [[id, { ...fact, ...(await changeOf(origin)) }] as const] : []
  })
  return { fonts, pictures: Object.fromEntries((await Promise.all(known)).flat()) }
}

/** What became of the file that a picture was taken from. */
async function changeOf(origin: Asset['origin']): Promise<Pick<PictureFact, 'origin'>> {
  if (!origin) return {}
  try {
    const { size, mtimeMs } = await stat(origin.path)
    return size === origin.size && Math.abs(mtimeMs - origin.modifiedMs) < 1 ? {} : { origin: 'changed' }
  } catch {
    return { origin: 'gone' }
  }
}

/** A profile from its file; the one that pages are checked by without one. Errors: those of `readProfile`. */
export async function openProfile(path: string | undefined): Promise<Result<Profile>> {
  if (path === undefined) return ok(NEWSPRINT)
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  try {
    return readProfile(JSON.parse(new TextDecoder().decode(bytes.value)))
  } catch {
    return fail('profile-invalid', { at: { file: path }, params: { place: '–', reason: 'JSON' } })
  }
}

export interface IntentFlags {
  condition?: ConditionName
  /** A file with an ICC output profile. */
  profile?: string
}

/** For which press the page is printed: newsprint unless told otherwise. Errors: those of the profile. */
export async function openIntent({ condition, profile }: IntentFlags = {}): Promise<Result<OutputIntent>> {
  if (profile !== undefined) {
    const bytes = await readBytes(profile)
    if (!bytes.ok) return bytes
    const intent = profileIntent(bytes.value, condition)
    return intent.ok ? intent : fail(intent.error.code, { ...intent.error, at: { file: profile } })
  }
  if (condition !== undefined && condition !== 'tr002') return ok(namedIntent(condition))
  const read = (name: string) => readFile(join(ASSETS, 'icc', name))
  return ok(newsprintIntent(await read('tr002_225s_small.icc'), await read('tr002_225s.icc')))
}

/** ImageMagick, for pages with pictures and for placing them. */
export const readMagick = async (): Promise<Uint8Array> =>
  new Uint8Array(await readFile(fileURLToPath(import.meta.resolve('@imagemagick/magick-wasm/magick.wasm'))))

export const samplePath = (name: string): string => join(ASSETS, 'samples', name)

/** A shipped template by name. Errors: `template-unknown`, `template-invalid`. */
export async function openTemplate(name: string): Promise<Result<Template>> {
  if (!/^[\w-]+$/.test(name)) return fail('template-unknown', { params: { name } })
  try {
    return readTemplate(JSON.parse(await readFile(join(ASSETS, 'templates', `${name}.json`), 'utf8')), name)
  } catch {
    return fail('template-unknown', { params: { name } })
  }
}

/** Several shipped templates. Errors: those of `openTemplate`. */
export async function openTemplates(names: readonly string[]): Promise<Result<Template[]>> {
  const templates: Template[] = []
  for (const opened of await Promise.all(names.map(openTemplate))) {
    if (!opened.ok) return opened
    templates.push(opened.value)
  }
  return ok(templates)
}

/** Reads a file's bytes. Errors: those of reading a file. */
export async function readBytes(path: string): Promise<Result<Uint8Array>> {
  const answer = await readForOpening(path)
  return answer.ok ? ok(answer.bytes) : { ok: false, error: answer.error }
}

/** Reads a dump. Errors: those of reading a file and of `readSource`. */
export async function openSource(path: string): Promise<Result<{ source: SourceText; bytes: Uint8Array }>> {
  const bytes = await readBytes(path)
  if (!bytes.ok) return bytes
  const source = readSource(bytes.value, basename(path), decodeText)
  return source.ok ? ok({ source: source.value, bytes: bytes.value }) : source
}
