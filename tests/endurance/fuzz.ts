/**
 * The fuzz: mutated pages and dumps are opened, and what does not open is salvaged. Nothing may crash, hang for five
 * seconds, or write anything anywhere. A case is named by its kind and seed, and runs alone with `--only KIND SEED`.
 *
 *   npm run test:fuzz [-- PAGES DUMPS] [--seed N]
 */
import { readdirSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { FuzzCase } from './fuzz-worker.ts'
import { randomFrom, seedOf } from './random.ts'

/** Of the processor's time. On a busy machine a case may wait for its turn; it is then run again, alone. */
const HANG_MS = 5000
const PATIENCE_MS = 60_000
const LANES = 2

export interface FuzzTotals {
  kind: FuzzCase['kind']
  cases: number
  opened: number
  salvaged: number
  refused: number
  crashed: string[]
  hung: string[]
  slowestMs: number
}

interface Ended {
  outcome: string
  ms: number
}

/** One thread at a time; one that hangs or dies is replaced. */
class Lane {
  #worker = this.#start()
  #end: (ended: Ended) => void = () => {}

  #start(): Worker {
    const script = join(dirname(fileURLToPath(import.meta.url)), 'fuzz-worker.js')
    const worker = new Worker(script, { resourceLimits: { maxOldGenerationSizeMb: 1024 } })
    worker.on('message', (ended: Ended) => this.#end(ended))
    worker.on('error', (error) => {
      this.#worker = this.#start()
      this.#end({ outcome: `crash: ${error.message}`, ms: 0 })
    })
    return worker
  }

  run(each: FuzzCase, patienceMs = HANG_MS): Promise<Ended> {
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        void this.#worker.terminate()
        this.#worker = this.#start()
        this.#end({ outcome: 'hang', ms: patienceMs })
      }, patienceMs)
      this.#end = (ended) => {
        clearTimeout(timer)
        resolve(ended)
      }
      this.#worker.postMessage(each)
    })
  }

  async end(): Promise<void> {
    await this.#worker.terminate()
  }
}

export async function fuzz(
  kind: FuzzCase['kind'],
  cases: number,
  seed: number,
  onCase: (totals: FuzzTotals) => void = () => {},
): Promise<FuzzTotals> {
  const random = randomFrom(seed)
  const seeds = Array.from({ length: cases }, () => Math.floor(random() * 2 ** 31))
  const totals: FuzzTotals = {
    kind,
    cases: 0,
    opened: 0,
    salvaged: 0,
    refused: 0,
    crashed: [],
    hung: [],
    slowestMs: 0,
  }
  const suspects: number[] = []
  const runLane = async () => {
    const lane = new Lane()
    for (let next = seeds.pop(); next !== undefined; next = seeds.pop()) {
      const ended = await lane.run({ kind, seed: next })
      if (ended.outcome === 'hang') suspects.push(next)
      else count(totals, next, ended)
      onCase(totals)
    }
    await lane.end()
  }
  await Promise.all(Array.from({ length: LANES }, runLane))
  for (const each of suspects) count(totals, each, await runAlone({ kind, seed: each }))
  return totals
}

/** By the processor's time, which nothing else in this process takes. */
async function runAlone(each: FuzzCase): Promise<Ended> {
  const lane = new Lane()
  await lane.run({ kind: 'page', seed: 1 }, PATIENCE_MS)
  const before = process.cpuUsage()
  const ended = await lane.run(each, PATIENCE_MS)
  const { user, system } = process.cpuUsage(before)
  await lane.end()
  const ms = (user + system) / 1000
  return { outcome: ms > HANG_MS ? 'hang' : ended.outcome, ms }
}

function count(totals: FuzzTotals, seed: number, { outcome, ms }: Ended): void {
  totals.cases++
  totals.slowestMs = Math.max(totals.slowestMs, Math.round(ms))
  if (outcome === 'hang') totals.hung.push(`${totals.kind} ${seed}`)
  else if (outcome.startsWith('crash')) totals.crashed.push(`${totals.kind} ${seed}: ${outcome}`)
  else totals[outcome as 'opened' | 'salvaged' | 'refused']++
}

export const tableOf = (all: readonly FuzzTotals[]): string =>
  [
    '| what | cases | opened | salvaged | refused | crashes | hangs over 5 s | slowest ms |',
    '|---|---|---|---|---|---|---|---|',
    ...all.map(
      ({ kind, cases, opened, salvaged, refused, crashed, hung, slowestMs }) =>
        `| ${kind}s | ${cases} | ${opened} | ${salvaged} | ${refused} | ${crashed.length} | ${hung.length} | ${slowestMs} |`,
    ),
  ].join('\n')

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [, , pages = '20000', dumps = '5000'] = process.argv
  const only = process.argv.indexOf('--only')
  if (only >= 0) {
    const lane = new Lane()
    const [kind, seed] = process.argv.slice(only + 1)
    console.log(await lane.run({ kind: kind as FuzzCase['kind'], seed: Number(seed) }))
    await lane.end()
  } else {
    const seed = seedOf(process.argv)
    const before = readdirSync('.').sort().join()
    console.log(`seed ${seed}`)
    const say = (totals: FuzzTotals) =>
      totals.cases % 1000 === 0 && console.error(tableOf([totals]).split('\n').at(-1))
    const all = [
      await fuzz('page', Number(pages), seed, say),
      await fuzz('dump', Number(dumps), seed + 1, say),
    ]
    console.log(tableOf(all))
    const strays = readdirSync('.').sort().join() !== before
    console.log(strays ? 'files were written' : 'no file was written')
    const bad = all.flatMap(({ crashed, hung }) => [...crashed, ...hung])
    for (const each of bad.slice(0, 20)) console.log(each)
    process.exitCode = bad.length > 0 || strays ? 1 : 0
  }
}
