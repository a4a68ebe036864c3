/** The page's grid in pt: basic columns across, rows of one leading down. Rows and columns count from 0. */
import type { PageSetup } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Em, Pt } from '../units.ts'

/** Equal columns (分框) that a story is set in. */
export interface Legs {
  count: number
  measureEm: Em
}

export class Grid {
  constructor(readonly setup: PageSetup) {}

  /** Width of `span` basic columns with the gutters between them, in em: `n·w + (n − 1)·g`. */
  spanEm(span: number): Em {
    return span * this.setup.columnEm + (span - 1) * this.setup.gutterEm
  }

  /** How many legs of about `measure` a width takes, and how wide each then is. */
  legs(widthEm: Em, measure: Em): Legs {
    const gutter = this.setup.gutterEm
    const count = Math.max(1, Math.round((widthEm + gutter) / (measure + gutter)))
    return { count, measureEm: (widthEm - (count - 1) * gutter) / count }
  }

  /** Left edge of a column. */
  columnX(column: number): Pt {
    return this.setup.left + this.pt(column * (this.setup.columnEm + this.setup.gutterEm))
  }

  rowY(row: number): Pt {
    return this.setup.top + row * this.setup.leadingPt
  }

  pt(em: Em): Pt {
    return em * this.setup.bodyPt
  }

  /** The boxes of legs side by side; none where there is no row. */
  legBoxes(x: Pt, row: number, legs: Legs, rows: number): Box[] {
    const step = this.pt(legs.measureEm + this.setup.gutterEm)
    const count = rows > 0 ? legs.count : 0
    return Array.from({ length: count }, (_, i) => this.box(x + i * step, row, legs.measureEm, rows))
  }

  /** The box of `rows` rows from `row`, `widthEm` wide from `x`. */
  box(x: Pt, row: number, widthEm: Em, rows: number): Box {
    return { x, y: this.rowY(row), width: this.pt(widthEm), height: rows * this.setup.leadingPt }
  }
}
