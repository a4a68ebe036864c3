/** Places in the desk's own words: which columns a box spans and which rows of the line grid it takes. */
import type { PageGrid } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import type { Point } from './view.ts'

/** A tenth of a pt forgives rounding without reaching the next column or row. */
const HAIR = 0.1

export interface GridPlace {
  /** Counted from 1; a box outside the type area has its nearest columns. */
  firstColumn: number
  lastColumn: number
  row: number
  rows: number
}

export function gridPlace(grid: PageGrid, box: Box): GridPlace {
  const step = grid.columnWidth + grid.gutter
  const firstColumn = Math.floor((box.x - grid.left + HAIR) / step) + 1
  const lastColumn = Math.ceil((box.x + box.width - grid.left - HAIR) / step)
  const row = Math.floor((box.y - grid.top + HAIR) / grid.leading) + 1
  const rows = Math.max(1, Math.round(box.height / grid.leading))
  const clamp = (value: number, most: number) => Math.min(most, Math.max(1, value))
  return {
    firstColumn: clamp(firstColumn, grid.columns),
    lastColumn: clamp(Math.max(lastColumn, firstColumn), grid.columns),
    row: clamp(row, grid.rows),
    rows,
  }
}

/** The column and row under a point, each absent outside the type area and in a gutter. */
export function pointPlace(grid: PageGrid, point: Point): { column?: number; row?: number } {
  const step = grid.columnWidth + grid.gutter
  const across = point.x - grid.left
  const column = Math.floor(across / step) + 1
  const inColumn = across >= 0 && column <= grid.columns && across - (column - 1) * step <= grid.columnWidth
  const row = Math.floor((point.y - grid.top) / grid.leading) + 1
  const inRow = row >= 1 && row <= grid.rows
  return { ...(inColumn ? { column } : {}), ...(inRow ? { row } : {}) }
}

export function typeArea(grid: PageGrid): Box {
  return {
    x: grid.left,
    y: grid.top,
    width: grid.columns * grid.columnWidth + (grid.columns - 1) * grid.gutter,
    height: grid.rows * grid.leading,
  }
}

export function union(boxes: readonly Box[]): Box | undefined {
  const first = boxes[0]
  if (!first) return undefined
  let { x, y } = first
  let right = x + first.width
  let bottom = y + first.height
  for (const box of boxes) {
    x = Math.min(x, box.x)
    y = Math.min(y, box.y)
    right = Math.max(right, box.x + box.width)
    bottom = Math.max(bottom, box.y + box.height)
  }
  return { x, y, width: right - x, height: bottom - y }
}
