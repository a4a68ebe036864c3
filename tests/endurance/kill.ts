/**
 * The kill test: a session is killed at a random moment and what it left is read as the next start reads it. Nothing
 * older than a tenth of a second may be missing, every edit there must be whole, and no file may be damaged.
 *
 *   npm run test:kill [-- RUNS] [--seed N]
 */
import { spawn } from 'node:child_process'
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { FACES } from '../../src/adapters/harfbuzz.ts'
import { unpackPage } from '../../src/core/doc/banxin-file.ts'
import { readRecords } from '../../src/core/doc/live/journal-record.ts'
import { LivePage } from '../../src/core/doc/live/live-page.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import { findJournals, readEntriesOf } from '../../src/main/journal/found.ts'
import { randomFrom, seedOf } from './random.ts'

/** What must be on the disk by then. */
const PROMISED_MS = 100
const LONGEST_MS = 900
const PAGE = 'tests/refs/pages/version-2.banxin'
const faces = FACES.map(({ id }) => id)

export interface KillTotals {
  runs: number
  edits: number
  saves: number
  torn: number
  /** Edits older than the promise that did not come back. */
  lost: number
  /** Of all edits, those younger than the promise that did not come back. */
  young: number
  damaged: number
  undone: number
  worstAgeMs: number
}

interface Told {
  edits: { n: number; atMs: number }[]
  saves: number
  killedMs: number
}

export async function killRuns(
  runs: number,
  seed: number,
  onRun: (totals: KillTotals) => void = () => {},
): Promise<KillTotals> {
  const random = randomFrom(seed)
  const totals: KillTotals = {
    runs: 0,
    edits: 0,
    saves: 0,
    torn: 0,
    lost: 0,
    young: 0,
    damaged: 0,
    undone: 0,
    worstAgeMs: 0,
  }
  for (let run = 0; run < runs; run++) {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-kill-'))
    cpSync(PAGE, join(folder, '08.banxin'))
    const told = await killOne(folder, Math.floor(random() * 1e9), random() * LONGEST_MS)
    await judge(folder, told, totals)
    rmSync(folder, { recursive: true })
    onRun(totals)
  }
  return totals
}

function killOne(folder: string, seed: number, afterMs: number): Promise<Told> {
  const script = join(dirname(fileURLToPath(import.meta.url)), 'kill-session.js')
  const child = spawn(process.execPath, [script, folder, String(seed)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  let killedMs = 0
  child.stdout.on('data', (bytes: Buffer) => {
    const wasReady = output.startsWith('ready')
    output += bytes.toString('utf8')
    if (wasReady) return
    setTimeout(() => {
      killedMs = Date.now()
      child.kill('SIGKILL')
    }, afterMs)
  })
  return new Promise((resolve, reject) => {
    child.on('close', (_code, signal) => {
      if (signal !== 'SIGKILL') return reject(new Error('the session ended by itself'))
      const lines = output.split('\n').map((line) => line.split(' '))
      const edits = lines
        .filter(([word]) => word === 'edit')
        .map(([, n, at]) => ({ n: Number(n), atMs: Number(at) }))
      resolve({ edits, saves: lines.filter(([word]) => word === 'saved').length, killedMs })
    })
  })
}

/** Each edit leaves a guide at its number; the last forty stay. */
const lastEditOf = (doc: PageDoc): number => Math.max(0, ...(doc.guides ?? []).map(({ at }) => at))

async function judge(folder: string, { edits, saves, killedMs }: Told, totals: KillTotals): Promise<void> {
  totals.runs++
  totals.edits += edits.length
  totals.saves += saves
  const page = unpackPage(new Uint8Array(readFileSync(join(folder, '08.banxin'))), '08.banxin', faces)
  if (!page.ok) totals.damaged++
  let reached = page.ok ? lastEditOf(page.value.doc) : 0
  const root = join(folder, 'journals')
  const [found] = await findJournals(root, new Set(), Date.now())
  if (found) {
    if (found.torn) totals.torn++
    const read = readRecords((await readEntriesOf(root, found.id)) ?? [])
    if (!read) totals.damaged++
    else {
      const live = LivePage.recover(read.state.state, read.steps)
      reached = Math.max(reached, lastEditOf(live.doc))
      if (live.steps.past.length > 0) {
        const before = lastEditOf(live.doc)
        live.undo()
        if (lastEditOf(live.doc) < before) totals.undone++
      } else totals.undone++
    }
  } else totals.undone++
  const halves = readdirSync(folder).filter(
    (name) => !/^(08\.banxin|\.08\.banxin\.(bak|bak\.new|[0-9a-f]{8}\.tmp)|journals)$/.test(name),
  )
  totals.damaged += halves.length
  for (const { n, atMs } of edits) {
    if (n <= reached) continue
    const ageMs = killedMs - atMs
    totals.worstAgeMs = Math.max(totals.worstAgeMs, ageMs)
    if (ageMs > PROMISED_MS) totals.lost++
    else totals.young++
  }
}

export const tableOf = (totals: KillTotals): string =>
  [
    '| runs | edits | saves | torn ends | edits lost, older than 100 ms | younger | oldest lost, ms | files damaged | undo works |',
    '|---|---|---|---|---|---|---|---|---|',
    `| ${totals.runs} | ${totals.edits} | ${totals.saves} | ${totals.torn} | ${totals.lost} | ${totals.young} | ${totals.worstAgeMs} | ${totals.damaged} | ${totals.undone} of ${totals.runs} |`,
  ].join('\n')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const seed = seedOf(process.argv)
  const runs = Number(process.argv[2] ?? 200) || 200
  console.log(`seed ${seed}`)
  const totals = await killRuns(
    runs,
    seed,
    (now) => now.runs % 10 === 0 && console.error(tableOf(now).split('\n').at(-1)),
  )
  console.log(tableOf(totals))
  process.exitCode = totals.lost === 0 && totals.damaged === 0 && totals.undone === totals.runs ? 0 : 1
}
