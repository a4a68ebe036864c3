/** Shapes of a boxed column with its text in the middle and a picture at one side or both. */
import type { Em } from '../../units.ts'
import { headChoices, pileHead, sectionRowsFor } from './head-block.ts'
import { leastLegRows } from './legs.ts'
import { hasBody, type Order, Pile, type ShapeSheet } from './shape-sheet.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

const BOX_ROWS = 1
const MOST_LEGS = 3
const LEAST_SPAN = 4
/** A picture at the side is no narrower than this, and no wider. */
const SIDE_EM = { least: 11, most: 46 }

export function offerBandShapes(order: Order, span: number, sheet: ShapeSheet): void {
  const { article, measurer, printedEm } = order
  const sides = article.captions.length
  if (span < LEAST_SPAN || sides === 0 || sides > 2 || !hasBody(article)) return
  const { grid, template } = measurer
  const { gutterEm, columnEm } = grid.setup
  const innerEm = grid.spanEm(span) - 2 * template.look.boxInsetEm
  const measureEm = printedEm ?? columnEm
  for (let legs = 1; legs <= MOST_LEGS; legs++) {
    const textEm = legs * measureEm + (legs - 1) * gutterEm
    const pictureEm = (innerEm - textEm) / sides - gutterEm
    if (pictureEm < SIDE_EM.least || pictureEm > SIDE_EM.most) continue
    offer(order, span, { legs, measureEm, textEm, pictureEm, sides }, sheet)
  }
}

interface Band {
  legs: number
  measureEm: Em
  textEm: Em
  pictureEm: Em
  sides: number
}

function offer(order: Order, span: number, band: Band, sheet: ShapeSheet): void {
  const { article, measurer, manner } = order
  const { leadingPt, bodyPt } = measurer.grid.setup
  const rows = measurer.legRows(article, band.measureEm, band.legs)
  if (band.legs > 1 && Math.max(...rows) < leastLegRows(order)) return
  const sectionRows = sectionRowsFor(article, true, true)
  const captionRows = Math.max(
    ...article.captions.map((_, i) => measurer.captionRows(article, i, band.pictureEm)),
  )
  const white = band.legs * Math.max(...rows) - measurer.text(article, band.measureEm).rows
  for (const head of headChoices(order, band.textEm, Math.min(span, 3), true)) {
    const pile = new Pile(0, band.textEm, BOX_ROWS)
    pileHead(pile, order, head, sectionRows)
    const total = pile.row + Math.max(...rows) + BOX_ROWS
    const pictureRows = total - 2 * BOX_ROWS - captionRows
    const ratio = band.pictureEm / ((pictureRows * leadingPt) / bodyPt)
    if (ratio < manner.ratios[0] || ratio > manner.ratios[1]) continue
    const crop = Math.abs(Math.log(ratio / measurer.template.look.pictureRatio)) * band.sides
    const cost = head.cost + crop * WEIGHTS.crop + Math.max(0, white) * WEIGHTS.white
    sheet.offer(span, total, cost, () => make(order, band, head, rows, pictureRows, captionRows, white))
  }
}

function make(
  order: Order,
  band: Band,
  head: Parameters<typeof pileHead>[2],
  rows: readonly number[],
  pictureRows: number,
  captionRows: number,
  white: number,
): Omit<Shape, 'span' | 'rows' | 'cost'> {
  const { grid, template } = order.measurer
  const { gutterEm } = grid.setup
  const inset = template.look.boxInsetEm
  const textX = inset + (band.sides > 1 ? band.pictureEm + gutterEm : 0)
  const sideX = [band.sides > 1 ? inset : textX + band.textEm + gutterEm, textX + band.textEm + gutterEm]
  const pile = new Pile(textX, band.textEm, BOX_ROWS)
  const top = pileHead(pile, order, head, sectionRowsFor(order.article, true, true))
  return {
    boxed: true,
    ...top,
    pictures: sideX.slice(0, band.sides).map((xEm) => {
      return { xEm, widthEm: band.pictureEm, row: BOX_ROWS, rows: pictureRows, captionRows }
    }),
    legs: rows.map((deep, i) => ({
      xEm: textX + i * (band.measureEm + gutterEm),
      widthEm: band.measureEm,
      row: pile.row,
      rows: deep,
    })),
    white: Math.max(0, white),
  }
}
