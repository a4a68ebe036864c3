/** How long each stage from the dump to the page takes, first and then warm, in one process. */
import { renderPreview } from '../../src/adapters/preview.ts'
import { composePage } from '../../src/core/compose/composer.ts'
import { draftComposer } from '../../src/core/compose/draft-composer.ts'
import { draftPage } from '../../src/core/draft/draft-page.ts'
import { refineMeasures } from '../../src/core/pipeline/refine-measures.ts'
import { reconstruct } from '../../src/core/reconstruct/reconstruct.ts'
import { freshShaper, need, source, template } from './page.ts'

const WARM_RUNS = 20

export async function stageTables(): Promise<string[]> {
  const shaper = await freshShaper()
  const rows: string[] = []
  const time = <T>(stage: string, work: () => T): T => {
    const runs: number[] = []
    let result = timed(work, runs)
    for (let i = 0; i < WARM_RUNS; i++) result = timed(work, runs)
    const [cold = 0, ...warm] = runs
    const median = warm.sort((a, b) => a - b)[WARM_RUNS >> 1] ?? 0
    rows.push(`| ${stage} | ${cold.toFixed(1)} | ${median.toFixed(1)} |`)
    return result
  }
  const raw = time('reconstruct', () => need(reconstruct(source)))
  const read = time('refine measures', () => refineMeasures(raw, template, shaper))
  const { doc } = time('propose pages, draft the best', () =>
    draftPage(read, template, draftComposer(shaper)),
  )
  const composition = time('compose', () => composePage(doc, shaper))
  time('preview 110 dpi', () => renderPreview(composition, shaper, 110))
  return [`| stage | first run, ms | median of ${WARM_RUNS} more, ms |`, '|---|---|---|', ...rows]
}

function timed<T>(work: () => T, runs: number[]): T {
  const start = performance.now()
  const result = work()
  runs.push(performance.now() - start)
  return result
}
