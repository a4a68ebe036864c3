/**
 * Puts confidences on the share of decisions that are right: `fit-calibration.ts FOLDER…`, folders of drawn pages.
 * Writes `model/calibration.json`, `{ kind: [start, slope] }`. Articles that the models were trained on give
 * curves that are too sure; articles of the bench's pages make its calibration tables look too good.
 *
 * Curves stand on what the models say by themselves: the old ones are emptied before the reconstruction is loaded,
 * so a bundle of this file must be made with `model/calibration.json` as `{}`.
 */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fitCurve } from './logistic-curve.ts'

const FILE = join(import.meta.dirname, '../../src/core/reconstruct/model/calibration.json')
/** Kinds seen less often keep their confidence. */
const LEAST_DECISIONS = 20

const old = readFileSync(FILE, 'utf8')
writeFileSync(FILE, '{}\n')
try {
  const curves = await fitFolders(process.argv.slice(2))
  const rows = Object.entries(curves).map(([kind, curve]) => `  "${kind}": [${curve.join(', ')}]`)
  writeFileSync(FILE, `{\n${rows.join(',\n')}\n}\n`)
} catch (error) {
  writeFileSync(FILE, old)
  throw error
}

async function fitFolders(folders: readonly string[]): Promise<Record<string, number[]>> {
  const { default: loaded } = await import('../../src/core/reconstruct/model/calibration.json', {
    with: { type: 'json' },
  })
  if (Object.keys(loaded).length > 0)
    throw new Error('loaded with old curves: empty calibration.json, then bundle')
  const { DECISION_KINDS, judgeDecisions } = await import('../../tests/bench/reconstruction/decisions.ts')
  const { readPages, reconstructAndScore } = await import('../../tests/bench/reconstruction/drawn-pages.ts')
  const decisions = folders
    .flatMap(readPages)
    .map(reconstructAndScore)
    .flatMap(({ page, found, score }) => judgeDecisions(page.gold, found, score))
  const ofKinds = DECISION_KINDS.map((kind) => ({
    kind,
    some: decisions.filter((each) => each.kind === kind),
  }))
  const curves = ofKinds
    .filter(({ some }) => some.length >= LEAST_DECISIONS)
    .map(({ kind, some }) => [kind, fitCurve(some).map((value) => Math.round(value * 1000) / 1000)] as const)
  for (const { kind, some } of ofKinds) console.log(kind, some.length, 'decisions')
  return Object.fromEntries(curves)
}
