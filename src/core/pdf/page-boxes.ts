/** The page's boxes (ISO 32000-1 §14.11.2): trim within bleed within media, in pt, y up. */
import type { Pt } from '../units.ts'
import { mmToPt } from '../units.ts'

/** Where the trim's top left corner stands in the media box, y up. */
export interface Placement {
  originX: Pt
  originY: Pt
}

export interface PageBoxes extends Placement {
  width: Pt
  height: Pt
  bleed: Pt
  /** From the trim to where marks begin; marks never reach into the bleed. */
  markOffset: Pt
  trimBox: [number, number, number, number]
  bleedBox: [number, number, number, number]
  mediaBox: [number, number, number, number]
}

/** Marks keep this far from the trim at the least, and need this much room beyond. */
const MARK_OFFSET = mmToPt(3)
export const MARK_ROOM = mmToPt(8)

export function pageBoxes(trim: { width: Pt; height: Pt }, bleed: Pt, marks: boolean): PageBoxes {
  const { width, height } = trim
  const markOffset = Math.max(bleed, MARK_OFFSET)
  const edge = marks ? markOffset + MARK_ROOM : bleed
  const around = (by: Pt): [number, number, number, number] => [
    edge - by,
    edge - by,
    edge + width + by,
    edge + height + by,
  ]
  return {
    width,
    height,
    bleed,
    markOffset,
    originX: edge,
    originY: edge + height,
    trimBox: around(0),
    bleedBox: around(bleed),
    mediaBox: around(edge),
  }
}
