/** The size at which a head fills its room, and its lines there. */
import type { Em, Pt } from '../units.ts'
import { divideBest, type HeadLine, type HeadLines, Pieces, type WidthOf } from './head-lines.ts'

export interface HeadRoom {
  widthPt: Pt
  /** As high as it likes when left out. */
  heightPt?: Pt
  minPt: Pt
  /** Sizes are this less whole points. */
  maxPt: Pt
  /** The greatest number of lines. */
  most: number
  /** From baseline to baseline, times the size. */
  leading: number
  /** The share of the width that the widest line may fill. */
  fill: number
  /** The most that each character may be moved on to fill what is left; 0 when left out. */
  mostTrackingEm?: Em
}

export interface HeadFit extends HeadLines {
  sizePt: Pt
  /** Behind each character, on top of the style's. */
  trackingEm: Em
  /** False when the head is too wide or too high at the least size, which is then given. */
  fits: boolean
}

/** What of a head does not depend on its size. */
export interface MeasuredHead {
  length: number
  /** As `senseCosts` gives them. */
  costs: ArrayLike<number>
  widthOf: WidthOf
  /** How many characters of a piece tracking moves. */
  countOf: (from: number, to: number) => number
}

/** A size smaller by all of it costs this much: a tenth of the size is worth a verb's border for a noun's. */
const SMALLER = 25

/**
 * The largest size at which the head fits its room in at most as many lines as are given; a smaller one where
 * it allows a break that is better by more than the loss of size is worth.
 */
export function fitHead(head: MeasuredHead, room: HeadRoom): HeadFit {
  const pieces = new Pieces(head.costs, head.widthOf, head.length)
  let best: HeadFit | undefined
  let least = Number.POSITIVE_INFINITY
  let largest: Pt = 0
  for (let size = room.maxPt; size >= room.minPt; size -= 1) {
    const found = divideAt(pieces, room, size)
    if (found.over > 0) continue
    if (largest === 0) largest = size
    const loss = (SMALLER * (largest - size)) / largest
    if (loss >= least) break
    const cost = found.cost + loss
    if (cost < least) {
      least = cost
      best = { ...found, sizePt: size, trackingEm: spare(found.lines, head, room, size), fits: true }
    }
  }
  return best ?? { ...divideAt(pieces, room, room.minPt), sizePt: room.minPt, trackingEm: 0, fits: false }
}

function divideAt(pieces: Pieces, room: HeadRoom, size: Pt): HeadLines {
  const { heightPt = Number.POSITIVE_INFINITY, leading, fill, widthPt } = room
  const measureEm = (fill * widthPt) / size
  const most = Math.min(room.most, Math.floor(heightPt / (size * leading)))
  if (most >= 1) return divideBest(pieces, { measureEm, most })
  // too high for a single line
  const one = divideBest(pieces, { measureEm, most: 1 })
  return { ...one, over: Math.max(one.over, 1) }
}

/** The tracking that lets the widest line fill the width, where that takes no more than the room allows. */
function spare(lines: readonly HeadLine[], { countOf }: MeasuredHead, room: HeadRoom, size: Pt): Em {
  const measure = (room.fill * room.widthPt) / size
  const each = lines.map(({ from, to, width }) => (measure - width) / Math.max(1, countOf(from, to)))
  const tracking = Math.min(...each)
  return tracking <= (room.mostTrackingEm ?? 0) ? Math.max(0, tracking) : 0
}
