/** 查找和替换: what is looked for, where it was found, and which of it is shown. */
import { type Found, replaceFound } from '../../core/doc/commands/find.ts'
import { flyTo } from '../canvas/camera.ts'
import { app } from '../state/app-state.ts'
import { changePage } from '../state/page-session.ts'
import { createStore } from '../state/store.ts'
import { findBounded } from './bounded-find.ts'
import { boxesOf } from './text-geometry.ts'
import { openStory, selectRange } from './text-session.ts'
import { textState } from './text-state.ts'

export interface FindState {
  open: boolean
  /** How often it was asked for. */
  asked: number
  text: string
  replacement: string
  regex: boolean
  matchCase: boolean
  matchWidth: boolean
  scope: 'page' | 'story'
  found: readonly Found[]
  /** The index of the one that is shown; -1: none yet. */
  at: number
  /** The code of what went wrong with the search. */
  problem: string | null
}

export const findState = createStore<FindState>({
  open: false,
  asked: 0,
  text: '',
  replacement: '',
  regex: false,
  matchCase: false,
  matchWidth: false,
  scope: 'page',
  found: [],
  at: -1,
  problem: null,
})

/** With what is selected in the text to look for. */
export function openFind(): void {
  const selected = textState.get().selectedText
  const text = selected !== '' && !selected.includes('\n') ? selected : findState.get().text
  findState.set(({ asked }) => ({ open: true, text, asked: asked + 1 }))
  void search()
}

export function closeFind(): void {
  findState.set({ open: false, found: [], at: -1, problem: null })
}

/** What was changed in the form is looked for anew. */
export function setFind(change: Partial<FindState>): void {
  findState.set(change)
  void search()
}

/** The story that the caret is in, or that is selected. */
const chosenStories = (): string[] => {
  const story = textState.get().story ?? app.get().selection?.story
  return story === undefined || story === null ? [] : [story]
}

async function search(): Promise<void> {
  const { page } = app.get()
  const { open, text, replacement, regex, matchCase, matchWidth, scope } = findState.get()
  if (!page || !open) return
  const stories = scope === 'story' ? chosenStories() : undefined
  const query = { text, replacement, regex, matchCase, matchWidth, ...(stories && { stories }) }
  const answer = await findBounded(page.doc, query)
  if (!answer) return
  const found = answer.ok ? answer.value : []
  const before = findState.get()
  const shown = before.found[before.at]
  const same = shown ? found.findIndex((each) => samePlace(each, shown)) : -1
  findState.set({ found, at: same, problem: answer.ok ? null : answer.error.code })
}

const samePlace = (a: Found, b: Found): boolean =>
  a.story === b.story && a.paragraph === b.paragraph && a.start === b.start && a.end === b.end

/** Goes to the next or the one before, round the page. */
export function stepFound(step: 1 | -1): void {
  const { found, at } = findState.get()
  if (found.length === 0) return
  const next =
    at < 0
      ? step === 1
        ? firstAfterCaret(found)
        : found.length - 1
      : (at + step + found.length) % found.length
  findState.set({ at: next })
  const place = found[next]
  if (place) showFound(place)
}

/** Searching begins where the caret is. */
function firstAfterCaret(found: readonly Found[]): number {
  const { story, head } = textState.get()
  const start = found.findIndex((each) => each.story === story)
  if (story === null || start < 0) return 0
  const after = found.findIndex(
    (each) =>
      each.story === story &&
      (each.paragraph > head.paragraph || (each.paragraph === head.paragraph && each.start >= head.offset)),
  )
  return after < 0 ? start : after
}

function showFound({ story, paragraph, start, end }: Found): void {
  const { page } = app.get()
  if (!page) return
  const range = { from: { paragraph, offset: start }, to: { paragraph, offset: end } }
  const boxes = boxesOf(page, story, range)
  // What found no room on the page is shown in the manuscript.
  if (boxes.length === 0) openStory(story)
  selectRange(story, range, false)
  if (boxes.length > 0) flyTo(boxes)
}

/** Replaces the one that is shown and goes on to the next; shows one first where none is. */
export async function replaceShown(): Promise<void> {
  const { found, at } = findState.get()
  const shown = found[at]
  if (!shown) {
    stepFound(1)
    return
  }
  changePage({ name: 'replace', values: { n: 1 } }, (doc) => replaceFound(doc, [shown]))
  await search()
  const next = findState.get().found
  const { story, paragraph, start, replacement } = shown
  const end = start + replacement.length
  const after = next.findIndex(
    (each) =>
      each.story === story &&
      (each.paragraph > paragraph || (each.paragraph === paragraph && each.start >= end)),
  )
  const others = next.findIndex((each) => each.story !== story && at <= next.indexOf(each))
  const to = after >= 0 ? after : others >= 0 ? others : next.length > 0 ? 0 : -1
  findState.set({ at: to })
  const place = next[to]
  if (place) showFound(place)
}

/** Replaces all, as one step. */
export async function replaceAll(): Promise<void> {
  await search()
  const { found } = findState.get()
  if (found.length === 0) return
  changePage({ name: 'replace', values: { n: found.length } }, (doc) => replaceFound(doc, found))
  app.set({ toast: { text: 'find.replaced', values: { n: found.length } } })
  await search()
}

let waiting = 0

/** The list follows the page while the bar is open. */
export function followPage(): () => void {
  let last = app.get().page?.doc
  return app.subscribe(() => {
    const doc = app.get().page?.doc
    if (doc === last || !findState.get().open) return
    last = doc
    window.clearTimeout(waiting)
    waiting = window.setTimeout(() => void search(), 200)
  })
}
