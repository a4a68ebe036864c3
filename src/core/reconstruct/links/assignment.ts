/**
 * The assignment of rows to columns, each to at most one, with the greatest sum of weights (Hungarian
 * algorithm with potentials, Kuhn 1955 and Munkres 1957; time rows² × columns).
 *
 * `weights[row][column]`; there must be at least as many columns as rows. Gives the column of each row.
 */
export function assign(weights: readonly (readonly number[])[]): number[] {
  const rows = weights.length
  if (rows === 0) return []
  const columns = weights[0]!.length
  // row and column 0 stand for "none"
  const rowPotential = new Float64Array(rows + 1)
  const columnPotential = new Float64Array(columns + 1)
  const rowOf = new Int32Array(columns + 1)
  const cameFrom = new Int32Array(columns + 1)
  for (let row = 1; row <= rows; row++) {
    rowOf[0] = row
    let column = 0
    const slack = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY)
    const visited = new Uint8Array(columns + 1)
    do {
      visited[column] = 1
      const current = rowOf[column]!
      let step = Number.POSITIVE_INFINITY
      let nearest = 0
      for (let j = 1; j <= columns; j++) {
        if (visited[j]) continue
        const reduced = -weights[current - 1]![j - 1]! - rowPotential[current]! - columnPotential[j]!
        if (reduced < slack[j]!) {
          slack[j] = reduced
          cameFrom[j] = column
        }
        if (slack[j]! < step) {
          step = slack[j]!
          nearest = j
        }
      }
      for (let j = 0; j <= columns; j++) {
        if (visited[j]) {
          rowPotential[rowOf[j]!]! += step
          columnPotential[j]! -= step
        } else {
          slack[j]! -= step
        }
      }
      column = nearest
    } while (rowOf[column] !== 0)
    while (column !== 0) {
      rowOf[column] = rowOf[cameFrom[column]!]!
      column = cameFrom[column]!
    }
  }
  const result: number[] = new Array(rows).fill(-1)
  for (let j = 1; j <= columns; j++) if (rowOf[j]) result[rowOf[j]! - 1] = j - 1
  return result
}
