/**
 * The 排齐 overlay: each line's tint and sum, its measure, copyfit records in the margin, loose lines flagged, and
 * from near the places themselves.
 */
import type { ComposedLine } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import { lineBox } from '../source/source-lines.ts'
import type { FrameEntry } from '../state/page-model.ts'
import { type FitPlace, fitPlaces, fitSettingOf } from './fit-places.ts'
import { fitTint, isLoose, measureEm, signedEm } from './fit-tints.ts'
import { type Brush, crisp, segment } from './overlay-painter.ts'
import { boxToScreen, type Size, zoomOf } from './view.ts'

const MEASURE_ZOOM = 0.45
const PLACES_ZOOM = 0.9
const FIGURES_ZOOM = 1.2

export function drawFit(brush: Brush, viewport: Size): void {
  const { context, colours, view, model } = brush
  const zoom = zoomOf(view)
  context.font = `11px ${colours.font}`
  context.textBaseline = 'middle'
  for (const frame of model.frames) {
    for (const [i, line] of frame.lines.entries()) {
      const box = boxToScreen(view, lineBox(line))
      if (!inSight(box, viewport)) continue
      drawTint(brush, line, box, zoom)
      if (zoom >= PLACES_ZOOM)
        for (const place of placesOf(brush, frame, line)) drawPlace(brush, line, place, box)
      if (zoom >= MEASURE_ZOOM) drawMeasure(brush, frame, i, box, zoom)
      drawRecords(brush, frame, line, box)
      if (isLoose(line)) drawLoose(brush, line, box, zoom)
    }
  }
}

const inSight = ({ x, y, width, height }: Box, viewport: Size): boolean =>
  x + width > -60 && x < viewport.width + 60 && y + height > 0 && y < viewport.height

function drawTint({ context, colours }: Brush, line: ComposedLine, box: Box, zoom: number): void {
  const tint = fitTint(line)
  if (!tint) return
  if (moreContrast.matches) drawHatch(context, colours.fitInk[tint.kind], HATCH[tint.kind], box)
  else {
    context.fillStyle = colours[tint.kind]
    context.globalAlpha = tint.strength
    context.fillRect(box.x, box.y, box.width, box.height)
    context.globalAlpha = 1
  }
  if (zoom < FIGURES_ZOOM || isLoose(line) || line.vertical) return
  context.textAlign = 'left'
  context.fillStyle = colours.fitInk[tint.kind]
  context.fillText(signedEm(tint.sumEm), box.x + box.width + 3, box.y + box.height / 2)
}

const moreContrast = window.matchMedia('(prefers-contrast: more)')

/** Which way the hatching of a line leans: it tells the kinds apart without their colours. */
const HATCH = { squeezed: 1, stretched: -1, copyfit: 0 } as const

function drawHatch(context: CanvasRenderingContext2D, colour: string, lean: 1 | -1 | 0, box: Box): void {
  const { x, y, width, height } = box
  context.save()
  context.beginPath()
  context.rect(x, y, width, height)
  context.clip()
  context.strokeStyle = colour
  context.lineWidth = 1
  for (let at = -height; at < width + height; at += 7) {
    segment(
      context,
      x + at,
      lean < 0 ? y : y + height,
      x + at + lean * lean * height,
      lean < 0 ? y + height : y,
    )
  }
  context.restore()
  context.strokeStyle = colour
  context.strokeRect(x, y, width, height)
}

const known = new WeakMap<ComposedLine, FitPlace[]>()

function placesOf({ model: { doc } }: Brush, frame: FrameEntry, line: ComposedLine): FitPlace[] {
  const places = known.get(line)
  if (places) return places
  const story = frame.story?.story
  const paragraph = story?.paragraphs[line.paragraph]
  const style = paragraph && doc.paragraphStyles[paragraph.style]
  const setting = style && fitSettingOf(doc.presets, story, paragraph, style.preset)
  const made = setting && style.align === 'justify' ? fitPlaces(line, setting) : []
  known.set(line, made)
  return made
}

