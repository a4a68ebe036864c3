/**
 * Proposals for a page: from roomy to tight until the articles find room, the best arrangements of blocks held
 * against the rules. Articles are left out, the lowest rank first, only when the page is too small in any manner.
 */
import type { Diagnostic } from '../../diagnostics.ts'
import type { Reconstruction } from '../../reconstruct/types.ts'
import type { DraftComposer } from '../composer.ts'
import type { Template } from '../template.ts'
import { arrangeAround } from './around-pins.ts'
import { arrange, leastArea } from './arrange.ts'
import { check } from './checker.ts'
import type { RankedShapes } from './items.ts'
import { brokenRules, distinct, inOrder, type Judged, type Sheet } from './judge.ts'
import { MANNERS, type Manner } from './manners.ts'
import { Measurer } from './measurer.ts'
import { oversetPage } from './overset-page.ts'
import { bindMeasures } from './printed-measure.ts'
import { hasMatter, type Ranked, rankArticles } from './rank.ts'
import { viewOf } from './rules/view.ts'
import { shapesOf } from './shapes.ts'
import { stableId } from './stable-id.ts'
import type { CutArticle, Module, Proposal, Proposals, ProposeOptions } from './types.ts'

const WANTED = 3

interface Attempt {
  tightness: number
  judged: Judged[]
  sheet: Sheet
  cut: CutArticle[]
  /** Pins that had to give way. */
  loosened: readonly Module[]
}

/** Proposals for a page; always at least one, whatever the articles are. */
export function proposePages(
  reconstruction: Reconstruction,
  template: Template,
  composer: DraftComposer,
  options: ProposeOptions = {},
): Proposals {
  const measurer = new Measurer(template, composer)
  const placed = rankArticles(reconstruction.articles).filter(({ article }) => hasMatter(article))
  const ranked = bindMeasures(placed, measurer.grid, template)
  const pins = (options.pinned ?? []).filter((pin) =>
    ranked.some(({ article }) => article.id === pin.article),
  )
  const attempt = attemptWith(ranked, measurer, pins)
  const pages = distinct(attempt.judged, options.count ?? WANTED)
  const [best, ...rest] = pages.map((page) => proposalOf(page, attempt, template))
  if (best === undefined) throw new Error('an attempt has a page')
  return { proposals: [best, ...rest], diagnostics: diagnose(ranked, attempt) }
}

/** All pins kept; else the first that can give way alone does, else all of them. */
function attemptWith(ranked: readonly Ranked[], measurer: Measurer, pins: readonly Module[]): Attempt {
  const kept = inManners(ranked, measurer, pins)
  if (kept) return kept
  for (const loose of pins.length > 1 ? pins : []) {
    const others = pins.filter((pin) => pin !== loose)
    const attempt = inManners(ranked, measurer, others)
    if (attempt) return { ...attempt, loosened: [loose] }
  }
  const free = pins.length > 0 ? inManners(ranked, measurer, []) : undefined
  return { ...(free ?? leaveOut(ranked, measurer)), loosened: pins }
}

/** The roomiest manner in which the page breaks no rule, else the one that breaks the fewest. */
function inManners(
  ranked: readonly Ranked[],
  measurer: Measurer,
  pins: readonly Module[],
): Attempt | undefined {
  const sheet = sheetOf(measurer, ranked, [])
  let best: Attempt | undefined
  for (const [tightness, manner] of MANNERS.entries()) {
    // The tightest manner is for pages that hold their articles in no other.
    if (best && tightness === MANNERS.length - 1) break
    const articles = withShapes(ranked, measurer, manner)
    let judged = arrange(articles, sheet, pins)
    if (pins.length > 0 && (judged[0] === undefined || brokenRules(judged[0]) > 0))
      judged = inOrder([...judged, ...arrangeAround(articles, pins, sheet)])
    const page = judged[0]
    if (page && (best === undefined || fewerBroken(page, best.judged[0])))
      best = { tightness, judged, sheet, cut: [], loosened: [] }
    if (page && brokenRules(page) === 0) break
  }
  return best
}

