/** Text is in hand: a click on an empty frame lets it go on there, a drag or a click beside draws a frame for it. */
import { ok } from '../../../diagnostics.ts'
import { type Command, isEmptyStory } from '../../../doc/commands/command.ts'
import { continueInNewFrame, placeStory } from '../../../doc/commands/new-frames.ts'
import { threadFrames } from '../../../doc/commands/thread.ts'
import type { Box } from '../../../geometry.ts'
import { framesAt } from '../../hit.ts'
import { PageGrid } from '../../page-grid.ts'
import { snapDrawn } from '../draw/draw-box.ts'
import { type Desk, isDrag, type Loaded, NEAR_PX, type Pointer, px, type ToolState } from '../tool.ts'

/** `back` is where the tool goes when the text is placed or put back. */
export function loadedTool(back: ToolState): ToolState {
  return {
    name: 'thread.loaded',
    cursor: (desk, pointer) => (desk.loaded && emptyFrameAt(desk, pointer) ? 'link' : 'loaded'),
    down(desk, pointer) {
      if (desk.loaded) return placing(pointer, desk.loaded, back)
      // Nothing is in hand: the first press takes up the text of the frame under it.
      const frame = textFrameAt(desk, pointer)
      if (frame === undefined) return this
      desk.select([frame])
      desk.load({ after: frame })
      return this
    },
    cancel(desk) {
      if (!desk.loaded) return undefined
      desk.load(undefined)
      return back
    },
  }
}

export const textFrameAt = (desk: Desk, pointer: Pointer): string | undefined =>
  framesAt(desk.doc, pointer.at, px(desk, NEAR_PX)).find((id) => desk.doc.frames[id]?.kind === 'text')

/** A frame that text can go on in: one whose story is empty. */
function emptyFrameAt(desk: Desk, pointer: Pointer): string | undefined {
  const id = textFrameAt(desk, pointer)
  const frame = id === undefined ? undefined : desk.doc.frames[id]
  const story = frame?.kind === 'text' ? desk.doc.stories[frame.story] : undefined
  return story && isEmptyStory(story) ? id : undefined
}

function placing(pressed: Pointer, loaded: Loaded, back: ToolState): ToolState {
  let begun = false
  return {
    name: 'thread.placing',
    cursor: () => 'loaded',
    move(desk, pointer) {
      begun ||= isDrag(pressed, pointer)
      if (!begun) return this
      const { box, marks } = snapDrawn(desk, pressed, pointer)
      desk.show({ box, marks, tip: box })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      if (begun) place(desk, loaded, snapDrawn(desk, pressed, pointer).box)
      else click(desk, loaded, pressed)
      return desk.loaded ? loadedTool(back) : back
    },
    cancel(desk) {
      desk.show(undefined)
      desk.load(undefined)
      return back
    },
  }
}

function click(desk: Desk, loaded: Loaded, pressed: Pointer): void {
  const under = textFrameAt(desk, pressed)
  if (under === undefined) place(desk, loaded, boxForClick(desk, loaded, pressed))
  else if ('after' in loaded && under !== loaded.after) {
    if (desk.perform('thread', (doc) => threadFrames(doc, loaded.after, under))) done(desk, under)
  }
}

/** As large as the frame before it; a story without frames gets the rest of the column that was clicked. */
export function boxForClick(desk: Desk, loaded: Loaded, { at }: Pointer): Box {
  const grid = new PageGrid(desk.doc.setup)
  const [column, row] = [grid.columnAt(at.x), grid.rowAt(at.y)]
  const like = 'after' in loaded ? desk.doc.frames[loaded.after] : undefined
  const { columns, rows } = like ? grid.spanOf(like) : { columns: 1, rows: 10 }
  const { setup } = grid
  const first = Math.min(column, setup.columns - columns + 1)
  return grid.box({
    firstColumn: Math.max(1, first),
    lastColumn: Math.min(setup.columns, Math.max(1, first) + columns - 1),
    row,
    rows: Math.max(1, Math.min(rows, setup.rows - row + 1)),
  })
}

function place(desk: Desk, loaded: Loaded, box: Box): void {
  let frame = ''
  const command: Command = (doc) => {
    const drawn =
      'after' in loaded ? continueInNewFrame(doc, loaded.after, box) : placeStory(doc, loaded.story, box)
    if (!drawn.ok) return drawn
    frame = drawn.value.frame
    return ok(drawn.value.doc)
  }
  const name = 'after' in loaded ? 'continue' : 'place-story'
  if (desk.perform(name, command)) done(desk, frame)
}

/** Text that still finds no room stays in hand, to go on in one frame after the other. */
function done(desk: Desk, frame: string): void {
  desk.select([frame])
  desk.load(desk.isOverset(frame) ? { after: frame } : undefined)
}
