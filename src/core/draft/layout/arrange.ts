/** Arranges articles in one manner: shapes, table, skeletons, rules. */
import { type Dealing, gather, MOST_ITEMS, type RankedShapes } from './items.ts'
import { brokenRules, inOrder, type Judged, judge, type Sheet } from './judge.ts'
import { candidates } from './skeletons.ts'
import { BlockTable } from './table.ts'
import type { Module } from './types.ts'

/** Depths kept for each set of articles; how far blocks side by side may differ, tried one after the other. */
const KEPT_BLOCKS = 12
const SLACKS = [0, 2, 12] as const
/** A page is tried so much deeper than its articles would like to be together. */
const DEEPER = 1.3
const DEALINGS: readonly Dealing[] = ['turns', 'neighbours']

/**
 * Pages from best to worst; none where the articles find no room. Pinned modules keep shape and place: of the pages
 * that the table gives, only those are taken.
 */
export function arrange(
  articles: readonly RankedShapes[],
  sheet: Sheet,
  pins: readonly Module[] = [],
): Judged[] {
  const bound = articles.map((article) => withPin(article, pins))
  if (leastArea(bound) > sheet.columns * (sheet.roomRows + 1)) return []
  let judged: Judged[] = []
  for (const slack of SLACKS) {
    for (const dealing of articles.length > MOST_ITEMS ? DEALINGS : DEALINGS.slice(0, 1)) {
      const limits = { columns: sheet.columns, mostRows: mostRows(articles, sheet), keep: KEPT_BLOCKS, slack }
      const table = new BlockTable(gather(bound, dealing, limits), limits)
      const found = candidates(table).filter(({ modules }) => pins.length === 0 || inPlace(modules(), pins))
      judged = inOrder([...judged, ...found.map((candidate) => judge(candidate, sheet))])
    }
    if (judged[0] && (brokenRules(judged[0]) === 0 || slack > 0)) break
  }
  return judged
}

/** A pinned article has the one shape that it is pinned in. */
function withPin(article: RankedShapes, pins: readonly Module[]): RankedShapes {
  const pin = pins.find((module) => module.article === article.ranked.article.id)
  if (pin === undefined) return article
  return { ...article, shapes: article.shapes.map((_, span) => (span === pin.shape.span ? [pin.shape] : [])) }
}

const inPlace = (modules: readonly Module[], pins: readonly Module[]): boolean =>
  pins.every((pin) =>
    modules.some(
      ({ article, column, row }) => article === pin.article && column === pin.column && row === pin.row,
    ),
  )

function mostRows(articles: readonly RankedShapes[], sheet: Sheet): number {
  const liked = articles.reduce((sum, { shapes }) => sum + cheapestArea(shapes), 0)
  return Math.min(sheet.roomRows + 1, Math.ceil((liked * DEEPER) / sheet.columns) + 8)
}

/** Cells of the cheapest shape. */
function cheapestArea(shapes: RankedShapes['shapes']): number {
  let best = { cost: Number.POSITIVE_INFINITY, area: 0 }
  for (const { cost, rows, span } of shapes.flat()) {
    if (cost < best.cost) best = { cost, area: (rows + 1) * span }
  }
  return best.area
}

/** The least cells that articles can take; infinite where one of them has no shape. */
export function leastArea(articles: readonly Pick<RankedShapes, 'shapes'>[]): number {
  return articles.reduce((sum, { shapes }) => {
    const areas = shapes.flat().map(({ rows, span }) => (rows + 1) * span)
    return sum + areas.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  }, 0)
}
