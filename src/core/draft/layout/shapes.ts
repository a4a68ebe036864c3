/** All ways to set one article that are worth trying, for each span the cheapest of each depth. */
import type { Article } from '../../reconstruct/types.ts'
import type { Em } from '../../units.ts'
import { offerBandShapes } from './band-shapes.ts'
import { headChoices, pileHead } from './head-block.ts'
import type { Manner } from './manners.ts'
import type { Measurer } from './measurer.ts'
import { offerPhotoShapes } from './photo-shapes.ts'
import type { Ranked } from './rank.ts'
import { hasBody, type Order, Pile, ShapeSheet } from './shape-sheet.ts'
import { offerTextShapes } from './text-shapes.ts'
import type { Shape } from './types.ts'
import { MEASURE_EM, SAME_EM, WEIGHTS } from './weights.ts'

/** Shapes by span, from 1; within a span by depth. */
export type ShapesBySpan = readonly (readonly Shape[])[]

export function shapesOf(ranked: Ranked, measurer: Measurer, manner: Manner, mostRows: number): ShapesBySpan {
  const { columns } = measurer.grid.setup
  const order: Order = { ...ranked, measurer, manner, mostRows, printedEm: printedMeasure(ranked.article, measurer) }
  const sheet = new ShapeSheet(mostRows)
  for (let span = 1; span <= columns; span++) offerSpan(order, span, sheet)
  return Array.from({ length: columns + 1 }, (_, span) => {
    const shapes = [...(sheet.spans[span]?.values() ?? [])].sort((a, b) => a.rows - b.rows)
    const extra = spanCost(order, span, columns)
    return shapes.map((shape) => ({ ...shape, cost: shape.cost + extra }))
  })
}

function offerSpan(order: Order, span: number, sheet: ShapeSheet): void {
  const { article, manner } = order
  const boxed = manner.boxes && wantsBox(article) && (hasBody(article) || article.captions.length === 0)
  if (!hasBody(article) && article.captions.length === 0) offerHeadOnly(order, span, sheet)
  else if (article.captions.length > 0 && (article.kind === 'photo' || !hasBody(article)))
    offerPhotoShapes(order, span, sheet)
  else {
    if (boxed) offerBandShapes(order, span, sheet)
    if (boxed && span > 1) offerTextShapes(order, span, true, sheet)
    if (!boxed) offerTextShapes(order, span, false, sheet)
  }
}

/** Columns stand in a box of their own. */
const wantsBox = (article: Article): boolean => article.kind === 'column' || article.section !== undefined

function offerHeadOnly(order: Order, span: number, sheet: ShapeSheet): void {
  const widthEm = order.measurer.grid.spanEm(span)
  for (const head of headChoices(order, widthEm, span, false)) {
    const pile = new Pile(0, widthEm, 0)
    const top = pileHead(pile, order.article, head, 0)
    const cost = head.cost + (span - 1) * WEIGHTS.white
    sheet.offer(span, pile.row, cost, () => ({ boxed: false, ...top, pictures: [], legs: [], white: 0 }))
  }
}

function spanCost({ rank }: Order, span: number, columns: number): number {
  if (rank !== 'lead') return 0
  if (span < columns / 2) return WEIGHTS.narrowLead
  return span === columns && columns > 1 ? WEIGHTS.wideLead : 0
}

/** The printed measure, where columns of the grid, in a box or not, can be set in legs that have it. */
function printedMeasure(article: Article, { grid, template }: Measurer): Em | undefined {
  const { measureEm } = article
  if (measureEm === undefined || measureEm < MEASURE_EM.least) return undefined
  const { columns, gutterEm } = grid.setup
  const inset = wantsBox(article) ? 2 * template.look.boxInsetEm : 0
  const spans = Array.from({ length: columns }, (_, i) => i + 1)
  const has = spans.some((span) => {
    const count = Math.round((grid.spanEm(span) - inset + gutterEm) / (measureEm + gutterEm))
    return count > 0 && Math.abs(measureEm - (grid.spanEm(span) - inset - (count - 1) * gutterEm) / count) < SAME_EM
  })
  return has ? measureEm : undefined
}
