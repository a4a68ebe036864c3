/**
 * The drawn pages, each article read by models that have not seen it. The articles are dealt into folds; for each
 * fold the models that know our own articles alone go on with what the pages say of all other articles, and read all
 * pages. Of that only the fold's articles are scored.
 */
import { execFileSync } from 'node:child_process'
import { bundleForModels } from '../../../build/train/bundle.mjs'
import { addHits, type Hits } from './counts.ts'
import type { Decision } from './decisions.ts'
import type { GoldPage } from './drawn-pages.ts'
import { dealFolds } from './folds.ts'
import type { PageScore } from './score.ts'

const OUT = 'out/bench/folds'
const OWN = 'build/train/own'
const MOST_OUTPUT = 2 ** 28

export interface LeftOut {
  pages: { page: GoldPage; score: PageScore }[]
  /** For each fold what was decided of its articles, with the confidence that the models have before any curve. */
  decisions: Decision[][]
}

interface PageRun {
  score: PageScore
  decisions: Decision[]
}

/** `pages` are those of the folder. Trains and reads for each fold: about a minute for five. */
export async function scoreLeftOut(
  folder: string,
  pages: readonly GoldPage[],
  folds: number,
): Promise<LeftOut> {
  await bundleForModels(process.cwd(), 'build/train/fold-models.ts', `${OUT}/fold-models.js`)
  await bundleForModels(process.cwd(), 'tests/bench/reconstruction/fold-run.ts', `${OUT}/fold-run.js`)
  runWith(OWN, 'fold-models.js', folder, OUT, `${folds}`)
  const runs = Array.from({ length: folds }, (_, fold): PageRun[] =>
    JSON.parse(runWith(`${OUT}/${fold + 1}`, 'fold-run.js', folder)),
  )
  const dealt = dealFolds(
    pages.flatMap(({ sources }) => sources),
    folds,
  )
  const foldOf = (id: string) => dealt.findIndex((ids) => ids.includes(id))
  const decisions: Decision[][] = runs.map(() => [])
  const scored = pages.map((page, i) => {
    const own = page.sources.map(foldOf)
    const ofPage = runs.map((run) => run[i]!)
    const usual = commonest(own)
    ofPage.forEach((run, fold) => {
      const isOf = ({ article }: Decision) => (article < 0 ? usual : own[article]) === fold
      decisions[fold]!.push(...run.decisions.filter(isOf))
    })
    return {
      page,
      score: mergeScores(
        ofPage.map(({ score }) => score),
        own,
      ),
    }
  })
  return { pages: scored, decisions }
}

const runWith = (models: string, program: string, ...args: string[]): string =>
  execFileSync(process.execPath, [`${OUT}/${program}`, ...args], {
    encoding: 'utf8',
    maxBuffer: MOST_OUTPUT,
    env: { ...process.env, MODELS: models },
  })

const commonest = (folds: readonly number[]): number => {
  const count = (fold: number) => folds.filter((each) => each === fold).length
  return folds.reduce((best, fold) => (count(fold) > count(best) ? fold : best))
}

const NONE_FOUND: Hits = { right: 0, extra: 0, missed: 0 }

/** The subheads in articles that are none of the gold's. */
const extraBeside = ({ subheads, articles }: PageScore): number =>
  articles.reduce((rest, article) => rest - article.subheads.extra, subheads.extra)

/** Each article from the run that had not seen it; what is of a whole page, by how many articles each run had not. */
export function mergeScores(scores: readonly PageScore[], folds: readonly number[]): PageScore {
  const share = (of: (score: PageScore) => number) =>
    folds.reduce((sum, fold) => sum + of(scores[fold]!), 0) / folds.length
  const articles = folds.map((fold, i) => scores[fold]!.articles[i]!)
  const [first] = scores
  return {
    kept: { ...first!.kept, f1: share(({ kept }) => kept.f1) },
    clusters: share(({ clusters }) => clusters),
    paragraphEnds: share(({ paragraphEnds }) => paragraphEnds),
    subheads: addHits(articles.map(({ subheads }) => subheads).reduce(addHits), {
      ...NONE_FOUND,
      extra: share(extraBeside),
    }),
    meta: first!.meta,
    articles,
  }
}
