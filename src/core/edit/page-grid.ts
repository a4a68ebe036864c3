/** The page's grid as a desk speaks of it: columns and rows counted from 1, boxes as 栏 × 行. */
import type { PageDoc } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'

type PageSetup = PageDoc['setup']

/** A box in columns and rows. */
export interface GridBox {
  firstColumn: number
  lastColumn: number
  row: number
  rows: number
}

export class PageGrid {
  readonly columnWidth: Pt
  readonly gutter: Pt
  readonly leading: Pt

  constructor(readonly setup: PageSetup) {
    this.columnWidth = setup.columnEm * setup.bodyPt
    this.gutter = setup.gutterEm * setup.bodyPt
    this.leading = setup.leadingPt
  }

  get typeArea(): Box {
    const { left, top, columns, rows } = this.setup
    return { x: left, y: top, width: this.spanWidth(columns), height: rows * this.leading }
  }

  /** Width of `count` columns with the gutters between them. */
  spanWidth(count: number): Pt {
    return count * this.columnWidth + (count - 1) * this.gutter
  }

  columnX(column: number): Pt {
    return this.setup.left + (column - 1) * (this.columnWidth + this.gutter)
  }

  rowY(row: number): Pt {
    return this.setup.top + (row - 1) * this.leading
  }

  box({ firstColumn, lastColumn, row, rows }: GridBox): Box {
    return {
      x: this.columnX(firstColumn),
      y: this.rowY(row),
      width: this.spanWidth(lastColumn - firstColumn + 1),
      height: rows * this.leading,
    }
  }

  /** The column that a place lies in, or the gutter to the right of it; kept on the page. */
  columnAt(x: Pt): number {
    const column = Math.floor((x - this.setup.left) / (this.columnWidth + this.gutter)) + 1
    return Math.min(this.setup.columns, Math.max(1, column))
  }

  rowAt(y: Pt): number {
    return Math.min(this.setup.rows, Math.max(1, Math.floor((y - this.setup.top) / this.leading) + 1))
  }

  /** How many columns and rows a box spans, to the nearest; a share of a column counts as one. */
  spanOf({ width, height }: { width: Pt; height: Pt }): { columns: number; rows: number } {
    const columns = Math.max(1, Math.round((width + this.gutter) / (this.columnWidth + this.gutter)))
    return { columns, rows: Math.max(1, Math.round(height / this.leading)) }
  }
}
