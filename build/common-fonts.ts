/** Makes the common range of each face in out/fonts from the whole one, where it is missing or older. */
import { existsSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { COMMON_CHARACTERS, fontFile } from '../src/adapters/font-files.ts'
import { FACES } from '../src/adapters/harfbuzz.ts'
import { subsetToCharacters } from '../src/adapters/harfbuzz-subset.ts'

const FOLDER = 'out/fonts'
const LIST = 'assets/fonts/common-characters.json'
const wasm = readFileSync(fileURLToPath(import.meta.resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')))

for (const { id } of FACES) {
  const whole = join(FOLDER, fontFile(id, 'whole'))
  const common = join(FOLDER, fontFile(id, 'common'))
  const newest = Math.max(...[whole, LIST].map((file) => statSync(file).mtimeMs))
  if (existsSync(common) && statSync(common).mtimeMs >= newest) continue
  const bytes = await subsetToCharacters(new Uint8Array(wasm), readFileSync(whole), COMMON_CHARACTERS)
  writeFileSync(`${common}.tmp`, bytes)
  renameSync(`${common}.tmp`, common)
  console.log(`fonts: ${fontFile(id, 'common')} ${(bytes.length / 1e6).toFixed(1)} MB`)
}
