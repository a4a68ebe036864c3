/** The pointer on the canvas: wheel and Space move the view, everything else is the tool's. */
import type { Pointer } from '../../core/edit/tools/tool.ts'
import { editor } from '../editor/editor-state.ts'
import { followTool, hand, leaveGesture, showCursor } from '../editor/hand.ts'
import { app } from '../state/app-state.ts'
import { panBy, zoomBy } from './camera.ts'
import { type Point, toPage } from './view.ts'

const LINE_PX = 16
/** A mouse wheel's click zooms by about a fifth, a trackpad's pinch follows the fingers. */
const WHEEL_RATE = 0.0018
const PINCH_RATE = 0.01
const ARROW_PX = 40
const AGAIN_MS = 500
const AGAIN_PX = 5
/** A drag near the edge moves the page, this much a frame at most. */
const EDGE_PX = 24
const EDGE_SPEED_PX = 14

export interface Gestures {
  /** From a ruler: a guide is pulled out of it. */
  pullGuide(axis: 'x' | 'y', event: PointerEvent): void
  detach(): void
}

export function attachGestures(element: HTMLElement): Gestures {
  const listening = new AbortController()
  const { signal } = listening
  let space = false
  let held: number | undefined
  let last = { time: 0, point: { x: 0, y: 0 }, clicks: 0 }
  let scrolling = 0
  /** A story that is carried comes in over an edge: that scrolls nothing until it has been inside. */
  let inside = false
  let pointer: Pointer | undefined

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.x, y: event.clientY - box.y }
  }
  const pointerOf = (event: MouseEvent, clicks = last.clicks): Pointer => {
    const screen = pointOf(event)
    const { shiftKey: shift, altKey: alt } = event
    pointer = { screen, at: toPage(app.get().view, screen), shift, alt, mod: isMod(event), clicks }
    return pointer
  }
  const countClicks = (event: PointerEvent): number => {
    const point = pointOf(event)
    const near = Math.hypot(point.x - last.point.x, point.y - last.point.y) <= AGAIN_PX
    const clicks = near && event.timeStamp - last.time <= AGAIN_MS ? last.clicks + 1 : 1
    last = { time: event.timeStamp, point, clicks }
    return clicks
  }
  const hold = (event: PointerEvent) => {
    held = event.pointerId
    element.setPointerCapture(event.pointerId)
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
    if (!app.get().page || held !== undefined || event.button === 2) return
    const pans = event.button === 1 || space
    if (pans) {
      event.preventDefault()
      hand.pan(pointerOf(event))
    } else hand.down(pointerOf(event, countClicks(event)))
    hold(event)
    showCursor()
  }
  const onMove = (event: PointerEvent) => {
    app.set({ pointer: pointOf(event) })
    if (!app.get().page) return
    hand.move(pointerOf(event))
    showCursor()
    const atEdge = edgeSpeed(pointOf(event), element) !== undefined
    if (!atEdge) inside = true
    if (atEdge && scrolling === 0 && dragsOn()) scrolling = requestAnimationFrame(scroll)
  }
  const dragsOn = () => held !== undefined || (inside && isCarrying())
  /** The page moves under the pointer while it is held at the edge. */
  const scroll = () => {
    scrolling = 0
    const speed = pointer && edgeSpeed(pointer.screen, element)
    if (!speed || !pointer || !hand.isBusy || !dragsOn()) return
    panBy(speed.x, speed.y)
    pointer = { ...pointer, at: toPage(app.get().view, pointer.screen) }
    hand.move(pointer)
    scrolling = requestAnimationFrame(scroll)
  }
  const onUp = (event: PointerEvent) => {
    if (held === undefined) return
    held = undefined
    hand.up(pointerOf(event))
    showCursor()
  }
  const onLeave = () => {
    if (held !== undefined) return
    inside = false
    app.set({ pointer: null })
  }
  const onCancel = () => {
    held = undefined
    hand.cancel()
    showCursor()
  }
  const onKey = (event: KeyboardEvent) => {
    // Keys that are held with the pointer must not keep Esc from leaving.
    if (event.type === 'keydown' && event.code === 'Escape' && hand.isBusy && leaveGesture()) {
      event.preventDefault()
      return
    }
    const { shiftKey: shift, altKey: alt } = event
    hand.keys({ shift, alt, mod: isMod(event) })
    if (event.code === 'Space') {
      if (event.target === element && event.type === 'keydown') event.preventDefault()
      space = event.type === 'keydown' && !isTyping(event.target)
      element.toggleAttribute('data-space', space)
    } else if (event.type === 'keydown' && event.target === element) panByKey(event)
    showCursor()
  }
  const onMenu = (event: MouseEvent) => {
    event.preventDefault()
    if (!app.get().page) return
    hand.menu(pointerOf(event))
    editor.set({ menuAt: { x: event.clientX, y: event.clientY } })
  }

  element.addEventListener('wheel', onWheel, { passive: false, signal })
  element.addEventListener('pointerdown', onDown, { signal })
  element.addEventListener('pointermove', onMove, { signal })
  element.addEventListener('pointerup', onUp, { signal })
  element.addEventListener('pointercancel', onCancel, { signal })
  element.addEventListener('pointerleave', onLeave, { signal })
  element.addEventListener('contextmenu', onMenu, { signal })
  // A middle click would start Chromium's own scrolling.
  element.addEventListener('mousedown', (event) => event.button === 1 && event.preventDefault(), { signal })
  window.addEventListener('keydown', onKey, { signal })
  window.addEventListener('keyup', onKey, { signal })
  window.addEventListener('blur', () => (space = false), { signal })
  const stopFollowing = [followTool(), followCursor(element)]
  return {
    pullGuide(axis, event) {
      if (!app.get().page || event.button !== 0) return
      hand.pullGuide(axis, pointerOf(event))
      hold(event)
      showCursor()
    },
    detach() {
      listening.abort()
      cancelAnimationFrame(scrolling)
      for (const stop of stopFollowing) stop()
    },
  }
}

