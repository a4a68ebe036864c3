/** Shapes of a story with text: head on top, text in equal legs, pictures above the text or over its last legs. */
import type { Em } from '../../units.ts'
import { bylineRows, type HeadChoice, headChoices, pileHead, sectionRowsFor } from './head-block.ts'
import { firstColumns, type LegChoice, leastLegRows, legChoices, legCost, legParts } from './legs.ts'
import { movedBy, type PictureBlock, pictureBlocks } from './picture-block.ts'
import { bodyLength } from './rank.ts'
import { type Order, Pile, type ShapeSheet } from './shape-sheet.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** How a module's frame and text are chosen, before its pictures are. */
interface Setting {
  order: Order
  span: number
  boxed: boolean
  legs: LegChoice
  heads: HeadChoice[]
  insetEm: Em
  innerEm: Em
}

/** The row inside a box above its matter and below it. */
const BOX_ROWS = 1
/** Rows of text that a leg has at least below a picture. */
const UNDER_PICTURE_ROWS = 3
/** More legs than its text fills to this depth are not tried. */
const FEW_ROWS = 2.5
/** The row that may stay free below a text to meet its neighbour's foot. */
const FOOT_ROWS = [0, 1]

export function offerTextShapes(order: Order, span: number, boxed: boolean, sheet: ShapeSheet): void {
  const { grid, template } = order.measurer
  const insetEm = boxed ? template.look.boxInsetEm : 0
  const innerEm = grid.spanEm(span) - 2 * insetEm
  const heads = headChoices(order, innerEm, span, boxed)
  const choices = legChoices(order, innerEm).filter((legs) => {
    const depth = bodyLength(order.article) / legs.measureEm / legs.count
    return legs.count === 1 || depth >= Math.min(FEW_ROWS, leastLegRows(order))
  })
  for (const legs of choices) offerLegs({ order, span, boxed, legs, heads, insetEm, innerEm }, sheet)
  if (sheet.spans[span] !== undefined) return
  offerLegs({ order, span, boxed, legs: firstColumns(order, innerEm), heads, insetEm, innerEm }, sheet)
}

function offerLegs(setting: Setting, sheet: ShapeSheet): void {
  const count = setting.order.article.captions.length
  if (count === 0) offer(setting, sheet, undefined, 0)
  else offerWithPictures(setting, sheet, count)
}

function offerWithPictures(setting: Setting, sheet: ShapeSheet, count: number): void {
  const { order, legs, innerEm } = setting
  const { gutterEm } = order.measurer.grid.setup
  for (let across = 1; across <= count; across++) {
    for (const block of pictureBlocks(order, innerEm, across)) offer(setting, sheet, block, 0)
    for (let under = 1; under < legs.count; under++) {
      const widthEm = under * legs.measureEm + (under - 1) * gutterEm
      for (const block of pictureBlocks(order, widthEm, across)) offer(setting, sheet, block, under)
    }
  }
}

/** `under`: the last legs, over which the pictures stand; 0 where they stand above all of the text. */
function offer(setting: Setting, sheet: ShapeSheet, block: PictureBlock | undefined, under: number): void {
  const { order, span, boxed, legs } = setting
  const { article, measurer } = order
  const blockRows = block ? block.rows + 1 : 0
  const rows = measurer.legRows(article, legs.measureEm, legs.count, under, under > 0 ? blockRows : 0)
  const shallowest = Math.min(...rows)
  const deepest = Math.max(...rows)
  if (legs.count > 1 && deepest < leastLegRows(order)) return
  if (under > 0 && shallowest < UNDER_PICTURE_ROWS) return
  const capacity = rows.reduce((sum, deep) => sum + deep, 0)
  const textRows = deepest
  const slack = rows.reduce((sum, deep, i) => {
    const top = under > 0 && i >= legs.count - under ? blockRows : 0
    return sum + textRows - top - deep
  }, 0)
  const white =
    slack + (legs.white ?? 0) + Math.max(0, capacity - measurer.text(article, legs.measureEm).rows)
  const sectionRows = sectionRowsFor(article, boxed, false)
  const fixed =
    2 * (boxed ? BOX_ROWS : 0) +
    sectionRows +
    (under === 0 ? blockRows : 0) +
    bylineRows(order, setting.innerEm)
  for (const head of setting.heads) {
    for (const foot of FOOT_ROWS) {
      const total = fixed + headRows(head) + textRows + foot
      const cost =
        legs.cost +
        head.cost +
        tallHeadCost(head, textRows, span) +
        (block?.cost ?? 0) +
        legCost(order, rows) +
        (white + foot * legs.count) * WEIGHTS.white
      sheet.offer(span, total, cost, () => make(setting, head, rows, block, under, white + foot * legs.count))
    }
  }
}

/** A head deeper than its text shouts. */
const tallHeadCost = (head: HeadChoice, textRows: number, span: number): number =>
  Math.max(0, head.rows - textRows) * span * WEIGHTS.tallHead

const headRows = (head: HeadChoice): number => (head.rows > 0 ? head.rows + head.air : 0)

function make(
  setting: Setting,
  head: HeadChoice,
  rows: readonly number[],
  block: PictureBlock | undefined,
  under: number,
  white: number,
): Omit<Shape, 'span' | 'rows' | 'cost'> {
  const { order, boxed, legs, insetEm, innerEm } = setting
  const { gutterEm } = order.measurer.grid.setup
  const pile = new Pile(insetEm, innerEm, boxed ? BOX_ROWS : 0)
  const sectionRows = sectionRowsFor(order.article, boxed, false)
  const top = pileHead(pile, order, head, sectionRows)
  const first = legs.count - under
  const pictureX = under > 0 ? insetEm + first * (legs.measureEm + gutterEm) : insetEm
  const pictures = block ? movedBy(block.pictures, pictureX, pile.row) : []
  const blockRows = block ? block.rows + 1 : 0
  if (under === 0) pile.row += blockRows
  return {
    boxed,
    ...top,
    pictures,
    legs: legParts(legs, rows, gutterEm, insetEm, pile.row, under, blockRows),
    white,
  }
}
