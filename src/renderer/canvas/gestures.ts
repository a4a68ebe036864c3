/** The pointer on the canvas: panning, zooming and picking, by tool. */
import { app } from '../state/app-state.ts'
import { selectFrame } from '../state/selecting.ts'
import { panBy, zoomBy, zoomStep } from './camera.ts'
import { pickFrame, pickLine } from './pick.ts'
import { type Point, toPage } from './view.ts'

const LINE_PX = 16
/** A mouse wheel's click zooms by about a fifth, a trackpad's pinch follows the fingers. */
const WHEEL_RATE = 0.0018
const PINCH_RATE = 0.01
const ARROW_PX = 40

export interface Gestures {
  detach(): void
}

export function attachGestures(element: HTMLElement): Gestures {
  const listening = new AbortController()
  const { signal } = listening
  let space = false
  let drag: Point | undefined

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.x, y: event.clientY - box.y }
  }
  const pans = (button: number) => button === 1 || (button === 0 && (space || app.get().tool === 'hand'))
  const showCursor = (alt = false) => {
    const { tool } = app.get()
    element.dataset.cursor = drag
      ? 'grabbing'
      : space || tool === 'hand'
        ? 'grab'
        : tool === 'zoom'
          ? alt
            ? 'zoom-out'
            : 'zoom-in'
          : 'default'
  }

  const onWheel = (event: WheelEvent) => {
    event.preventDefault()
    const unit = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? LINE_PX : 1
    const dx = event.deltaX * unit
    const dy = event.deltaY * unit
    if (event.ctrlKey || event.metaKey) {
      const rate = Math.abs(dy) < 40 && event.deltaMode === 0 ? PINCH_RATE : WHEEL_RATE
      zoomBy(Math.exp(-dy * rate), pointOf(event))
    } else if (event.shiftKey && dx === 0) panBy(-dy, 0)
    else panBy(-dx, -dy)
  }
  const onDown = (event: PointerEvent) => {
    if (!app.get().page) return
    if (pans(event.button)) {
      event.preventDefault()
      drag = pointOf(event)
      element.setPointerCapture(event.pointerId)
      showCursor()
    } else if (event.button === 0) click(pointOf(event), event.altKey)
  }
  const onMove = (event: PointerEvent) => {
    const point = pointOf(event)
    if (drag) {
      panBy(point.x - drag.x, point.y - drag.y)
      drag = point
    }
    app.set({ pointer: point })
  }
  const onUp = () => {
    drag = undefined
    showCursor()
  }
  const onKey = (event: KeyboardEvent) => {
    showCursor(event.altKey)
    if (event.code === 'Space') {
      if (event.target === element && event.type === 'keydown') event.preventDefault()
      space = event.type === 'keydown' && !isTyping(event.target)
      showCursor()
    } else if (event.type === 'keydown' && event.target === element) panByKey(event)
  }

  element.addEventListener('wheel', onWheel, { passive: false, signal })
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onUp, { signal })
  element.addEventListener('pointerleave', () => app.set({ pointer: null }), { signal })
  // A middle click would start Chromium's own scrolling.
  element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal })
  window.addEventListener('keydown', onKey, { signal })
  window.addEventListener('keyup', onKey, { signal })
  window.addEventListener('blur', () => (space = false), { signal })
  const stopFollowing = app.subscribe(() => showCursor())
  return {
    detach() {
      listening.abort()
      stopFollowing()
    },
  }
}

function click(point: Point, alt: boolean): void {
  const { tool, page, view } = app.get()
  if (tool === 'zoom') zoomStep(!alt, point)
  else if (page) {
    const at = toPage(view, point)
    const frame = pickFrame(page.frames, at)
    selectFrame(frame, frame && pickLine(frame, at)?.paragraph)
  }
}

function panByKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
  const { viewport } = app.get()
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [ARROW_PX, 0],
    ArrowRight: [-ARROW_PX, 0],
    ArrowUp: [0, ARROW_PX],
    ArrowDown: [0, -ARROW_PX],
    PageUp: [0, viewport.height * 0.9],
    PageDown: [0, -viewport.height * 0.9],
  }
  const step = steps[event.code]
  if (!step) return
  event.preventDefault()
  panBy(...step)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
