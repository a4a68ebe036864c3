import { afterEach, describe, expect, it } from 'vitest'
import {
  between,
  fitBox,
  fitWidth,
  flightTo,
  keepInSight,
  LEAST_ZOOM,
  MOST_ZOOM,
  pxPerPt,
  scaledView,
  setInterfaceScale,
  sliderToZoom,
  stepZoom,
  toPage,
  toScreen,
  type View,
  zoomAt,
  zoomOf,
  zoomToSlider,
} from '../../src/renderer/canvas/view.ts'

const PAGE = { width: 1105.5, height: 1530.7 }
const VIEWPORT = { width: 880, height: 760 }
const view = (zoom: number, x = 0, y = 0): View => ({ scale: zoom * pxPerPt(), x, y })

describe('zoom', () => {
  it('is 100 % at the printed size: 72 pt are 96 px', () => {
    expect(toScreen(view(1), { x: 72, y: 0 }).x).toBeCloseTo(96)
  })

  it('keeps the place under the pointer', () => {
    const before = view(0.5, 40, -20)
    const at = { x: 300, y: 200 }
    const after = zoomAt(before, 2, at)
    expect(zoomOf(after)).toBeCloseTo(2)
    expect(toPage(after, at).x).toBeCloseTo(toPage(before, at).x)
    expect(toPage(after, at).y).toBeCloseTo(toPage(before, at).y)
  })

  it('stays between 10 and 800 %', () => {
    expect(zoomOf(zoomAt(view(1), 0.001, { x: 0, y: 0 }))).toBeCloseTo(LEAST_ZOOM)
    expect(zoomOf(zoomAt(view(1), 99, { x: 0, y: 0 }))).toBeCloseTo(MOST_ZOOM)
  })

  it('steps to the next round figure, also from between two', () => {
    expect(stepZoom(0.6, true)).toBeCloseTo(2 / 3)
    expect(stepZoom(0.6, false)).toBe(0.5)
    expect(stepZoom(1, true)).toBe(1.5)
    expect(stepZoom(8, true)).toBe(8)
    expect(stepZoom(0.1, false)).toBe(0.1)
  })

  it('goes on the slider by ratio and back', () => {
    for (const zoom of [0.1, 0.35, 1, 8]) expect(sliderToZoom(zoomToSlider(zoom))).toBeCloseTo(zoom)
    expect(zoomToSlider(0.1)).toBe(0)
    expect(zoomToSlider(8)).toBeCloseTo(100)
  })
})

describe('fit', () => {
  it('shows the whole page, centred', () => {
    const fitted = fitBox({ x: 0, y: 0, ...PAGE }, VIEWPORT)
    const corner = toScreen(fitted, { x: PAGE.width, y: PAGE.height })
    expect(fitted.x).toBeGreaterThanOrEqual(24)
    expect(fitted.y).toBeCloseTo(24)
    expect(corner.y).toBeCloseTo(VIEWPORT.height - 24)
    expect(corner.x + fitted.x).toBeCloseTo(VIEWPORT.width)
  })

  it('takes the width and begins at the top', () => {
    const fitted = fitWidth(PAGE, VIEWPORT)
    expect(fitted.x).toBeCloseTo(24)
    expect(fitted.y).toBe(24)
    expect(toScreen(fitted, { x: PAGE.width, y: 0 }).x).toBeCloseTo(VIEWPORT.width - 24)
  })

  it('never loses the page off the desk', () => {
    const far = keepInSight(view(1, -99999, 99999), PAGE, VIEWPORT)
    expect(toScreen(far, { x: PAGE.width, y: 0 }).x).toBeCloseTo(48)
    expect(far.y).toBe(VIEWPORT.height - 48)
  })
})

describe('flight', () => {
  const whole = fitBox({ x: 0, y: 0, ...PAGE }, VIEWPORT)

  it('stays where the target is in sight', () => {
    expect(flightTo(whole, { x: 100, y: 100, width: 50, height: 50 }, VIEWPORT)).toBe(whole)
  })

  it('centres a target out of sight and keeps the zoom', () => {
    const near = view(1, 0, 0)
    const target = { x: 700, y: 1200, width: 100, height: 40 }
    const to = flightTo(near, target, VIEWPORT)
    expect(to.scale).toBeCloseTo(near.scale)
    expect(toScreen(to, { x: 750, y: 1220 })).toEqual({ x: VIEWPORT.width / 2, y: VIEWPORT.height / 2 })
  })

  it('zooms out for a target that would not fit', () => {
    const to = flightTo(view(4), { x: 0, y: 0, ...PAGE }, VIEWPORT)
    expect(to.scale).toBeCloseTo(whole.scale)
  })

  it('begins and ends where it should, with the scale always between', () => {
    const from = view(0.4, 100, 50)
    const to = view(2, -300, -900)
    const start = between(from, to, VIEWPORT, 0)
    expect(start.x).toBeCloseTo(from.x)
    expect(start.y).toBeCloseTo(from.y)
    expect(between(from, to, VIEWPORT, 1)).toBe(to)
    for (let t = 0; t < 1; t += 0.1) {
      const { scale } = between(from, to, VIEWPORT, t)
      expect(scale).toBeGreaterThanOrEqual(from.scale - 1e-9)
      expect(scale).toBeLessThanOrEqual(to.scale)
    }
  })

  it('arrives without a jump', () => {
    const from = view(0.4, 100, 50)
    for (const to of [view(2, -300, -900), view(0.4, -200, -100)]) {
      const last = between(from, to, VIEWPORT, 0.9999)
      expect(Math.abs(last.x - to.x)).toBeLessThan(1)
      expect(Math.abs(last.y - to.y)).toBeLessThan(1)
    }
  })
})

describe('a larger interface', () => {
  afterEach(() => setInterfaceScale(1))

  it('leaves 100 % the printed size on the screen', () => {
    const view = { scale: pxPerPt(), x: 0, y: 0 }
    setInterfaceScale(2)
    expect(zoomOf(view)).toBeCloseTo(2)
    expect(zoomOf({ ...view, scale: view.scale / 2 })).toBeCloseTo(1)
  })

  it('scales a view round the place in the middle', () => {
    const viewport = { width: 800, height: 600 }
    const view = { scale: 2, x: -100, y: 40 }
    const half = scaledView(view, viewport, 0.5)
    expect(half.scale).toBe(1)
    expect(toPage(half, { x: 400, y: 300 })).toEqual(toPage(view, { x: 400, y: 300 }))
  })
})
