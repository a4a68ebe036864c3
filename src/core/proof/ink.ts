/** Total ink (总墨量): how much lies on one place, where it is most, and where it is over a limit. */
import type {
  ComposedLine,
  Composition,
  GlyphRun,
  Ink,
  PictureItem,
  RuleItem,
} from '../compose/composition.ts'
import { type Box, overlap } from '../geometry.ts'
import type { Pt } from '../units.ts'
import { overprints } from './plates.ts'

/** The most ink of a picture in per cent, and where in it, as shares of its width and height. */
export interface PictureInk {
  percent: number
  x: number
  y: number
}

export interface InkPlace {
  percent: number
  frame: string
  x: Pt
  y: Pt
}

/** Per cent; a spot colour is one full ink more, and what stands for it on other plates is not printed. */
export const totalInk = ({ cmyk, spot }: Ink): number =>
  spot === undefined ? cmyk.reduce((sum, part) => sum + part, 0) : 100

interface Printed {
  frame: string
  box: Box
  percent: number
  over: boolean
}

/**
 * Places by their ink, the most first, one a frame: inks alone, black over grounds that it overprints, pictures.
 * `pictures` are by frame; one that is not known yet is left out. Black over a picture is not added up: the picture's
 * most ink is seldom just there.
 */
export function inkPlaces(composition: Composition, pictures: ReadonlyMap<string, PictureInk>): InkPlace[] {
  const most = new Map<string, InkPlace>()
  const note = (place: InkPlace) => {
    if (place.percent > (most.get(place.frame)?.percent ?? 0)) most.set(place.frame, place)
  }
  const below: Printed[] = []
  for (const item of composition.items) {
    if (item.kind === 'picture') {
      const ink = pictures.get(item.frame)
      if (!ink) continue
      note({ frame: item.frame, percent: ink.percent, ...placeIn(item, ink) })
      continue
    }
    for (const printed of printedOf(item)) {
      const { box, frame, percent } = printed
      const centre = { x: box.x + box.width / 2, y: box.y + box.height / 2 }
      note({ frame, percent, ...centre })
      if (printed.over) {
        const under = below.filter((each) => overlap(each.box, box))
        const last = under.at(-1)
        if (last) note({ frame, percent: percent + last.percent, ...middleOf(last.box, box) })
      } else if (item.kind === 'shape') below.push(printed)
    }
  }
  return [...most.values()].filter(({ percent }) => percent > 0).sort((a, b) => b.percent - a.percent)
}

function* printedOf(item: Exclude<Composition['items'][number], PictureItem>): Generator<Printed> {
  const { frame } = item
  const of = (ink: Ink, box: Box): Printed => ({ frame, box, percent: totalInk(ink), over: overprints(ink) })
  if (item.kind === 'text') {
    for (const line of item.lines) for (const run of line.runs) yield of(run.ink, boxOfRun(line, run))
  } else if (item.kind === 'rule') {
    yield of(item.stroke, boxOfRule(item))
  } else {
    if (item.fill) yield of(item.fill, item.box)
    if (item.stroke && item.strokePt > 0) yield of(item.stroke, item.box)
  }
}

/** From its first glyph to its last, an em beyond. */
export function boxOfRule({ from, to, strokePt }: RuleItem): Box {
  return {
    x: Math.min(from.x, to.x) - strokePt / 2,
    y: Math.min(from.y, to.y) - strokePt / 2,
    width: Math.abs(to.x - from.x) + strokePt,
    height: Math.abs(to.y - from.y) + strokePt,
  }
}

export function boxOfRun({ x, baseline, vertical }: ComposedLine, { xs, ys, sizePt }: GlyphRun): Box {
  const along = vertical ? (ys ?? []) : xs
  const from = Math.min(...along)
  const length = Math.max(...along) - from + sizePt
  return vertical
    ? { x: x - sizePt / 2, y: baseline + from, width: sizePt, height: length }
    : { x: x + from, y: baseline - 0.88 * sizePt, width: length, height: sizePt }
}

/** The middle of what two boxes share. */
function middleOf(a: Box, b: Box): { x: Pt; y: Pt } {
  const middle = (from: number, size: number, otherFrom: number, otherSize: number) =>
    (Math.max(from, otherFrom) + Math.min(from + size, otherFrom + otherSize)) / 2
  return { x: middle(a.x, a.width, b.x, b.width), y: middle(a.y, a.height, b.y, b.height) }
}

/** A place of a picture on the page, kept inside its frame: what is cropped is not printed. */
function placeIn({ transform: [a, b, c, d, e, f], box }: PictureItem, { x, y }: PictureInk) {
  const clamp = (value: number, from: number, size: number) => Math.min(from + size, Math.max(from, value))
  return {
    x: clamp(a * x + c * y + e, box.x, box.width),
    y: clamp(b * x + d * y + f, box.y, box.height),
  }
}

/** The pixel of CMYK samples that has the most ink; fully see-through ones print nothing. */
export function mostInkOf(inks: Uint8Array, widthPx: number, alpha?: Uint8Array): PictureInk {
  let [most, place] = [0, 0]
  for (let at = 0; at < inks.length; at += 4) {
    const sum =
      (inks[at] as number) + (inks[at + 1] as number) + (inks[at + 2] as number) + (inks[at + 3] as number)
    if (sum > most && alpha?.[at >> 2] !== 0) [most, place] = [sum, at >> 2]
  }
  const heightPx = inks.length / 4 / widthPx
  const x = ((place % widthPx) + 0.5) / widthPx
  return { percent: most / 2.55, x, y: (Math.floor(place / widthPx) + 0.5) / heightPx }
}
