/** All ways to set one article that are worth trying, for each span the cheapest of each depth. */
import { offerBandShapes } from './band-shapes.ts'
import { headChoices, pileHead } from './head-block.ts'
import type { Manner } from './manners.ts'
import type { Measurer } from './measurer.ts'
import { offerPhotoShapes } from './photo-shapes.ts'
import type { Ranked } from './rank.ts'
import { hasBody, type Order, Pile, ShapeSheet } from './shape-sheet.ts'
import { offerTextShapes } from './text-shapes.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** Shapes by span, from 1; within a span by depth. */
export type ShapesBySpan = readonly (readonly Shape[])[]

export function shapesOf(ranked: Ranked, measurer: Measurer, manner: Manner, mostRows: number): ShapesBySpan {
  const { columns } = measurer.grid.setup
  const order: Order = { ...ranked, measurer, manner, mostRows }
  const sheet = new ShapeSheet(mostRows)
  for (let span = 1; span <= columns; span++) offerSpan(order, span, sheet)
  // What no box holds stands without one.
  if (sheet.spans.length === 0)
    for (let span = 1; span <= columns; span++) offerTextShapes(order, span, false, sheet)
  return Array.from({ length: columns + 1 }, (_, span) => {
    const shapes = [...(sheet.spans[span]?.values() ?? [])].sort((a, b) => a.rows - b.rows)
    const extra = spanCost(order, span, columns)
    return shapes.map((shape) => ({ ...shape, cost: shape.cost + extra }))
  })
}

function offerSpan(order: Order, span: number, sheet: ShapeSheet): void {
  const { article, manner } = order
  const boxed = manner.boxes && order.boxed === true && (hasBody(article) || article.captions.length === 0)
  if (!hasBody(article) && article.captions.length === 0) offerHeadOnly(order, span, sheet)
  else if (article.captions.length > 0 && (article.kind === 'photo' || !hasBody(article)))
    offerPhotoShapes(order, span, sheet)
  else {
    if (boxed) offerBandShapes(order, span, sheet)
    if (boxed && span > 1) offerTextShapes(order, span, true, sheet)
    if (!boxed) offerTextShapes(order, span, false, sheet)
  }
}

function offerHeadOnly(order: Order, span: number, sheet: ShapeSheet): void {
  const widthEm = order.measurer.grid.spanEm(span)
  for (const head of headChoices(order, widthEm, span, false)) {
    const pile = new Pile(0, widthEm, 0)
    const top = pileHead(pile, order, head, 0)
    const cost = head.cost + (span - 1) * WEIGHTS.white
    sheet.offer(span, pile.row, cost, () => ({ boxed: false, ...top, pictures: [], legs: [], white: 0 }))
  }
}

/** How far a lead's span is from the one that the house gives it. */
function spanCost({ rank, measurer }: Order, span: number, columns: number): number {
  if (rank !== 'lead') return 0
  const off = Math.abs(span - Math.min(columns, measurer.template.look.leadSpan)) * WEIGHTS.leadSpan
  return off + (span < columns / 2 ? WEIGHTS.narrowLead : 0)
}
