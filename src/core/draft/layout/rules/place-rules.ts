/** Where modules stand: once each, on the page, off each other, without holes between them. */
import { WEIGHTS } from '../weights.ts'
import { broken, foot, type PageView, type Rule } from './view.ts'

/** A hole of no more cells than this is the white of a line that is missing. */
const SMALL_HOLE = 4

export const noOverlap: Rule = ({ overlapping }) =>
  overlapping.size > 0 ? [broken('overlap', [...overlapping])] : []

export const insideTypeArea: Rule = ({ modules, columns, rows }) =>
  modules
    .filter(
      (module) =>
        module.column < 0 ||
        module.row < 0 ||
        module.column + module.shape.span > columns ||
        foot(module) > rows,
    )
    .map(({ article }) => broken('outside-type-area', [article]))

export const eachArticleOnce: Rule = ({ modules, ranked, cut }) =>
  ranked.flatMap(({ article: { id } }) => {
    const count = modules.filter(({ article }) => article === id).length
    if (count === 0) return cut.includes(id) ? [] : [broken('article-missing', [id])]
    return count === 1 ? [] : [broken('article-twice', [id])]
  })

export const nothingOverset: Rule = ({ cut }) => (cut.length > 0 ? [broken('overset', [...cut])] : [])

/** White between modules; the white at a page's foot belongs to the advertisement. */
export const noHoles: Rule = (page) => {
  const holes = emptyCells(page)
  if (holes === 0 || page.modules.length === 0) return []
  const finding = broken('hole', [String(holes)], holes * WEIGHTS.hole)
  return [{ ...finding, broken: largestHole(page) > SMALL_HOLE }]
}

export function emptyCells({ cells }: PageView): number {
  let count = 0
  for (const owner of cells) if (owner < 0) count++
  return count
}

/** Cells of the largest empty rectangle. */
function largestHole({ cells, columns, depth }: PageView): number {
  let largest = 0
  for (let column = 0; column < columns; column++) {
    for (let row = 0; row < depth; row++) {
      let deep = depth - row
      for (let right = column; right < columns && deep > 0; right++) {
        let down = 0
        while (down < deep && (cells[right * depth + row + down] as number) < 0) down++
        deep = down
        largest = Math.max(largest, deep * (right - column + 1))
      }
    }
  }
  return largest
}
