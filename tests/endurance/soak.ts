/**
 * The soak: one process opens, edits and saves a page again and again. Memory and open files must not grow.
 *
 *   npm run test:soak [-- TIMES]
 */
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { FACES } from '../../src/adapters/harfbuzz.ts'
import { packPage, unpackPage } from '../../src/core/doc/banxin-file.ts'
import { encodeRecord } from '../../src/core/doc/live/journal-record.ts'
import { LivePage } from '../../src/core/doc/live/live-page.ts'
import { factsOf, hashOf } from '../../src/main/files/disk-facts.ts'
import { Journal } from '../../src/main/journal/journal.ts'
import { PagePlace } from '../../src/main/page-place.ts'

const PAGE = 'tests/refs/pages/version-2.banxin'
const faces = FACES.map(({ id }) => id)

export interface SoakSample {
  after: number
  heapMb: number
  rssMb: number
  handles: number
  files: number
}

export async function soak(times: number, samples: number): Promise<SoakSample[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-soak-'))
  const path = join(folder, '08.banxin')
  cpSync(PAGE, path)
  const taken: SoakSample[] = []
  for (let n = 1; n <= times; n++) {
    await openEditSave(path, folder, n)
    if (n % Math.max(1, Math.floor(times / samples)) === 0) taken.push(await sample(n, folder))
  }
  rmSync(folder, { recursive: true })
  return taken
}

async function openEditSave(path: string, folder: string, n: number): Promise<void> {
  const bytes = new Uint8Array(readFileSync(path))
  const opened = unpackPage(bytes, path, faces)
  if (!opened.ok) throw new Error(opened.error.code)
  const place = await PagePlace.take(path, await factsOf(path, bytes), () => undefined)
  if (place.adopted.holder) throw new Error('the lock was not released')
  const live = LivePage.from(opened.value.doc)
  const state = encodeRecord({ kind: 'state', name: '08', atMs: Date.now(), state: live.state() })
  const header = { fact: 'header' as const, name: '08', startedAt: new Date().toISOString() }
  const journal = await Journal.begin(join(folder, 'journals'), header, [state])
  const appended: Promise<void>[] = []
  live.onUpdate((entry) => {
    appended.push(journal.append(encodeRecord({ kind: 'step', atMs: Date.now(), ...entry })))
  })
  live.change({ name: 'guide' }, (doc) => ({ ...doc, guides: [{ axis: 'x', at: n }] }))
  const saved = packPage({ ...opened.value, doc: live.doc })
  await journal.saving({ fact: 'saving', path, sha256: hashOf(saved), entries: 2 })
  await Promise.all(appended)
  const outcome = await place.save(saved)
  if (!outcome.ok) throw new Error(JSON.stringify(outcome))
  live.destroy()
  await journal.remove()
  await place.leave()
}

async function sample(after: number, folder: string): Promise<SoakSample> {
  // What was closed a moment ago is still being taken down.
  await new Promise((done) => setTimeout(done, 100))
  ;(globalThis as { gc?: () => void }).gc?.()
  const { heapUsed, rss } = process.memoryUsage()
  const mb = (bytes: number) => Math.round(bytes / 1024 / 102.4) / 10
  const handles = process.platform === 'linux' ? readdirSync('/proc/self/fd').length : 0
  return { after, heapMb: mb(heapUsed), rssMb: mb(rss), handles, files: readdirSync(folder).length }
}

export const tableOf = (samples: readonly SoakSample[]): string =>
  [
    '| after | heap MB | resident MB | open handles | files beside the page |',
    '|---|---|---|---|---|',
    ...samples.map(
      ({ after, heapMb, rssMb, handles, files }) =>
        `| ${after} | ${heapMb} | ${rssMb} | ${handles} | ${files} |`,
    ),
  ].join('\n')

/** From the second sample on: the first still loads code. */
export function growthOf(samples: readonly SoakSample[]): { heapMb: number; handles: number; files: number } {
  const [first, last] = [samples[1] ?? samples[0], samples.at(-1)]
  if (!first || !last) return { heapMb: 0, handles: 0, files: 0 }
  return {
    heapMb: last.heapMb - first.heapMb,
    handles: last.handles - first.handles,
    files: last.files - first.files,
  }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const samples = await soak(Number(process.argv[2] ?? 1000) || 1000, 10)
  console.log(tableOf(samples))
  const growth = growthOf(samples)
  console.log(`growth from the second sample to the last: ${JSON.stringify(growth)}`)
  process.exitCode = growth.heapMb < 8 && growth.handles <= 0 && growth.files <= 0 ? 0 : 1
}
