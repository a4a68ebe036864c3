/**
 * The pointer over text, before the other tools see it: a click places the caret, two select the word, three the
 * paragraph; dragging selects, and dragging what is selected moves it. With the selection tool a double click goes
 * into a frame's text, and a click outside of the text leaves it.
 */
import type { TextPlace } from '../../core/compose/caret.ts'
import { panBy } from '../canvas/camera.ts'
import { pickFrame } from '../canvas/pick.ts'
import { type Point, toPage } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import type { FrameEntry } from '../state/page-model.ts'
import { comparePlaces } from './places.ts'
import { caretsOf, emptyStoryBox } from './text-geometry.ts'
import { choose, closeText, openStory, openText, selection } from './text-session.ts'
import { textState } from './text-state.ts'
import { wordAt } from './words.ts'

const AGAIN_MS = 500
const NEAR_PX = 5
/** A drag near the edge moves the page, this much a frame at most. */
const EDGE_PX = 20
const SCROLL_PX = 12

type Unit = 'character' | 'word' | 'paragraph'

interface Span {
  from: TextPlace
  to: TextPlace
}

type Drag =
  | { kind: 'select'; unit: Unit; origin: Span; at: Point }
  | { kind: 'move'; began: Point; at: Point; moved: boolean; copy: boolean }

export function attachTextPointer(element: HTMLElement): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let last = { time: 0, point: { x: 0, y: 0 }, count: 0 }
  let drag: Drag | undefined
  let space = false
  let scrolling = 0

  const pointOf = (event: MouseEvent): Point => {
    const box = element.getBoundingClientRect()
    return { x: event.clientX - box.x, y: event.clientY - box.y }
  }
  const countClicks = (event: PointerEvent, point: Point): number => {
    const near = Math.hypot(point.x - last.point.x, point.y - last.point.y) <= NEAR_PX
    const count = near && event.timeStamp - last.time <= AGAIN_MS ? last.count + 1 : 1
    last = { time: event.timeStamp, point, count }
    return count
  }
  const take = (event: PointerEvent) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  }

  const onDown = (event: PointerEvent) => {
    const { tool, page } = app.get()
    if (!page || event.button !== 0 || space || (tool !== 'select' && tool !== 'text')) return
    const point = pointOf(event)
    const clicks = countClicks(event, point)
    const hit = textFrameAt(point)
    const own = hit?.story !== undefined && hit.story.id === openText()?.story
    if (!own) {
      const goesIn = hit?.story && (tool === 'text' || (clicks === 2 && !holdsKey(event)))
      if (openText()) closeText()
      if (!goesIn || !hit?.story) return
      take(event)
      // The click that leads into the text selects no word.
      last.count = 0
      if (!openStory(hit.story.id, placeAt(hit, point), hit.id)) return
    } else take(event)
    textState.set({ keysOf: 'page' })
    openText()?.view.focus()
    element.setPointerCapture(event.pointerId)
    drag = beginDrag(point, own ? clicks : 1, event)
  }
  const onMove = (event: PointerEvent) => {
    const point = pointOf(event)
    element.toggleAttribute('data-over-text', drag?.kind !== 'move' && meansText(point))
    if (!drag) return
    event.stopImmediatePropagation()
    app.set({ pointer: point })
    drag.at = point
    follow(drag, event)
    if (scrolling === 0 && edgeSpeed(point, element) !== undefined) scrolling = requestAnimationFrame(scroll)
  }
  const scroll = () => {
    scrolling = 0
    const speed = drag && edgeSpeed(drag.at, element)
    if (!drag || !speed) return
    panBy(speed.x, speed.y)
    if (drag.kind === 'select') extend(drag)
    scrolling = requestAnimationFrame(scroll)
  }
  const onUp = (event: PointerEvent) => {
    if (!drag) return
    event.stopImmediatePropagation()
    const ended = drag
    drag = undefined
    endDrag(ended)
  }
  const onMenu = (event: MouseEvent) => {
    const point = pointOf(event)
    if (!openText() || !meansText(point)) return
    event.preventDefault()
    event.stopImmediatePropagation()
    const place = placeInThread(point)
    const chosen = selection()
    if (place && !(chosen && isInside(place, chosen))) choose(place)
    textState.set({ menu: { x: event.clientX, y: event.clientY } })
  }
  const onCancel = () => {
    drag = undefined
    textState.set({ dropAt: null })
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.code === 'Space') space = event.type === 'keydown' && event.target === element
    if (event.code === 'Escape' && drag?.kind === 'move') onCancel()
    if (drag?.kind === 'move') drag.copy = event.altKey || event.ctrlKey
  }

  element.addEventListener('pointerdown', onDown, { capture: true, signal })
  element.addEventListener('pointermove', onMove, { capture: true, signal })
  element.addEventListener('pointerup', onUp, { capture: true, signal })
  element.addEventListener('pointercancel', onCancel, { capture: true, signal })
  element.addEventListener('contextmenu', onMenu, { capture: true, signal })
  // The focus stays in the text, wherever its frames are clicked.
  element.addEventListener(
    'mousedown',
    (event) => openText() && event.button === 0 && event.preventDefault(),
    {
      capture: true,
      signal,
    },
  )
  window.addEventListener('keydown', onKey, { capture: true, signal })
  window.addEventListener('keyup', onKey, { capture: true, signal })
  return () => listening.abort()
}

