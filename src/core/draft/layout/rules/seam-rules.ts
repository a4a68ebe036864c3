/** White lines through the page: 通天缝 down a gutter, 断版 across the columns. */
import type { Finding, Module } from '../types.ts'
import { JOG_ROWS, THROUGH_SHARE, WEIGHTS } from '../weights.ts'
import { broken, flaw, foot, type PageView, type Rule } from './view.ts'

/**
 * 通天缝: a gutter that no module crosses, or that runs on for more than three quarters of the rows before a
 * module or a rule between stories crosses it.
 */
export const noColumnThrough: Rule = (page) => {
  const findings: Finding[] = []
  for (let gutter = 1; gutter < page.columns; gutter++) {
    const crossed = page.modules.some((module) => crosses(module, gutter))
    if (crossed && longestRun(page, gutter) <= THROUGH_SHARE * page.rows) continue
    if (page.modules.length > 1)
      findings.push(broken('column-through', [String(gutter)], WEIGHTS.columnThrough))
  }
  return findings
}

const crosses = ({ column, shape }: Module, gutter: number): boolean =>
  column < gutter && column + shape.span > gutter

function longestRun({ cells, depth, rows }: PageView, gutter: number): number {
  const at = (side: number, row: number) => cells[(gutter - side) * depth + row] as number
  let longest = 0
  let run = 0
  for (let row = 0; row < rows; row++) {
    const open = at(1, row) !== at(0, row)
    const ruled = row > 0 && at(1, row - 1) !== at(1, row) && at(0, row - 1) !== at(0, row)
    run = open ? (ruled ? 1 : run + 1) : 0
    longest = Math.max(longest, run)
  }
  return longest
}

/**
 * 断版: a strip of white across all columns. It is ruled, or the edge of a box, so it breaks no rule; it costs,
 * least where one module is all that stands on one side of it.
 */
export const noBandThrough: Rule = ({ modules, rows }) => {
  const findings: Finding[] = []
  let last = -JOG_ROWS - 1
  const starts = [...new Set(modules.map(({ row }) => row))].sort((a, b) => a - b)
  for (const row of starts) {
    if (row < 2 || row >= rows - 1 || row - last <= JOG_ROWS) continue
    const tied = modules.some((module) => module.row <= row - JOG_ROWS && foot(module) >= row + JOG_ROWS)
    if (tied) continue
    last = row
    const above = modules.filter((module) => foot(module) < row + JOG_ROWS).length
    const below = modules.length - above
    const cost = above === 1 || below === 1 ? WEIGHTS.bandThroughEdge : WEIGHTS.bandThrough
    findings.push(flaw('band-through', [String(row)], cost))
  }
  return findings
}
