/** A paragraph in lines: by the breaking of its preset, first fit where that finds none. */
import type { Preset } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import { breakAtSense } from './break-at-sense.ts'
import { type BrokenLine, breakLine } from './break-lines.ts'
import { type Measures, totalFit } from './total-fit.ts'
import type { Unit } from './unit.ts'
import { type PreparedParagraph, partWideUnits } from './units.ts'

/** The lines of breaking that looks at the paragraph as a whole; null where the lines are to be taken one by one. */
export function breakWhole(units: readonly Unit[], measures: Measures, preset: Preset): BrokenLine[] | null {
  if (preset.breaking === 'total-fit') return totalFit(units, measures, preset)
  return preset.breaking === 'sense' ? breakAtSense(units, measures.of(0), preset) : null
}

/** A word wider than the measure is parted, so the units may be others than the paragraph's own. */
export interface BrokenParagraph {
  units: readonly Unit[]
  lines: BrokenLine[]
}

/** In lines of one measure, without a page: for counting lines and finding where they end. */
export function breakParagraph(prepared: PreparedParagraph, measure: Em): BrokenParagraph {
  const { style, preset } = prepared
  const units = partWideUnits(prepared.units, measure, style.indentEm)
  const measureOf = (line: number) => measure - (line === 0 ? style.indentEm : 0)
  const whole = breakWhole(units, { of: measureOf, steadyFrom: 1 }, preset)
  if (whole) return { units, lines: whole }
  const lines: BrokenLine[] = []
  for (let at = 0; at < units.length; at = (lines.at(-1) as BrokenLine).next) {
    lines.push(breakLine(units, at, measureOf(lines.length), preset))
  }
  return { units, lines }
}

/** The offset in the paragraph's text at which a line ends. */
export const endOf = (units: readonly Unit[], { from, to }: BrokenLine): number =>
  (units[Math.max(to, from + 1) - 1] as Unit).end