/** With a key held, presses go through what overlaps. */
const holdsKey = (event: PointerEvent): boolean =>
  event.ctrlKey || event.metaKey || event.altKey || event.shiftKey

/** With the text tool over any text, with the selection tool over the text that is open. */
function meansText(point: Point): boolean {
  const { tool } = app.get()
  const story = openText()?.story
  if (tool !== 'text' && (tool !== 'select' || story === undefined)) return false
  const hit = textFrameAt(point)
  return hit?.story !== undefined && (tool === 'text' || hit.story.id === story)
}

function textFrameAt(point: Point): FrameEntry | undefined {
  const { page, view } = app.get()
  if (!page) return undefined
  const frame = pickFrame(page.frames, toPage(view, point))
  return frame?.frame.kind === 'text' && frame.story ? frame : undefined
}

function placeAt(frame: FrameEntry, point: Point): TextPlace | undefined {
  const { page, view } = app.get()
  if (!page || !frame.story) return undefined
  return caretsOf(page, frame.story.id).placeAt(toPage(view, point), frame.id)
}

/** In the thread's frame under the point, else in the nearest. */
function placeInThread(point: Point): TextPlace | undefined {
  const { page, view } = app.get()
  const story = openText()?.story
  if (!page || story === undefined) return undefined
  const hit = textFrameAt(point)
  const frame = hit?.story?.id === story ? hit.id : undefined
  const place = caretsOf(page, story).placeAt(toPage(view, point), frame)
  return place ?? (emptyStoryBox(page, story) && { paragraph: 0, offset: 0 })
}

function beginDrag(point: Point, clicks: number, event: PointerEvent): Drag | undefined {
  const place = placeInThread(point)
  if (!place) return undefined
  const chosen = selection()
  if (event.shiftKey && chosen) {
    const { anchor } = textState.get()
    choose(place, anchor)
    return { kind: 'select', unit: 'character', origin: { from: anchor, to: anchor }, at: point }
  }
  if (clicks === 1 && chosen && isInside(place, chosen)) {
    return { kind: 'move', began: point, at: point, moved: false, copy: event.altKey || event.ctrlKey }
  }
  const unit: Unit = clicks === 1 ? 'character' : clicks === 2 ? 'word' : 'paragraph'
  const origin = spanOf(place, unit)
  choose(origin.to, origin.from)
  return { kind: 'select', unit, origin, at: point }
}

const isInside = (place: TextPlace, { from, to }: Span): boolean =>
  comparePlaces(place, from) > 0 && comparePlaces(place, to) < 0

function spanOf(place: TextPlace, unit: Unit): Span {
  if (unit === 'character') return { from: place, to: place }
  const { paragraph, offset } = place
  const text = openText()?.state.doc.child(paragraph).textContent ?? ''
  const { start, end } = unit === 'word' ? wordAt(text, offset) : { start: 0, end: text.length }
  return { from: { paragraph, offset: start }, to: { paragraph, offset: end } }
}

function follow(drag: Drag, event: PointerEvent): void {
  if (drag.kind === 'select') {
    extend(drag)
    return
  }
  drag.copy = event.altKey || event.ctrlKey
  drag.moved ||= Math.hypot(drag.at.x - drag.began.x, drag.at.y - drag.began.y) > NEAR_PX
  if (drag.moved) textState.set({ dropAt: placeInThread(drag.at) ?? null })
}

/** From where it began to where the pointer is, in whole words or paragraphs. */
function extend({ unit, origin, at }: Extract<Drag, { kind: 'select' }>): void {
  const place = placeInThread(at)
  if (!place) return
  const span = spanOf(place, unit)
  if (comparePlaces(span.from, origin.from) < 0) choose(span.from, origin.to)
  else choose(comparePlaces(span.to, origin.to) < 0 ? origin.to : span.to, origin.from)
}

function endDrag(drag: Drag): void {
  if (drag.kind !== 'move') return
  textState.set({ dropAt: null })
  const place = placeInThread(drag.at)
  if (!place) return
  // Pressed inside the selection and not moved, it was a click.
  if (!drag.moved) choose(place)
  else openText()?.moveSelection(place, drag.copy)
}

function edgeSpeed({ x, y }: Point, element: HTMLElement): Point | undefined {
  const { clientWidth, clientHeight } = element
  const along = (at: number, length: number) => {
    if (at < EDGE_PX) return Math.min(SCROLL_PX, EDGE_PX - at)
    return at > length - EDGE_PX ? -Math.min(SCROLL_PX, at - length + EDGE_PX) : 0
  }
  const speed = { x: along(x, clientWidth), y: along(y, clientHeight) }
  return speed.x === 0 && speed.y === 0 ? undefined : speed
}
