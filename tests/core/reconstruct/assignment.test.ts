import { describe, expect, it } from 'vitest'
import { assign, assignOrNone } from '../../../src/core/reconstruct/assignment.ts'

describe('assign', () => {
  it('finds the greatest sum, not the greatest pair first', () => {
    expect(
      assign([
        [10, 9],
        [9, 1],
      ]),
    ).toEqual([1, 0])
  })

  it('leaves columns over', () => {
    expect(assign([[1, 5, 3]])).toEqual([1])
    expect(assign([])).toEqual([])
  })
})

describe('assignOrNone', () => {
  it('leaves a row without a column when nothing speaks for one', () => {
    const [first, second] = assignOrNone([
      [4, -1],
      [-2, -3],
    ])
    expect(first).toMatchObject({ column: 0, confidence: 0.98 })
    expect(second).toEqual({ column: -1, confidence: 0 })
  })

  it('is less sure where another column does nearly as well', () => {
    const [sure] = assignOrNone([[5, 0]])
    const [unsure] = assignOrNone([[5, 4.5]])
    expect(unsure!.confidence).toBeLessThan(sure!.confidence)
  })
})
