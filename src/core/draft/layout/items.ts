/**
 * Articles as items of the table. An exact table grows with the number of sets, so of many articles the lesser
 * ones are put together first, a few at a time, each group arranged by a table of its own.
 */
import type { Ranked } from './rank.ts'
import type { ShapesBySpan } from './shapes.ts'
import { type Block, BlockTable, type Item, type TableLimits } from './table.ts'
import type { Shape } from './types.ts'

/** No table arranges more. */
export const MOST_ITEMS = 8
/** Depths kept of an article, and of a group. */
const KEPT_LEAVES = 24
const KEPT_OF_GROUP = 20

export interface RankedShapes {
  ranked: Ranked
  shapes: ShapesBySpan
}

function itemOf({ ranked, shapes }: RankedShapes): Item {
  const spans = shapes.map((ofSpan) =>
    [...ofSpan]
      .sort((a, b) => a.cost - b.cost)
      .slice(0, KEPT_LEAVES)
      .sort((a, b) => a.rows - b.rows)
      .map((shape) => leaf(ranked.article.id, shape)),
  )
  return { lead: ranked.rank === 'lead', spans }
}

function leaf(article: string, shape: Shape): Block {
  const atTop = shape.head !== undefined && shape.head.row === 0 && !shape.boxed
  const size = atTop ? (shape.head?.sizePt ?? 0) : 0
  return {
    rows: shape.rows + 1,
    cost: shape.cost,
    headLeft: size,
    headRight: size,
    cut: 'leaf',
    article,
    shape,
  }
}

/** How the lesser articles are dealt to groups: neighbours together, or like cards, one to each in turn. */
export type Dealing = 'neighbours' | 'turns'

/** At most `MOST_ITEMS` items, the lead by itself. */
export function gather(articles: readonly RankedShapes[], dealing: Dealing, limits: TableLimits): Item[] {
  const items = articles.map(itemOf)
  const leads = articles.filter(({ ranked }) => ranked.rank !== 'other').length
  const alone = Math.min(leads, MOST_ITEMS >> 1)
  return [...items.slice(0, alone), ...grouped(items.slice(alone), MOST_ITEMS - alone, dealing, limits)]
}

function grouped(items: readonly Item[], most: number, dealing: Dealing, limits: TableLimits): Item[] {
  if (items.length <= most) return [...items]
  const groups = deal(items, most, dealing)
  return groups.map((group) => {
    const parts = grouped(group, MOST_ITEMS - 2, dealing, limits)
    return parts.length === 1 ? (parts[0] as Item) : asItem(new BlockTable(parts, limits))
  })
}

function deal(items: readonly Item[], count: number, dealing: Dealing): Item[][] {
  const groups = Array.from({ length: count }, (): Item[] => [])
  items.forEach((item, i) => {
    const to = dealing === 'turns' ? i % count : Math.floor((i * count) / items.length)
    groups[to]?.push(item)
  })
  return groups
}

function asItem(table: BlockTable): Item {
  const { columns } = table.limits
  const spans = Array.from({ length: columns + 1 }, (_, span) => {
    const blocks = [...table.blocks(table.full, span)].sort((a, b) => a.cost - b.cost)
    return blocks.slice(0, KEPT_OF_GROUP).sort((a, b) => a.rows - b.rows)
  })
  return { lead: table.items.some(({ lead }) => lead), spans }
}
