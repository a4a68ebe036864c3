/** Frames are dragged; with Alt, copies of them. */

import { ok } from '../../../diagnostics.ts'
import { clipFrames, pasteFrames } from '../../../doc/commands/clip.ts'
import { boxOf, type Command } from '../../../doc/commands/command.ts'
import { withGroups } from '../../../doc/commands/groups.ts'
import { moveFrames } from '../../../doc/commands/place.ts'
import { unionOf } from '../../../geometry.ts'
import { snapBox, snapTargets } from '../../snap.ts'
import { type Desk, type Pointer, px, SNAP_PX, type ToolState, tried } from '../tool.ts'
import { selectTool } from './idle.ts'

export function moving(desk: Desk, pressed: Pointer, first: Pointer): ToolState {
  const ids = withGroups(desk.doc, desk.selection)
  const start = unionOf(ids.flatMap((id) => (desk.doc.frames[id] ? [boxOf(desk.doc.frames[id])] : [])))
  if (!start) return selectTool
  const clip = clipFrames(desk.doc, ids, desk.rangeOf)
  const targets = {
    moved: snapTargets(desk.doc, ids, { guides: desk.showGuides }),
    copied: snapTargets(desk.doc, [], { guides: desk.showGuides }),
  }
  const shift = (now: Desk, pointer: Pointer) => {
    const [dx, dy] = [pointer.at.x - pressed.at.x, pointer.at.y - pressed.at.y]
    const across = Math.abs(dx) >= Math.abs(dy)
    const by = pointer.shift ? (across ? { dx, dy: 0 } : { dx: 0, dy }) : { dx, dy }
    const axes = { x: !pointer.shift || across, y: !pointer.shift || !across }
    const box = { ...start, x: start.x + by.dx, y: start.y + by.dy }
    if (pointer.mod) return { ...by, marks: [], box }
    const snapped = snapBox(box, pointer.alt ? targets.copied : targets.moved, px(now, SNAP_PX), axes)
    return {
      dx: by.dx + snapped.dx,
      dy: by.dy + snapped.dy,
      marks: snapped.marks,
      box: { ...box, x: box.x + snapped.dx, y: box.y + snapped.dy },
    }
  }
  let copies: readonly string[] = []
  const commandOf = ({ dx, dy }: { dx: number; dy: number }, copy: boolean): Command =>
    copy
      ? (doc) => {
          const pasted = pasteFrames(doc, clip, { dx, dy })
          if (!pasted.ok) return pasted
          copies = pasted.value.frames
          return ok(pasted.value.doc)
        }
      : (doc) => moveFrames(doc, ids, dx, dy)
  const show = (now: Desk, pointer: Pointer) => {
    const by = shift(now, pointer)
    const doc = tried(commandOf(by, pointer.alt)(now.doc))
    now.show({ ...(doc && { doc }), marks: by.marks, tip: by.box })
  }
  show(desk, first)
  return {
    name: 'select.moving',
    cursor: (_, pointer) => (pointer.alt ? 'copy' : 'move'),
    move(now, pointer) {
      show(now, pointer)
      return this
    },
    up(now, pointer) {
      now.show(undefined)
      const command = commandOf(shift(now, pointer), pointer.alt)
      if (now.perform(pointer.alt ? 'duplicate' : 'move', command) && pointer.alt) now.select(copies)
      return selectTool
    },
    cancel(now) {
      now.show(undefined)
      return selectTool
    },
  }
}
