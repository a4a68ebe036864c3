import { describe, expect, it } from 'vitest'
import { assign } from '../../../src/core/reconstruct/links/assignment.ts'

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
