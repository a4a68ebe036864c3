/** The window under the hand, by itself; its section of the results is written anew. */
import { readFileSync, writeFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { typingTables } from '../editor-typing/measure.ts'
import { measureLaunch } from '../launch.ts'
import { editorTables, measureEditor } from './in-window.ts'

const RESULTS = 'tests/bench/results.md'
const SECTION = /^## The page in the window\n[\s\S]*?(?=^## |(?![\s\S]))/m
const LAUNCHES = 5
/** Above this many waiting programs for two cores a figure says more of them than of the window. */
const QUIET = 3

const load = () => loadavg()[0]?.toFixed(1)
const loads = [load()]
const show = (lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n\n`)
const tables = editorTables(await measureEditor())
show(tables)
loads.push(load())
const typing = await typingTables()
show(typing)
loads.push(load())
const launch = await measureLaunch(LAUNCHES)
const section = `${[...tables, '', ...typing].join('\n')}\n\n`
process.stdout.write(
  `launch: median ${launch.medianMs.toFixed(1)} ms, worst ${launch.worstMs.toFixed(1)} ms\n`,
)
process.stdout.write(`load before, between and after: ${loads.join(', ')}\n`)
if (loads.every((each) => Number(each) < QUIET)) {
  const results = readFileSync(RESULTS, 'utf8')
  const now = SECTION.test(results) ? results.replace(SECTION, () => section) : `${results}\n${section}`
  writeFileSync(RESULTS, `${now.trimEnd()}\n`)
} else process.stdout.write('the machine is not quiet: the results were left as they are\n')
