import { describe, expect, it } from 'vitest'
import type { PageGrid } from '../../src/core/compose/composition.ts'
import { mmToPt } from '../../src/core/units.ts'
import { neighbour, pickFrame } from '../../src/renderer/canvas/pick.ts'
import { gridPlace, pointPlace, typeArea, union } from '../../src/renderer/canvas/place.ts'
import { rulerTicks } from '../../src/renderer/canvas/ruler-ticks.ts'
import type { FrameEntry } from '../../src/renderer/state/page-model.ts'

describe('ruler', () => {
  const labels = (origin: number, scale: number, length = 800) =>
    rulerTicks(origin, scale, length).flatMap((tick) => (tick.label === undefined ? [] : [tick]))

  it('has its zero at the trim', () => {
    const zero = labels(25, 0.75).find((tick) => tick.label === '0')
    expect(zero?.at).toBe(25)
  })

  it('labels round millimetres, never closer than the labels are wide', () => {
    for (const scale of [0.13, 0.5, 0.75, 1.33, 4, 10.6]) {
      const found = labels(0, scale)
      expect(found.length).toBeGreaterThan(1)
      const [a, b] = found
      expect((b?.at ?? 0) - (a?.at ?? 0)).toBeGreaterThanOrEqual(38)
      for (const tick of found) expect(tick.at).toBeCloseTo(mmToPt(Number(tick.label)) * scale, 5)
    }
  })

  it('goes on with negative figures before the trim', () => {
    expect(labels(200, 0.75).some((tick) => tick.label === '-20')).toBe(true)
  })
})

// Four columns of 100 with 10 between them, from x 50; ten rows of 20 from y 30.
const grid: PageGrid = {
  left: 50,
  top: 30,
  columnWidth: 100,
  gutter: 10,
  columns: 4,
  rows: 10,
  leading: 20,
  ascent: 15,
}

describe('place on the grid', () => {
  it('names the columns that a box spans and the rows it takes', () => {
    const box = { x: 160, y: 70, width: 210, height: 60 }
    expect(gridPlace(grid, box)).toEqual({ firstColumn: 2, lastColumn: 3, row: 3, rows: 3 })
  })

  it('forgives a hair of rounding', () => {
    const box = { x: 159.97, y: 69.96, width: 100.06, height: 20 }
    expect(gridPlace(grid, box)).toEqual({ firstColumn: 2, lastColumn: 2, row: 3, rows: 1 })
  })

  it('keeps to the nearest columns outside the type area', () => {
    expect(gridPlace(grid, { x: 0, y: 0, width: 900, height: 10 })).toMatchObject({
      firstColumn: 1,
      lastColumn: 4,
    })
  })

  it('knows the column and row under a point, and gutters and margins', () => {
    expect(pointPlace(grid, { x: 165, y: 35 })).toEqual({ column: 2, row: 1 })
    expect(pointPlace(grid, { x: 155, y: 35 })).toEqual({ row: 1 })
    expect(pointPlace(grid, { x: 10, y: 500 })).toEqual({})
  })

  it('measures the type area and joins boxes', () => {
    expect(typeArea(grid)).toEqual({ x: 50, y: 30, width: 430, height: 200 })
    expect(union([])).toBeUndefined()
    expect(
      union([
        { x: 10, y: 10, width: 5, height: 5 },
        { x: 0, y: 12, width: 4, height: 10 },
      ]),
    ).toEqual({ x: 0, y: 10, width: 15, height: 12 })
  })
})

describe('picking', () => {
  const frame = (id: string, x: number, y: number, width: number, height: number) =>
    ({ id, box: { x, y, width, height } }) as FrameEntry
  const frames = [
    frame('head', 0, 0, 200, 50),
    frame('box', 0, 60, 200, 100),
    frame('caption', 10, 140, 80, 15),
  ]

  it('takes the smallest frame under the point', () => {
    expect(pickFrame(frames, { x: 20, y: 145 })?.id).toBe('caption')
    expect(pickFrame(frames, { x: 150, y: 145 })?.id).toBe('box')
    expect(pickFrame(frames, { x: 20, y: 55 })).toBeUndefined()
  })

  it('walks in reading order and ends at both ends', () => {
    expect(neighbour(frames, undefined, 1)?.id).toBe('head')
    expect(neighbour(frames, undefined, -1)?.id).toBe('caption')
    expect(neighbour(frames, 'head', 1)?.id).toBe('box')
    expect(neighbour(frames, 'caption', 1)).toBeUndefined()
    expect(neighbour(frames, 'head', -1)).toBeUndefined()
  })
})
