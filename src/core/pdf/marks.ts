/**
 * Printer's marks outside the bleed: crop and bleed marks, registration marks, a colour bar and the slug line.
 * They are drawn in Separation All, so that every plate has them (ISO 32000-1 §8.6.6.4).
 */
import type { GlyphRun, Ink } from '../compose/composition.ts'
import type { Shaper } from '../fonts.ts'
import { mmToPt, type Pt } from '../units.ts'
import { ALL_PLATES, type ContentStream } from './content-stream.ts'
import { type Label, shapeLabel } from './label.ts'
import type { MarkKinds } from './mark-kinds.ts'
import { MARK_ROOM, type PageBoxes } from './page-boxes.ts'
import { drawRun, type Fonts } from './page-content.ts'

const HAIR: Pt = 0.25
const CROP_LENGTH = mmToPt(5)
const BLEED_LENGTH = mmToPt(2.5)
const TARGET_RADIUS = mmToPt(1.5)
const PATCH = mmToPt(4)
export const SLUG_FACE = 'hei-500'
const SLUG_SIZE: Pt = 7
const GAP = mmToPt(2)

const BLACK: Ink = { cmyk: [0, 0, 0, 100], screen: '#000000' }

export interface PrintMarks {
  kinds: MarkKinds
  slug: Label
}

export const NO_SLUG: Label = { runs: [], width: 0 }

/** The slug line. */
export const shapeSlug = (text: string, shaper: Shaper): Label =>
  shapeLabel(text, SLUG_FACE, SLUG_SIZE, BLACK, shaper)

export function drawMarks(
  stream: ContentStream,
  boxes: PageBoxes,
  { kinds, slug }: PrintMarks,
  spots: readonly Ink[],
  fonts: Fonts,
): void {
  if (kinds.crop) drawCrop(stream, boxes)
  if (kinds.registration) drawTargets(stream, boxes)
  if (kinds.colourBar) drawColourBar(stream, boxes, spots)
  drawSlug(stream, boxes, slug.runs, fonts)
}

/** At each corner a mark in line with either edge, beyond the bleed; shorter ones where the bleed ends. */
function drawCrop(stream: ContentStream, boxes: PageBoxes): void {
  const [left, foot, right, head] = boxes.trimBox
  const { markOffset: offset, bleed } = boxes
  for (const [x, outX] of [
    [left, -1],
    [right, 1],
  ] as const) {
    for (const [y, outY] of [
      [foot, -1],
      [head, 1],
    ] as const) {
      const mark = (by: Pt, length: Pt) => {
        const [atX, atY] = [x + outX * by, y + outY * by]
        const [fromX, fromY] = [x + outX * offset, y + outY * offset]
        stream.line(ALL_PLATES, HAIR, fromX, atY, fromX + outX * length, atY)
        stream.line(ALL_PLATES, HAIR, atX, fromY, atX, fromY + outY * length)
      }
      mark(0, CROP_LENGTH)
      if (bleed > 0) mark(bleed, BLEED_LENGTH)
    }
  }
}

/** A circle with a cross in the middle of each side. */
function drawTargets(stream: ContentStream, boxes: PageBoxes): void {
  const [left, foot, right, head] = boxes.trimBox
  const away = boxes.markOffset + MARK_ROOM / 2
  const centre = { x: (left + right) / 2, y: (foot + head) / 2 }
  for (const [x, y] of [
    [centre.x, foot - away],
    [centre.x, head + away],
    [left - away, centre.y],
    [right + away, centre.y],
  ] as const) {
    const arm = 1.6 * TARGET_RADIUS
    stream.circle(ALL_PLATES, HAIR, x, y, TARGET_RADIUS)
    stream.line(ALL_PLATES, HAIR, x - arm, y, x + arm, y)
    stream.line(ALL_PLATES, HAIR, x, y - arm, x, y + arm)
  }
}

const solid = (...cmyk: [number, number, number, number]): Ink => ({ cmyk, screen: '#000000' })
const PATCHES: readonly Ink[] = [
  solid(100, 0, 0, 0),
  solid(0, 100, 0, 0),
  solid(0, 0, 100, 0),
  solid(0, 0, 0, 100),
  solid(100, 100, 0, 0),
  solid(100, 0, 100, 0),
  solid(0, 100, 100, 0),
  solid(50, 0, 0, 0),
  solid(0, 50, 0, 0),
  solid(0, 0, 50, 0),
  solid(0, 0, 0, 50),
]

/** Solids, overprints of two and half tones of the process inks, then the solid of each spot colour. */
function drawColourBar(stream: ContentStream, boxes: PageBoxes, spots: readonly Ink[]): void {
  const [left, foot] = boxes.trimBox
  const y = foot - boxes.markOffset - (MARK_ROOM + PATCH) / 2
  let x = left + boxes.markOffset
  for (const ink of [...PATCHES, ...spots]) {
    stream.fillRectangle(ink, x, y, PATCH, PATCH)
    x += PATCH
  }
}

function drawSlug(stream: ContentStream, boxes: PageBoxes, slug: readonly GlyphRun[], fonts: Fonts): void {
  const [left, , , head] = boxes.trimBox
  const at = {
    originX: left + boxes.markOffset + GAP,
    originY: head + boxes.markOffset + (MARK_ROOM - SLUG_SIZE) / 2,
  }
  for (const run of slug) {
    const places = run.xs.map((x) => ({ x, y: 0 }))
    drawRun(stream, run, places, fonts, at, ALL_PLATES)
  }
}
