/** Candidates for a page, held against the rules, put in order, and the distinct ones chosen. */
import { weigh } from './checker.ts'
import type { Ranked } from './rank.ts'
import { emptyCells } from './rules/place-rules.ts'
import { type PageView, viewOf } from './rules/view.ts'
import type { Candidate } from './skeletons.ts'
import type { Finding, Module, SkeletonKind } from './types.ts'
import { DISTINCT_SHARE, WEIGHTS } from './weights.ts'

export interface Sheet {
  columns: number
  columnEm: number
  gutterEm: number
  /** Rows from the folio to the page's foot. */
  roomRows: number
  /** From so many rows on, what is left at the foot is an advertisement. */
  adRows: number
  ranked: readonly Ranked[]
  cut: readonly string[]
}

export interface Judged {
  skeleton: SkeletonKind
  rows: number
  modules: Module[]
  findings: Finding[]
  cost: number
  filled: number
  view: PageView
}

export function judge(candidate: Candidate, sheet: Sheet): Judged {
  const modules = candidate.modules()
  const rows = Math.max(0, candidate.depth - 1)
  const view = viewOf({ ...sheet, rows, modules })
  const findings = weigh(view)
  const shapes = modules.reduce((sum, { shape }) => sum + shape.cost, 0)
  const rules = findings.reduce((sum, { cost }) => sum + cost, 0)
  const cost = Math.round(shapes + rules + footCost(rows, sheet))
  const white = modules.reduce((sum, { shape }) => sum + shape.white, emptyCells(view))
  const filled = modules.length > 0 ? 1 - white / (view.depth * sheet.columns) : 1
  return { skeleton: candidate.skeleton, rows, modules, findings, cost, filled, view }
}

/** A foot too small for an advertisement is white; one of more than half the page leaves little to read. */
function footCost(rows: number, { columns, roomRows, adRows }: Sheet): number {
  const left = roomRows - rows - 1
  if (left < adRows) return Math.max(0, left) * columns * WEIGHTS.whiteFoot
  return Math.max(0, left - roomRows / 2) * columns * WEIGHTS.largeFoot
}

export const brokenRules = ({ findings }: Pick<Judged, 'findings'>): number =>
  findings.filter((finding) => finding.broken).length

/** Fewest broken rules first, then the cheapest; ties by the modules' places, so that the order is always the same. */
export function inOrder(judged: Judged[]): Judged[] {
  const key = ({ modules }: Judged) =>
    modules.map(({ article, column, row, shape }) => [article, column, row, shape.span].join(' ')).join()
  return judged
    .map((page) => ({ page, broken: brokenRules(page) }))
    .sort((a, b) => a.broken - b.broken || a.page.cost - b.page.cost || (key(a.page) < key(b.page) ? -1 : 1))
    .map(({ page }) => page)
}

/** The best pages of which no two give nearly the same cells to the same articles. */
export function distinct(ordered: readonly Judged[], count: number): Judged[] {
  const taken: Judged[] = []
  for (const page of ordered) {
    if (taken.length >= count) break
    if (taken.every((other) => differingShare(page, other) >= DISTINCT_SHARE)) taken.push(page)
  }
  return taken
}

function differingShare(a: Judged, b: Judged): number {
  const depth = Math.max(a.view.depth, b.view.depth)
  const owner = ({ view }: Judged, column: number, row: number) =>
    row < view.depth ? view.modules[view.cells[column * view.depth + row] as number]?.article : undefined
  let differing = 0
  for (let column = 0; column < a.view.columns; column++) {
    for (let row = 0; row < depth; row++) if (owner(a, column, row) !== owner(b, column, row)) differing++
  }
  return differing / (depth * a.view.columns)
}
