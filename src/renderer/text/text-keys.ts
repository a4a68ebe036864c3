/** The keys of a text that the page shows: lines are those of the composition, words those of Chinese. */
import type { StoryCarets, TextPlace } from '../../core/compose/caret.ts'
import { app } from '../state/app-state.ts'
import { runCopyfit } from '../state/editing.ts'
import { fixMarkAtCaret } from './mark-findings.ts'
import { caretsOf } from './text-geometry.ts'
import { choose, closeText, focusCanvas, openText } from './text-session.ts'
import { textState } from './text-state.ts'
import type { TextView } from './text-view.ts'
import { characterAfter, characterBefore, wordAfter, wordBefore } from './words.ts'

/** Where along the lines a series of ups and downs set out. */
let goal: number | undefined

/** True where the key was followed. */
export function followKey(event: KeyboardEvent): boolean {
  const view = openText()
  if (!view || event.isComposing || event.keyCode === 229) return false
  const isVertical = event.code === 'ArrowUp' || event.code === 'ArrowDown'
  if (!isVertical && !isModifier(event)) goal = undefined
  if (event.code === 'Escape') return leave()
  const mac = app.get().start?.platform === 'darwin'
  if (isVertical && event.altKey && !mac) {
    runCopyfit(event.code === 'ArrowUp' ? 'pull' : 'push')
    return true
  }
  if (event.code === 'Enter' && event.altKey) return fixMarkAtCaret()
  if (event.code === 'ContextMenu' || (event.code === 'F10' && event.shiftKey)) return openMenu(view)
  if (isOwnClipboardKey(event)) event.stopPropagation()
  if (event.code === 'KeyV' && event.shiftKey && (mac ? event.metaKey : event.ctrlKey)) view.pastePlain()
  const target = placeFor(view, event, mac)
  if (target) {
    choose(target, event.shiftKey ? view.anchor : target)
    return true
  }
  return deleteWord(view, event, mac)
}

const isModifier = ({ key }: KeyboardEvent): boolean => ['Shift', 'Control', 'Alt', 'Meta'].includes(key)

/** Copying, cutting and pasting are the text's while it has the caret, not the frames'. */
const isOwnClipboardKey = ({ code, ctrlKey, metaKey }: KeyboardEvent): boolean =>
  (ctrlKey || metaKey) && ['KeyA', 'KeyC', 'KeyX', 'KeyV'].includes(code)

function openMenu(view: TextView): boolean {
  const { left, bottom } = view.view.coordsAtPos(view.state.selection.head)
  textState.set({ menu: { x: left, y: bottom } })
  return true
}

/** Out to the frame; the canvas has the keys again. */
function leave(): boolean {
  closeText()
  focusCanvas()
  return true
}

function placeFor(view: TextView, event: KeyboardEvent, mac: boolean): TextPlace | undefined {
  const word = mac ? event.altKey : event.ctrlKey
  const far = mac ? event.metaKey : event.ctrlKey
  const back = event.code === 'ArrowLeft' || event.code === 'Home' || event.code === 'ArrowUp'
  switch (event.code) {
    case 'ArrowLeft':
    case 'ArrowRight':
      if (isVerticalText(view)) return byRow(view, back ? 1 : -1)
      if (mac && event.metaKey) return lineEdge(view, back)
      return word ? byWord(view, back) : byCharacter(view, back, event.shiftKey)
    case 'ArrowUp':
    case 'ArrowDown':
      if (mac && event.metaKey) return storyEdge(view, back)
      if (isVerticalText(view)) return byCharacter(view, back, event.shiftKey)
      return event.ctrlKey || event.altKey ? byParagraph(view, back) : byRow(view, back ? -1 : 1)
    case 'Home':
    case 'End':
      return far ? storyEdge(view, back) : lineEdge(view, back)
    default:
      return undefined
  }
}

function caretsNow(view: TextView): StoryCarets | undefined {
  const { page } = app.get()
  return page ? caretsOf(page, view.story) : undefined
}

const headNow = (): TextPlace => textState.get().head

function isVerticalText(view: TextView): boolean {
  const carets = caretsNow(view)
  return carets?.lines[carets.lineAt(headNow()) ?? -1]?.line.vertical === true
}

