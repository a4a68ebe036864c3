/** A story is dragged from a list: over a text frame it is set there, beside frames it gets one of its own. */
import { ok } from '../../../diagnostics.ts'
import type { Command } from '../../../doc/commands/command.ts'
import { setStoryIn } from '../../../doc/commands/drop-story.ts'
import { continueInNewFrame, placeStory } from '../../../doc/commands/new-frames.ts'
import type { Desk, Pointer, ToolState } from '../tool.ts'
import { boxForClick, textFrameAt } from './loaded.ts'

export function dropping(story: string, back: ToolState): ToolState {
  return {
    name: 'thread.dropping',
    cursor: (desk, pointer) => (frameFor(desk, story, pointer) === undefined ? 'loaded' : 'link'),
    move(desk, pointer) {
      const under = frameFor(desk, story, pointer)
      const frame = under === undefined ? undefined : desk.doc.frames[under]
      const box = frame ?? newBox(desk, story, pointer)
      desk.show(box && { box, tip: box })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      drop(desk, story, pointer)
      return back
    },
    cancel(desk) {
      desk.show(undefined)
      return back
    },
  }
}

/** Its own frames are paper to it: it stands there already. */
function frameFor(desk: Desk, story: string, pointer: Pointer): string | undefined {
  const under = textFrameAt(desk, pointer)
  const frame = under === undefined ? undefined : desk.doc.frames[under]
  return frame?.kind === 'text' && frame.story !== story ? under : undefined
}

function newBox(desk: Desk, story: string, pointer: Pointer) {
  const after = desk.doc.stories[story]?.frames.at(-1)
  return boxForClick(desk, after === undefined ? { story } : { after }, pointer)
}

function drop(desk: Desk, story: string, pointer: Pointer): void {
  let frame = frameFor(desk, story, pointer)
  const [under, box] = [frame, newBox(desk, story, pointer)]
  const command: Command = (doc) => {
    if (under !== undefined) return setStoryIn(doc, story, under)
    const after = doc.stories[story]?.frames.at(-1)
    const drawn = after === undefined ? placeStory(doc, story, box) : continueInNewFrame(doc, after, box)
    if (!drawn.ok) return drawn
    frame = drawn.value.frame
    return ok(drawn.value.doc)
  }
  if (desk.perform('place-story', command) && frame !== undefined) desk.select([frame])
}
