/** Where the window stood, so that the next one stands there too. */
import * as v from 'valibot'

export interface Bounds {
  x: number
  y: number
  width: number
  height: number
}

export interface WindowPlace extends Partial<Bounds> {
  width: number
  height: number
  maximized: boolean
}

const Whole = v.pipe(v.number(), v.integer())
export const WindowPlaceSchema = v.object({
  x: v.optional(Whole),
  y: v.optional(Whole),
  width: v.pipe(Whole, v.minValue(200), v.maxValue(20_000)),
  height: v.pipe(Whole, v.minValue(200), v.maxValue(20_000)),
  maximized: v.boolean(),
})

export const FIRST_PLACE: WindowPlace = { width: 1440, height: 900, maximized: false }

/** So much of the title bar must be on a screen for a hand to reach it. */
const REACHABLE = 120
/** Each further window stands so far right of and below the one before. */
const CASCADE = 28

/** Where to put the next window: a place that no screen shows any more is left to the system. */
export function placeFor(last: WindowPlace, screens: readonly Bounds[], openWindows: number): WindowPlace {
  const { x, y, width, height, maximized } = last
  const shift = openWindows * CASCADE
  if (x === undefined || y === undefined) return { width, height, maximized }
  const [left, top] = [x + shift, y + shift]
  const isReachable = screens.some(
    (screen) =>
      left + width - REACHABLE >= screen.x &&
      left + REACHABLE <= screen.x + screen.width &&
      top >= screen.y &&
      top + REACHABLE <= screen.y + screen.height,
  )
  return isReachable ? { x: left, y: top, width, height, maximized } : { width, height, maximized }
}
