/** A composed page as a proof shows it: the same shapes in other colours. */
import type { Composition, Ink, PageItem, PictureItem, RuleItem, TextItem } from '../compose/composition.ts'
import { type Box, sharedOf } from '../geometry.ts'
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

/**
 * A picture under black that overprints it: what of the picture shows where the black is, all its own black taken for
 * solid. It stands above the item that it is seen through.
 */
export interface InkedPicture extends PictureItem {
  through: TextItem | RuleItem
}

export const isInked = (item: PictureItem): item is InkedPicture => 'through' in item

/**
 * Items that a look leaves out are gone; pictures stay, for whoever draws them, and where black overprints them the
 * same picture comes again as an `InkedPicture`. `solid`: black is on a plate that is shown with others.
 */
export function proofComposition(composition: Composition, look: Look, solid: boolean): Composition {
  const inks = new Map<Ink, Ink | undefined>()
  const inkOf = (ink: Ink): Ink | undefined => {
    if (!inks.has(ink)) {
      const screen = look(ink)
      inks.set(ink, screen === undefined ? undefined : { ...ink, screen })
    }
    return inks.get(ink)
  }
  const below: PictureItem[] = []
  const items = composition.items.flatMap((item): PageItem[] => {
    if (item.kind === 'picture') below.push(item)
    const shown = proofItem(item, inkOf)
    return solid ? [...shown, ...shown.flatMap((each) => picturesThrough(each, below))] : shown
  })
  return { ...composition, items }
}

/** The topmost last: what is seen through black is the picture right below it. */
function picturesThrough(item: PageItem, below: readonly PictureItem[]): InkedPicture[] {
  const through = item.kind === 'text' || item.kind === 'rule' ? overprintingOf(item) : undefined
  if (!through) return []
  return below.flatMap((picture) => {
    const box = sharedOf(boxAround(through), picture.box)
    return box ? [{ ...picture, box, through }] : []
  })
}

function overprintingOf(item: TextItem | RuleItem): TextItem | RuleItem | undefined {
  if (item.kind === 'rule') return overprints(item.stroke) ? item : undefined
  const lines = item.lines
    .map((line) => ({ ...line, runs: line.runs.filter(({ ink }) => overprints(ink)) }))
    .filter(({ runs }) => runs.length > 0)
  return lines.length > 0 ? { ...item, lines } : undefined
}

/** With air, for type may lean out of its frame and a rule has no area of its own. */
function boxAround(item: TextItem | RuleItem): Box {
  const air = 12
  const { x, y, width, height } =
    item.kind === 'text'
      ? item.box
      : {
          x: Math.min(item.from.x, item.to.x),
          y: Math.min(item.from.y, item.to.y),
          width: Math.abs(item.to.x - item.from.x),
          height: Math.abs(item.to.y - item.from.y),
        }
  return { x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air }
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
