/** Prints a page's file in a process of its own: the first time, with the most memory that took, then warm. */
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import { unpackPage } from '../../../src/core/doc/banxin-file.ts'
import { facesOf } from '../../../src/core/doc/faces-of.ts'
import { DEFAULT_EXPORT, exportPage } from '../../../src/core/pipeline/export-page.ts'
import type { PrintRun } from './measure.ts'
import { median, openTools, read } from './tools.ts'

const WARM_RUNS = 20

const [file = '', standard] = process.argv.slice(2)
const ids = FACES.map(({ id }) => id)
const page = unpackPage(read(file), file, ids)
if (!page.ok) throw new Error(JSON.stringify(page.error))
const { doc } = page.value
const tools = await openTools(facesOf(doc))
const composition = composePage(doc, tools.shaper)
const options = { ...DEFAULT_EXPORT, standard: standard === 'x1a' ? ('x1a' as const) : ('x4' as const) }

let bytes = 0
let peakMb = 0
const times: number[] = []
const cpu: number[] = []
for (let i = 0; i <= WARM_RUNS; i++) {
  const start = performance.now()
  const before = process.cpuUsage()
  const pdf = await exportPage(doc, composition, tools, options)
  times.push(performance.now() - start)
  const { user, system } = process.cpuUsage(before)
  cpu.push((user + system) / 1000)
  peakMb ||= process.resourceUsage().maxRSS / 1024
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  bytes = pdf.bytes.length
}
const [coldMs = 0, ...warm] = times
const run: PrintRun = { coldMs, warmMs: median(warm), cpuMs: median(cpu.slice(1)), bytes, peakMb }
process.stdout.write(JSON.stringify(run))
