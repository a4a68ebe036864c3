/**
 * The track of a story: its frames' columns one after the other, each a strip that lines are set into from its
 * top. Where other frames are wrapped around (绕排), a row has several parts, or none.
 *
 * Vertical text (竖排) runs on the same track turned by a quarter: along a line is down the page, from line to
 * line is leftwards.
 */
import type { Frame, PageDoc, PageSetup, Story, TextFrame } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'

/** A column in track space: `x` along the lines, `y` from line to line. */
export interface Column {
  frame: TextFrame
  frameId: string
  box: Box
  /** What its lines keep clear of, in track space. */
  obstacles: readonly Box[]
}

/** Where the next line would go: a column, how far down it, and which part of that row. */
export interface Place {
  column: number
  used: Pt
  part: number
  /** The height of the row that is begun, while some of its parts are taken. */
  row: Pt
}

export interface Slot {
  column: number
  x: Pt
  top: Pt
  width: Pt
  /** Less than its column, for an obstacle. */
  narrowed: boolean
}

const HAIR: Pt = 0.01
/** Text in parts narrower than this many body em can't be read. */
const LEAST_PART_EM = 4

export const START: Place = { column: 0, used: 0, part: 0, row: 0 }

export const samePlace = (a: Place, b: Place): boolean =>
  a.column === b.column && a.used === b.used && a.part === b.part && a.row === b.row

/** A new paragraph never begins beside the end of another in the same row. */
export const nextRow = (place: Place): Place =>
  place.part === 0 ? place : { column: place.column, used: place.used + place.row, part: 0, row: 0 }

export class Track {
  constructor(
    readonly columns: readonly Column[],
    /** Rows in which no part is free are passed over by this much. */
    private readonly leading: Pt,
    private readonly bodyPt: Pt,
  ) {}

  get narrowest(): Pt {
    return this.columns.reduce((least, { box }) => Math.min(least, box.width), Number.POSITIVE_INFINITY)
  }

  /** Every line has the same measure. */
  get steady(): boolean {
    const width = this.columns[0]?.box.width
    return this.columns.every(({ box, obstacles }) => box.width === width && obstacles.length === 0)
  }

  /** The first free part at or behind `place` for a line of `height`; undefined behind the last column. */
  slotAt(place: Place, height: Pt): { slot: Slot; after: Place } | undefined {
    let { column, used, part } = place
    for (;;) {
      const strip = this.columns[column]
      if (strip === undefined) return undefined
      if (used + height > strip.box.height + HAIR) {
        column++
        used = 0
        part = 0
        continue
      }
      if (strip.obstacles.length === 0) {
        const { x, width } = strip.box
        const slot = { column, x, top: used, width, narrowed: false }
        return { slot, after: { column, used: used + height, part: 0, row: 0 } }
      }
      const parts = this.partsOf(strip, used, height)
      const found = parts[part]
      if (found) {
        const { x, width, narrowed } = found
        const slot = { column, x, top: used, width, narrowed }
        const more = part + 1 < parts.length
        const after = more
          ? { column, used, part: part + 1, row: height }
          : { column, used: used + height, part: 0, row: 0 }
        return { slot, after }
      }
      used += parts.length > 0 ? height : this.leading
      part = 0
    }
  }

  /** Whether the column has room for this much more. */
  hasRoom({ column, used }: Place, height: Pt): boolean {
    const strip = this.columns[column]
    return strip === undefined || used + height <= strip.box.height + HAIR
  }

  private partsOf(strip: Column, top: Pt, height: Pt): { x: Pt; width: Pt; narrowed: boolean }[] {
    const { x, width, y } = strip.box
    const inWay = strip.obstacles.filter(
      (box) => box.y < y + top + height - HAIR && box.y + box.height > y + top + HAIR,
    )
    if (inWay.length === 0) return [{ x, width, narrowed: false }]
    const parts: { x: Pt; width: Pt; narrowed: boolean }[] = []
    let left = x
    const close = (right: Pt) => {
      if (right - left >= LEAST_PART_EM * this.bodyPt - HAIR)
        parts.push({ x: left, width: right - left, narrowed: true })
    }
    for (const box of [...inWay].sort((a, b) => a.x - b.x)) {
      close(Math.min(box.x, x + width))
      left = Math.max(left, box.x + box.width)
    }
    close(x + width)
    return parts
  }
}

