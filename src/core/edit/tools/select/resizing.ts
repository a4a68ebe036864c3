/** A handle is pulled. Several frames are scaled together. */
import { boxOf, type Command } from '../../../doc/commands/command.ts'
import { withGroups } from '../../../doc/commands/groups.ts'
import { cropPicture } from '../../../doc/commands/picture-place.ts'
import { leastSize, placeFrames } from '../../../doc/commands/place.ts'
import type { Box } from '../../../geometry.ts'
import { hasGrips } from '../../picture-grips.ts'
import { type Handle, handlePlace, resizeBox, scaleInto } from '../../resize.ts'
import { type SnapMark, snapEdge, snapTargets } from '../../snap.ts'
import { type Desk, isDrag, type Pointer, px, SNAP_PX, type ToolState, tried } from '../tool.ts'
import { selectTool } from './idle.ts'

export function resizing(pressed: Pointer, handle: Handle, start: Box): ToolState {
  let begun = false
  const pulled = (desk: Desk, pointer: Pointer) => pullHandle(desk, pressed, pointer, handle, start)
  return {
    name: 'select.resizing',
    cursor: () => `resize-${handle}`,
    move(desk, pointer) {
      begun ||= isDrag(pressed, pointer)
      if (!begun) return this
      const { box, marks } = pulled(desk, pointer)
      const doc = tried(pulledTo(desk, start, box, pointer)(desk.doc))
      desk.show({ ...(doc && { doc }), marks, tip: box })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      const { box } = pulled(desk, pointer)
      const name = crops(desk, pointer) === undefined ? 'resize' : 'crop-picture'
      if (begun) desk.perform(name, pulledTo(desk, start, box, pointer))
      return selectTool
    },
    cancel(desk) {
      desk.show(undefined)
      return selectTool
    },
  }
}

/** With Ctrl the handles of a picture crop it: it stays where and as large as it is. */
function crops(desk: Desk, { mod }: Pointer): string | undefined {
  const [only] = desk.selection
  return mod && desk.selection.length === 1 && hasGrips(desk.doc, only) ? only : undefined
}

function pulledTo(desk: Desk, from: Box, to: Box, pointer: Pointer): Command {
  const picture = crops(desk, pointer)
  return picture === undefined ? resizeTo(desk, from, to) : (doc) => cropPicture(doc, picture, to)
}

const resizeTo = (desk: Desk, from: Box, to: Box): Command => {
  const ids = withGroups(desk.doc, desk.selection)
  return (doc) => {
    const boxes = ids.flatMap((id) => {
      const frame = doc.frames[id]
      return frame ? [[id, scaleInto(boxOf(frame), from, to)] as const] : []
    })
    return placeFrames(doc, Object.fromEntries(boxes))
  }
}

function pullHandle(
  desk: Desk,
  pressed: Pointer,
  pointer: Pointer,
  handle: Handle,
  start: Box,
): { box: Box; marks: SnapMark[] } {
  const ids = withGroups(desk.doc, desk.selection)
  const least = Math.max(...ids.map((id) => leastSize(desk.doc.frames[id])))
  const wish = { fromCentre: pointer.alt, keepRatio: pointer.shift, least }
  const by = { x: pointer.at.x - pressed.at.x, y: pointer.at.y - pressed.at.y }
  const box = resizeBox(start, handle, by.x, by.y, wish)
  // With a kept ratio one edge leads and the other follows: it stands where it comes to.
  if (pointer.mod || pointer.shift) return { box, marks: [] }
  const targets = snapTargets(desk.doc, ids, { guides: desk.showGuides })
  const place = handlePlace(handle)
  const marks: SnapMark[] = []
  for (const axis of ['x', 'y'] as const) {
    if (place[axis] === 0.5) continue
    const size = axis === 'x' ? box.width : box.height
    const snapped = snapEdge(axis, box[axis] + place[axis] * size, box, targets, px(desk, SNAP_PX))
    by[axis] += snapped.by
    marks.push(...snapped.marks)
  }
  return { box: resizeBox(start, handle, by.x, by.y, wish), marks }
}
