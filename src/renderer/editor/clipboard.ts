/**
 * Frames on the clipboard, as JSON in a format of our own beside their plain text: what another window of Banxin
 * pastes as frames, any other program pastes as text.
 */

import { ok } from '../../core/diagnostics.ts'
import { clipFrames, type FrameClip, pasteFrames, readClip } from '../../core/doc/commands/clip.ts'
import { deleteFrames } from '../../core/doc/commands/remove.ts'
import { paragraphText } from '../../core/doc/paragraph-text.ts'
import { unionOf } from '../../core/geometry.ts'
import { toPage } from '../canvas/view.ts'
import { app } from '../state/app-state.ts'
import { livePage } from '../state/page-session.ts'
import { rangeOf } from './desk.ts'
import { perform, refuse } from './perform.ts'
import { selectedFrames, selectFrames } from './selection.ts'

const FORMAT = 'application/x-banxin-frames'
/** A copy is laid a little beside what it was taken from. */
const ASIDE_PT = 12

/** What was copied last in this window: for the menu, which may not read the system's clipboard. */
let kept: string | undefined
/** How often it was pasted since, each a little further. */
let pasted = 0

const clipNow = (): FrameClip | undefined => {
  const doc = livePage()?.doc
  const ids = selectedFrames(app.get())
  return doc && ids.length > 0 ? clipFrames(doc, ids, rangeOf) : undefined
}

const plainText = ({ stories }: FrameClip): string =>
  Object.values(stories)
    .map(({ paragraphs }) => paragraphs.map(paragraphText).join('\n'))
    .join('\n\n')

/** The page's own copying, cutting and pasting, where the focus is not in a text. */
export function followClipboard(): () => void {
  const listening = new AbortController()
  const { signal } = listening
  const onPage = (event: ClipboardEvent): boolean => {
    const { stage, dialog, page } = app.get()
    const target = event.target instanceof HTMLElement ? event.target : document.body
    const typing = target.closest('input, textarea, [contenteditable]')
    return page !== null && stage === 'layout' && dialog === null && !typing && hasNoWords()
  }
  const put = (event: ClipboardEvent): boolean => {
    const clip = onPage(event) ? clipNow() : undefined
    if (!clip) return false
    keep(clip)
    event.clipboardData?.setData(FORMAT, kept ?? '')
    event.clipboardData?.setData('text/plain', plainText(clip))
    event.preventDefault()
    return true
  }
  document.addEventListener('copy', (event) => put(event), { signal })
  document.addEventListener('cut', (event) => put(event) && removeCut(), { signal })
  document.addEventListener(
    'paste',
    (event) => {
      const json = event.clipboardData?.getData(FORMAT)
      if (!json || !onPage(event)) return
      event.preventDefault()
      void pasteClip(json, false)
    },
    { signal },
  )
  return () => listening.abort()
}

/** Words that are marked in a panel are copied as words. */
const hasNoWords = (): boolean => (window.getSelection()?.toString() ?? '') === ''

function keep(clip: FrameClip): void {
  kept = JSON.stringify(clip)
  pasted = 0
  app.set({ toast: null })
}

export function copySelected(): boolean {
  const clip = clipNow()
  if (!clip) return false
  keep(clip)
  void navigator.clipboard?.writeText(plainText(clip)).catch(() => undefined)
  return true
}

export const cutSelected = (): boolean => copySelected() && removeCut()

function removeCut(): boolean {
  const ids = selectedFrames(app.get())
  const done = perform({ name: 'cut' }, (doc) => deleteFrames(doc, ids, 'delete'))
  if (done) app.set({ selection: null })
  return done
}

export const canPaste = (): boolean => kept !== undefined

export function pasteKept(inPlace: boolean): boolean {
  if (kept !== undefined) void pasteClip(kept, inPlace)
  return kept !== undefined
}

/** Where it was, a little aside, or in the middle of what is in sight when that place is not. */
async function pasteClip(json: string, inPlace: boolean): Promise<void> {
  const clip = readClip(json)
  if (!clip.ok) {
    refuse(clip.error)
    return
  }
  // The faces at hand: what they are is the font engine's to know.
  const { FACES } = await import('../../adapters/harfbuzz.ts')
  let made: string[] = []
  const by = inPlace ? { dx: 0, dy: 0 } : offsetFor(clip.value)
  const done = perform({ name: 'paste' }, (doc) => {
    const result = pasteFrames(
      doc,
      clip.value,
      by,
      FACES.map(({ id }) => id),
    )
    if (!result.ok) return result
    made = result.value.frames
    return ok(result.value.doc)
  })
  if (!done) return
  pasted++
  selectFrames(made)
}

function offsetFor(clip: FrameClip): { dx: number; dy: number } {
  const { view, viewport } = app.get()
  const box = unionOf(Object.values(clip.frames))
  const aside = ASIDE_PT * (pasted + 1)
  if (!box) return { dx: aside, dy: aside }
  const corner = toPage(view, { x: 0, y: 0 })
  const end = toPage(view, { x: viewport.width, y: viewport.height })
  const seen =
    box.x + aside < end.x &&
    box.x + box.width > corner.x &&
    box.y + aside < end.y &&
    box.y + box.height > corner.y
  if (seen) return { dx: aside, dy: aside }
  return {
    dx: (corner.x + end.x) / 2 - box.x - box.width / 2,
    dy: (corner.y + end.y) / 2 - box.y - box.height / 2,
  }
}

/** One more of what is selected, as by copying and pasting, with the clipboard left alone. */
export function duplicateSelected(): boolean {
  const clip = clipNow()
  if (!clip) return false
  let made: string[] = []
  const done = perform({ name: 'duplicate' }, (doc) => {
    const result = pasteFrames(doc, clip, { dx: ASIDE_PT, dy: ASIDE_PT })
    if (!result.ok) return result
    made = result.value.frames
    return ok(result.value.doc)
  })
  if (done) selectFrames(made)
  return done
}