/** Undefined lets the story editor go by its own lines. */
function byRow(view: TextView, by: 1 | -1): TextPlace | undefined {
  if (textState.get().keysOf === 'editor') return undefined
  const carets = caretsNow(view)
  const head = headNow()
  if (carets?.lineAt(head) === undefined) return byParagraph(view, by < 0)
  const step = carets.stepRow(head, by, goal)
  if (!step) return by < 0 ? storyEdge(view, true) : lastLineDown(view, carets)
  goal = step.goal
  return step.place
}

/** Below the last line of the page there may be overset text. */
function lastLineDown(view: TextView, carets: StoryCarets): TextPlace {
  const end = carets.lineEnd(headNow())
  const { doc } = view.state
  if (end && (end.paragraph < doc.childCount - 1 || end.offset < doc.child(end.paragraph).content.size)) {
    if (headNow().offset !== end.offset) return end
  }
  return storyEdge(view, false)
}

function byCharacter(view: TextView, back: boolean, extend: boolean): TextPlace {
  const { selection, doc } = view.state
  if (!extend && !selection.empty) return edgeOfSelection(view, back)
  const { paragraph, offset } = view.head
  const text = doc.child(paragraph).textContent
  if (back && offset === 0) return endOf(view, paragraph - 1) ?? view.head
  if (!back && offset === text.length) return startOf(view, paragraph + 1) ?? view.head
  return { paragraph, offset: back ? characterBefore(text, offset) : characterAfter(text, offset) }
}

function edgeOfSelection(view: TextView, back: boolean): TextPlace {
  const { anchor, head, state } = view
  return state.selection.anchor < state.selection.head === back ? anchor : head
}

function byWord(view: TextView, back: boolean): TextPlace {
  const { paragraph, offset } = view.head
  const text = view.state.doc.child(paragraph).textContent
  if (back && offset === 0) return endOf(view, paragraph - 1) ?? view.head
  if (!back && offset === text.length) return startOf(view, paragraph + 1) ?? view.head
  return { paragraph, offset: back ? wordBefore(text, offset) : wordAfter(text, offset) }
}

function byParagraph(view: TextView, back: boolean): TextPlace {
  const { paragraph, offset } = view.head
  if (back)
    return offset > 0 ? { paragraph, offset: 0 } : { paragraph: Math.max(0, paragraph - 1), offset: 0 }
  return startOf(view, paragraph + 1) ?? storyEdge(view, false)
}

function lineEdge(view: TextView, back: boolean): TextPlace | undefined {
  if (textState.get().keysOf === 'editor') return undefined
  const carets = caretsNow(view)
  const found = back ? carets?.lineStart(headNow()) : carets?.lineEnd(headNow())
  return found ?? (back ? { ...view.head, offset: 0 } : endOf(view, view.head.paragraph))
}

const storyEdge = (view: TextView, back: boolean): TextPlace =>
  back ? { paragraph: 0, offset: 0 } : (endOf(view, view.state.doc.childCount - 1) ?? view.head)

function startOf(view: TextView, paragraph: number): TextPlace | undefined {
  return paragraph < view.state.doc.childCount ? { paragraph, offset: 0 } : undefined
}

function endOf(view: TextView, paragraph: number): TextPlace | undefined {
  if (paragraph < 0) return undefined
  return { paragraph, offset: view.state.doc.child(paragraph).content.size }
}

/** Ctrl Backspace and Ctrl Delete, on macOS with Option. */
function deleteWord(view: TextView, event: KeyboardEvent, mac: boolean): boolean {
  const back = event.code === 'Backspace'
  if ((!back && event.code !== 'Delete') || !(mac ? event.altKey : event.ctrlKey)) return false
  const { selection, doc, tr } = view.state
  if (!selection.empty) return false
  const { paragraph, offset } = view.head
  const text = doc.child(paragraph).textContent
  const to = back ? wordBefore(text, offset) : wordAfter(text, offset)
  if (to === offset) return false
  const at = selection.head
  const other = at + (to - offset)
  view.view.dispatch(tr.delete(Math.min(at, other), Math.max(at, other)))
  return true
}
