/** Ruler ticks in mm, zero at the trim's corner. */
import { mmToPt } from '../../core/units.ts'

export interface Tick {
  /** px from the ruler's start. */
  at: number
  /** Labelled ticks are the longest. */
  label?: string
  length: 3 | 6 | 9
}

const LEAST_LABEL_GAP_PX = 38
const LABEL_STEPS_MM = [1, 2, 5, 10, 20, 50, 100, 200]

/** `origin` is where the trim's edge stands on the ruler, `scale` the px per pt. */
export function rulerTicks(origin: number, scale: number, length: number): Tick[] {
  const pxPerMm = mmToPt(1) * scale
  const label = LABEL_STEPS_MM.find((mm) => mm * pxPerMm >= LEAST_LABEL_GAP_PX) ?? 500
  const small = label / (label * pxPerMm >= 80 || label === 5 || label === 50 ? 10 : 4)
  const half = label / 2
  const first = Math.floor(-origin / pxPerMm / label) * label
  const last = (length - origin) / pxPerMm
  const ticks: Tick[] = []
  const count = Math.ceil((last - first) / small)
  for (let index = 0; index <= count; index++) {
    const mm = first + index * small
    const at = origin + mm * pxPerMm
    if (at < -1 || at > length + 1) continue
    if (isMultiple(mm, label)) ticks.push({ at, label: String(Math.round(mm)), length: 9 })
    else ticks.push({ at, length: isMultiple(mm, half) ? 6 : 3 })
  }
  return ticks
}

const isMultiple = (value: number, of: number): boolean =>
  Math.abs(value / of - Math.round(value / of)) < 1e-6