const fewerBroken = (page: Judged, than: Judged | undefined): boolean =>
  than === undefined || brokenRules(page) < brokenRules(than)

/** The tightest page, without the articles of lowest rank that it has no room for. */
function leaveOut(ranked: readonly Ranked[], measurer: Measurer): Attempt {
  const tightness = MANNERS.length - 1
  const manner = MANNERS[tightness] as Manner
  const articles = withShapes(ranked, measurer, manner)
  const { columns, roomRows } = sheetOf(measurer, ranked, [])
  const kept = articles.filter(({ shapes }) => shapes.flat().length > 0)
  // A lead that is larger than the page is cut off at its foot rather than left out for lesser articles.
  while (kept.length > 0 && kept[0] === articles[0]) {
    const fits = leastArea(kept) <= columns * (roomRows + 1)
    const cut = articles
      .filter((article) => !kept.includes(article))
      .map((article) => cutOf(article, measurer))
    const sheet = sheetOf(measurer, ranked, cut)
    const judged = fits ? arrange(kept, sheet) : []
    if (judged.length > 0) return { tightness, judged, sheet, cut: cut.reverse(), loosened: [] }
    kept.pop()
  }
  const { page, cut } = oversetPage(ranked, measurer, manner, sheetOf(measurer, ranked, []))
  return { tightness, judged: [page], sheet: sheetOf(measurer, ranked, cut), cut, loosened: [] }
}

const withShapes = (ranked: readonly Ranked[], measurer: Measurer, manner: Manner): RankedShapes[] => {
  const { roomRows } = sheetOf(measurer, ranked, [])
  return ranked.map((of) => ({ ranked: of, shapes: shapesOf(of, measurer, manner, roomRows) }))
}

function cutOf({ ranked, shapes }: RankedShapes, measurer: Measurer): CutArticle {
  const { article } = ranked
  const least = leastArea([{ shapes }])
  const { columnEm } = measurer.grid.setup
  const columnRows = Number.isFinite(least) ? least : measurer.text(article, columnEm).rows
  return { article: article.id, columnRows }
}

function sheetOf(measurer: Measurer, ranked: readonly Ranked[], cut: readonly CutArticle[]): Sheet {
  const { columns, columnEm, gutterEm, rows } = measurer.grid.setup
  const { folioRows, adRows } = measurer.template.look
  const left = cut.map(({ article }) => article)
  return { columns, columnEm, gutterEm, roomRows: rows - folioRows, adRows, ranked, cut: left }
}

function proposalOf(page: Judged, { tightness, sheet, cut }: Attempt, template: Template): Proposal {
  const { rows, modules, cost, filled, skeleton } = page
  return {
    id: stableId(template.name, rows, modules),
    template: template.name,
    columns: sheet.columns,
    rows,
    roomRows: sheet.roomRows,
    skeleton,
    modules,
    tightness,
    cut,
    cost,
    score: Math.round(100_000 / (1000 + Math.max(0, cost))),
    filled,
    findings: check(viewOf({ ...sheet, rows, modules })),
  }
}

/** What an editor must know: what is missing from the page, and articles that are only a head. */
function diagnose(ranked: readonly Ranked[], { cut, loosened }: Attempt): Diagnostic[] {
  const found: Diagnostic[] = []
  if (ranked.length === 0) found.push({ code: 'page-without-articles', severity: 'warning' })
  if (cut.length > 0) {
    const columnRows = cut.reduce((sum, of) => sum + of.columnRows, 0)
    const titles = cut.map(({ article }) => titleOf(ranked, article)).join('、')
    found.push({
      code: 'page-too-full',
      severity: 'error',
      params: { count: cut.length, columnRows, titles },
    })
  }
  if (loosened.length > 0) {
    const titles = loosened.map(({ article }) => titleOf(ranked, article)).join('、')
    found.push({ code: 'pins-leave-no-room', severity: 'error', params: { count: loosened.length, titles } })
  }
  return found
}

function titleOf(ranked: readonly Ranked[], id: string): string {
  const article = ranked.find((of) => of.article.id === id)?.article
  return article?.headline ?? article?.section ?? article?.captions[0]?.text ?? id
}
