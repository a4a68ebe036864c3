/** Where frames stand: moving them, and giving them boxes. */
import { fail, type Result } from '../../diagnostics.ts'
import type { Box } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import type { Frame, PageDoc } from '../schema.ts'
import { changeFrames } from './command.ts'
import { withGroups } from './groups.ts'

/** Moves frames, each with all of its group. */
export function moveFrames(doc: PageDoc, ids: readonly string[], dx: Pt, dy: Pt): Result<PageDoc> {
  return changeFrames(doc, withGroups(doc, ids), (frame) =>
    dx === 0 && dy === 0 ? frame : { ...frame, x: tidy(frame.x + dx), y: tidy(frame.y + dy) },
  )
}

/** Gives each frame its box. Error: `frame-too-small`. */
export function placeFrames(doc: PageDoc, boxes: Readonly<Record<string, Box>>): Result<PageDoc> {
  for (const [id, { width, height }] of Object.entries(boxes)) {
    const least = leastSize(doc.frames[id])
    if (width < least || height < least) return fail('frame-too-small', { at: { frame: id } })
  }
  return changeFrames(doc, Object.keys(boxes), (frame, id) => {
    const { x, y, width, height } = boxes[id] as Box
    const next = { x: tidy(x), y: tidy(y), width: tidy(width), height: tidy(height) }
    const same = (['x', 'y', 'width', 'height'] as const).every((name) => next[name] === frame[name])
    return same ? frame : { ...frame, ...next }
  })
}

/** A rule has no thickness of its own; nothing else can be got hold of below this. */
export const leastSize = (frame: Frame | undefined): Pt => (frame?.kind === 'rule' ? 0 : 3)

/** A thousandth of a pt is finer than any press, and keeps sums of floats out of the file. */
export const tidy = (pt: Pt): Pt => Math.round(pt * 1000) / 1000
