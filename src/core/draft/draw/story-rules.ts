/** Hairlines between stories: in the free row between one and the next, and on the gutter's axis; a box needs none. */
import type { Grid } from '../grid.ts'
import type { Module } from '../layout/types.ts'
import type { PageBuilder } from '../page-builder.ts'

const RULE_PT = 0.4
/** A rule down a gutter begins below the top of the first line's row, and ends above the foot of the last one's. */
const DOWN_INSET_PT = { top: 6, foot: 2 }

export function drawStoryRules(
  page: PageBuilder,
  grid: Grid,
  modules: readonly Module[],
  rows: number,
): void {
  const owners = new Owners(modules, grid.setup.columns, rows)
  for (let row = 1; row < rows; row++) {
    forRuns(
      grid.setup.columns,
      (column) => owners.partedAbove(column, row),
      (from, to) => {
        drawAcross(page, grid, row, from, to - from)
      },
    )
  }
  for (let column = 1; column < grid.setup.columns; column++) {
    forRuns(
      rows,
      (row) => owners.partedLeft(column, row),
      (from, to) => drawDown(page, grid, column, from, to),
    )
  }
}

/** Which module each cell belongs to, the free row below a module left out. */
class Owners {
  constructor(
    private readonly modules: readonly Module[],
    private readonly columns: number,
    private readonly rows: number,
  ) {}

  private at(column: number, row: number): Module | undefined {
    if (column < 0 || column >= this.columns || row < 0 || row >= this.rows) return undefined
    return this.modules.find(
      (module) =>
        column >= module.column &&
        column < module.column + module.shape.span &&
        row >= module.row &&
        row <= module.row + module.shape.rows,
    )
  }

  partedAbove(column: number, row: number): boolean {
    return parted(this.at(column, row - 1), this.at(column, row))
  }

  partedLeft(column: number, row: number): boolean {
    return parted(this.at(column - 1, row), this.at(column, row))
  }
}

const parted = (a: Module | undefined, b: Module | undefined): boolean =>
  a !== undefined && b !== undefined && a !== b && !a.shape.boxed && !b.shape.boxed

function forRuns(
  length: number,
  isIn: (at: number) => boolean,
  use: (from: number, to: number) => void,
): void {
  let from = -1
  for (let at = 0; at <= length; at++) {
    const inside = at < length && isIn(at)
    if (inside && from < 0) from = at
    if (!inside && from >= 0) {
      use(from, at)
      from = -1
    }
  }
}

/** A hairline in the middle of the free row above `row`. */
function drawAcross(page: PageBuilder, grid: Grid, row: number, column: number, span: number): void {
  const top = row + page.template.look.folioRows
  const y = grid.rowY(top) - grid.setup.leadingPt / 2
  const box = { x: grid.columnX(column), y, width: grid.pt(grid.spanEm(span)), height: 0 }
  page.rule(`rule-${column}-${top}`, box, RULE_PT)
}

/** A hairline on the axis of the gutter left of `column`; the free row at its foot is left out. */
function drawDown(page: PageBuilder, grid: Grid, column: number, from: number, to: number): void {
  const top = from + page.template.look.folioRows
  const foot = to + page.template.look.folioRows
  const x = grid.columnX(column) - grid.pt(grid.setup.gutterEm) / 2
  const y = grid.rowY(top) + DOWN_INSET_PT.top
  const height = grid.rowY(foot) - grid.setup.leadingPt - DOWN_INSET_PT.foot - y
  if (height > 0) page.rule(`rule-${column}-${top}-down`, { x, y, width: 0, height }, RULE_PT)
}
