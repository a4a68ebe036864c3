/** How fast pages are reconstructed: one warm, long dumps, and a whole archive by the command line. */
import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { reconstruct } from '../../src/core/reconstruct/reconstruct.ts'
import { source } from './page.ts'

const ARCHIVE_PAGES = 1_000
const SAMPLE_MS = 100

interface Growth {
  times: number
  lines: number
  medianMs: number
}

/** Page 08 so many times over in one dump. The longer it is the fewer runs: its own length evens them out. */
function measureGrowth(): Growth[] {
  const plans = [
    { times: 1, runs: 41 },
    { times: 10, runs: 7 },
    { times: 100, runs: 3 },
  ]
  return plans.map(({ times, runs }) => {
    const long = { ...source, lines: Array.from({ length: times }, () => source.lines).flat() }
    const took = Array.from({ length: runs }, () => {
      const start = performance.now()
      reconstruct(long)
      return performance.now() - start
    })
    return { times, lines: long.lines.length, medianMs: median(took) }
  })
}

const median = (values: number[]): number => values.sort((a, b) => a - b)[values.length >> 1] ?? 0

interface ArchiveRun {
  what: string
  seconds: number
  pagesPerSecond: number
  /** The largest resident set in the second and in the last quarter of the time; undefined where the system has no /proc. */
  earlyMb?: number
  lateMb?: number
}

/**
 * An archive made and run again, on all cores. Its pages are page 08, each of another year.
 */
async function measureArchive(): Promise<ArchiveRun[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-archive-'))
  const [dumps, output] = [join(folder, 'dumps'), join(folder, 'json')]
  mkdirSync(dumps)
  const page = readFileSync('assets/samples/page08.txt', 'utf8')
  for (let i = 0; i < ARCHIVE_PAGES; i++) {
    const own = page.replaceAll('2025', String(2000 + i))
    writeFileSync(join(dumps, `${String(i).padStart(4, '0')}.txt`), own)
  }
  const made = await runArchive('all pages made', dumps, output)
  const again = await runArchive('run again: all up to date', dumps, output)
  rmSync(folder, { recursive: true, force: true })
  return [made, again]
}

async function runArchive(what: string, dumps: string, output: string): Promise<ArchiveRun> {
  const start = performance.now()
  const args = ['out/cli/banxin.js', 'reconstruct', dumps, '-o', output]
  const child = spawn(process.execPath, args, { stdio: 'ignore' })
  const sizes: number[] = []
  const timer = setInterval(() => sizes.push(residentMb(child.pid) ?? 0), SAMPLE_MS)
  const code = await new Promise((done) => child.on('exit', done))
  clearInterval(timer)
  if (code !== 0) throw new Error(`the archive run ended with ${code}`)
  const seconds = (performance.now() - start) / 1000
  const peak = (from: number, to: number) =>
    Math.max(0, ...sizes.slice(Math.floor(from * sizes.length), Math.ceil(to * sizes.length))) || undefined
  return {
    what,
    seconds,
    pagesPerSecond: ARCHIVE_PAGES / seconds,
    earlyMb: peak(0.25, 0.5),
    lateMb: peak(0.75, 1),
  }
}

function residentMb(pid: number | undefined): number | undefined {
  try {
    const kb = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]
    return kb === undefined ? undefined : Number(kb) / 1024
  } catch {
    return undefined
  }
}

export async function speedTables(): Promise<string[]> {
  const growth = measureGrowth()
  const runs = await measureArchive()
  const perLine = ({ medianMs, lines }: Growth) => ((1000 * medianMs) / lines).toFixed(0)
  const mb = (value: number | undefined) => (value === undefined ? '?' : value.toFixed(0))
  return [
    '| reconstruct page 08, warm | lines | median, ms | µs a line |',
    '|---|---|---|---|',
    ...growth.map(
      (row) => `| ${row.times} × | ${row.lines} | ${row.medianMs.toFixed(1)} | ${perLine(row)} |`,
    ),
    '',
    `| archive of ${ARCHIVE_PAGES} pages | s | pages a second | peak MB, second quarter | peak MB, last quarter |`,
    '|---|---|---|---|---|',
    ...runs.map(
      (run) =>
        `| ${run.what} | ${run.seconds.toFixed(1)} | ${run.pagesPerSecond.toFixed(0)} | ${mb(run.earlyMb)} | ${mb(run.lateMb)} |`,
    ),
  ]
}
