/** Page 08, its fonts and its template, as every part of the bench starts from. */
import { readFileSync } from 'node:fs'
import { decodeText } from '../../src/adapters/decode-text.ts'
import { fontFile, withFallbacks } from '../../src/adapters/font-files.ts'
import { FACES, loadShaper } from '../../src/adapters/harfbuzz.ts'
import { facesOf } from '../../src/core/doc/faces-of.ts'
import { readTemplate } from '../../src/core/draft/template.ts'
import { readSource } from '../../src/core/source/read-source.ts'

const read = (path: string) => new Uint8Array(readFileSync(path))
const readFont = async (face: string) => read(`out/fonts/${fontFile(face, 'common')}`)

export function need<T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export const template = need(
  readTemplate(JSON.parse(readFileSync('assets/templates/broadsheet-8x12.json', 'utf8')), 'bench'),
)
const faces = withFallbacks(facesOf(template))
export const source = need(readSource(read('assets/samples/page08.txt'), 'page08.txt', decodeText))
/** One that has its fonts and has shaped nothing. */
export const freshShaper = () => loadShaper(readFont, faces)
/** Of every face, with every character there is. */
export const wholeShaper = () =>
  loadShaper(
    async (face) => read(`out/fonts/${fontFile(face, 'whole')}`),
    FACES.map(({ id }) => id),
  )
