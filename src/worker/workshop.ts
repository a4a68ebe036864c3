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
import { type FontRange, rangeFor } from '../adapters/font-files.ts'
import { type HarfBuzzShaper, loadShaper } from '../adapters/harfbuzz.ts'
import { loadSubsetter } from '../adapters/harfbuzz-subset.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import { readTemplate, type Template } from '../core/draft/template.ts'
import { newsprintIntent } from '../core/pdf/conditions.ts'
import type { OutputIntent } from '../core/pdf/output-intent.ts'
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

let newsprint: Promise<OutputIntent> | undefined

/** The press that pages are made for unless another is named; the same object every time. */
export function openNewsprint(): Promise<OutputIntent> {
  newsprint ??= Promise.all([fetchBytes(profileUrl), fetchBytes(wholeProfileUrl)]).then(
    ([embedded, separation]) => newsprintIntent(embedded, separation),
  )
  return newsprint
}

const subsetters = new WeakMap<HarfBuzzShaper, Promise<FontSubsetter>>()

/** What prints with a shaper's fonts; it remembers what it has made for the page that was printed last. */
export function openSubsetter(shaper: HarfBuzzShaper): Promise<FontSubsetter> {
  const opened =
    subsetters.get(shaper) ??
    fetchBytes(subsetWasm).then((wasm) => loadSubsetter(wasm, (face) => shaper.file(face)))
  subsetters.set(shaper, opened)
  return opened
}

/** Loaded for a page that has pictures alone: the decoder is the largest part of the program. */
export async function openPictureEngine(): Promise<PictureEngine> {
  const { pictureEngine } = await import('../adapters/pictures/convert.ts')
  return pictureEngine(() => fetchBytes(magickWasm))
}

export async function openFacts(
  doc: PageDoc,
  files: PictureFiles,
  shaper: HarfBuzzShaper,
): Promise<PageFacts> {
  const fonts = fontFacts(facesOf(doc), shaper)
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
