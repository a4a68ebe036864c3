/**
 * View maths. A view places the page in the viewport: `scale` is CSS px per pt, `x` and `y` are where the
 * trim's top left stands, in px from the viewport's top left. 100 % is the printed size at 96 px per inch of the
 * screen, however large the interface is.
 */
import type { Box } from '../../core/geometry.ts'

export interface View {
  scale: number
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export interface Point {
  x: number
  y: number
}

const SCREEN_PX_PER_PT = 96 / 72
export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 8

/** What the view keeps to while the window changes its size. */
export type Fit = 'page' | 'width' | 'none'

const FIT_MARGIN_PX = 24

/** Of the window: how many px of the screen a CSS px is. */
let interfaceScale = 1

export function setInterfaceScale(scale: number): void {
  interfaceScale = scale
}

/** CSS px to a pt of the page at 100 %. */
export const pxPerPt = (): number => SCREEN_PX_PER_PT / interfaceScale

export const zoomOf = (view: View): number => view.scale / pxPerPt()

const clampZoom = (zoom: number): number => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))

export const toPage = (view: View, point: Point): Point => ({
  x: (point.x - view.x) / view.scale,
  y: (point.y - view.y) / view.scale,
})

export const toScreen = (view: View, point: Point): Point => ({
  x: view.x + point.x * view.scale,
  y: view.y + point.y * view.scale,
})

export const boxToScreen = (view: View, box: Box): Box => ({
  x: view.x + box.x * view.scale,
  y: view.y + box.y * view.scale,
  width: box.width * view.scale,
  height: box.height * view.scale,
})

/** Zooms so that the place of the page under `at` stays under it. */
export function zoomAt(view: View, zoom: number, at: Point): View {
  const scale = clampZoom(zoom) * pxPerPt()
  const place = toPage(view, at)
  return { scale, x: at.x - place.x * scale, y: at.y - place.y * scale }
}

/** A view some times as large, with the same place in the viewport's middle. */
export function scaledView(view: View, viewport: Size, times: number): View {
  const middle = { x: viewport.width / 2, y: viewport.height / 2 }
  const place = toPage(view, middle)
  const scale = view.scale * times
  return { scale, x: middle.x - place.x * scale, y: middle.y - place.y * scale }
}

/** The whole box, centred. */
export function fitBox(box: Box, viewport: Size, margin = FIT_MARGIN_PX, most = MOST_ZOOM): View {
  const across = Math.max(40, viewport.width - 2 * margin) / Math.max(1, box.width)
  const down = Math.max(40, viewport.height - 2 * margin) / Math.max(1, box.height)
  const zoom = Math.min(most, clampZoom(Math.min(across, down) / pxPerPt()))
  return centre(box, viewport, zoom * pxPerPt())
}

/** The page as wide as the viewport, from its top. */
export function fitWidth(page: Size, viewport: Size): View {
  const scale = clampZoom((viewport.width - 2 * FIT_MARGIN_PX) / page.width / pxPerPt()) * pxPerPt()
  const x = (viewport.width - page.width * scale) / 2
  const fits = page.height * scale <= viewport.height - 2 * FIT_MARGIN_PX
  return { scale, x, y: fits ? (viewport.height - page.height * scale) / 2 : FIT_MARGIN_PX }
}

export function centre(box: Box, viewport: Size, scale: number): View {
  return {
    scale,
    x: viewport.width / 2 - (box.x + box.width / 2) * scale,
    y: viewport.height / 2 - (box.y + box.height / 2) * scale,
  }
}

/**
 * Where to fly for a box: as it is when the box is wholly in sight and large enough to read, else the box in
 * the middle, at a zoom that shows it whole but no larger than its printed size and no smaller than now.
 */
export function flightTo(view: View, box: Box, viewport: Size): View {
  const now = boxToScreen(view, box)
  const inSight =
    now.x >= 0 && now.y >= 0 && now.x + now.width <= viewport.width && now.y + now.height <= viewport.height
  if (inSight) return view
  const whole = fitBox(box, viewport)
  const scale = Math.min(whole.scale, Math.max(view.scale, Math.min(whole.scale, pxPerPt())))
  return centre(box, viewport, scale)
}

/** Keeps a strip of the page in sight, so that it cannot be lost off the desk. */
export function keepInSight(view: View, page: Size, viewport: Size): View {
  const strip = 48
  const width = page.width * view.scale
  const height = page.height * view.scale
  return {
    scale: view.scale,
    x: Math.min(viewport.width - strip, Math.max(strip - width, view.x)),
    y: Math.min(viewport.height - strip, Math.max(strip - height, view.y)),
  }
}

/** Between two views, in a straight line of the place in the viewport's middle, the scale by ratio. */
export function between(from: View, to: View, viewport: Size, t: number): View {
  if (t >= 1) return to
  const middle = { x: viewport.width / 2, y: viewport.height / 2 }
  const a = toPage(from, middle)
  const b = toPage(to, middle)
  const scale = from.scale * (to.scale / from.scale) ** t
  // A zoom seems to move evenly when the place follows the scale, not the time.
  const u = Math.abs(to.scale - from.scale) < 1e-9 ? t : (scale - from.scale) / (to.scale - from.scale)
  const ratio = Math.abs(to.scale / from.scale - 1) < 0.02 ? t : u * (to.scale / scale)
  const place = { x: a.x + (b.x - a.x) * ratio, y: a.y + (b.y - a.y) * ratio }
  return { scale, x: middle.x - place.x * scale, y: middle.y - place.y * scale }
}

export const easeOut = (t: number): number => 1 - (1 - t) ** 3

/** The next step of 10 25 33 50 67 75 100 150 200 300 400 600 800 %, up or down. */
export function stepZoom(zoom: number, up: boolean): number {
  const near = 0.005
  if (up) return ZOOM_STEPS.find((step) => step > zoom + near) ?? MOST_ZOOM
  return ZOOM_STEPS.findLast((step) => step < zoom - near) ?? LEAST_ZOOM
}

const ZOOM_STEPS = [0.1, 0.25, 1 / 3, 0.5, 2 / 3, 0.75, 1, 1.5, 2, 3, 4, 6, 8]

/** The slider goes by ratio: each step doubles as far at 10 % as at 400 %. */
export const zoomToSlider = (zoom: number): number =>
  (Math.log(zoom / LEAST_ZOOM) / Math.log(MOST_ZOOM / LEAST_ZOOM)) * 100

export const sliderToZoom = (value: number): number =>
  clampZoom(LEAST_ZOOM * (MOST_ZOOM / LEAST_ZOOM) ** (value / 100))
