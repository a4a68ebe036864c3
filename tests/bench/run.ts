/** Accuracy and speed on page 08, beside peers, and the reconstruction of drawn pages, in one run. */
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { loadSubsetter } from '../../src/adapters/harfbuzz-subset.ts'
import { renderPreview } from '../../src/adapters/preview.ts'
import { composePage } from '../../src/core/compose/composer.ts'
import { draftComposer } from '../../src/core/compose/draft-composer.ts'
import { draftPage } from '../../src/core/draft/draft-page.ts'
import { newsprintIntent } from '../../src/core/pdf/conditions.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { measureFidelity } from '../../src/core/pipeline/fidelity.ts'
import { refineMeasures } from '../../src/core/pipeline/refine-measures.ts'
import { reconstruct } from '../../src/core/reconstruct/reconstruct.ts'
import { compositionTables } from './composition/report.ts'
import { editorTables, measureEditor } from './editor/in-window.ts'
import { typingTables } from './editor-typing/measure.ts'
import { measureLaunch } from './launch.ts'
import { layoutTables } from './layout/report.ts'
import { freshShaper, need, read, source, template, wholeShaper } from './page.ts'
import { preflightTables } from './preflight/report.ts'
import { printTables } from './print/measure.ts'
import { reconstructionTables } from './reconstruction/report.ts'
import { measureArchive, measureGrowth, speedTables } from './speed.ts'

const WARM_RUNS = 20
const LAUNCHES = 5

interface Timing {
  stage: string
  coldMs: number
  warmMs: number
}

/** The first run, and the median of the runs after it. */
async function time<T>(stage: string, work: () => T | Promise<T>): Promise<[T, Timing]> {
  const runs: number[] = []
  let result: T | undefined
  for (let i = 0; i <= WARM_RUNS; i++) {
    const start = performance.now()
    result = await work()
    runs.push(performance.now() - start)
  }
  const [coldMs = 0, ...warm] = runs
  const sorted = warm.sort((a, b) => a - b)
  return [result as T, { stage, coldMs, warmMs: sorted[Math.floor(sorted.length / 2)] ?? 0 }]
}

const shaper = await freshShaper()
const subsetter = await loadSubsetter(read('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm'), (face) =>
  shaper.file(face),
)
const intent = newsprintIntent(read('assets/icc/tr002_225s_small.icc'))
const tools = { subsetter, shaper, intent }

const [raw, reconstructTime] = await time('reconstruct', () => need(reconstruct(source)))
const [reconstruction, refineTime] = await time('refine measures', () =>
  refineMeasures(raw, template, shaper),
)
const [{ doc }, draftTime] = await time('draft', () =>
  draftPage(reconstruction, template, draftComposer(shaper)),
)
const [composition, composeTime] = await time('compose', () => composePage(doc, shaper))
const [, exportTime] = await time('export PDF', () => exportPage(doc, composition, tools))
const [, previewTime] = await time('preview 110 dpi', () => renderPreview(composition, shaper, 110))
const timings = [reconstructTime, refineTime, draftTime, composeTime, exportTime, previewTime]

const fidelity = measureFidelity(reconstruction, template, shaper)
const ofComposition = await compositionTables({
  doc,
  reconstruction,
  fidelity,
  template,
  shaper,
  freshShaper,
})

const print = await printTables(doc, composition, 'out/bench/print-page.js')
const growth = measureGrowth(source)
const archive = await measureArchive()
const launch = await measureLaunch(LAUNCHES)
const editor = await measureEditor()
const typing = await typingTables()

const ms = (value: number) => value.toFixed(1)
const table = [
  '# Bench: page 08',
  '',
  `Node ${process.version}, ${cpus().length} cores. Printed by \`npm run bench\`.`,
  '',
  `| stage | first run, ms | median of ${WARM_RUNS} more, ms |`,
  '|---|---|---|',
  ...timings.map(({ stage, coldMs, warmMs }) => `| ${stage} | ${ms(coldMs)} | ${ms(warmMs)} |`),
  '',
  ...speedTables(growth, archive),
  '',
  `Launch to the composed page painted (${launch.runtime}): median of ${LAUNCHES} ${ms(launch.medianMs)} ms, worst ${ms(launch.worstMs)} ms.`,
  '',
  ...editorTables(editor),
  '',
  ...typing,
  '',
  ...print,
  '',
  ...ofComposition,
  '',
  ...layoutTables(shaper),
  '',
  ...preflightTables(doc, template, await wholeShaper()),
  '',
  ...reconstructionTables(),
  '',
].join('\n')
writeFileSync('tests/bench/results.md', table)
process.stdout.write(table)
