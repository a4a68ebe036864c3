/** Where a picture of 200 × 100 pixels lies in a frame of 60 × 60 pt at 10, 20. */
import { describe, expect, it } from 'vitest'
import { placePicture } from '../../../src/core/compose/place-picture.ts'
import type { Asset, PictureFrame } from '../../../src/core/doc/schema.ts'

const asset: Asset = {
  sha256: '0'.repeat(64),
  name: 'a.jpg',
  mime: 'image/jpeg',
  widthPx: 200,
  heightPx: 100,
}
const frame = { kind: 'picture', x: 10, y: 20, width: 60, height: 60, order: 'a', asset: 'a' } as const

type Placement = NonNullable<PictureFrame['placement']>

function place(placement?: Partial<Placement>) {
  const whole = placement && { fit: 'fill' as const, zoom: 1, dx: 0, dy: 0, rotation: 0, ...placement }
  return placePicture('f', whole ? { ...frame, placement: whole } : frame, asset)
}

/** The page's places of the picture's corners: upper left, upper right, lower left. */
function corners(item: ReturnType<typeof place>): number[][] {
  const [a, b, c, d, e, f] = item.transform
  return [
    [0, 0],
    [1, 0],
    [0, 1],
  ].map(([x = 0, y = 0]) => [a * x + c * y + e, b * x + d * y + f].map((n) => Math.round(n * 1000) / 1000))
}

describe('a picture in its frame', () => {
  it('fills the frame, centred, unless told otherwise, and the frame crops it', () => {
    const item = place()
    expect(corners(item)).toEqual([
      [-20, 20],
      [100, 20],
      [-20, 80],
    ])
    expect(item.box).toEqual({ x: 10, y: 20, width: 60, height: 60 })
    // 100 pixels on 60 pt.
    expect(item.ppi).toBeCloseTo(120)
  })

  it('goes into the frame whole when it is fitted', () => {
    expect(corners(place({ fit: 'fit' }))).toEqual([
      [10, 35],
      [70, 35],
      [10, 65],
    ])
  })

  it('is zoomed about its centre and moved from the frame’s', () => {
    expect(corners(place({ fit: 'fit', zoom: 2, dx: 5, dy: -3 }))).toEqual([
      [-15, 17],
      [105, 17],
      [-15, 77],
    ])
    expect(place({ zoom: 2 }).ppi).toBeCloseTo(60)
  })

  it('turned by a quarter stands on its left side and still fits or fills', () => {
    expect(corners(place({ fit: 'fit', rotation: 90 }))).toEqual([
      [55, 20],
      [55, 80],
      [25, 20],
    ])
    expect(corners(place({ rotation: -90 }))).toEqual([
      [10, 110],
      [10, -10],
      [70, 110],
    ])
  })

  it.each([7, 33, 45, 120, 200, 301])(
    'turned by %i degrees it leaves no corner of the frame bare',
    (rotation) => {
      const [a, b, c, d, e, f] = place({ rotation }).transform
      for (const [x, y] of [
        [10, 20],
        [70, 20],
        [10, 80],
        [70, 80],
      ] as const) {
        const determinant = a * d - b * c
        const u = (d * (x - e) - c * (y - f)) / determinant
        const v = (a * (y - f) - b * (x - e)) / determinant
        for (const share of [u, v]) {
          expect(share).toBeGreaterThanOrEqual(-1e-9)
          expect(share).toBeLessThanOrEqual(1 + 1e-9)
        }
      }
    },
  )
})
