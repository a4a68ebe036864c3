/**
 * Small glyphs as pictures. A page of body text is some thousand glyphs, and copying the pixels of one costs a third of
 * filling its outline. So pens stand on quarters of a pixel along the line and on whole pixels across it, which also
 * gives every line of a column the same look; a glyph that is painted a second time in the same size, ink and quarter is
 * put on a sheet, after the frame, and copied from there. Large glyphs are few, and filled where they stand.
 */
import type { ComposedLine, GlyphRun } from '../../core/compose/composition.ts'
import { glyphBox, glyphPaths } from './glyph-paths.ts'

const SHEET_PX = 1024
const MOST_SHEETS = 8
/** Above this many px to the em a glyph is filled where it stands. */
const MOST_EM_PX = 48
const QUARTERS = 4
/** So many are put on sheets before other work has its turn. */
const AT_ONCE = 200

/** Where a glyph's picture is, and where its corner lies from the pixel of the pen. */
interface Spot {
  sheet: HTMLCanvasElement
  x: number
  y: number
  width: number
  height: number
  left: number
  top: number
}

/** How a glyph is wanted: runs of one kind share face, size, ink and direction. */
interface Kind {
  face: string
  unitPx: number
  ink: string
  turned: boolean
  spots: Map<number, Spot | 'once' | 'asked'>
}

interface Placed {
  scale: number
  dx: number
  dy: number
}

const kinds = new Map<string, Kind>()
let wanted: { kind: Kind; glyph: number; quarter: number }[] = []
let timer: ReturnType<typeof setTimeout> | undefined

/** Paints a run of small glyphs onto a canvas whose units are device px; false where it is not small. */
export function drawSmallRun(
  context: CanvasRenderingContext2D,
  run: GlyphRun,
  line: ComposedLine,
  { scale, dx, dy }: Placed,
): boolean {
  const emPx = run.sizePt * scale
  if (emPx > MOST_EM_PX) return false
  const kind = kindOf(run, emPx)
  context.save()
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.fillStyle = kind.ink
  for (const [i, glyph] of run.glyphs.entries()) {
    const x = dx + scale * (line.x + (run.xs[i] ?? 0))
    const y = dy + scale * (line.baseline + (run.ys?.[i] ?? 0))
    const [along, across] = kind.turned ? [y, x] : [x, y]
    const quarters = Math.round(along * QUARTERS)
    drawGlyph(context, kind, glyph, { quarters, across: Math.round(across) })
  }
  context.restore()
  return true
}

interface Pen {
  /** Along the line, in quarters of a px. */
  quarters: number
  /** In px. */
  across: number
}

function drawGlyph(context: CanvasRenderingContext2D, kind: Kind, glyph: number, pen: Pen): void {
  const along = Math.floor(pen.quarters / QUARTERS)
  const quarter = pen.quarters - along * QUARTERS
  const key = glyph * QUARTERS + quarter
  const spot = kind.spots.get(key)
  if (typeof spot === 'object') {
    const { sheet, x, y, width, height } = spot
    const left = (kind.turned ? pen.across : along) + spot.left
    const top = (kind.turned ? along : pen.across) + spot.top
    if (width > 0) context.drawImage(sheet, x, y, width, height, left, top, width, height)
    return
  }
  if (spot === undefined) kind.spots.set(key, 'once')
  else if (spot === 'once') {
    kind.spots.set(key, 'asked')
    wanted.push({ kind, glyph, quarter })
    timer ??= setTimeout(putOnSheets)
  }
  fillGlyph(context, kind, glyph, pen.quarters / QUARTERS, pen.across)
}

function fillGlyph(
  context: CanvasRenderingContext2D,
  { face, unitPx, turned }: Kind,
  glyph: number,
  along: number,
  across: number,
): void {
  const path = glyphPaths(face, glyph)
  if (!path) return
  if (turned) context.setTransform(0, unitPx, unitPx, 0, across, along)
  else context.setTransform(unitPx, 0, 0, -unitPx, along, across)
  context.fill(path)
  context.setTransform(1, 0, 0, 1, 0, 0)
}

