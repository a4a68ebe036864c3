/** A composed page as a proof shows it: the same shapes in other colours. */
import type { Composition, Ink, PageItem, PictureItem, RuleItem, TextItem } from '../compose/composition.ts'
import { type Box, contains, overlap, sharedOf } from '../geometry.ts'
import { boxOfRule, boxOfRun, totalInk } from './ink.ts'
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
 * same picture comes again as an `InkedPicture`. Black on a tint that it overprints is as much darker as the tint adds.
 * `solid`: black is on a plate that is shown with others.
 */
export function proofComposition(composition: Composition, look: Look, solid: boolean): Composition {
  const below: PictureItem[] = []
  const grounds = new Grounds()
  const inks = new Map<Ink, Ink | undefined>()
  const seen = (ink: Ink): Ink | undefined => {
    if (!inks.has(ink)) {
      const screen = look(ink)
      inks.set(ink, screen === undefined ? undefined : { ...ink, screen })
    }
    return inks.get(ink)
  }
  const inkOf = (ink: Ink, box?: Box): Ink | undefined => {
    const shown = seen(ink)
    return shown && solid && box && overprints(ink) ? seen(grounds.under(box, ink)) : shown
  }
  const items = composition.items.flatMap((item): PageItem[] => {
    if (item.kind === 'picture') below.push(item)
    const shown = proofItem(item, inkOf)
    grounds.add(item)
    return solid ? [...shown, ...shown.flatMap((each) => picturesThrough(each, below))] : shown
  })
  return { ...composition, items }
}

/** What lies below black that overprints. */
class Grounds {
  private readonly all: { box: Box; tint?: Ink }[] = []
  private readonly mixed = new Map<Ink, Ink>()

  add(item: PageItem): void {
    if (item.kind === 'picture') this.all.push({ box: item.box })
    if (item.kind === 'shape' && item.fill) this.all.push({ box: item.box, tint: item.fill })
  }

  /** The black itself where no tint is below all of the box, or one whose ink has a plate of its own. */
  under(box: Box, black: Ink): Ink {
    const ground = this.all.findLast((each) => overlap(each.box, box))
    const tint = ground && contains(ground.box, box) ? ground.tint : undefined
    if (!tint || tint.spot !== undefined) return black
    let mixed = this.mixed.get(tint)
    if (!mixed) {
      const [c, m, y] = tint.cmyk
      mixed = { ...black, cmyk: [c, m, y, 100] }
      this.mixed.set(tint, mixed)
    }
    return mixed
  }
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

/** With air, for type may lean out of its frame. */
function boxAround(item: TextItem | RuleItem): Box {
  const air = 12
  const { x, y, width, height } = item.kind === 'text' ? item.box : boxOfRule(item)
  return { x: x - air, y: y - air, width: width + 2 * air, height: height + 2 * air }
}

function proofItem(item: PageItem, inkOf: (ink: Ink, box?: Box) => Ink | undefined): PageItem[] {
  switch (item.kind) {
    case 'picture':
      return [item]
    case 'rule': {
      const stroke = inkOf(item.stroke, boxOfRule(item))
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
          const ink = inkOf(run.ink, boxOfRun(line, run))
          return ink ? [{ ...run, ink }] : []
        }),
      }))
      return [{ ...item, lines }]
    }
  }
}
