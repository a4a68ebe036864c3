/** Threads (串接): the frames that a story runs through, linked, cut and divided. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Pt } from '../../units.ts'
import type { Frame, PageDoc, Story, TextFrame } from '../schema.ts'
import {
  emptyStory,
  freeId,
  isEmptyStory,
  openTextFrame,
  withFrames,
  without,
  withStories,
} from './command.ts'
import { ordersOnTop } from './order.ts'
import { leastSize, tidy } from './place.ts'

/**
 * The text of `from` goes on in `to`, and from there where it went on before. `to` must be the first frame of an
 * empty story, whose other frames come along. Errors: `thread-itself`, `thread-has-text`, `thread-not-first`.
 */
export function threadFrames(doc: PageDoc, from: string, to: string): Result<PageDoc> {
  const [head, tail] = [openTextFrame(doc, from), openTextFrame(doc, to)]
  if (!head.ok) return head
  if (!tail.ok) return tail
  const [story, other] = [head.value.frame.story, tail.value.frame.story]
  if (story === other) return fail('thread-itself', { at: { frame: to } })
  if (!isEmptyStory(tail.value.story)) return fail('thread-has-text', { at: { frame: to } })
  if (tail.value.story.frames[0] !== to) return fail('thread-not-first', { at: { frame: to } })
  const joined = tail.value.story.frames
  const frames = head.value.story.frames.flatMap((id) => (id === from ? [id, ...joined] : [id]))
  const stories = { [story]: { ...head.value.story, frames }, [other]: undefined }
  return ok(withStories(moveToStory(doc, joined, story, head.value.frame.article), stories))
}

/** Frames that a story moves into; they belong to its article then. */
function moveToStory(doc: PageDoc, ids: readonly string[], story: string, article?: string): PageDoc {
  const frames = ids.flatMap((id) => {
    const frame = doc.frames[id]
    if (frame?.kind !== 'text') return []
    const own = { ...without(frame, 'article'), story }
    return [[id, article === undefined ? own : { ...own, article }] as const]
  })
  return withFrames(doc, Object.fromEntries(frames))
}

/** Cuts the thread behind a frame: all text stays before the cut, the frames behind it are an empty thread. */
export function cutThread(doc: PageDoc, after: string): Result<PageDoc> {
  const open = openTextFrame(doc, after)
  if (!open.ok) return open
  const { frame, story } = open.value
  const at = story.frames.indexOf(after) + 1
  const cut = story.frames.slice(at)
  return cut.length === 0 ? ok(doc) : ok(empty(doc, frame.story, story, story.frames.slice(0, at), cut))
}

/** Takes one frame out of its thread; the text goes on in the others. */
export function unthreadFrame(doc: PageDoc, id: string): Result<PageDoc> {
  const open = openTextFrame(doc, id)
  if (!open.ok) return open
  const { frame, story } = open.value
  if (story.frames.length < 2) return ok(doc)
  return ok(
    empty(
      doc,
      frame.story,
      story,
      story.frames.filter((each) => each !== id),
      [id],
    ),
  )
}

/** The story keeps `kept`; the frames `cut` have a new, empty one. */
function empty(doc: PageDoc, storyId: string, story: Story, kept: string[], cut: string[]): PageDoc {
  const id = freeId(doc, 'story')
  const fresh = without(emptyStory(cut, story), 'article')
  return withStories(moveToStory(doc, cut, id), { [storyId]: { ...story, frames: kept }, [id]: fresh })
}

/**
 * Divides a frame into `count` of equal width side by side, threaded; columns that it had inside go.
 * Error: `frame-too-small`.
 */
export function splitFrame(
  doc: PageDoc,
  id: string,
  count: number,
  gutter: Pt,
): Result<{ doc: PageDoc; frames: string[] }> {
  const open = openTextFrame(doc, id)
  if (!open.ok) return open
  const { frame, story } = open.value
  const width = tidy((frame.width - (count - 1) * gutter) / count)
  if (width < leastSize(frame)) return fail('frame-too-small', { at: { frame: id } })
  const ids = [id]
  while (ids.length < count) ids.push(freeId(doc, 'frame', ids))
  const orders = ordersOnTop(doc, count - 1)
  const downwards = frame.writing === 'vertical'
  const leg = (i: number): TextFrame => {
    // Vertical text is read from the right.
    const place = downwards ? count - 1 - i : i
    const box = { x: tidy(frame.x + place * (width + gutter)), width }
    return i === 0
      ? { ...without(frame, 'columns'), ...box }
      : { ...without(frame, 'columns', 'name', 'wrap'), ...box, order: orders[i - 1] as string }
  }
  const legs: Record<string, Frame> = Object.fromEntries(ids.map((each, i) => [each, leg(i)]))
  const frames = story.frames.flatMap((each) => (each === id ? ids : [each]))
  const stories = { [frame.story]: { ...story, frames } }
  return ok({ doc: withStories(withFrames(doc, legs), stories), frames: ids })
}
