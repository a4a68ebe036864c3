/** A picture is turned or moved under its frame, by one of its grips. */
import { boxOf, type Command } from '../../../doc/commands/command.ts'
import { shiftPicture, turnPicture } from '../../../doc/commands/picture-place.ts'
import type { Point } from '../../hit.ts'
import type { PictureGrip } from '../../picture-grips.ts'
import { type Desk, isDrag, type Pointer, type ToolState, tried } from '../tool.ts'
import { selectTool } from './idle.ts'

/** With Shift it turns in steps of this many degrees. */
const STEP = 15

export function movingPicture(desk: Desk, pressed: Pointer, frame: string, grip: PictureGrip): ToolState {
  const box = boxOf(desk.doc.frames[frame] as Parameters<typeof boxOf>[0])
  const middle = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
  const turned = desk.doc.frames[frame]
  const start = turned?.kind === 'picture' ? (turned.placement?.rotation ?? 0) : 0
  const command = (pointer: Pointer): Command =>
    grip === 'turn'
      ? (doc) => turnPicture(doc, frame, turnBy(middle, pressed, pointer, start))
      : (doc) => shiftPicture(doc, frame, shiftBy(pressed, pointer))
  let begun = false
  return {
    name: `select.${grip}-picture`,
    cursor: () => grip,
    move(now, pointer) {
      begun ||= isDrag(pressed, pointer)
      const doc = begun ? tried(command(pointer)(now.doc)) : undefined
      if (doc) now.show({ doc })
      return this
    },
    up(now, pointer) {
      now.show(undefined)
      if (begun) now.perform(`${grip}-picture`, command(pointer))
      return selectTool
    },
    cancel(now) {
      now.show(undefined)
      return selectTool
    },
  }
}

/** In degrees, clockwise. */
function turnBy(middle: Point, from: Pointer, to: Pointer, start: number): number {
  const angle = ({ at }: Pointer) => (Math.atan2(at.y - middle.y, at.x - middle.x) * 180) / Math.PI
  const by = angle(to) - angle(from)
  return to.shift ? Math.round((start + by) / STEP) * STEP - start : by
}

/** With Shift along one axis. */
function shiftBy(from: Pointer, to: Pointer): Point {
  const by = { x: to.at.x - from.at.x, y: to.at.y - from.at.y }
  if (!to.shift) return by
  return Math.abs(by.x) >= Math.abs(by.y) ? { x: by.x, y: 0 } : { x: 0, y: by.y }
}
