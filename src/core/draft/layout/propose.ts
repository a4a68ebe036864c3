/**
 * Proposals for a page: from roomy to tight until the articles find room, the best arrangements of blocks held
 * against the rules. Articles are left out, the lowest rank first, only when the page is too small in any manner.
 */
import type { Diagnostic } from '../../diagnostics.ts'
import type { DraftComposer } from '../composer.ts'
import type { Matter } from '../manuscript.ts'
import type { Template } from '../template.ts'
import { arrangeAround } from './around-pins.ts'
import { arrange, leastArea } from './arrange.ts'
import { chooseBoxes } from './boxes.ts'
import { check } from './checker.ts'
import { charactersOf } from './cut-size.ts'
import type { RankedShapes } from './items.ts'
import { brokenRules, distinct, inOrder, type Judged, judge, type Sheet } from './judge.ts'
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

/** What is to be laid out, on how much of a page. */
interface Job {
  ranked: readonly Ranked[]
  measurer: Measurer
  obstacles: readonly Module[]
  roomRows: number | undefined
}

interface Attempt {
  tightness: number
  judged: Judged[]
  sheet: Sheet
  cut: CutArticle[]
  /** Pins that had to give way, or that stay and would have to for all articles to find room. */
  loosened: readonly Module[]
}

/** Proposals for a page; always at least one, whatever the articles are. */
export function proposePages(
  matter: Matter,
  template: Template,
  composer: DraftComposer,
  options: ProposeOptions = {},
): Proposals {
  const measurer = new Measurer(template, composer)
  const placed = rankArticles(matter.articles).filter(({ article }) => hasMatter(article))
  const ranked = chooseBoxes(bindMeasures(placed, measurer.grid, template), measurer.grid, template)
  const pins = (options.pinned ?? []).filter((pin) =>
    ranked.some(({ article }) => article.id === pin.article),
  )
  const job: Job = { ranked, measurer, obstacles: options.obstacles ?? [], roomRows: options.roomRows }
  const loose = attemptWith(job, pins)
  const stay = options.pinsStay === true && loose.loosened.length > 0
  const attempt = stay ? { ...leaveOut(job, pins), loosened: loose.loosened } : loose
  const pages = distinct(attempt.judged, options.count ?? WANTED)
  const [best, ...rest] = pages.map((page) => proposalOf(page, attempt, template))
  if (best === undefined) throw new Error('an attempt has a page')
  return { proposals: [best, ...rest], diagnostics: diagnose(ranked, attempt, stay) }
}

/** All pins kept; else the first that can give way alone does, else all of them, unless the page is too full anyway. */
function attemptWith(job: Job, pins: readonly Module[]): Attempt {
  const kept = inManners(job, pins)
  if (kept) return kept
  for (const loose of pins.length > 1 ? pins : []) {
    const others = pins.filter((pin) => pin !== loose)
    const attempt = inManners(job, others)
    if (attempt) return { ...attempt, loosened: [loose] }
  }
  const free = pins.length > 0 ? inManners(job, []) : undefined
  return free ? { ...free, loosened: pins } : leaveOut(job, pins)
}

/** The roomiest manner in which the page breaks no rule, else the one that breaks the fewest. */
function inManners(job: Job, pins: readonly Module[]): Attempt | undefined {
  const sheet = sheetOf(job, [])
  let best: Attempt | undefined
  for (const [tightness, manner] of MANNERS.entries()) {
    // The tightest manner is for pages that hold their articles in no other.
    if (best && tightness === MANNERS.length - 1) break
    const judged = arrangeFixed(withShapes(job, manner), sheet, pins, job.obstacles)
    const page = judged[0]
    if (page && (best === undefined || fewerBroken(page, best.judged[0])))
      best = { tightness, judged, sheet, cut: [], loosened: [] }
    if (page && brokenRules(page) === 0) break
  }
  return best
}

const fewerBroken = (page: Judged, than: Judged | undefined): boolean =>
  than === undefined || brokenRules(page) < brokenRules(than)

/** With what is fixed in its place: as a page of the table that happens to have it there, or laid out round it. */
function arrangeFixed(
  articles: readonly RankedShapes[],
  sheet: Sheet,
  pins: readonly Module[],
  obstacles: readonly Module[],
): Judged[] {
  const judged = obstacles.length > 0 ? [] : arrange(articles, sheet, pins)
  const fixed = [...pins, ...obstacles]
  if (fixed.length === 0 || (judged[0] && brokenRules(judged[0]) === 0)) return judged
  return inOrder([...judged, ...arrangeAround(articles, fixed, sheet)])
}

