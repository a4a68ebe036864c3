/**
 * How far the models should go on with the drawn pages, found without looking at what is scored: for each fold by the
 * articles of the other folds alone, each of these read by models that have seen neither its fold nor the one that is
 * left out. Prints the share of fields right at every pace, the paces chosen for each fold, and how the left-out
 * articles are read at them: `choose-paces FOLDER`. Some minutes.
 */
import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import type { ArticleRate } from '../../tests/bench/reconstruction/article-fields.ts'
import { type GoldPage, readPages } from '../../tests/bench/reconstruction/drawn-pages.ts'
import { dealFolds } from '../../tests/bench/reconstruction/folds.ts'
import { mergeScores } from '../../tests/bench/reconstruction/left-out.ts'
import type { PageScore } from '../../tests/bench/reconstruction/score.ts'
import { figureTable, markdown, percent } from '../../tests/bench/reconstruction/table.ts'
import { totalOf } from '../../tests/bench/reconstruction/totals.ts'
import { adaptModels, lessonsOf, PACES, type Pace, type Paces, withoutArticles } from './adapt.ts'
import { readDrawnPages, readOwnModels, writeModels } from './model-files.ts'

const FOLDS = 5
const OUT = 'out/train/paces'
const READER = `${OUT}/fold-run.js`
const MOST_OUTPUT = 2 ** 28

type Chosen = 'heads' | 'labels'

/** From none to far, and the fields that tell whether it was right. */
const CHOICES: Record<Chosen, { paces: Pace[]; fields: ArticleRate[] }> = {
  heads: {
    paces: [pace(0, 0), pace(2, 0.03), pace(4, 0.05), pace(8, 0.1)],
    fields: ['headline', 'kicker', 'deck'],
  },
  labels: {
    paces: [pace(6, 0.05), pace(12, 0.07), pace(12, 0.1), pace(16, 0.15)],
    fields: ['section', 'byline', 'credit'],
  },
}
const CHOSEN = Object.keys(CHOICES) as Chosen[]

function pace(epochs: number, rate: number): Pace {
  return { epochs, rate }
}

const [folder = ''] = process.argv.slice(2)
const pages = readPages(folder)
const drawn = readDrawnPages(folder)
const lessons = lessonsOf(drawn)
const own = readOwnModels()
const folds = dealFolds(
  pages.flatMap(({ sources }) => sources),
  FOLDS,
)
const foldOf = (id: string): number => folds.findIndex((ids) => ids.includes(id))

/** The pages as models read them that go on at some paces with all but some folds. */
async function readWithout(left: readonly number[], paces: Paces, name: string): Promise<PageScore[]> {
  const models = join(OUT, name)
  writeModels(
    models,
    adaptModels(own, withoutArticles(lessons, new Set(left.flatMap((fold) => folds[fold]!))), paces),
  )
  const { stdout } = await promisify(execFile)(process.execPath, [READER, folder], {
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, MODELS: models },
  })
  return JSON.parse(stdout).map(({ score }: { score: PageScore }) => score)
}

/** How many of some fields of a fold's articles are right, on pages in order. */
function rightOf(scores: readonly PageScore[], fold: number, fields: readonly ArticleRate[]) {
  const shares = pages.flatMap(({ inOrder, sources }, i) =>
    scores[i]!.articles.filter((_, k) => inOrder && foldOf(sources[k]!) === fold).flatMap((article) =>
      fields.flatMap((field) => article.fields[field] ?? []),
    ),
  )
  return shares.reduce((sum, each) => ({ right: sum.right + each.right, of: sum.of + each.of }), {
    right: 0,
    of: 0,
  })
}

interface Tally {
  right: number
  of: number
}
/** For each model, pace and fold left out what is right of the other folds. */
const tallies = Object.fromEntries(
  CHOSEN.map((model) => [
    model,
    CHOICES[model].paces.map(() => folds.map((): Tally => ({ right: 0, of: 0 }))),
  ]),
) as Record<Chosen, Tally[][]>

async function tryPaces(first: number, second: number): Promise<void> {
  for (const model of CHOSEN) {
    const { paces, fields } = CHOICES[model]
    for (const [i, pace] of paces.entries()) {
      const name = `${first}-${second}-${model}`
      const scores = await readWithout([first, second], { ...PACES, [model]: pace }, name)
      for (const [left, scored] of [
        [first, second],
        [second, first],
      ] as const) {
        const tally = tallies[model][i]![left]!
        const { right, of } = rightOf(scores, scored, fields)
        tally.right += right
        tally.of += of
      }
    }
  }
}

const pairs = folds.flatMap((_, first) =>
  folds.flatMap((_, second) => (first < second ? [[first, second]] : [])),
)
const queue = [...pairs]
const work = async () => {
  for (let pair = queue.shift(); pair; pair = queue.shift()) await tryPaces(pair[0]!, pair[1]!)
}
await Promise.all([work(), work()])

const share = ({ right, of }: Tally): number => right / (of || 1)
const chosenFor = (model: Chosen, fold: number): number => {
  const shares = tallies[model].map((of) => share(of[fold]!))
  return shares.indexOf(Math.max(...shares))
}
const told = (pace: Pace): string => (pace.epochs === 0 ? 'none' : `${pace.epochs} × ${pace.rate}`)
for (const model of CHOSEN) {
  const rows = CHOICES[model].paces.map((pace, i) => [
    told(pace),
    ...folds.map(
      (_, fold) => `${percent(share(tallies[model][i]![fold]!))}${chosenFor(model, fold) === i ? ' ◀' : ''}`,
    ),
  ])
  console.log(markdown([model, ...folds.map((_, fold) => `without fold ${fold + 1}`)], rows).join('\n'), '\n')
}

const runs: PageScore[][] = []
for (const fold of folds.keys()) {
  const paces = { ...PACES }
  for (const model of CHOSEN) paces[model] = CHOICES[model].paces[chosenFor(model, fold)]!
  runs.push(await readWithout([fold], paces, `${fold}`))
}
const scored = pages.map((page: GoldPage, i) => ({
  page,
  score: mergeScores(
    runs.map((run) => run[i]!),
    page.sources.map(foldOf),
  ),
}))
const inOrder = scored.filter(({ page }) => page.inOrder).map(({ score }) => score)
console.log(
  figureTable('left out, paces too', [{ name: 'text in order', figures: totalOf(inOrder) }]).join('\n'),
)
