/** Moves the view: at once under the pointer, in 240 ms for a flight, at once again with reduced motion. */
import type { Box } from '../../core/geometry.ts'
import { selectedEntries } from '../editor/selection.ts'
import { app } from '../state/app-state.ts'
import { union } from './place.ts'
import {
  between,
  centre,
  easeOut,
  type Fit,
  fitBox,
  fitWidth,
  flightTo,
  keepInSight,
  MOST_ZOOM,
  type Point,
  pxPerPt,
  type Size,
  stepZoom,
  type View,
  zoomAt,
  zoomOf,
} from './view.ts'

const FLIGHT_MS = 240
const FLASH_MS = 900

let flight = 0
let flashTimer = 0

function setView(view: View, fit: Fit = 'none'): void {
  cancelAnimationFrame(flight)
  const { page, viewport } = app.get()
  app.set({ view: page ? keepInSight(view, pageSize(), viewport) : view, fit })
}

export function panBy(dx: number, dy: number): void {
  const { view } = app.get()
  setView({ ...view, x: view.x + dx, y: view.y + dy })
}

export function zoomBy(factor: number, at: Point): void {
  const { view } = app.get()
  setView(zoomAt(view, zoomOf(view) * factor, at))
}

export function zoomTo(zoom: number, at: Point = middle()): void {
  setView(zoomAt(app.get().view, zoom, at))
}

export function zoomStep(up: boolean, at: Point = middle()): void {
  zoomTo(stepZoom(zoomOf(app.get().view), up), at)
}

export function fitTo(fit: 'page' | 'width'): void {
  if (app.get().page) setView(fitView(fit), fit)
}

export function actualSize(): void {
  const { view, page } = app.get()
  if (!page) return
  const target = selectedBox()
  if (target) setView(centre(target, app.get().viewport, pxPerPt()))
  else setView(zoomAt(view, 1, middle()))
}

export function fitSelection(): void {
  const target = selectedBox()
  if (target) setView(fitBox(target, app.get().viewport, 40, 4))
}

/** Shows a box as large as it goes. */
export function showBox(box: Box): void {
  setView(fitBox(box, app.get().viewport, 12, MOST_ZOOM))
}

/** Keeps the fit that was chosen, or the place in the middle, when the canvas changes its size. */
export function resizeViewport(viewport: Size): void {
  const before = app.get().viewport
  app.set({ viewport })
  const { fit, page, view } = app.get()
  if (!page) return
  if (fit !== 'none') app.set({ view: fitView(fit) })
  else if (before.width > 0) {
    const x = view.x + (viewport.width - before.width) / 2
    setView({ ...view, x, y: view.y + (viewport.height - before.height) / 2 })
  }
}

/** Shows the boxes and outlines them once. */
export function flyTo(boxes: readonly Box[]): void {
  const target = union(boxes)
  if (!target) return
  const { view, viewport } = app.get()
  travel(flightTo(view, target, viewport))
  flash(boxes)
}

/** Brings a box to the middle, near enough to be read, and outlines it once. */
export function lookAt(box: Box): void {
  const { view, viewport } = app.get()
  travel(centre(box, viewport, Math.max(view.scale, pxPerPt())))
  flash([box])
}

function travel(to: View): void {
  const { view: from, viewport } = app.get()
  if (from === to) return
  if (reducedMotion()) {
    setView(to)
    return
  }
  cancelAnimationFrame(flight)
  const began = performance.now()
  const step = (now: number) => {
    const t = Math.min(1, Math.max(0, (now - began) / FLIGHT_MS))
    app.set({ view: between(from, to, viewport, easeOut(t)), fit: 'none' })
    if (t < 1) flight = requestAnimationFrame(step)
  }
  flight = requestAnimationFrame(step)
}

function flash(boxes: readonly Box[]): void {
  window.clearTimeout(flashTimer)
  app.set({ flash: boxes })
  flashTimer = window.setTimeout(() => app.set({ flash: null }), FLASH_MS)
}

/** The selected frame's box, or all frames of the selected story or article. */
export function selectedBox(): Box | undefined {
  return union(selectedBoxes())
}

export function selectedBoxes(): Box[] {
  return selectedEntries(app.get()).map((entry) => entry.box)
}

const fitView = (fit: 'page' | 'width'): View => {
  const { viewport } = app.get()
  const page = pageSize()
  return fit === 'width' ? fitWidth(page, viewport) : fitBox({ x: 0, y: 0, ...page }, viewport)
}

function pageSize(): Size {
  const composition = app.get().page?.composition
  return { width: composition?.width ?? 1, height: composition?.height ?? 1 }
}

function middle(): Point {
  const { viewport } = app.get()
  return { x: viewport.width / 2, y: viewport.height / 2 }
}

const reducedMotion = (): boolean => window.matchMedia('(prefers-reduced-motion: reduce)').matches
