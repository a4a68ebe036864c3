/** The rules between the columns of a frame. */
import type { PageDoc, TextFrame } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'
import type { ComposedLine, RuleItem } from './composition.ts'
import { inkOf } from './ink-of.ts'
import { insideOf, obstaclesOf } from './track.ts'

/** What stands below the last baseline: a little more than a full stop's depth in body type. */
const FOOT_PT = 2
/** A shorter piece of a rule looks like dirt. */
const LEAST_RULE_PT = 2

/**
 * Rules in the gutters between the columns inside a frame; as long as the text where its feet are even, and parted
 * where the text goes round another frame.
 */
export function columnRules(
  doc: PageDoc,
  id: string,
  frame: TextFrame,
  lines: readonly ComposedLine[],
): RuleItem[] {
  const { columns } = frame
  if (columns?.rulePt === undefined) return []
  const { count, gutterPt, rulePt: strokePt, ruleSwatch = 'black' } = columns
  const stroke = inkOf(doc, ruleSwatch)
  const { x, y, width, height } = insideOf(frame)
  const down = frame.writing !== 'vertical'
  const foot = lines.reduce((lowest, { baseline }) => Math.max(lowest, baseline), y) + FOOT_PT
  const [start, end] = down ? [y, columns.balance ? Math.min(y + height, foot) : y + height] : [x, x + width]
  const step = ((down ? width : height) + gutterPt) / count
  const obstacles = obstaclesOf(doc, id, frame)
  const rules: RuleItem[] = []
  for (let i = 1; i < count; i++) {
    const at = (down ? x : y) + i * step - gutterPt / 2
    for (const [first, last] of partsBeside(start, end, crossed(obstacles, at, down))) {
      const from = down ? { x: at, y: first } : { x: first, y: at }
      const to = down ? { x: at, y: last } : { x: last, y: at }
      rules.push({ kind: 'rule', frame: id, from, to, stroke, strokePt })
    }
  }
  return rules
}

type Stretch = [from: Pt, to: Pt]

/** What boxes take of a line at `at` that runs down, or else across. */
const crossed = (boxes: readonly Box[], at: Pt, down: boolean): Stretch[] =>
  boxes.flatMap(({ x, y, width, height }): Stretch[] => {
    const [side, breadth, from, length] = down ? [x, width, y, height] : [y, height, x, width]
    return side < at && at < side + breadth ? [[from, from + length]] : []
  })

/** What `taken` leaves between two ends. */
function partsBeside(start: Pt, end: Pt, taken: readonly Stretch[]): Stretch[] {
  const parts: Stretch[] = []
  let from = start
  for (const [first, last] of [...taken].sort((a, b) => a[0] - b[0])) {
    parts.push([from, Math.min(first, end)])
    from = Math.max(from, last)
  }
  parts.push([from, end])
  return parts.filter(([a, b]) => b - a > LEAST_RULE_PT)
}
