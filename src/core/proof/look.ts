/** A composed page as a proof shows it: the same shapes in other colours. */
import type { Composition, Ink, PageItem } from '../compose/composition.ts'
import { totalInk } from './ink.ts'
import { lonePlate, maskInk, overprints, type Plates } from './plates.ts'
import { colourOnPress, type PressTable } from './press-table.ts'

/** `#rrggbb` of an ink; undefined where it leaves what is below it in sight. */
export type Look = (ink: Ink) => string | undefined

const NO_INK = [0, 0, 0, 0] as const

/** As the press prints it, on the plates that are shown. */
export function plateLook(table: PressTable, plates: Plates, spots: readonly string[]): Look {
  const alone = lonePlate(plates, spots)
  const paper = colourOnPress(table, NO_INK)
  return (ink) => {
    if (ink.spot !== undefined)
      return plates.spotsOff.includes(ink.spot) ? paper : colourOnPress(table, ink.cmyk)
    if (overprints(ink) && !plates.black) return undefined
    return colourOnPress(table, maskInk(ink.cmyk, plates, alone))
  }
}

/** What is over the limit is red; the rest a gray that is the darker the more ink it has. */
export const OVER_LIMIT = [215, 38, 30] as const
const LIGHT = 245
const DARK_AT_PERCENT = 400

export const grayOfInk = (percent: number): number =>
  Math.round(LIGHT * (1 - Math.min(percent, DARK_AT_PERCENT) / (DARK_AT_PERCENT * 1.4)))

export const inkLook =
  (limit: number): Look =>
  (ink) => {
    const percent = totalInk(ink)
    const gray = grayOfInk(percent)
    const colour = percent > limit ? OVER_LIMIT : [gray, gray, gray]
    return `#${colour.map((part) => part.toString(16).padStart(2, '0')).join('')}`
  }

/** Items that a look leaves out are gone; pictures stay, for whoever draws them. */
export function proofComposition(composition: Composition, look: Look): Composition {
  const inks = new Map<Ink, Ink | undefined>()
  const inkOf = (ink: Ink): Ink | undefined => {
    if (!inks.has(ink)) {
      const screen = look(ink)
      inks.set(ink, screen === undefined ? undefined : { ...ink, screen })
    }
    return inks.get(ink)
  }
  return { ...composition, items: composition.items.flatMap((item) => proofItem(item, inkOf)) }
}

function proofItem(item: PageItem, inkOf: (ink: Ink) => Ink | undefined): PageItem[] {
  switch (item.kind) {
    case 'picture':
      return [item]
    case 'rule': {
      const stroke = inkOf(item.stroke)
      return stroke ? [{ ...item, stroke }] : []
    }
    case 'shape': {
      const { fill: fillInk, stroke: strokeInk, ...rest } = item
      const fill = fillInk && inkOf(fillInk)
      const stroke = strokeInk && inkOf(strokeInk)
      return fill || stroke ? [{ ...rest, ...(fill && { fill }), ...(stroke && { stroke }) }] : []
    }
    case 'text': {
      const lines = item.lines.map((line) => ({
        ...line,
        runs: line.runs.flatMap((run) => {
          const ink = inkOf(run.ink)
          return ink ? [{ ...run, ink }] : []
        }),
      }))
      return [{ ...item, lines }]
    }
  }
}
