/** Deleting frames. Their text is not deleted with them, unless that is asked for; their pictures are. */
import { ok, type Result } from '../../diagnostics.ts'
import type { PageDoc, Story } from '../schema.ts'
import { withUsedAssets } from '../used-assets.ts'
import { isEmptyStory, openFrames, withFrames, without, withStories } from './command.ts'
import { dropLoneGroups, withGroups } from './groups.ts'

/**
 * Deletes frames with their groups. Text goes on in the other frames of its thread; a story whose last frame goes
 * stays among the stories, unplaced, unless it is empty or `stories` is `delete`. A picture that no frame shows any more
 * leaves the page.
 */
export function deleteFrames(
  doc: PageDoc,
  ids: readonly string[],
  stories: 'keep' | 'delete' = 'keep',
): Result<PageDoc> {
  const open = openFrames(doc, withGroups(doc, ids))
  if (!open.ok) return open
  const gone = new Set(open.value.map(([id]) => id))
  if (gone.size === 0) return ok(doc)
  const changes: Record<string, Story | undefined> = {}
  for (const [id, story] of Object.entries(doc.stories)) changes[id] = storyWithout(story, gone, stories)
  const frames = Object.fromEntries([...gone].map((id) => [id, undefined]))
  return ok(withUsedAssets(dropLoneGroups(withStories(withFrames(doc, frames), changes))))
}

function storyWithout(
  story: Story,
  gone: ReadonlySet<string>,
  stories: 'keep' | 'delete',
): Story | undefined {
  const frames = story.frames.filter((frame) => !gone.has(frame))
  const placed = frames.length === story.frames.length ? story : { ...story, frames }
  const lostLast = frames.length === 0 && story.frames.length > 0
  if (lostLast && (stories === 'delete' || isEmptyStory(story))) return undefined
  const captionOf = story.captionOf
  return captionOf !== undefined && gone.has(captionOf) ? without(placed, 'captionOf') : placed
}
