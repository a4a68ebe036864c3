/**
 * Puts confidences on the share of decisions that are right: `fit-calibration OUT FOLDER…`. The decisions are those of
 * the drawn pages by models that have not seen their articles, and those of folders of drawn pages that no model has
 * seen. Writes the file OUT, `{ kind: [start, slope] }`. The bench's tables are on curves of their own.
 *
 * Run as `npm run train -- --only calibration FOLDER…`, which takes the curves away that the models have.
 */
import { writeFileSync } from 'node:fs'
import { curvesOf } from '../../tests/bench/reconstruction/calibrate-across.ts'
import { judgeDecisions } from '../../tests/bench/reconstruction/decisions.ts'
import { readPages, reconstructAndScore } from '../../tests/bench/reconstruction/drawn-pages.ts'
import { scoreLeftOut } from '../../tests/bench/reconstruction/left-out.ts'

const DRAWN = 'tests/drawn/pages'
const FOLDS = 5

const [out = '', ...folders] = process.argv.slice(2)
const leftOut = await scoreLeftOut(DRAWN, readPages(DRAWN), FOLDS)
const unseen = folders
  .flatMap(readPages)
  .map(reconstructAndScore)
  .flatMap(({ page, found, score }) => judgeDecisions(page.gold, found, score))
const curves = curvesOf([...leftOut.decisions.flat(), ...unseen])
const rows = [...curves].map(
  ([kind, curve]) => `  "${kind}": [${curve.map((value) => Math.round(value * 1000) / 1000).join(', ')}]`,
)
writeFileSync(out, `{\n${rows.join(',\n')}\n}\n`)
