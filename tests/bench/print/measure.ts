/** Page 08 printed by Banxin and by Chromium, and photos made ready, as tables. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Composition } from '../../../src/core/compose/composition.ts'
import { packPage } from '../../../src/core/doc/banxin-file.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { printByChromium } from './chromium.ts'
import { measurePhotos } from './photo.ts'
import { median } from './tools.ts'

export interface PrintRun {
  coldMs: number
  warmMs: number
  /** Of all cores, warm: what a loaded machine leaves of the time above. */
  cpuMs: number
  /** Warm, a character new to the page since the export before. */
  editedMs: number
  bytes: number
}

/** Tells, as a process ends, the most memory that it ever had; Linux counts its parent's in what getrusage says. */
const TELL_PEAK = `data:text/javascript,${encodeURIComponent(`
  import { readFileSync } from 'node:fs'
  process.on('exit', () => {
    const peak = process.platform === 'linux'
      ? /VmHWM:\\s+(\\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))[1]
      : process.resourceUsage().maxRSS
    console.error(peak)
  })
`)}`

/** In MB, of a fresh process of Node. */
function peakOf(args: readonly string[]): number {
  const { stderr, status } = spawnSync(process.execPath, ['--import', TELL_PEAK, ...args], {
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(stderr)
  return Number(stderr.trim().split('\n').at(-1)) / 1024
}

/** The median of a few: when garbage is collected is a matter of chance. */
const peakOfExport = (file: string, standard: string, folder: string): number =>
  median(
    Array.from({ length: 5 }, () =>
      peakOf(['out/cli/banxin.js', 'export', file, '-o', join(folder, 'page.pdf'), '--standard', standard]),
    ),
  )

/** `program` is print-page.ts, bundled. */
export async function printTables(
  doc: PageDoc,
  composition: Composition,
  program: string,
): Promise<string[]> {
  const folder = mkdtempSync(join(tmpdir(), 'banxin-print-'))
  const file = join(folder, 'page.banxin')
  writeFileSync(file, packPage({ doc }))
  const run = (standard: string): PrintRun =>
    JSON.parse(execFileSync(process.execPath, [program, file, standard], { encoding: 'utf8' }))
  const rows: [string, PrintRun][] = [
    ['Banxin, PDF/X-4, read back', run('x4')],
    ['Banxin, PDF/X-1a:2003, read back', run('x1a')],
  ]
  const peaks = (['x4', 'x1a'] as const).map((standard) => peakOfExport(file, standard, folder))
  rmSync(folder, { recursive: true })
  const chromium = await printByChromium(composition)
  const photos = await measurePhotos()
  const ms = (value: number) => value.toFixed(0)
  const faster = chromium.warmMs / (rows[0]?.[1].warmMs ?? 1)
  return [
    '| page 08 to PDF | first, ms | warm, ms | CPU warm, ms | warm after an edit, ms | bytes | peak MB |',
    '|---|---|---|---|---|---|---|',
    ...rows.map(
      ([name, { coldMs, warmMs, cpuMs, editedMs, bytes }], i) =>
        `| ${name} | ${ms(coldMs)} | ${ms(warmMs)} | ${ms(cpuMs)} | ${ms(editedMs)} | ${bytes} | ${ms(peaks[i] ?? 0)} |`,
    ),
    `| Chromium's printToPDF (first: from launch) | ${ms(chromium.coldMs)} | ${ms(chromium.warmMs)} | – | – | ${chromium.bytes} | – |`,
    '',
    'After an edit: one character that the page did not have, so that its face is subset and packed anew. The peak is a',
    `whole process’s that runs \`banxin export\` once, in MB of 2²⁰ bytes; Node by itself takes ${ms(peakOf(['-e', '0']))}.`,
    '',
    `Warm, Banxin is ${faster.toFixed(1)} times as fast as Chromium in the same run.`,
    '',
    '| photo of 3 megapixels to CMYK, decoded, converted and packed, warm | ms |',
    '|---|---|',
    ...photos.map(({ from, ms: took }) => `| from ${from} | ${ms(took)} |`),
  ]
}
