/** The real fonts, template and sample, loaded once a test file. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { decodeText } from '../../src/adapters/decode-text.ts'
import { type FontRange, fontFile } from '../../src/adapters/font-files.ts'
import { FACES, loadShaper } from '../../src/adapters/harfbuzz.ts'
import { loadSubsetter } from '../../src/adapters/harfbuzz-subset.ts'
import { readTemplate } from '../../src/core/draft/template.ts'
import { newsprintIntent } from '../../src/core/pdf/conditions.ts'
import { rebuildPage } from '../../src/core/pipeline/rebuild-page.ts'
import { readSource } from '../../src/core/source/read-source.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(join(root, path)))
const fontIn = (range: FontRange) => (face: string) => read(`out/fonts/${fontFile(face, range)}`)

const EVERY_FACE = FACES.map(({ id }) => id)

export const openShaper = (range: FontRange = 'common', faces = EVERY_FACE) =>
  loadShaper(async (face) => fontIn(range)(face), faces)

export const openSubsetter = () =>
  loadSubsetter(read('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm'), fontIn('common'))

export const newsprint = () => newsprintIntent(read('assets/icc/tr002_225s_small.icc'))

export function openTemplate() {
  const json = JSON.parse(readFileSync(join(root, 'assets/templates/broadsheet-8x12.json'), 'utf8'))
  const template = readTemplate(json, 'broadsheet-8x12')
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return template.value
}

export const sampleBytes = () => read('assets/samples/page08.txt')

export function openSource(bytes: Uint8Array, name = 'page08.txt') {
  const source = readSource(bytes, name, decodeText)
  if (!source.ok) throw new Error(JSON.stringify(source.error))
  return source.value
}

/** Page 08 rebuilt from its dump with the real fonts. */
export async function rebuildSample() {
  const shaper = await openShaper()
  const template = openTemplate()
  const rebuilt = rebuildPage(openSource(sampleBytes()), template, shaper)
  if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.error))
  return { ...rebuilt.value, shaper, template }
}