export const sameTrack = (a: Track, b: Track): boolean =>
  a.columns.length === b.columns.length &&
  a.columns.every((column, i) => {
    const other = b.columns[i] as Column
    return (
      column.frame === other.frame &&
      column.frameId === other.frameId &&
      sameBox(column.box, other.box) &&
      column.obstacles.length === other.obstacles.length &&
      column.obstacles.every((box, k) => sameBox(box, other.obstacles[k] as Box))
    )
  })

const sameBox = (a: Box, b: Box): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height

/** The track of a story's thread; `limit` shortens the columns of its last frame, to balance them. */
export function trackOf(doc: PageDoc, { frames, fit }: Story, limit?: Pt): Track {
  const onGrid = fit?.leadingPt === undefined
  const columns = frames.flatMap((id, i) =>
    columnsOf(doc, id, onGrid, i === frames.length - 1 ? limit : undefined),
  )
  return new Track(columns, doc.setup.leadingPt, doc.setup.bodyPt)
}

function columnsOf(doc: PageDoc, frameId: string, onGrid: boolean, limit?: Pt): Column[] {
  const frame = doc.frames[frameId]
  if (frame?.kind !== 'text') throw new Error(`story runs through ${frameId}, which is no text frame`)
  const whole = toTrack(insideOf(frame), frame)
  if (onGrid && frame.vertical === 'grid' && frame.writing !== 'vertical') startOnGrid(whole, doc.setup)
  const obstacles = obstaclesOf(doc, frameId, frame).map((box) => toTrack(box, frame))
  const { count, gutterPt } = frame.columns ?? { count: 1, gutterPt: 0 }
  const width = Math.max(0, (whole.width - (count - 1) * gutterPt) / count)
  return Array.from({ length: count }, (_, i) => ({
    frame,
    frameId,
    box: {
      x: whole.x + i * (width + gutterPt),
      y: whole.y,
      width,
      height: Math.min(whole.height, limit ?? whole.height),
    },
    obstacles,
  }))
}

/** What a frame's insets leave of it for text. */
export function insideOf({ x, y, width, height, inset }: TextFrame): Box {
  if (inset === undefined) return { x, y, width, height }
  const { top, right, bottom, left } = inset
  return {
    x: x + left,
    y: y + top,
    width: Math.max(0, width - left - right),
    height: Math.max(0, height - top - bottom),
  }
}

/** Brings a strip's top down to the next row of the page's grid. */
function startOnGrid(strip: Box, { top, leadingPt }: PageSetup): void {
  const rows = (strip.y - top) / leadingPt
  const down = (Math.ceil(rows - HAIR) - rows) * leadingPt
  if (down < HAIR) return
  strip.y += down
  strip.height = Math.max(0, strip.height - down)
}

/** What a frame's text keeps clear of: frames with a wrap, of its own article and others, with their distances. */
export function obstaclesOf(doc: PageDoc, id: string, frame: TextFrame): Box[] {
  if (frame.overWraps) return []
  const boxes: Box[] = []
  for (const [other, { wrap, x, y, width, height }] of wrappedFrames(doc)) {
    if (other === id) continue
    const box = {
      x: x - wrap.left,
      y: y - wrap.top,
      width: width + wrap.left + wrap.right,
      height: height + wrap.top + wrap.bottom,
    }
    const meets =
      box.x < frame.x + frame.width &&
      box.x + box.width > frame.x &&
      box.y < frame.y + frame.height &&
      box.y + box.height > frame.y
    if (meets) boxes.push(box)
  }
  return boxes
}

type Wrapped = Frame & { wrap: NonNullable<Frame['wrap']> }

const wrappedFrames = (doc: PageDoc): [string, Wrapped][] =>
  Object.entries(doc.frames).filter((entry): entry is [string, Wrapped] => entry[1].wrap !== undefined)

/** Page space to track space: the same for horizontal text, turned about the frame's top right for vertical. */
function toTrack({ x, y, width, height }: Box, frame: TextFrame): Box {
  if (frame.writing !== 'vertical') return { x, y, width, height }
  return { x: y, y: frame.x + frame.width - (x + width), width: height, height: width }
}
