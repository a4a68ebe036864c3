/**
 * Reconstruction + template → PageDoc. The lead takes the upper left, briefs stand beside it one under the
 * other, what finds no room there follows in bands, boxed columns and photo stories run across the
 * page, and the foot that is left is an advertisement.
 */
import type { PageDoc } from '../doc/schema.ts'
import type { Article, Reconstruction } from '../reconstruct/types.ts'
import { placeBox, planBox } from './box.ts'
import type { DraftComposer } from './composer.ts'
import type { Desk } from './desk.ts'
import { draftFolio } from './folio.ts'
import { Grid } from './grid.ts'
import type { HeadWish } from './head.ts'
import { type ModulePlan, placeModule, planModule } from './module.ts'
import { PageBuilder } from './page-builder.ts'
import type { Template } from './template.ts'

const RULE_PT = 0.4
/** A brief may reach this many rows below the lead beside it. */
const SIDE_SLACK_ROWS = 2

/** How close the matter below the lead stands: articles side by side in a band, columns in boxes of their own. */
interface Density {
  across: number
  boxes: boolean
}

/** From airy to dense; the first that the page holds is taken, so that heads stay large. */
const DENSITIES: readonly Density[] = [
  { across: 2, boxes: true },
  { across: 4, boxes: true },
  { across: 4, boxes: false },
]

export function draftPage(
  reconstruction: Reconstruction,
  template: Template,
  composer: DraftComposer,
): PageDoc {
  let best: { page: PageDoc; rows: number } | undefined
  for (const density of DENSITIES) {
    const draft = draftWith(reconstruction, template, composer, density)
    if (best === undefined || draft.rows < best.rows) best = draft
    if (draft.rows <= template.setup.rows) break
  }
  if (best === undefined) throw new Error('there is at least one density')
  return best.page
}

/** One draft of the page, and the rows that it would take. */
function draftWith(
  reconstruction: Reconstruction,
  template: Template,
  composer: DraftComposer,
  density: Density,
): { page: PageDoc; rows: number } {
  const page = new PageBuilder(template)
  const grid = new Grid(page.doc.setup)
  const desk: Desk = { page, grid, composer }
  page.doc.meta = { ...reconstruction.page }
  reconstruction.articles.forEach((article, i) => {
    page.doc.articles[article.id] = {
      kind: article.kind,
      number: i + 1,
      title: titleOf(article),
      stories: [],
    }
  })
  draftFolio(page, grid, reconstruction.page)
  const [lead, briefs, boxed] = shareOut(reconstruction.articles, density.boxes)
  let row = template.look.folioRows
  if (lead) {
    const top = draftTop(desk, lead, briefs, row)
    row = draftBands(desk, top.left, top.end, density.across)
  }
  for (const article of boxed) row = draftBox(desk, article, row)
  draftFoot(desk, row)
  return { page: page.doc, rows: row - 1 }
}

/** What lists call an article: its headline, or what it has in place of one. */
function titleOf(article: Article): string {
  const text = article.headline ?? article.section ?? article.captions[0]?.text ?? article.paragraphs[0]?.text
  return [...(text ?? '')].slice(0, 40).join('')
}

/** The lead, the articles that stand freely, and those that want a box across the page. */
function shareOut(articles: Article[], boxes: boolean): [Article | undefined, Article[], Article[]] {
  const size = (article: Article) => article.paragraphs.reduce((sum, p) => sum + p.text.length, 0)
  const lead =
    articles.find((article) => article.kind === 'lead') ?? [...articles].sort((a, b) => size(b) - size(a))[0]
  const rest = articles.filter((article) => article !== lead)
  const wantsBox = (article: Article) => boxes && (article.section !== undefined || article.kind === 'photo')
  return [lead, rest.filter((article) => !wantsBox(article)), rest.filter(wantsBox)]
}

