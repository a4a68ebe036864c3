/** Ruler ticks, zero at the trim's corner, or by the grid at the type area's. */
import type { PageGrid } from '../../core/compose/composition.ts'
import { mmToPt } from '../../core/units.ts'
import type { RulerUnit } from '../editor/editor-state.ts'

export interface Tick {
  /** px from the ruler's start. */
  at: number
  /** Labelled ticks are the longest. */
  label?: string
  length: 3 | 6 | 9
}

const LEAST_LABEL_GAP_PX = 38
const LEAST_GRID_LABEL_PX = 22
const LABEL_STEPS = [1, 2, 5, 10, 20, 50, 100, 200]

/** What a ruler counts in: the length of one in pt, and where its zero stands on the page. */
export interface RulerScale {
  unitPt: number
  zeroPt: number
  /** Of the grid only whole columns and rows are ticked, and counted from 1. */
  grid?: { count: number; pitchPt: number; sizePt: number }
}

/** In mm, pt or em of body type, or the grid's columns on top and its rows at the left. */
export function rulerScale(
  unit: RulerUnit,
  grid: PageGrid,
  bodyPt: number,
  side: 'top' | 'left',
): RulerScale {
  if (unit === 'mm') return { unitPt: mmToPt(1), zeroPt: 0 }
  if (unit === 'pt') return { unitPt: 1, zeroPt: 0 }
  const zeroPt = side === 'top' ? grid.left : grid.top
  if (unit === 'em') return { unitPt: bodyPt, zeroPt }
  const columns = { count: grid.columns, pitchPt: grid.columnWidth + grid.gutter, sizePt: grid.columnWidth }
  const rows = { count: grid.rows, pitchPt: grid.leading, sizePt: grid.leading }
  return { unitPt: 1, zeroPt, grid: side === 'top' ? columns : rows }
}

/** `origin` is where the trim's edge stands on the ruler, `scale` the px per pt. */
export function rulerTicks(origin: number, scale: number, length: number, ruler: RulerScale = MM): Tick[] {
  return (ruler.grid ? gridTicks(origin, scale, ruler) : unitTicks(origin, scale, length, ruler)).filter(
    ({ at }) => at >= -1 && at <= length + 1,
  )
}

const MM: RulerScale = { unitPt: mmToPt(1), zeroPt: 0 }

function unitTicks(origin: number, scale: number, length: number, { unitPt, zeroPt }: RulerScale): Tick[] {
  const pxPerUnit = unitPt * scale
  const zero = origin + zeroPt * scale
  const label = LABEL_STEPS.find((step) => step * pxPerUnit >= LEAST_LABEL_GAP_PX) ?? 500
  const small = label / (label * pxPerUnit >= 80 || label === 5 || label === 50 ? 10 : 4)
  const half = label / 2
  const first = Math.floor(-zero / pxPerUnit / label) * label
  const last = (length - zero) / pxPerUnit
  const count = Math.ceil((last - first) / small)
  return Array.from({ length: count + 1 }, (_, index): Tick => {
    const value = first + index * small
    const at = zero + value * pxPerUnit
    if (isMultiple(value, label)) return { at, label: String(Math.round(value)), length: 9 }
    return { at, length: isMultiple(value, half) ? 6 : 3 }
  })
}

/** Where each column and row begins, with its number, and of columns where it ends. */
function gridTicks(origin: number, scale: number, { zeroPt, grid }: RulerScale): Tick[] {
  const { count, pitchPt, sizePt } = grid as NonNullable<RulerScale['grid']>
  const step = LABEL_STEPS.find((each) => each * pitchPt * scale >= LEAST_GRID_LABEL_PX) ?? 100
  return Array.from({ length: count }, (_, i): Tick[] => {
    const at = origin + (zeroPt + i * pitchPt) * scale
    const labelled = step === 1 || (i + 1) % step === 0
    const start: Tick = labelled ? { at, label: String(i + 1), length: 9 } : { at, length: 3 }
    return sizePt < pitchPt ? [start, { at: at + sizePt * scale, length: 6 }] : [start]
  }).flat()
}

const isMultiple = (value: number, of: number): boolean =>
  Math.abs(value / of - Math.round(value / of)) < 1e-6
