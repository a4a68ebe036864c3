/** In how many legs a text may stand in a width, and what each choice costs. */
import type { Em } from '../../units.ts'
import { bodyLength } from './rank.ts'
import { hasBody, type Order } from './shape-sheet.ts'
import type { Part } from './types.ts'
import {
  COMFORTABLE_LEG_ROWS,
  LEAST_LEG_ROWS,
  LEAST_PHOTO_LEG_ROWS,
  MEASURE_EM,
  SAME_EM,
  WEIGHTS,
} from './weights.ts'

export interface LegChoice {
  count: number
  measureEm: Em
  cost: number
  /** Column-lines beside the legs that stay empty. */
  white?: number
}

/** A photo's text reads as a long caption and may be as wide; so may a few lines that would make no two legs. */
const WIDE_MEASURE_EM = 26.5
const FEW_CHARACTERS = 120

/** All legs that fit `widthEm`. */
export function legChoices(order: Order, widthEm: Em): LegChoice[] {
  const { article, printedEm } = order
  if (!hasBody(article)) return []
  const { gutterEm, columnEm } = order.measurer.grid.setup
  const wide = article.kind === 'photo' || bodyLength(article) < FEW_CHARACTERS
  const most = wide ? WIDE_MEASURE_EM : MEASURE_EM.most
  const least = Math.min(MEASURE_EM.least, columnEm)
  const choices: LegChoice[] = []
  for (let count = 1; ; count++) {
    const measureEm = (widthEm - (count - 1) * gutterEm) / count
    if (measureEm < least) return choices
    if (measureEm > most && !isPrinted(printedEm, measureEm)) continue
    const basic = Math.abs(measureEm - columnEm) < SAME_EM
    const asPrinted = isPrinted(printedEm, measureEm)
    const own = basic ? 0 : measureEm > MEASURE_EM.most ? WEIGHTS.wideMeasure : WEIGHTS.otherMeasure
    const cost = asPrinted ? 0 : own + (printedEm ? WEIGHTS.notAsPrinted : 0)
    choices.push({ count, measureEm, cost })
  }
}

const isPrinted = (printedEm: Em | undefined, measureEm: Em): boolean =>
  printedEm !== undefined && Math.abs(printedEm - measureEm) < SAME_EM

/** Legs shallower than this are not offered, unless the text stands in one. */
export const leastLegRows = (order: Order): number =>
  order.article.kind === 'photo' ? LEAST_PHOTO_LEG_ROWS : LEAST_LEG_ROWS

/** A text that is too short for the width stands in as many of the first columns as it fills; the rest is white. */
export function firstColumns(order: Order, innerEm: Em): LegChoice {
  const { columnEm, gutterEm } = order.measurer.grid.setup
  const measureEm = Math.min(columnEm, innerEm)
  const { rows } = order.measurer.text(order.article, measureEm)
  const most = Math.floor((innerEm + gutterEm + 0.01) / (measureEm + gutterEm))
  const count = Math.max(1, Math.min(most, Math.floor(rows / leastLegRows(order))))
  const white = Math.ceil(rows / count) * (most - count)
  const other = order.printedEm === undefined ? 0 : WEIGHTS.notAsPrinted
  return { count, measureEm, cost: white * WEIGHTS.white + other, white }
}

/** What legs of so many rows cost: too long to read down, too shallow, uneven at the foot. */
export function legCost(order: Order, rows: readonly number[]): number {
  if (order.article.kind === 'photo') return 0
  const deepest = Math.max(0, ...rows)
  const comfortable = rows.length === 1 ? COMFORTABLE_LEG_ROWS.single : COMFORTABLE_LEG_ROWS.any
  const long = Math.max(0, deepest - comfortable) * rows.length * WEIGHTS.longLeg
  if (order.rank === 'lead' && rows.length > 2)
    return long + Math.max(0, COMFORTABLE_LEG_ROWS.lead - deepest) * WEIGHTS.shallowLeadRow
  return long + (rows.length > 1 && deepest < COMFORTABLE_LEG_ROWS.least ? WEIGHTS.shallowLeg : 0)
}

/** The legs as parts below `row`, the last `under` of them beginning `block` rows lower. */
export function legParts(
  choice: LegChoice,
  rows: readonly number[],
  gutterEm: Em,
  xEm: Em,
  row: number,
  under = 0,
  block = 0,
): Part[] {
  return rows.map((deep, i) => ({
    xEm: xEm + i * (choice.measureEm + gutterEm),
    widthEm: choice.measureEm,
    row: row + (i >= rows.length - under ? block : 0),
    rows: deep,
  }))
}
