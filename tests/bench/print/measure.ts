/** Page 08 printed by Banxin and by Chromium, and photos made ready, as tables. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Composition } from '../../../src/core/compose/composition.ts'
import { packPage } from '../../../src/core/doc/banxin-file.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { printByChromium } from './chromium.ts'
import { measurePhotos } from './photo.ts'

export interface PrintRun {
  coldMs: number
  warmMs: number
  /** Of all cores, warm: what a loaded machine leaves of the time above. */
  cpuMs: number
  bytes: number
  peakMb: number
}

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
  rmSync(folder, { recursive: true })
  const load = loadavg()[0] ?? 0
  const chromium = await printByChromium(composition)
  const photos = await measurePhotos()
  const ms = (value: number) => value.toFixed(0)
  const faster = chromium.warmMs / (rows[0]?.[1].warmMs ?? 1)
  return [
    '## Printing',
    '',
    `Node ${process.version}, ${cpus().length} cores, ${load.toFixed(1)} processes waiting for them.`,
    '',
    '| page 08 to PDF | first, ms | warm, ms | CPU warm, ms | bytes | peak MB |',
    '|---|---|---|---|---|---|',
    ...rows.map(
      ([name, { coldMs, warmMs, cpuMs, bytes, peakMb }]) =>
        `| ${name} | ${ms(coldMs)} | ${ms(warmMs)} | ${ms(cpuMs)} | ${bytes} | ${ms(peakMb)} |`,
    ),
    `| Chromium's printToPDF (first: from launch) | ${ms(chromium.coldMs)} | ${ms(chromium.warmMs)} | – | ${chromium.bytes} | – |`,
    '',
    `Warm, Banxin is ${faster.toFixed(1)} times as fast as Chromium in the same run.`,
    '',
    '| photo of 3 megapixels to CMYK, decoded, converted and packed, warm | ms |',
    '|---|---|',
    ...photos.map(({ from, ms: took }) => `| from ${from} | ${ms(took)} |`),
  ]
}
