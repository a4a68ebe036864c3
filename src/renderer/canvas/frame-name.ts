import type { MessageKey } from '../../shared/messages.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import type { Say } from '../state/words.ts'
import { gridPlace } from './place.ts'

const frameKindKey = (frame: FrameEntry): MessageKey =>
  frame.story
    ? `frame.${frame.story.story.role}`
    : frame.frame.kind === 'picture' && frame.frame.asset !== undefined
      ? 'picture.kind'
      : `frame.${frame.frame.kind === 'text' ? 'body' : frame.frame.kind}`

/** The name that the desk gave it, else what it is. */
export const frameTitle = (frame: FrameEntry, say: Say): string =>
  frame.frame.name ?? say(frameKindKey(frame))

export const columnsLabel = (first: number, last: number): string =>
  first === last ? String(first) : `${first}–${last}`

/** 正文框，6–8 栏，43 行起，占 14 行. */
export function frameName(page: PageModel, frame: FrameEntry, say: Say): string {
  const place = gridPlace(page.composition.grid, frame.box)
  return say('canvas.frame', {
    role: frameTitle(frame, say),
    columns: columnsLabel(place.firstColumn, place.lastColumn),
    row: place.row,
    rows: place.rows,
  })
}
