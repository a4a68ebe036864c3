/** The tables of the reconstruction. */

import { calibrateAcross } from './calibrate-across.ts'
import { binsOf, calibrationError, summaryOf } from './calibration-bins.ts'
import { DECISION_KINDS, type Decision, judgeDecisions } from './decisions.ts'
import { readPage08, readPages, reconstructAndScore, type ScoredPage } from './drawn-pages.ts'
import { foldedTotal, foldsOf } from './folded.ts'
import { scoreLeftOut } from './left-out.ts'
import { figureTable, markdown, percent } from './table.ts'
import { totalOf, withOverall } from './totals.ts'

const FOLDS = 5
const DRAWN = 'tests/drawn/pages'

/** Reconstructs page 08, the drawn pages and the examination pages, the drawn ones by the models of each fold too; some one and a half minutes. */
export async function reconstructionTables(): Promise<string[]> {
  const page08 = reconstructAndScore(readPage08())
  const drawn = readPages(DRAWN).map(reconstructAndScore)
  const exam = readPages('tests/drawn/exam').map(reconstructAndScore)
  const leftOut = await scoreLeftOut(
    DRAWN,
    drawn.map(({ page }) => page),
    FOLDS,
  )
  return [
    'Per cent. Text, articles and paragraphs are means over pages; fields, captions and subheads are counted over all',
    'pages; `all` is the mean of the columns without `kind`.',
    '',
    `Left-out articles: the source articles of the drawn pages are dealt into ${FOLDS} folds by id. The models for a fold are`,
    'those trained on our own articles, gone on with the drawn pages without anything that tells of the fold’s articles;',
    'only these articles are scored by them. What is of a page (text kept, articles, ¶ ends) counts for each fold by the',
    'share of the page’s articles that are in it.',
    '',
    ...plainTable('left-out articles', leftOut.pages, []),
    '',
    ...scrambledTable([
      { name: 'drawn pages', pages: drawn },
      { name: 'examination pages', pages: exam },
    ]),
    '',
    'The models in the tree have seen the drawn pages, but never page 08 nor the examination pages, whose articles are',
    'our own, written to be unlike all others.',
    '',
    ...plainTable('drawn pages, seen', drawn, [page08]),
    '',
    ...plainTable('examination pages', exam, []),
    '',
    'By distinct article: each source article counts once, so what it has on one of its n pages counts 1/n. The columns',
    'of whole pages are those of the tables above.',
    '',
    ...foldedTable('left-out articles', leftOut.pages),
    '',
    ...foldedTable('examination pages', exam),
    '',
    'Calibration: a decision is right when its text, its role and its article are. Left-out articles are judged by curves',
    'fitted on the other folds’ decisions; the curves in the tree were fitted on those of all folds and on 70 pages of',
    'set `q`, which no model has seen.',
    '',
    ...calibrationTables([
      { name: 'left out', decisions: calibrateAcross(leftOut.decisions) },
      { name: 'examination', decisions: decisionsOf([...exam, page08]) },
    ]),
  ]
}

/** Whether the dumps that are out of order are said to be so, and no others. */
function scrambledTable(sets: readonly { name: string; pages: readonly ScoredPage[] }[]): string[] {
  const said = (pages: readonly ScoredPage[]) => {
    const told = pages.filter(({ found }) => found.doubts.some(({ code }) => code === 'scrambled-dump'))
    return `${told.length} of ${pages.length}`
  }
  const rows = sets.map(({ name, pages }) => [
    name,
    said(pages.filter(({ page }) => !page.inOrder)),
    said(pages.filter(({ page }) => page.inOrder)),
  ])
  return markdown(['said to be scrambled', 'of the scrambled dumps', 'of those in order'], rows)
}

type Scored = Pick<ScoredPage, 'page' | 'score'>

function plainTable(title: string, pages: readonly Scored[], more: readonly Scored[]): string[] {
  const extractors = [...new Set(pages.map(({ page }) => page.extractor))].sort()
  const row = (name: string, some: readonly Scored[]) => ({
    name: `${name} (${some.length})`,
    figures: totalOf(some.map(({ score }) => score)),
  })
  return figureTable(title, [
    ...extractors.map((extractor) =>
      row(
        extractor,
        pages.filter(({ page }) => page.extractor === extractor),
      ),
    ),
    row(
      'text in order',
      pages.filter(({ page }) => page.inOrder),
    ),
    row('all', pages),
    ...more.map((each) => ({ name: each.page.name, figures: totalOf([each.score]) })),
  ])
}

function foldedTable(title: string, pages: readonly Scored[]): string[] {
  const inOrder = pages.filter(({ page }) => page.inOrder)
  const rows = foldsOf(pages, FOLDS).map(({ articles, figures }, i) => ({
    name: `fold ${i + 1} (${articles} articles)`,
    figures,
  }))
  const total = (name: string, some: readonly Scored[]) => {
    const { articles, figures } = foldedTotal(some)
    const { kept, clusters, paragraphs, meta } = totalOf(some.map(({ score }) => score))
    return {
      name: `${name} (${articles} articles)`,
      figures: withOverall({ ...figures, kept, clusters, paragraphs, meta }),
    }
  }
  return figureTable(title, [...rows, total('all', pages), total('text in order', inOrder)])
}

const decisionsOf = (pages: readonly ScoredPage[]): Decision[] =>
  pages.flatMap(({ page, found, score }) => judgeDecisions(page.gold, found, score))

interface DecisionSet {
  name: string
  decisions: Decision[]
}

function calibrationTables(sets: readonly DecisionSet[]): string[] {
  const heads = (columns: string[]) =>
    sets.flatMap(({ name }) => columns.map((column) => `${name}: ${column}`))
  const summary = ({ count, confidence, right }: ReturnType<typeof summaryOf>) => [
    `${count}`,
    percent(confidence),
    percent(right),
  ]
  const ofKind = (decisions: readonly Decision[]) => [
    ...summary(summaryOf(decisions)),
    decisions.length > 0 ? percent(calibrationError(decisions)) : '–',
  ]
  const bins = sets.map(({ decisions }) => binsOf(decisions))
  return [
    ...markdown(
      ['confidence', ...heads(['decisions', 'mean confidence', 'right'])],
      bins[0]!.map(({ from, to }, i) => [`${from}–${to}`, ...bins.flatMap((each) => summary(each[i]!))]),
    ),
    '',
    ...markdown(
      ['kind', ...heads(['decisions', 'mean confidence', 'right', 'calibration error'])],
      [...DECISION_KINDS, 'all' as const].map((kind) => [
        kind,
        ...sets.flatMap(({ decisions }) =>
          ofKind(decisions.filter((each) => kind === 'all' || each.kind === kind)),
        ),
      ]),
    ),
  ]
}
