/** The story that has the caret: opened from the page or as a manuscript, left again, shown where it is. */
import type { TextPlace } from '../../core/compose/caret.ts'
import { app } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import type { PageModel } from '../state/page-model.ts'
import { livePage } from '../state/page-session.ts'
import { isPageSigned, refuseSigned } from '../state/signed.ts'
import { sayNow } from '../state/words.ts'
import { followCaret } from './follow-caret.ts'
import { comparePlaces, type TextRange } from './places.ts'
import { caretsOf, emptyStyleOf, frameAt } from './text-geometry.ts'
import { followKey } from './text-keys.ts'
import { NO_TEXT, textState } from './text-state.ts'
import { TextView } from './text-view.ts'

let open: TextView | undefined
let pageHost: HTMLElement | undefined
let editorHost: HTMLElement | undefined
/** Whether the caret stands at a line's end, where that is also the start of the next. */
let atLineEnd = false
/** Set while a place is chosen that says so itself. */
let choosing = false

export const openText = (): TextView | undefined => open

/** Whether the story may be edited; a locked frame says no, and the window why. */
export function mayEdit(page: PageModel, story: string, frame?: string): boolean {
  if (refuseSigned()) return false
  const { stories, frames } = page.doc
  const own = stories[story]
  if (!own) return false
  const asked = frame === undefined ? own.frames : [frame]
  if (!asked.some((id) => frames[id]?.locked)) return true
  app.set({ toast: { text: 'text.locked', values: {}, warn: true } })
  return false
}

/** Puts the caret into a story, at its start unless told where. False: it may not be edited. */
export function openStory(story: string, head?: TextPlace, frame?: string): boolean {
  const { page } = app.get()
  const live = livePage()
  if (!page || !live || !mayEdit(page, story, frame)) return false
  if (open?.story !== story) {
    closeText()
    open = TextView.open({
      live,
      story,
      emptyStyle: emptyStyleOf(page, story),
      label: sayNow()('text.label', { role: sayNow()(`role.${page.doc.stories[story]?.role ?? 'body'}`) }),
      hooks: {
        onUpdate,
        onFocus,
        onKey: followKey,
        followsCaret: () => editorHost === undefined,
        pasteSetting,
      },
    })
    if (!open) return false
    place()
  }
  choose(head ?? open.head)
  open.view.focus()
  return true
}

/** From the canvas: the caret goes into the selected frame, where it begins, or into the selected story. */
export function enterSelected(): boolean {
  const { page, selection } = app.get()
  const story = chosenStory({ page, selection })
  if (!page || story === undefined) return false
  textState.set({ keysOf: 'page' })
  const { frame, paragraph } = selection ?? {}
  const lines = caretsOf(page, story).lines
  const first =
    lines.find(
      ({ frame: at, line }) => at === frame && (paragraph === undefined || line.paragraph === paragraph),
    ) ?? lines.find(({ frame: at }) => at === frame)
  return openStory(story, first && { paragraph: first.line.paragraph, offset: first.line.start }, frame)
}

/** Leaves the text; its frame stays selected. */
export function closeText(): void {
  if (!open) return
  const gone = open
  open = undefined
  const { selection } = app.get()
  const focused = gone.view.hasFocus()
  gone.destroy()
  if (focused) focusCanvas()
  textState.set({ ...NO_TEXT })
  if (selection?.paragraph === undefined) return
  const { paragraph: _, ...frame } = selection
  app.set({ selection: frame })
}

/** The canvas has the keys again. */
export function focusCanvas(): void {
  document.querySelector<HTMLElement>('[data-region-focus][data-place="canvas"]')?.focus()
}

/** Places the caret, or with an anchor selects; `follow` brings the page to it. */
export function choose(head: TextPlace, anchor: TextPlace = head, follow = true): void {
  if (!open) return
  choosing = true
  atLineEnd = head.atLineEnd === true
  open.select(anchor, head)
  choosing = false
  publish(open, follow)
}

