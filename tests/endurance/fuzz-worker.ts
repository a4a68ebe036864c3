/** Runs one case of the fuzz after the other, in a thread that the fuzz can end when one hangs. */
import { readFileSync } from 'node:fs'
import { parentPort } from 'node:worker_threads'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { decodeText } from '../../src/adapters/decode-text.ts'
import { FACES } from '../../src/adapters/harfbuzz.ts'
import { packPage, unpackPage } from '../../src/core/doc/banxin-file.ts'
import { salvagePage } from '../../src/core/doc/salvage/salvage-page.ts'
import { reconstruct } from '../../src/core/reconstruct/reconstruct.ts'
import { readSource } from '../../src/core/source/read-source.ts'
import { mutate, mutateText } from './mutate.ts'
import { randomFrom } from './random.ts'

const faces = FACES.map(({ id }) => id)
const PAGES = [1, 2].map((n) => new Uint8Array(readFileSync(`tests/refs/pages/version-${n}.banxin`)))
const DUMPS = ['assets/samples/page08.txt', ...[1, 2, 3].map((n) => `tests/drawn/exam/p00${n}/dump.txt`)].map(
  (path) => new Uint8Array(readFileSync(path)),
)

export interface FuzzCase {
  kind: 'page' | 'dump'
  seed: number
}

/** `opened`, `salvaged` or `refused`; an exception is a crash. */
function runPage(seed: number): string {
  const random = randomFrom(seed)
  const page = PAGES[Math.floor(random() * PAGES.length)] as Uint8Array
  const bytes = random() < 0.4 ? withText(page, random) : mutate(page, random)
  const opened = unpackPage(bytes, 'fuzz.banxin', faces)
  if (opened.ok) {
    // What opens can be saved, and opens again.
    const again = unpackPage(packPage(opened.value), 'fuzz.banxin', faces)
    if (!again.ok) throw new Error(`what was opened does not open again: ${again.error.code}`)
    return 'opened'
  }
  const salvaged = salvagePage(bytes, 'fuzz.banxin', faces)
  if (!salvaged.ok) return 'refused'
  const { doc, lost, ...rest } = salvaged.value
  if (doc && !unpackPage(packPage({ ...rest, doc }), 'fuzz.banxin', faces).ok)
    throw new Error(`what was salvaged does not open (${lost.length} lost)`)
  return 'salvaged'
}

function withText(page: Uint8Array, random: () => number): Uint8Array {
  const entries = unzipSync(page)
  const text = strFromU8(entries['page.json'] as Uint8Array)
  return zipSync({ ...entries, 'page.json': strToU8(mutateText(text, random)) }, { level: 1 })
}

function runDump(seed: number): string {
  const random = randomFrom(seed)
  const bytes = mutate(DUMPS[Math.floor(random() * DUMPS.length)] as Uint8Array, random)
  const source = readSource(bytes, 'fuzz.txt', decodeText)
  if (!source.ok) return 'refused'
  return reconstruct(source.value).ok ? 'opened' : 'refused'
}

parentPort?.on('message', ({ kind, seed }: FuzzCase) => {
  const start = performance.now()
  let outcome: string
  try {
    outcome = kind === 'page' ? runPage(seed) : runDump(seed)
  } catch (error) {
    outcome = `crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
  }
  parentPort?.postMessage({ outcome, ms: performance.now() - start })
})
