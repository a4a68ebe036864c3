/** What printing needs, read from the built checkout. */
import { readFileSync } from 'node:fs'
import { fontFile } from '../../../src/adapters/font-files.ts'
import { FACES, loadShaper } from '../../../src/adapters/harfbuzz.ts'
import { loadSubsetter } from '../../../src/adapters/harfbuzz-subset.ts'
import { newsprintIntent } from '../../../src/core/pdf/conditions.ts'

export const read = (path: string) => new Uint8Array(readFileSync(path))

/** As the program opens them: both engines share a face's bytes. */
export async function openTools() {
  const files = new Map<string, Uint8Array>()
  const readFont = async (face: string) => {
    const bytes = files.get(face) ?? read(`out/fonts/${fontFile(face, 'common')}`)
    files.set(face, bytes)
    return bytes
  }
  const wasm = read('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')
  const faces = FACES.map(({ id }) => id)
  const [shaper, subsetter] = await Promise.all([
    loadShaper(readFont, faces),
    loadSubsetter(wasm, readFont, faces),
  ])
  const [small, whole] = ['tr002_225s_small', 'tr002_225s'].map((name) => read(`assets/icc/${name}.icc`))
  return { shaper, subsetter, intent: newsprintIntent(small as Uint8Array, whole) }
}

export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
