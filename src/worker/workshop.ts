/** What the worker works with, loaded once: the shaper at the first page, the print tools at the first export. */
import magickWasm from '@imagemagick/magick-wasm/magick.wasm?url'
import subsetWasm from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url'
import wholeProfileUrl from '../../assets/icc/tr002_225s.icc?url'
import profileUrl from '../../assets/icc/tr002_225s_small.icc?url'
import broadsheet11 from '../../assets/templates/broadsheet-8x11.json' with { type: 'json' }
import broadsheet12 from '../../assets/templates/broadsheet-8x12.json' with { type: 'json' }
import tabloid12 from '../../assets/templates/tabloid-5x12.json' with { type: 'json' }
import tabloid11 from '../../assets/templates/tabloid-6x11.json' with { type: 'json' }
import { fetchBytes } from '../adapters/fetch-faces.ts'
import { fontFacts } from '../adapters/font-facts.ts'
import { type FontRange, rangeFor, withFallbacks } from '../adapters/font-files.ts'
import { type HarfBuzzShaper, loadShaper } from '../adapters/harfbuzz.ts'
import { loadSubsetter } from '../adapters/harfbuzz-subset.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import { textOf } from '../core/doc/text-of.ts'
import { readTemplate, type Template } from '../core/draft/template.ts'
import type { PictureEngine } from '../core/pdf/picture.ts'
import type { FontSubsetter } from '../core/pdf/subset.ts'
import type { PageFacts, PictureFact } from '../core/preflight/view.ts'
import { takeFace } from './early-faces.ts'

const shapers = new Map<FontRange, Promise<HarfBuzzShaper>>()

/** A shaper for this text with these faces; what is loaded once stays loaded. */
export async function openShaper(text: string, faces: readonly string[]): Promise<HarfBuzzShaper> {
  const range = rangeFor(text)
  const opened = shapers.get(range) ?? loadShaper((face) => takeFace(face, range), [])
  shapers.set(range, opened)
  const shaper = await opened
  await shaper.load(faces)
  return shaper
}

/** The small profile that a file carries, and the whole one that pictures are converted by. */
export async function openProfiles(): Promise<{ embedded: Uint8Array; separation: Uint8Array }> {
  const [embedded, separation] = await Promise.all([fetchBytes(profileUrl), fetchBytes(wholeProfileUrl)])
  return { embedded, separation }
}

export async function openSubsetter(text: string, faces: readonly string[]): Promise<FontSubsetter> {
  const range = rangeFor(text)
  const wasm = await fetchBytes(subsetWasm)
  return loadSubsetter(wasm, (face) => takeFace(face, range), withFallbacks(faces))
}

/** Loaded for a page that has pictures alone: the decoder is the largest part of the program. */
export async function openPictureEngine(): Promise<PictureEngine> {
  const { pictureEngine } = await import('../adapters/pictures/convert.ts')
  return pictureEngine(() => fetchBytes(magickWasm))
}

export async function openFacts(doc: PageDoc, files: PictureFiles): Promise<PageFacts> {
  const range = rangeFor(textOf(doc))
  const fonts = await fontFacts(withFallbacks(facesOf(doc)), (face) => takeFace(face, range))
  const assets = Object.entries(doc.assets ?? {})
  if (assets.length === 0) return { fonts }
  const { pictureFact } = await import('../adapters/pictures/facts.ts')
  const pictures: Record<string, PictureFact> = {}
  for (const [id, { sha256 }] of assets) {
    const bytes = files.get(sha256)
    const fact = bytes && (await pictureFact(sha256, bytes, () => fetchBytes(magickWasm)))
    if (fact) pictures[id] = fact
  }
  return { fonts, pictures }
}

export function openTemplates(): Template[] {
  return [broadsheet12, broadsheet11, tabloid11, tabloid12].map((json) => {
    const template = readTemplate(json, json.name)
    if (!template.ok) throw new Error(`the shipped template ${json.name} is invalid`)
    return template.value
  })
}
