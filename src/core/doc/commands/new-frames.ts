/** Frames drawn on the page. Each is the topmost when it is made. */
import { fail, ok, type Result } from '../../diagnostics.ts'
import type { Box } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import type { Frame, PageDoc, TextFrame } from '../schema.ts'
import { emptyStory, freeId, openTextFrame, withFrames, withStories } from './command.ts'
import { ordersOnTop } from './order.ts'
import { leastSize, tidy } from './place.ts'

export type DrawnKind = 'text' | 'picture' | 'shape' | 'rule'

export interface Drawn {
  doc: PageDoc
  /** The frame that is new. */
  frame: string
}

const STROKE_PT: Pt = 0.75
const RULE_PT: Pt = 0.5

/** Draws a frame: a text frame has an empty story of its own. Error: `frame-too-small`. */
export function drawFrame(doc: PageDoc, kind: DrawnKind, box: Box): Result<Drawn> {
  const frame = freeId(doc, kind === 'text' ? 'frame' : kind)
  const base = { ...tidyBox(box), order: ordersOnTop(doc, 1)[0] as string }
  const stroke = doc.swatches.black ? 'black' : (Object.keys(doc.swatches)[0] as string)
  switch (kind) {
    case 'text': {
      const story = freeId(doc, 'story', [frame])
      const placed = put(doc, frame, { kind, ...base, story, vertical: 'grid' })
      return placed.ok
        ? ok({ doc: withStories(placed.value, { [story]: emptyStory([frame]) }), frame })
        : placed
    }
    case 'picture':
      return drawn(put(doc, frame, { kind, ...base }), frame)
    case 'shape':
      return drawn(put(doc, frame, { kind, ...base, stroke, strokePt: STROKE_PT }), frame)
    case 'rule':
      return drawn(put(doc, frame, { kind, ...base, stroke, strokePt: RULE_PT }), frame)
  }
}

function put(doc: PageDoc, id: string, frame: Frame): Result<PageDoc> {
  const least = leastSize(frame)
  const flat = frame.width < least || frame.height < least || frame.width + frame.height === 0
  return flat ? fail('frame-too-small', { at: { frame: id } }) : ok(withFrames(doc, { [id]: frame }))
}

const drawn = (doc: Result<PageDoc>, frame: string): Result<Drawn> =>
  doc.ok ? ok({ doc: doc.value, frame }) : doc

const tidyBox = ({ x, y, width, height }: Box): Box => ({
  x: tidy(x),
  y: tidy(y),
  width: tidy(width),
  height: tidy(height),
})

/** What a further frame of a thread takes over from the one before it. */
function likeFrame(frame: TextFrame): Omit<TextFrame, 'order' | keyof Box> {
  const { kind, story, vertical, article, writing, inset } = frame
  return {
    kind,
    story,
    vertical,
    ...(article !== undefined && { article }),
    ...(writing && { writing }),
    ...(inset && { inset }),
  }
}

/** A new frame in which a frame's text goes on; what followed in the thread follows it now. */
export function continueInNewFrame(doc: PageDoc, after: string, box: Box): Result<Drawn> {
  const open = openTextFrame(doc, after)
  if (!open.ok) return open
  const { frame, story } = open.value
  const id = freeId(doc, 'frame')
  const order = ordersOnTop(doc, 1)[0] as string
  const placed = put(doc, id, { ...likeFrame(frame), ...tidyBox(box), order })
  if (!placed.ok) return placed
  const frames = story.frames.flatMap((each) => (each === after ? [each, id] : [each]))
  return ok({ doc: withStories(placed.value, { [frame.story]: { ...story, frames } }), frame: id })
}

/** A frame for a story that has none. Errors: `story-missing`, `story-placed`. */
export function placeStory(doc: PageDoc, storyId: string, box: Box): Result<Drawn> {
  const story = doc.stories[storyId]
  if (!story) return fail('story-missing', { params: { story: storyId } })
  if (story.frames.length > 0) return fail('story-placed', { at: { story: storyId } })
  const id = freeId(doc, 'frame')
  const placed = put(doc, id, {
    kind: 'text',
    ...tidyBox(box),
    order: ordersOnTop(doc, 1)[0] as string,
    story: storyId,
    vertical: story.role === 'headline' ? 'center' : 'grid',
    ...(story.article !== undefined && { article: story.article }),
  })
  return placed.ok
    ? ok({ doc: withStories(placed.value, { [storyId]: { ...story, frames: [id] } }), frame: id })
    : placed
}