/** Lead and briefs beside it; gives the first free row and the briefs that found no room. */
function draftTop(
  desk: Desk,
  lead: Article,
  briefs: Article[],
  row: number,
): { end: number; left: Article[] } {
  const { grid, page } = desk
  const { columns, rows } = grid.setup
  const span = briefs.length > 0 ? Math.min(page.template.look.leadSpan, columns) : columns
  const plan = planModule(desk, lead, wish(grid, lead, span, 'lead'))
  placeModule(desk, plan, grid.columnX(0), row, rows)
  const side = columns - span
  let depth = 0
  let placed = 0
  for (const brief of side > 0 ? briefs : []) {
    const next = planModule(desk, brief, wish(grid, brief, side, placed % 2 === 0 ? 'song' : 'hei'))
    const start = depth + (placed > 0 ? 1 : 0)
    if (placed > 0 && start + next.rows > plan.rows + SIDE_SLACK_ROWS) break
    if (placed > 0) ruleAbove(desk, span, side, row + start)
    placeModule(desk, next, grid.columnX(span), row + start, rows)
    depth = start + next.rows
    placed++
  }
  const end = row + Math.max(plan.rows, depth)
  if (placed > 0) ruleBetween(desk, span, row, Math.min(end, rows))
  return { end: end + 1, left: briefs.slice(placed) }
}

const wish = (grid: Grid, article: Article, span: number, voice: HeadWish['voice']): HeadWish => ({
  id: article.id,
  span,
  widthEm: grid.spanEm(span),
  voice,
  section: article.section,
})

/** Articles side by side, each band under a rule; those of a band that is not full share its width. */
function draftBands(desk: Desk, articles: Article[], firstRow: number, across: number): number {
  const { grid } = desk
  const { columns, rows } = grid.setup
  let row = firstRow
  for (let i = 0; i < articles.length; i += across) {
    const band = articles.slice(i, i + across)
    const span = Math.floor(columns / band.length)
    const plans = band.map((article, k): ModulePlan => {
      const voice = (i / across + k) % 2 === 0 ? 'hei' : 'song'
      const place = wish(grid, article, span, voice)
      // Alone in its band an article is as wide as the page; its head must not outdo the lead's.
      return planModule(desk, article, { ...place, span: Math.min(span, Math.floor(columns / 2)) })
    })
    const depth = Math.max(...plans.map((plan) => plan.rows))
    if (row < rows) ruleAbove(desk, 0, columns, row)
    plans.forEach((plan, k) => {
      placeModule(desk, plan, grid.columnX(k * span), row, rows)
      if (k > 0 && row < rows) ruleBetween(desk, k * span, row, Math.min(row + depth, rows))
    })
    row += depth + 1
  }
  return row
}

function draftBox(desk: Desk, article: Article, row: number): number {
  const plan = planBox(desk, article)
  placeBox(desk, plan, row, desk.grid.setup.rows)
  return row + plan.rows + 1
}

function draftFoot({ page, grid }: Desk, row: number): void {
  const { left, rows, columns } = grid.setup
  if (rows - row < page.template.look.adRows) return
  page.frame('ad', grid.box(left, row, grid.spanEm(columns), rows - row), { kind: 'ad' })
}

/** A hairline in the middle of the free row above `row`. */
function ruleAbove({ page, grid }: Desk, column: number, span: number, row: number): void {
  const y = grid.rowY(row) - grid.setup.leadingPt / 2
  const box = { x: grid.columnX(column), y, width: grid.pt(grid.spanEm(span)), height: 0 }
  page.rule(`rule-${column}-${row}`, box, RULE_PT)
}

/** A hairline on the axis of the gutter left of `column`. */
function ruleBetween({ page, grid }: Desk, column: number, from: number, to: number): void {
  const x = grid.columnX(column) - grid.pt(grid.setup.gutterEm) / 2
  const y = grid.rowY(from) + 6
  const box = { x, y, width: 0, height: grid.rowY(to) - 2 - y }
  page.rule(`rule-${column}-${from}-down`, box, RULE_PT)
}
