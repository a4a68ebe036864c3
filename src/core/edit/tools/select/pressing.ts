/** Pressed on a frame: a drag moves it, a release selects, a second press goes into its text. */
import { stepInto, withGroups } from '../../../doc/commands/groups.ts'
import { type Desk, isDrag, type Pointer, type ToolState } from '../tool.ts'
import { selectTool } from './idle.ts'
import { marking } from './marking.ts'
import { moving } from './moving.ts'

/**
 * `frames` lie under the pointer, the one that is meant first. Shift adds and takes away; Ctrl, or Alt without a drag,
 * goes down through what overlaps and into groups.
 */
export function pressing(desk: Desk, pressed: Pointer, frames: readonly string[]): ToolState {
  const [top = ''] = frames
  const through = pressed.mod || pressed.alt
  const chosen = frames.find((id) => desk.selection.includes(id))
  const keeps = chosen !== undefined && !pressed.shift && !pressed.mod
  // What is dragged must be selected first; what is selected already keeps the others with it.
  if (!keeps && !pressed.shift && !through) desk.select(withGroups(desk.doc, [top]), pressed.at)
  return {
    name: 'select.pressing',
    cursor: (_, pointer) => (pointer.alt ? 'copy' : 'move'),
    move(now, pointer) {
      if (!isDrag(pressed, pointer)) return this
      if (pressed.shift && chosen === undefined) return marking(now, pressed)
      if (!now.selection.some((id) => frames.includes(id))) now.select(withGroups(now.doc, [top]), pressed.at)
      return moving(now, pressed, pointer)
    },
    up(now, pointer) {
      release(now, pointer, pressed, frames)
      return selectTool
    },
    cancel: () => selectTool,
  }
}

function release(desk: Desk, pointer: Pointer, pressed: Pointer, frames: readonly string[]): void {
  const [top = ''] = frames
  if (pressed.clicks > 1 && !pressed.shift && !pressed.mod && !pressed.alt) {
    doublePress(desk, pressed, top)
    return
  }
  if (pressed.shift) {
    const unit = withGroups(desk.doc, [top])
    const has = unit.some((id) => desk.selection.includes(id))
    desk.select(has ? desk.selection.filter((id) => !unit.includes(id)) : [...desk.selection, ...unit])
    return
  }
  if (pressed.mod || pressed.alt) {
    const now = frames.findIndex((id) => desk.selection.length === 1 && desk.selection[0] === id)
    const next = frames[(now + 1) % frames.length]
    desk.select(next === undefined ? [] : [next], pointer.at)
    return
  }
  // A click on one of several selected frames means that one.
  desk.select(withGroups(desk.doc, [top]), pointer.at)
}

/** Into a group first, level by level, then into the text. */
function doublePress(desk: Desk, { at }: Pointer, top: string): void {
  const frame = desk.doc.frames[top]
  const grouped = frame?.group !== undefined && desk.selection.length > 1
  desk.select(grouped ? stepInto(desk.doc, top, desk.selection) : [top], at)
  if (!grouped && frame?.kind === 'text' && !frame.locked) desk.enterText(top, at)
}
