/** What the worker works with, loaded once: the shaper at the first page, the print tools at the first export. */
import magickWasm from '@imagemagick/magick-wasm/magick.wasm?url'
import subsetWasm from 'harfbuzzjs/dist/harfbuzz-subset.wasm?url'
import wholeProfileUrl from '../../assets/icc/tr002_225s.icc?url'
import profileUrl from '../../assets/icc/tr002_225s_small.icc?url'
import broadsheet11 from '../../assets/templates/broadsheet-8x11.json' with { type: 'json' }
import broadsheet12 from '../../assets/templates/broadsheet-8x12.json' with { type: 'json' }
import tabloid12 from '../../assets/templates/tabloid-5x12.json' with { type: 'json' }
import tabloid11 from '../../assets/templates/tabloid-6x11.json' with { type: 'json' }
import { type FontRange, rangeFor, withFallbacks } from '../adapters/font-files.ts'
import { type HarfBuzzShaper, loadShaper } from '../adapters/harfbuzz.ts'
import { loadSubsetter } from '../adapters/harfbuzz-subset.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import { readTemplate, type Template } from '../core/draft/template.ts'
import { newsprintIntent } from '../core/pdf/conditions.ts'
import type { OutputIntent } from '../core/pdf/output-intent.ts'
import type { FontSubsetter } from '../core/pdf/subset.ts'
import type { PictureTools } from '../core/pipeline/prepare-pictures.ts'
import { takeFace } from './fetch-bytes.ts'
import { fetchFile } from './fetch-file.ts'

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

export interface PrintEngines {
  subsetter: FontSubsetter
  intent: OutputIntent
  pictures?: PictureTools
}

/** Of a page with pictures, the decoder is loaded and the profile they are converted by. */
export async function openPrintTools(
  text: string,
  faces: readonly string[],
  files?: PictureFiles,
): Promise<PrintEngines> {
  const range = rangeFor(text)
  const [wasm, profile] = await Promise.all([fetchFile(subsetWasm), fetchFile(profileUrl)])
  const subsetter = await loadSubsetter(wasm, (face) => takeFace(face, range), withFallbacks(faces))
  if (files === undefined) return { subsetter, intent: newsprintIntent(profile) }
  const [{ pictureEngine }, whole] = await Promise.all([
    import('../adapters/pictures/convert.ts'),
    fetchFile(wholeProfileUrl),
  ])
  const engine = pictureEngine(() => fetchFile(magickWasm))
  return { subsetter, intent: newsprintIntent(profile, whole), pictures: { engine, files } }
}

export function openTemplates(): Template[] {
  return [broadsheet12, broadsheet11, tabloid11, tabloid12].map((json) => {
    const template = readTemplate(json, json.name)
    if (!template.ok) throw new Error(`the shipped template ${json.name} is invalid`)
    return template.value
  })
}