/** From a list: the range is selected where it stands; the caret goes there only where it is wanted. */
export function selectRange(story: string, { from, to }: TextRange, focus = true): void {
  const { page } = app.get()
  if (!page) return
  if (open?.story !== story) {
    const had = document.activeElement
    if (!openStory(story)) return
    if (!focus && had instanceof HTMLElement) had.focus()
  }
  choose(to, from)
  if (focus) open?.view.focus()
}

export function selection(): TextRange | undefined {
  if (!open) return undefined
  const { anchor, head } = textState.get()
  return comparePlaces(anchor, head) <= 0 ? { from: anchor, to: head } : { from: head, to: anchor }
}

/** Where the view lies while the page shows the text. */
export function lendPageHost(element: HTMLElement): () => void {
  pageHost = element
  place()
  return () => {
    if (pageHost === element) pageHost = undefined
  }
}

/** The story editor, while it is open. */
export function lendEditorHost(element: HTMLElement): () => void {
  editorHost = element
  place()
  return () => {
    if (editorHost !== element) return
    editorHost = undefined
    place()
  }
}

/** Before the story editor goes: the view lies with the page again, with its focus. */
export function returnToPage(): void {
  editorHost = undefined
  place()
}

/** Moving the view keeps its focus, its caret and its place in the undo. */
function place(): void {
  const host = editorHost ?? pageHost
  if (!open || !host || open.view.dom.parentElement === host) return
  const focused = open.view.hasFocus()
  host.replaceChildren(open.view.dom)
  if (focused) open.view.focus()
}

function onUpdate(view: TextView, typed: boolean): void {
  if (view !== open) return
  if (!choosing) atLineEnd = false
  if (!choosing) publish(view, typed || view.composing !== null, typed ? 'later' : 'now')
}

function onFocus(view: TextView, focused: boolean): void {
  if (view === open) textState.set({ focused, strokes: textState.get().strokes + 1 })
}

function publish(view: TextView, follow: boolean, when: 'now' | 'later' = 'now'): void {
  const { from, to } = view.state.selection
  const { composing } = view
  // The page has nothing of what is composed: there the caret stands where it began.
  const head = composing?.at ?? view.head
  textState.set(
    ({ strokes }) => ({
      story: view.story,
      anchor: composing?.at ?? view.anchor,
      head: atLineEnd ? { ...head, atLineEnd: true } : head,
      selectedText: view.state.doc.textBetween(from, to, '\n'),
      composing,
      strokes: strokes + 1,
    }),
    when,
  )
  selectParagraph(view.story, head)
  if (follow) followCaret()
}

/** The panels show what has the caret. */
function selectParagraph(story: string, head: TextPlace): void {
  const { page, selection } = app.get()
  if (!page) return
  const frame = frameAt(page, story, head)
  const { paragraph } = head
  if (selection?.story === story && selection.frame === frame && selection.paragraph === paragraph) return
  const article = page.doc.stories[story]?.article
  app.set({
    selection: { ...(article !== undefined && { article }), story, ...(frame && { frame }), paragraph },
  })
}

function pasteSetting(style: string) {
  const doc = app.get().page?.doc
  return {
    paragraphStyles: new Set(Object.keys(doc?.paragraphStyles ?? {})),
    characterStyles: new Set(Object.keys(doc?.characterStyles ?? {})),
    style,
  }
}

/** Another page, or one without the story, has no text open. */
export function followOpenPage(): () => void {
  let live = livePage()
  return app.subscribe(() => {
    const now = livePage()
    const { page, stage, selection } = app.get()
    const gone = open && (page?.doc.stories[open.story] === undefined || stage === 'review')
    // Another story was selected in a list, or undo led to one.
    const left = open && selection?.story !== undefined && selection.story !== open.story
    if (gone || left || now !== live || (open && isPageSigned({ page }))) closeText()
    live = now
  })
}