function followCursor(element: HTMLElement): () => void {
  const follow = () => {
    element.dataset.cursor = editor.get().cursor
  }
  follow()
  return editor.subscribe(follow)
}

/** A story comes from the list, whose row has been pressed. */
const isCarrying = (): boolean => document.documentElement.hasAttribute('data-carrying')

const isMod = (event: { ctrlKey: boolean; metaKey: boolean }): boolean =>
  app.get().start?.platform === 'darwin' ? event.metaKey : event.ctrlKey

function edgeSpeed(point: Point, element: HTMLElement): Point | undefined {
  const { clientWidth, clientHeight } = element
  const along = (at: number, length: number) => {
    const into = at < EDGE_PX ? EDGE_PX - at : at > length - EDGE_PX ? length - EDGE_PX - at : 0
    return Math.max(-1, Math.min(1, into / EDGE_PX)) * EDGE_SPEED_PX
  }
  const speed = { x: along(point.x, clientWidth), y: along(point.y, clientHeight) }
  return speed.x === 0 && speed.y === 0 ? undefined : speed
}

/** With nothing selected arrows move the page; else the commands that nudge have taken them. */
function panByKey(event: KeyboardEvent): void {
  if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.isComposing) return
  const { viewport, selection } = app.get()
  const steps: Record<string, [number, number]> = {
    ArrowLeft: [ARROW_PX, 0],
    ArrowRight: [-ARROW_PX, 0],
    ArrowUp: [0, ARROW_PX],
    ArrowDown: [0, -ARROW_PX],
    PageUp: [0, viewport.height * 0.9],
    PageDown: [0, -viewport.height * 0.9],
  }
  const step = steps[event.code]
  if (!step || (selection && event.code.startsWith('Arrow'))) return
  event.preventDefault()
  panBy(...step)
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && target.closest('input, textarea, [contenteditable]') !== null
