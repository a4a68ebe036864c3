/** Pressed beside all frames: a drag marks out those to select, a click selects nothing. */
import { withGroups } from '../../../doc/commands/groups.ts'
import { framesTouching } from '../../hit.ts'
import { between, type Desk, isDrag, type Pointer, type ToolState } from '../tool.ts'
import { selectTool } from './idle.ts'

/** With Shift what was selected stays so. */
export function marking(desk: Desk, pressed: Pointer): ToolState {
  const before = desk.selection
  let begun = false
  return {
    name: 'select.marking',
    cursor: () => 'default',
    move(now, pointer) {
      begun ||= isDrag(pressed, pointer)
      if (!begun) return this
      const box = between(pressed.at, pointer.at)
      const touched = withGroups(now.doc, framesTouching(now.doc, box))
      now.select(pressed.shift ? [...new Set([...before, ...touched])] : touched)
      now.show({ box, marquee: true })
      return this
    },
    up(now) {
      now.show(undefined)
      if (!begun && !pressed.shift) now.select([])
      return selectTool
    },
    cancel(now) {
      now.show(undefined)
      now.select(before)
      return selectTool
    },
  }
}
