/**
 * Trains one model of the reconstruction on drawn pages: `train STAGE FOLDER…`. It sees what the models before it
 * make of the pages.
 */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { trainChain } from './chain-training.ts'
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
import { readPage } from './gold.ts'
import { type Example, trainLogLinear } from './log-linear-training.ts'
import { labelledLinesOf } from './stages.ts'
import type { TrainingOptions } from './training.ts'

const MODEL = join(import.meta.dirname, '../../src/core/reconstruct/model')

const [stage = '', ...folders] = process.argv.slice(2)
const pages = folders.flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => /^p\d+$/.test(name))
    .map((name) => readPage(folder, name)),
)
const lined = () => pages.map((page) => ({ page, lines: labelledLinesOf(page) }))
const known = () => lined().map(({ page, lines }) => ({ page, facts: findFacts(lines) }))

const STAGES: Record<string, () => unknown> = {
  subheads: () => binary(lined().flatMap(({ page, lines }) => subheadExamples(page, lines))),
  breaks: () => binary(lined().flatMap(({ page, lines }) => breakExamples(page, lines))),
  joins: () => binary(lined().flatMap(({ page, lines }) => joinExamples(page, lines))),
  roles: () =>
    trainChain(
      lined().map(({ page, lines }) => roleExamples(page, lines)),
      { leftOut: 0.8, minSources: 7 },
    ),
  captions: () => binary(known().flatMap(({ page, facts }) => captionExamples(page, facts))),
  heads: () =>
    binary(
      known().flatMap(({ page, facts }) => headExamples(page, facts)),
      { epochs: 6, rate: 0.3, penalty: 1e-6 },
    ),
  links: () => binary(known().flatMap(({ page, facts }) => linkExamples(page, facts))),
}

function binary(examples: readonly Example[], options?: TrainingOptions) {
  console.log(`${stage}: ${examples.length} examples`)
  return trainLogLinear(examples, options)
}

const train = STAGES[stage]
if (!train || pages.length === 0) throw new Error(`no stage '${stage}' or no pages`)
writeFileSync(join(MODEL, `${stage}.json`), `${JSON.stringify(train())}\n`)
