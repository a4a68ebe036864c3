/** A guide is dragged: from a ruler, to another place, or off the page, where it goes. */
import { ok } from '../../../diagnostics.ts'
import { addGuide, moveGuide, removeGuide } from '../../../doc/commands/guides.ts'
import type { Guide } from '../../../doc/schema.ts'
import { snapEdge, snapTargets } from '../../snap.ts'
import { type Desk, type Pointer, px, SNAP_PX, type ToolState } from '../tool.ts'
import { selectTool } from './idle.ts'

/** `index` is the guide's place in the list. */
export const draggingGuide = (index: number): ToolState => dragging(index, 'x', selectTool)

/** A new guide comes from a ruler; `back` is what the tool was doing before. */
export const pullingGuide = (axis: Guide['axis'], back: ToolState): ToolState =>
  dragging(undefined, axis, back)

function dragging(index: number | undefined, fallback: Guide['axis'], back: ToolState): ToolState {
  const axisOf = (desk: Desk) =>
    index === undefined ? fallback : (desk.doc.guides?.[index]?.axis ?? fallback)
  const placeOf = (desk: Desk, pointer: Pointer) => {
    const axis = axisOf(desk)
    const at = pointer.at[axis]
    if (pointer.mod) return { axis, at }
    const targets = snapTargets(desk.doc, [], { guides: false })
    const page = { x: 0, y: 0, width: desk.doc.setup.width, height: desk.doc.setup.height }
    return { axis, at: at + snapEdge(axis, at, page, targets, px(desk, SNAP_PX)).by }
  }
  const onPage = (desk: Desk, { axis, at }: Guide) => {
    const { width, height } = desk.doc.setup
    return at >= 0 && at <= (axis === 'x' ? width : height)
  }
  return {
    name: 'select.dragging-guide',
    cursor: (desk) => (axisOf(desk) === 'x' ? 'column' : 'row'),
    move(desk, pointer) {
      desk.show({ guide: placeOf(desk, pointer) })
      return this
    },
    up(desk, pointer) {
      desk.show(undefined)
      const guide = placeOf(desk, pointer)
      if (index === undefined) {
        if (onPage(desk, guide)) desk.perform('guide', (doc) => ok(addGuide(doc, guide)))
      } else if (onPage(desk, guide)) desk.perform('guide', (doc) => ok(moveGuide(doc, index, guide.at)))
      else desk.perform('guide-off', (doc) => ok(removeGuide(doc, index)))
      return back
    },
    cancel(desk) {
      desk.show(undefined)
      return back
    },
  }
}
