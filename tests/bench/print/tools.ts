/** What printing needs, read from the built checkout as the command line reads it. */
import { readFileSync } from 'node:fs'
import { fontFile } from '../../../src/adapters/font-files.ts'
import { loadShaper } from '../../../src/adapters/harfbuzz.ts'
import { loadSubsetter } from '../../../src/adapters/harfbuzz-subset.ts'
import { newsprintIntent } from '../../../src/core/pdf/conditions.ts'

export const read = (path: string) => new Uint8Array(readFileSync(path))

export async function openTools(faces: readonly string[]) {
  const readFont = async (face: string) => read(`out/fonts/${fontFile(face, 'common')}`)
  const wasm = read('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')
  const shaper = await loadShaper(readFont, faces)
  const subsetter = await loadSubsetter(wasm, (face) => shaper.file(face))
  const [small, whole] = ['tr002_225s_small', 'tr002_225s'].map((name) => read(`assets/icc/${name}.icc`))
  return { shaper, subsetter, intent: newsprintIntent(small as Uint8Array, whole) }
}

export const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0
