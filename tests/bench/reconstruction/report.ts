/** The tables of the reconstruction, from pages whose articles no model was trained on. */
import { binsOf, calibrationError, summaryOf } from './calibration-bins.ts'
import { DECISION_KINDS, type Decision, judgeDecisions } from './decisions.ts'
import { readPage08, readPages, reconstructAndScore, type ScoredPage } from './drawn-pages.ts'
import { foldedTotal, foldsOf } from './folded.ts'
import { figureTable, markdown, percent } from './table.ts'
import { totalOf } from './totals.ts'

const FOLDS = 5

/** Reconstructs page 08, the drawn pages and the examination pages; about ten seconds in all. */
export function reconstructionTables(): string[] {
  const page08 = reconstructAndScore(readPage08())
  const drawn = readPages('tests/drawn/pages').map(reconstructAndScore)
  const exam = readPages('tests/drawn/exam').map(reconstructAndScore)
  return [
    'Per cent. The models were trained on other articles than these. Text, articles and paragraphs are means over pages;',
    'fields, captions and subheads are counted over all pages; `all` is the mean of the columns without `kind`.',
    '',
    ...plainTable('drawn pages', drawn, [page08]),
    '',
    ...plainTable('examination pages', exam, []),
    '',
    `Folded: each source article counts once, so what it has on one of its n pages counts 1/n; ${FOLDS} folds by id.`,
    '',
    ...foldedTable('drawn pages', drawn),
    '',
    ...foldedTable('examination pages', exam),
    '',
    'Calibration: a decision is right when its text, its role and its article are. The curves were fitted on 70 pages',
    'of other articles still (set `q`), which neither the models nor these tables see.',
    '',
    ...calibrationTables([
      { name: 'drawn', decisions: decisionsOf([...drawn, page08]) },
      { name: 'examination', decisions: decisionsOf(exam) },
    ]),
  ]
}

function plainTable(title: string, pages: readonly ScoredPage[], more: readonly ScoredPage[]): string[] {
  const extractors = [...new Set(pages.map(({ page }) => page.extractor))].sort()
  const row = (name: string, some: readonly ScoredPage[]) => ({
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

function foldedTable(title: string, pages: readonly ScoredPage[]): string[] {
  const rows = foldsOf(pages, FOLDS).map(({ articles, figures }, i) => ({
    name: `fold ${i + 1} (${articles} articles)`,
    figures,
  }))
  const { articles, figures } = foldedTotal(pages)
  return figureTable(title, [...rows, { name: `mean (${articles} articles)`, figures }])
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
