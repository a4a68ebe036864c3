/** A story set in a frame by hand, as by dropping it there. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { PageDoc } from '../schema.ts'
import { isEmptyStory, openTextFrame, withFrames, without, withStories } from './command.ts'

/**
 * The story goes into a text frame: its only one, or the last of its thread. What stood there goes on in the frames that
 * it has besides, and without any it stays a story of the page that has no place. Errors: `story-missing`, those of
 * `openTextFrame`.
 */
export function setStoryIn(doc: PageDoc, storyId: string, frameId: string): Result<PageDoc> {
  const story = doc.stories[storyId]
  if (!story) return fail('story-missing', { params: { story: storyId } })
  const open = openTextFrame(doc, frameId)
  if (!open.ok) return open
  const { frame, story: other } = open.value
  if (frame.story === storyId) return ok(doc)
  const rest = { ...other, frames: other.frames.filter((id) => id !== frameId) }
  const nothing = rest.frames.length === 0 && isEmptyStory(other)
  const { article } = story
  const own = { ...without(frame, 'article'), story: storyId, ...(article !== undefined && { article }) }
  return ok(
    withStories(withFrames(doc, { [frameId]: own }), {
      [storyId]: { ...story, frames: [...story.frames, frameId] },
      [frame.story]: nothing ? undefined : rest,
    }),
  )
}
