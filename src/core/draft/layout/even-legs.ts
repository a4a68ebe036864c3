/** Lines into legs: as shallow as they can be, with their feet on one row or the next. */
import type { SetLine } from '../composer.ts'

export const rowsOf = (lines: readonly SetLine[]): number => lines.reduce((sum, { rows }) => sum + rows, 0)

/** The rows of each leg, of which the last `under` begin `block` rows lower, beneath a picture. */
export function evenLegs(lines: readonly SetLine[], legs: number, under: number, block: number): number[] {
  const tops = Array.from({ length: legs }, (_, i) => (i >= legs - under ? block : 0))
  const needed = rowsOf(lines) + under * block
  let depth = Math.max(Math.ceil(needed / legs), under > 0 ? block + 1 : 0)
  while (
    !fill(
      lines,
      tops.map((top) => depth - top),
    )
  )
    depth++
  const rows = tops.map((top) => depth - top)
  // What is over stays white at the foot, a row in as many legs as it takes, the last ones first.
  for (let i = legs - 1; i > 0; i--) {
    const shorter = rows.map((deep, leg) => (leg === i ? deep - 1 : deep))
    if ((shorter[i] as number) > 0 && fill(lines, shorter)) rows[i] = (rows[i] as number) - 1
  }
  return rows
}

/** Whether lines find room in legs of so many rows; a line that needs more rows than are left goes to the next leg. */
function fill(lines: readonly SetLine[], legs: readonly number[]): boolean {
  let leg = 0
  let left = legs[0] ?? 0
  for (const { rows, needs } of lines) {
    while (left < needs) {
      leg++
      if (leg >= legs.length) return false
      left = legs[leg] as number
    }
    left -= rows
  }
  return true
}
