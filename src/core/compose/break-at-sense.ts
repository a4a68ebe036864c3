/** A head in lines broken at sense (断题), where it takes more than one. */
import type { Preset } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import { type BrokenLine, justify, trimEnd } from './break-lines.ts'
import { breakHeadLines } from './head-lines.ts'
import { senseCosts } from './sense.ts'
import type { Unit } from './unit.ts'

const MOST_LINES = 8

/**
 * Null where the head stands in one line, has breaks of its own, is longer than any head, or has no division that
 * fits: first fit then sets it.
 */
export function breakAtSense(units: readonly Unit[], measure: Em, preset: Preset): BrokenLine[] | null {
  const width = widths(units)
  const whole = width(0, trimEnd(units, 0, units.length))
  if (whole <= measure || whole > MOST_LINES * measure) return null
  if (units.some(({ sort }) => sort.kind === 'break')) return null
  const origin = units[0]?.start ?? 0
  const text = units.map(({ sort }) => sort.text).join('')
  /** Which unit begins at an offset of the text. */
  const unitAt = new Map(units.map(({ start }, i) => [start - origin, i] as const))
  unitAt.set(text.length, units.length)
  const indexOf = (offset: number): number => unitAt.get(offset) ?? 0
  const mayBegin = (at: number) => units[unitAt.get(at) ?? -1]?.canStart === true
  const costs = senseCosts(text).map((cost, at) => (mayBegin(at) ? cost : Number.POSITIVE_INFINITY))
  const widthOf = (from: number, to: number): Em =>
    width(indexOf(from), trimEnd(units, indexOf(from), indexOf(to)))
  const { lines, over } = breakHeadLines(costs, widthOf, text.length, {
    measureEm: measure,
    most: MOST_LINES,
  })
  if (over > 0) return null
  return lines.map(({ from, to }) => justify(units, indexOf(from), indexOf(to), measure, preset))
}

/** The least width of any stretch of units, from running sums. */
function widths(units: readonly Unit[]): (from: number, to: number) => Em {
  const sums = [0]
  for (const { width, gap, give, gapGive } of units) {
    sums.push((sums.at(-1) as number) + width + gap - give - gapGive)
  }
  return (from, to) => {
    const first = units[from]
    if (first === undefined || to <= from) return 0
    return (sums[to] as number) - (sums[from] as number) - first.gap + first.gapGive - first.trim
  }
}