/** The tightest page, without the articles of lowest rank that it has no room for; pinned ones stay. */
function leaveOut(job: Job, pins: readonly Module[]): Attempt {
  const { measurer, obstacles } = job
  const tightness = MANNERS.length - 1
  const manner = MANNERS[tightness] as Manner
  const articles = withShapes(job, manner)
  const { columns, roomRows } = sheetOf(job, [])
  const isPinned = ({ ranked }: RankedShapes) => pins.some(({ article }) => article === ranked.article.id)
  const kept = articles.filter((article) => isPinned(article) || article.shapes.flat().length > 0)
  const attempt = (judged: Judged[], sheet: Sheet, cut: CutArticle[]) => ({
    tightness,
    judged,
    sheet,
    cut,
    loosened: [],
  })
  // A lead that is larger than the page is cut off at its foot rather than left out for lesser articles.
  while (kept.length > 0 && (kept[0] === articles[0] || pins.length > 0)) {
    const fits = leastArea(kept.filter((article) => !isPinned(article))) <= columns * (roomRows + 1)
    const cut = articles
      .filter((article) => !kept.includes(article))
      .map((article) => cutOf(article, measurer))
    const sheet = sheetOf(job, cut)
    const judged = fits ? arrangeFixed(kept, sheet, pins, obstacles) : []
    if (judged.length > 0) return attempt(judged, sheet, cut.reverse())
    const last = kept.findLastIndex((article) => !isPinned(article))
    if (last < 0) break
    kept.splice(last, 1)
  }
  const fixed = [...pins, ...obstacles]
  if (fixed.length > 0) return onlyFixed(job, articles, fixed, pins, attempt)
  const { page, cut } = oversetPage(job.ranked, measurer, manner, sheetOf(job, []))
  return attempt([page], sheetOf(job, cut), cut)
}

/** What is fixed alone, and all else left out: no article finds room beside it. */
function onlyFixed(
  job: Job,
  articles: readonly RankedShapes[],
  fixed: readonly Module[],
  pins: readonly Module[],
  attempt: (judged: Judged[], sheet: Sheet, cut: CutArticle[]) => Attempt,
): Attempt {
  const out = articles.filter(({ ranked }) => !pins.some(({ article }) => article === ranked.article.id))
  const cut = out.map((article) => cutOf(article, job.measurer)).reverse()
  const sheet = sheetOf(job, cut)
  const depth = Math.max(...fixed.map(({ row, shape }) => row + shape.rows)) + 1
  return attempt(
    [judge({ skeleton: 'pinned', depth, cost: 0, modules: () => [...fixed] }, sheet)],
    sheet,
    cut,
  )
}

const withShapes = (job: Job, manner: Manner): RankedShapes[] => {
  const { roomRows } = sheetOf(job, [])
  return job.ranked.map((of) => ({ ranked: of, shapes: shapesOf(of, job.measurer, manner, roomRows) }))
}

function cutOf({ ranked, shapes }: RankedShapes, measurer: Measurer): CutArticle {
  const { article } = ranked
  const least = leastArea([{ shapes }])
  const { columnEm } = measurer.grid.setup
  const columnRows = Number.isFinite(least) ? least : measurer.text(article, columnEm).rows
  return { article: article.id, columnRows, characters: charactersOf(article) }
}

function sheetOf({ measurer, ranked, roomRows }: Job, cut: readonly CutArticle[]): Sheet {
  const { columns, columnEm, gutterEm, rows } = measurer.grid.setup
  const { folioRows, adRows } = measurer.template.look
  const left = cut.map(({ article }) => article)
  const room = Math.min(roomRows ?? rows, rows - folioRows)
  return { columns, columnEm, gutterEm, roomRows: room, adRows, ranked, cut: left }
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
function diagnose(ranked: readonly Ranked[], { cut, loosened }: Attempt, stay: boolean): Diagnostic[] {
  const found: Diagnostic[] = []
  if (ranked.length === 0) found.push({ code: 'page-without-articles', severity: 'warning' })
  if (cut.length > 0) {
    const columnRows = cut.reduce((sum, of) => sum + of.columnRows, 0)
    const characters = cut.reduce((sum, of) => sum + of.characters, 0)
    const titles = cut.map(({ article }) => titleOf(ranked, article)).join('、')
    found.push({
      code: 'page-too-full',
      severity: 'error',
      params: { count: cut.length, columnRows, characters, titles },
    })
  }
  if (loosened.length > 0) {
    const titles = loosened.map(({ article }) => titleOf(ranked, article)).join('、')
    const code = stay ? 'pins-in-the-way' : 'pins-leave-no-room'
    found.push({ code, severity: 'error', params: { count: loosened.length, titles } })
  }
  return found
}

function titleOf(ranked: readonly Ranked[], id: string): string {
  const article = ranked.find((of) => of.article.id === id)?.article
  return article?.headline ?? article?.section ?? article?.captions[0]?.text ?? id
}
