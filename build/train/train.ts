/**
 * Trains models of the reconstruction on drawn pages of our own articles: `train STAGE,… FOLDER[:PAGES]…`. They see what the models
 * before them make of the pages.
 */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { PageFacts } from '../../src/core/reconstruct/page-parts.ts'
import { trainChain } from './chain-training.ts'
import { trainChoices } from './choice-training.ts'
import {
  breakExamples,
  captionExamples,
  findFacts,
  headExamples,
  joinExamples,
  linkExamples,
  roleExamples,
  subheadExamples,
} from './examples.ts'
import type { DrawnPage } from './gold.ts'
import { type Example, trainLogLinear } from './log-linear-training.ts'
import { readDrawnPages } from './model-files.ts'
import { labelledLinesOf } from './stages.ts'
import type { TrainingOptions } from './training.ts'

const OWN = join(import.meta.dirname, 'own')

const [stages = '', ...folders] = process.argv.slice(2)
const pages = folders.flatMap((each) => {
  const [folder, count] = each.split(':')
  return readDrawnPages(folder!, count ? Number(count) : undefined)
})
const lined = () => pages.map((page) => ({ page, lines: labelledLinesOf(page) }))
let facts: { page: DrawnPage; facts: PageFacts }[] | undefined
const known = () => {
  facts ??= lined().map(({ page, lines }) => ({ page, facts: findFacts(lines) }))
  return facts
}

const STAGES: Record<string, () => unknown> = {
  subheads: () => binary(lined().flatMap(({ page, lines }) => subheadExamples(page, lines))),
  breaks: () => binary(lined().flatMap(({ page, lines }) => breakExamples(page, lines))),
  joins: () => binary(lined().flatMap(({ page, lines }) => joinExamples(page, lines))),
  roles: () =>
    trainChain(
      lined().map(({ page, lines }) => roleExamples(page, lines)),
      { leftOut: 0.8, minSources: 12 },
    ),
  captions: () => binary(known().flatMap(({ page, facts }) => captionExamples(page, facts))),
  heads: () =>
    binary(
      known().flatMap(({ page, facts }) => headExamples(page, facts)),
      { epochs: 6, rate: 0.3, penalty: 1e-6 },
    ),
  links: () =>
    trainChoices(
      known().flatMap(({ page, facts }) => linkExamples(page, facts)),
      { epochs: 6, penalty: 5e-3 },
    ),
}

function binary(examples: readonly Example[], options?: TrainingOptions) {
  console.log(`${examples.length} examples`)
  return trainLogLinear(examples, options)
}

for (const stage of stages.split(',')) {
  const train = STAGES[stage]
  if (!train || pages.length === 0) throw new Error(`no stage '${stage}' or no pages`)
  console.log(stage)
  writeFileSync(join(OWN, `${stage}.json`), `${JSON.stringify(train())}\n`)
}
