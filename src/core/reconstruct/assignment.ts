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

/**
 * Assigns rows to columns, or to none when no weight is above 0. `confidence` grows with the lead of the
 * chosen column over the row's next best, on a logistic curve.
 */
export function assignOrNone(
  weights: readonly (readonly number[])[],
): { column: number; confidence: number }[] {
  const columns = weights[0]?.length ?? 0
  const withNone = weights.map((row) => [...row, ...weights.map(() => 0)])
  return assign(withNone).map((column, row) => {
    const chosen = weights[row]![column]
    if (chosen === undefined || column >= columns || chosen <= 0) return { column: -1, confidence: 0 }
    const next = Math.max(0, ...weights[row]!.filter((_, other) => other !== column))
    return { column, confidence: confidenceOf(chosen - next) }
  })
}

/** A margin as a probability between 0.5 and 0.99; a lead of 3 is 0.95. */
export function confidenceOf(margin: number): number {
  const probability = 1 / (1 + Math.exp(-Math.max(0, margin)))
  return Math.round(Math.min(0.99, probability) * 100) / 100
}
