/** Selecting, and going to what is wrong. */
import type { ComposedLine } from '../../core/compose/composition.ts'
import { flyTo, lookAt, selectedBoxes } from '../canvas/camera.ts'
import { looseLines } from '../canvas/fit-tints.ts'
import { neighbour } from '../canvas/pick.ts'
import { union } from '../canvas/place.ts'
import { findLine, type LineTarget, lineBox, sourceLines } from '../source/source-lines.ts'
import { app, type Selection } from './app-state.ts'
import { selectedArticle } from './deciding.ts'
import { type FrameEntry, oversetStories, type PageModel } from './page-model.ts'
import { currentDoubt, goToStage, queueOf, selectText, showDoubt, stepDoubt } from './reviewing.ts'

const selectionOf = (frame: FrameEntry): Selection => ({
  article: frame.article,
  story: frame.story?.id,
  frame: frame.id,
})

/** With the paragraph that was clicked, where one was. */
export function selectFrame(frame: FrameEntry | undefined, paragraph?: number): void {
  if (!frame) app.set({ selection: null })
  else app.set({ selection: { ...selectionOf(frame), ...(paragraph !== undefined && { paragraph }) } })
}

/** From a list: selects and flies there. A whole article is pointed at as one, a thread frame by frame. */
export function showSelection(selection: Selection): void {
  app.set({ selection })
  const boxes = selectedBoxes()
  const whole = selection.story === undefined && selection.frame === undefined ? union(boxes) : undefined
  flyTo(whole ? [whole] : boxes)
}

/** Tab and Shift Tab. False past the last frame, where the focus goes on to the next region. */
export function stepFrame(step: 1 | -1): boolean {
  const { page, selection } = app.get()
  if (!page) return false
  const current = selection?.frame ?? firstFrameOf(page, selection)?.id
  const next = neighbour(page.frames, current, step)
  if (!next) return false
  showSelection(selectionOf(next))
  return true
}

const firstFrameOf = (page: PageModel, selection: Selection | null): FrameEntry | undefined =>
  selection
    ? page.frames.find((frame) =>
        selection.story !== undefined
          ? frame.story?.id === selection.story
          : frame.article === selection.article,
      )
    : undefined

/** The last frame of each thread whose text found no room: where the page marks it. */
export function oversetFrames(page: PageModel): FrameEntry[] {
  return page.frames.filter(
    (frame) => (frame.story?.oversetCharacters ?? 0) > 0 && frame.index === frame.count - 1,
  )
}

export function goToNextOverset(): void {
  const { page, selection } = app.get()
  if (!page) return
  const found = oversetStories(page)
  const at = found.findIndex((story) => story.id === selection?.story)
  const next = found[(at + 1) % found.length]
  if (!next) return
  app.set({ inspectorTab: 'properties' })
  showSelection({ article: next.article, story: next.id, frame: next.story.frames.at(-1) })
}

/** The loose line after the one that was shown last, from the last to the first. */
export function goToNextLoose(): void {
  const { page, show } = app.get()
  if (!page) return
  const found = looseLines(page)
  const next = found[(found.findIndex(({ line }) => line === lastLoose) + 1) % found.length]
  if (!next) return
  lastLoose = next.line
  app.set({ show: { ...show, copyfit: true } })
  showLine(next.frame, next.line)
}

let lastLoose: ComposedLine | undefined

/** Selects the paragraph of a line and flies to the line. */
export function showLine(frame: FrameEntry, line: ComposedLine): void {
  selectFrame(frame, line.paragraph)
  lookAt(lineBox(line))
}

/** To 复核 at the current doubt; there, on to the next one, from the last to the first. */
export function goToNextDoubt(): void {
  if (app.get().stage !== 'review') {
    showDoubt(currentDoubt(app.get()))
    goToStage('review')
  } else if (!stepDoubt(1)) {
    showDoubt(queueOf(app.get())[0])
  }
}

/** From 复核 to where the selected text stands in the page. */
export function seeOnPage(): boolean {
  const state = app.get()
  const { page, review } = state
  const numbers = new Set(review.selection?.spans.map(({ line }) => line))
  const target = page && sourceLines(page).find(({ number, target }) => target && numbers.has(number))?.target
  const article = selectedArticle(state)
  if (!target && article === undefined) return false
  goToStage('layout')
  app.set({ inspectorTab: 'source' })
  // The canvas is drawn anew and takes its size first.
  requestAnimationFrame(() => (target ? goToTarget(target) : showSelection({ article })))
  return true
}

export const selectNothing = (): void =>
  app.get().stage === 'review' ? selectText(null) : app.set({ selection: null })

/** Selects the frame in which a source line is composed and flies to the line. */
export function goToTarget(target: LineTarget): void {
  const { page } = app.get()
  const found = page && findLine(page, target)
  if (!found) return
  selectFrame(found.frame)
  flyTo([found.box])
}
