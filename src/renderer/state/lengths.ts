/** Lengths on the page in the unit that the preferences name. */
import { mmToPt, type Pt, ptToMm } from '../../core/units.ts'
import type { Preferences } from '../../shared/ipc-files.ts'
import { app } from './app-state.ts'
import { useStore } from './store.ts'

export type LengthUnit = Preferences['units']

/** What an arrow key adds in a field: a hair that print can show. */
const STEP_PT: Record<LengthUnit, Pt> = { mm: mmToPt(0.1), pt: 0.5 }

export interface Lengths {
  unit: LengthUnit
  stepPt: Pt
  /** To a tenth, without the unit's name. */
  text(length: Pt): string
  value(length: Pt): number
  toPt(value: number): Pt
}

function lengthsIn(unit: LengthUnit): Lengths {
  const value = (length: Pt) => (unit === 'mm' ? ptToMm(length) : length)
  return {
    unit,
    stepPt: STEP_PT[unit],
    text: (length) => value(length).toFixed(1),
    value,
    toPt: (figure) => (unit === 'mm' ? mmToPt(figure) : figure),
  }
}

export const lengthsNow = (): Lengths => lengthsIn(app.get().preferences.units)

export const useLengths = (): Lengths => lengthsIn(useStore(app, (state) => state.preferences.units))
