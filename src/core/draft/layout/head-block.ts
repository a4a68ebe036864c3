/** What stands above a text: column head, headline and byline, as parts on a pile. */

import type { Em } from '../../units.ts'
import type { Manuscript } from '../manuscript.ts'
import type { HeadSize } from './measurer.ts'
import type { Order, Pile } from './shape-sheet.ts'
import type { Shape } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** The row that stays free below a byline. */
const BYLINE_FREE_ROWS = 1
/** Tiles of a column head that are its only head, beside pictures and above text; a label above a head; the free row. */
const SECTION_ROWS = { large: 5, small: 4, label: 2 }
const SECTION_FREE_ROWS = 1

export interface HeadChoice extends HeadSize {
  air: number
  cost: number
}

/** The sizes in which a head may stand over `span` columns, each with and without rows of air. */
export function headChoices(order: Order, widthEm: Em, span: number, tiles: boolean): HeadChoice[] {
  const { article, rank, measurer, manner } = order
  const section = article.section !== undefined && !tiles
  const sizes = looksFor(order, span).map((look) =>
    measurer.head(article, look, widthEm, rank === 'lead', section),
  )
  const greatest = Math.max(...measurer.template.look.heads.map(({ sizePt }) => sizePt[1]))
  return sizes.flatMap((size, step) => {
    const air = size.rows > 0 ? manner.air : 0
    const lead = size.sizePt > 0 ? (10 * (greatest - size.sizePt)) / greatest : 0
    const cost = rank === 'lead' ? lead * WEIGHTS.leadHeadTenth : step * WEIGHTS.smallerHead
    return Array.from({ length: air + 1 }, (_, rows) => ({
      ...size,
      air: rows,
      cost: cost + rows * rows * WEIGHTS.air * span,
    }))
  })
}

function looksFor({ article, rank, manner }: Order, span: number): number[] {
  if (rank === 'lead') return [Math.min(span, manner.leadLook)]
  const looks = rank === 'second' ? manner.secondLooks : manner.looks
  const own = article.kind === 'photo' ? looks.map((look) => Math.min(look, 2)) : looks
  return [...new Set(own.map((look) => Math.min(span, look)))]
}

/** Piles up column head, headline and byline; what the article lacks takes no row. */
export function pileHead(
  pile: Pile,
  { article, measurer }: Order,
  head: HeadChoice,
  sectionRows: number,
): Pick<Shape, 'section' | 'head' | 'byline'> {
  const free = sectionRows >= SECTION_ROWS.large ? SECTION_FREE_ROWS : 0
  const section = pile.put(sectionRows, free)
  const part = pile.put(head.rows > 0 ? head.rows + head.air : 0)
  const byline = pile.put(measurer.bylineRows(article, pile.widthEm), BYLINE_FREE_ROWS)
  return {
    ...(section && { section }),
    ...(part && { head: { ...part, look: head.look, sizePt: head.sizePt } }),
    ...(byline && { byline }),
  }
}

/** A column of a box or of the page whose section has tiles of its own. */
export function sectionRowsFor(article: Manuscript, boxed: boolean, besidePictures: boolean): number {
  if (article.section === undefined || !boxed) return 0
  if (besidePictures) return SECTION_ROWS.large
  return article.headline === undefined ? SECTION_ROWS.small : SECTION_ROWS.label
}

/** The rows of a byline and the free one below it. */
export function bylineRows({ article, measurer }: Order, widthEm: Em): number {
  const rows = measurer.bylineRows(article, widthEm)
  return rows > 0 ? rows + BYLINE_FREE_ROWS : 0
}