/** A squeezed mark in its room, a gap as wide as it was widened. */
function drawPlace(
  { context, colours, view }: Brush,
  line: ComposedLine,
  { kind, at, length, em }: FitPlace,
  box: Box,
): void {
  context.fillStyle = colours[kind === 'squeezed' ? 'squeezed' : 'stretched']
  context.globalAlpha = 0.2 + 0.4 * Math.min(1, em * 2)
  const from = at * view.scale
  const along = Math.max(1, length * view.scale)
  if (line.vertical) context.fillRect(box.x, box.y + from, box.width, along)
  else context.fillRect(box.x + from, box.y, along, box.height)
  context.globalAlpha = 1
}

/** A thin bracket at both ends of the measure; its length in em where it changes in the frame. */
function drawMeasure(
  { context, colours, model, view }: Brush,
  frame: FrameEntry,
  index: number,
  box: Box,
  zoom: number,
): void {
  const line = frame.lines[index]
  const style = model.doc.paragraphStyles[frame.story?.story.paragraphs[line?.paragraph ?? 0]?.style ?? '']
  if (!line || line.vertical || style?.align !== 'justify') return
  context.strokeStyle = colours.select
  context.lineWidth = 1
  context.globalAlpha = 0.7
  const foot = Math.min(4, box.width / 8)
  for (const [x, inward] of [
    [crisp(box.x) - 1, foot],
    [crisp(box.x + box.width), -foot],
  ] as const) {
    segment(context, x, box.y, x, box.y + box.height)
    segment(context, x, box.y + box.height, x + inward, box.y + box.height)
  }
  context.globalAlpha = 1
  if (zoom < PLACES_ZOOM || index > 0) return
  const over = boxToScreen(view, frame.box)
  const text = `${Number(measureEm(line, style).toFixed(2))} em`
  const half = context.measureText(text).width / 2 + 3
  const middle = over.x + over.width / 2
  context.fillStyle = colours.page
  context.fillRect(middle - half, over.y - 17, half * 2, 14)
  context.textAlign = 'center'
  context.fillStyle = colours.select
  context.fillText(text, middle, over.y - 10)
}

/** In the margin: solid by hand, as the whole story's fit is, hollow as printed. */
function drawRecords(
  { context, colours }: Brush,
  { story }: FrameEntry,
  { paragraph, start, end, vertical }: ComposedLine,
  box: Box,
): void {
  const copyfit = story?.story.paragraphs[paragraph]?.copyfit ?? []
  const records = copyfit.filter((record) => record.start < end && record.end > start)
  const byHand = story?.story.fit !== undefined || records.some(({ by }) => by === 'hand')
  if ((records.length === 0 && !byHand) || vertical) return
  context.fillStyle = colours.copyfit
  context.strokeStyle = colours.copyfit
  context.lineWidth = 1
  if (byHand) context.fillRect(box.x - 6, box.y, 3, box.height)
  else context.strokeRect(Math.round(box.x - 6) + 0.5, Math.round(box.y) + 0.5, 2, box.height - 1)
}

/** Outlined, with a triangle and by how much a gap was widened. */
function drawLoose({ context, colours, say }: Brush, line: ComposedLine, box: Box, zoom: number): void {
  context.strokeStyle = colours.loose
  context.lineWidth = 1.5
  context.strokeRect(box.x - 1, box.y - 1, box.width + 2, box.height + 2)
  const x = box.x + box.width + 4
  const y = box.y + box.height / 2
  context.fillStyle = colours.loose
  context.beginPath()
  context.moveTo(x + 4, y - 4)
  context.lineTo(x + 8, y + 4)
  context.lineTo(x, y + 4)
  context.fill()
  if (zoom < FIGURES_ZOOM) return
  context.textAlign = 'left'
  context.fillText(say('canvas.loose', { em: signedEm(line.fit.stretchEm) }), x + 11, y)
}
