/** Which frame a point means, and which line of it. */
import type { ComposedLine } from '../../core/compose/composition.ts'
import { lineBox } from '../source/source-lines.ts'
import type { FrameEntry } from '../state/page-model.ts'
import type { Point } from './view.ts'

/**
 * The smallest frame under the point: a caption inside a box is meant before the box. Thin frames (rules)
 * are not picked, nor are shapes, which only carry others.
 */
export function pickFrame(frames: readonly FrameEntry[], point: Point): FrameEntry | undefined {
  let found: FrameEntry | undefined
  for (const frame of frames) {
    const { box } = frame
    const inside =
      point.x >= box.x && point.x <= box.x + box.width && point.y >= box.y && point.y <= box.y + box.height
    if (inside && (!found || area(frame) < area(found))) found = frame
  }
  return found
}

const area = (frame: FrameEntry): number => frame.box.width * frame.box.height

/** How far beside its em box a line is still meant, as a share of its size: half the way to the next line. */
const REACH = 0.3

/** The line under the point; undefined beside the text. */
export function pickLine({ lines }: FrameEntry, point: Point): ComposedLine | undefined {
  return lines.find((line) => {
    const { x, y, width, height } = lineBox(line)
    const reach = REACH * Math.min(width, height)
    const inX = point.x >= x - reach && point.x <= x + width + reach
    return inX && point.y >= y - reach && point.y <= y + height + reach
  })
}

/** Tab and Shift Tab: the neighbour in reading order, undefined past either end. */
export function neighbour(
  frames: readonly FrameEntry[],
  current: string | undefined,
  step: 1 | -1,
): FrameEntry | undefined {
  if (current === undefined) return step === 1 ? frames[0] : frames.at(-1)
  const at = frames.findIndex((frame) => frame.id === current)
  return at < 0 ? frames[0] : frames[at + step]
}