function kindOf({ face, ink, turned }: GlyphRun, emPx: number): Kind {
  const key = `${face} ${emPx.toFixed(3)} ${ink.screen} ${turned ?? ''}`
  const known = kinds.get(key)
  if (known) return known
  const kind = { face, unitPx: emPx / 1000, ink: ink.screen, turned: turned === true, spots: new Map() }
  kinds.set(key, kind)
  return kind
}

/** Sheets are written between frames: one that is read and written in turns would be copied each time. */
function putOnSheets(): void {
  const now = wanted.slice(0, AT_ONCE)
  wanted = wanted.slice(AT_ONCE)
  timer = wanted.length > 0 ? setTimeout(putOnSheets) : undefined
  for (const { kind, glyph, quarter } of now) {
    const spot = putOnSheet(kind, glyph, quarter)
    if (!spot) {
      forgetAll()
      return
    }
    kind.spots.set(glyph * QUARTERS + quarter, spot)
  }
}

/** Undefined where all sheets are full. */
function putOnSheet(kind: Kind, glyph: number, quarter: number): Spot | undefined {
  const box = glyphBox(kind.face, glyph)
  const sheet = sheets.at(-1)
  const nowhere = { sheet: sheet ?? addSheet(), x: 0, y: 0, width: 0, height: 0, left: 0, top: 0 }
  if (!box) return nowhere
  const [x1, x2, y1, y2] = kind.turned
    ? [box.bottom, box.top, box.left, box.right]
    : [box.left, box.right, -box.top, -box.bottom]
  const [dx, dy] = kind.turned ? [0, quarter / QUARTERS] : [quarter / QUARTERS, 0]
  // A px of air for the paler rim of an outline.
  const left = Math.floor(x1 * kind.unitPx + dx) - 1
  const top = Math.floor(y1 * kind.unitPx + dy) - 1
  const width = Math.ceil(x2 * kind.unitPx + dx) + 1 - left
  const height = Math.ceil(y2 * kind.unitPx + dy) + 1 - top
  const place = roomFor(width, height)
  const context = place?.sheet.getContext('2d')
  if (!place || !context) return undefined
  context.fillStyle = kind.ink
  const pen = { x: place.x - left + dx, y: place.y - top + dy }
  if (kind.turned) fillGlyph(context, kind, glyph, pen.y, pen.x)
  else fillGlyph(context, kind, glyph, pen.x, pen.y)
  return { ...place, width, height, left, top }
}

const sheets: HTMLCanvasElement[] = []
/** Where the next picture goes on the last sheet: rows of pictures, each as high as its highest. */
let shelf = { x: 0, y: 0, height: 0 }

function addSheet(): HTMLCanvasElement {
  const sheet = document.createElement('canvas')
  sheet.width = SHEET_PX
  sheet.height = SHEET_PX
  sheets.push(sheet)
  shelf = { x: 0, y: 0, height: 0 }
  return sheet
}

function roomFor(
  width: number,
  height: number,
): { sheet: HTMLCanvasElement; x: number; y: number } | undefined {
  if (shelf.x + width > SHEET_PX) shelf = { x: 0, y: shelf.y + shelf.height, height: 0 }
  let sheet = sheets.at(-1)
  if (!sheet || shelf.y + height > SHEET_PX) {
    if (sheets.length === MOST_SHEETS) return undefined
    sheet = addSheet()
  }
  const place = { sheet, x: shelf.x, y: shelf.y }
  shelf = { x: shelf.x + width, y: shelf.y, height: Math.max(shelf.height, height) }
  return place
}

/** Sizes that were zoomed through are most of what is kept; what is in sight is soon back. */
function forgetAll(): void {
  kinds.clear()
  sheets.length = 0
  wanted = []
  clearTimeout(timer)
  timer = undefined
}
