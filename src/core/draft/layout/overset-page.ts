/** The last resort: an article that is larger than the page alone, cut off at the foot, all others left out. */
import { charactersOf } from './cut-size.ts'
import type { Judged, Sheet } from './judge.ts'
import { judge } from './judge.ts'
import type { Manner } from './manners.ts'
import type { Measurer } from './measurer.ts'
import type { Ranked } from './rank.ts'
import { shapesOf } from './shapes.ts'
import type { CutArticle, Module, Part, Shape } from './types.ts'

const ANY_DEPTH = 100_000

/** An empty page where there is nothing to place. */
export function oversetPage(
  ranked: readonly Ranked[],
  measurer: Measurer,
  manner: Manner,
  sheet: Sheet,
): { page: Judged; cut: CutArticle[] } {
  const [first, ...others] = ranked
  const shapes = first ? shapesOf(first, measurer, manner, ANY_DEPTH) : []
  const whole = shapes.findLast((ofSpan) => ofSpan.length > 0)?.[0]
  const modules: Module[] =
    first && whole
      ? [{ article: first.article.id, column: 0, row: 0, shape: clip(whole, sheet.roomRows) }]
      : []
  const depth = (modules[0]?.shape.rows ?? -1) + 1
  const page = judge({ skeleton: 'single', depth, cost: 0, modules: () => modules }, sheet)
  const columnRows = (article: Ranked['article']) => measurer.text(article, sheet.columnEm).rows
  const over = first && whole ? (whole.rows - sheet.roomRows) * sheet.columns : 0
  const rest = others.map(({ article }) => ({
    article: article.id,
    columnRows: columnRows(article),
    characters: charactersOf(article),
  }))
  // Of an article that is cut off, about as much of its text as of its rows.
  const share = whole ? (whole.rows - sheet.roomRows) / whole.rows : 0
  const own =
    first && over > 0
      ? [
          {
            article: first.article.id,
            columnRows: over,
            characters: Math.ceil(share * charactersOf(first.article)),
          },
        ]
      : []
  return { page, cut: [...rest.reverse(), ...own] }
}

/** The shape without what is below `rows`. */
function clip(shape: Shape, rows: number): Shape {
  const limit = shape.boxed ? rows - 1 : rows
  const cut = <P extends Part>(part: P): P => ({ ...part, rows: Math.min(part.rows, limit - part.row) })
  const stays = (part: Part | undefined): part is Part => part !== undefined && part.row < limit
  const { section, head, byline, ...rest } = shape
  return {
    ...rest,
    rows: Math.min(shape.rows, rows),
    ...(stays(section) && { section: cut(section) }),
    ...(head && stays(head) && { head: cut(head) }),
    ...(stays(byline) && { byline: cut(byline) }),
    pictures: shape.pictures.filter((picture) => picture.row + picture.rows + picture.captionRows <= limit),
    legs: shape.legs.filter(stays).map(cut),
  }
}
