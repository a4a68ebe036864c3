/** Shapes of a photo story: pictures over the whole width, the head above or below them, then what text there is. */
import { bylineRows, type HeadChoice, headChoices, pileHead } from './head-block.ts'
import { firstColumns, type LegChoice, leastLegRows, legChoices, legParts } from './legs.ts'
import { movedBy, type PictureBlock, pictureBlocks } from './picture-block.ts'
import { type Order, Pile, type ShapeSheet } from './shape-sheet.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** Parts in their order from the top, the row that stays free below each left out. */
const PLACES = ['above', 'below'] as const
type HeadPlace = (typeof PLACES)[number]

export function offerPhotoShapes(order: Order, span: number, sheet: ShapeSheet): void {
  const { grid } = order.measurer
  const widthEm = grid.spanEm(span)
  const count = order.article.captions.length
  const heads = headChoices(order, widthEm, span, false)
  const choices = legChoices(order, widthEm)
  const offerAll = (offered: readonly (LegChoice | undefined)[]) => {
    for (let across = 1; across <= count; across++) {
      for (const block of pictureBlocks(order, widthEm, across)) {
        for (const legs of offered) {
          for (const place of PLACES)
            for (const head of heads) offer(order, span, block, legs, head, place, sheet)
        }
      }
    }
  }
  offerAll(choices.length > 0 ? choices : [undefined])
  if (choices.length > 0 && sheet.spans[span] === undefined) offerAll([firstColumns(order, widthEm)])
}

function offer(
  order: Order,
  span: number,
  block: PictureBlock,
  legs: LegChoice | undefined,
  head: HeadChoice,
  place: HeadPlace,
  sheet: ShapeSheet,
): void {
  const { article, measurer } = order
  const rows = legs ? measurer.legRows(article, legs.measureEm, legs.count) : []
  const deepest = Math.max(0, ...rows)
  if (legs && legs.count > 1 && deepest < leastLegRows(order)) return
  if (place === 'below' && head.rows === 0) return
  const headRows = head.rows > 0 ? head.rows + head.air : 0
  const byline = bylineRows(order, order.measurer.grid.spanEm(span))
  const gap = place === 'below' || legs ? 1 : 0
  const total = headRows + byline + block.rows + gap + deepest
  const short = legs ? legs.count * deepest - measurer.text(article, legs.measureEm).rows : 0
  const white = short + (legs?.white ?? 0)
  const under = place === 'below' ? WEIGHTS.headBelowPhoto : 0
  const cost = block.cost + head.cost + under + (legs?.cost ?? 0) + Math.max(0, white) * WEIGHTS.white
  sheet.offer(span, total, cost, () => make(order, span, block, legs, head, place, rows, Math.max(0, white)))
}

function make(
  order: Order,
  span: number,
  block: PictureBlock,
  legs: LegChoice | undefined,
  head: HeadChoice,
  place: HeadPlace,
  rows: readonly number[],
  white: number,
): Omit<Shape, 'span' | 'rows' | 'cost'> {
  const { gutterEm } = order.measurer.grid.setup
  const pile = new Pile(0, order.measurer.grid.spanEm(span), 0)
  const above = place === 'above' ? pileHead(pile, order, head, 0) : {}
  const pictures = movedBy(block.pictures, 0, pile.row)
  pile.row += block.rows + 1
  const below = place === 'below' ? pileHead(pile, order, head, 0) : {}
  const parts = legs ? legParts(legs, rows, gutterEm, 0, pile.row) : []
  return { boxed: false, ...above, ...below, pictures, legs: parts, white }
}
