/** A story is dragged from the list onto the page. */
import type { PointerEvent as ReactPointerEvent } from 'react'
import { toPage } from '../canvas/view.ts'
import { hand, showCursor } from '../editor/hand.ts'
import { app } from '../state/app-state.ts'
import type { ArticleEntry } from '../state/page-model.ts'

/** A press is a drag from here on. */
const DRAG_PX = 6

/** What of an article is wanted on the page: what has no place, then what finds no room, then its body. */
export function wantedStory({ stories }: ArticleEntry): string | undefined {
  const found =
    stories.find(({ story }) => story.frames.length === 0) ??
    stories.find(({ oversetCharacters }) => oversetCharacters > 0) ??
    stories.find(({ story }) => story.role === 'body') ??
    stories[0]
  return found?.id
}

/** From the press on a row; what is let go beside the page, or left by Esc, changes nothing. */
export function carryStory(story: string | undefined, pressed: ReactPointerEvent): void {
  if (story === undefined || pressed.button !== 0) return
  const from = { x: pressed.clientX, y: pressed.clientY }
  const listening = new AbortController()
  const { signal } = listening
  let begun = false
  const move = (event: PointerEvent) => {
    if (begun || Math.hypot(event.clientX - from.x, event.clientY - from.y) < DRAG_PX) return
    begun = true
    if (app.get().tool !== 'select') app.set({ tool: 'select' })
    hand.carry(story)
    document.documentElement.toggleAttribute('data-carrying', true)
  }
  const end = (event: PointerEvent) => {
    listening.abort()
    document.documentElement.removeAttribute('data-carrying')
    if (!begun) return
    const viewport = event.target instanceof Element ? event.target.closest('.canvas-viewport') : null
    if (viewport && event.type === 'pointerup') letGo(viewport, event)
    else hand.cancel()
    showCursor()
  }
  window.addEventListener('pointermove', move, { signal })
  window.addEventListener('pointerup', end, { signal })
  window.addEventListener('pointercancel', end, { signal })
}

/** Nothing is dropped where Esc has ended the drag. */
function letGo(viewport: Element, event: PointerEvent): void {
  if (!hand.isBusy) return
  const { left, top } = viewport.getBoundingClientRect()
  const screen = { x: event.clientX - left, y: event.clientY - top }
  const { shiftKey: shift, altKey: alt, ctrlKey: mod } = event
  hand.up({ screen, at: toPage(app.get().view, screen), shift, alt, mod, clicks: 1 })
}
