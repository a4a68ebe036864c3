/** What lies over the page and never prints: grid, numbers, 排齐 tints, selection, threads, overset marks. */

import { portBox } from '../../core/edit/hit.ts'
import { PORT_PX } from '../../core/edit/tools/tool.ts'
import type { Box } from '../../core/geometry.ts'
import type { EditorState } from '../editor/editor-state.ts'
import { selectedEntries } from '../editor/selection.ts'
import { lineBox } from '../source/source-lines.ts'
import type { AppState } from '../state/app-state.ts'
import { type FrameEntry, type PageModel, pigmentOf } from '../state/page-model.ts'
import { oversetFrames } from '../state/selecting.ts'
import type { Say } from '../state/words.ts'
import { textState } from '../text/text-state.ts'
import type { Colours } from './colours.ts'
import { drawGesture, drawGrips, drawGuides } from './edit-painter.ts'
import { drawFit } from './fit-painter.ts'
import { drawPins } from './pin-painter.ts'
import { typeArea } from './place.ts'
import { boxToScreen, type View, zoomOf } from './view.ts'

/** Below this zoom only each tenth row is drawn. */
const ALL_ROWS_ZOOM = 0.45
/** Px between a row's number and the type area. */
const ROW_NUMBER_AIR = 4

export interface Brush {
  context: CanvasRenderingContext2D
  colours: Colours
  view: View
  model: PageModel
  say: Say
}

export function drawOverlay(
  context: CanvasRenderingContext2D,
  state: AppState,
  colours: Colours,
  dpr: number,
  say: Say,
  hand: EditorState,
): void {
  const { page, view, show } = state
  if (!page) return
  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  const brush: Brush = { context, colours, view, model: page, say }
  if (show.preview) {
    drawGesture(brush, state, hand)
    return
  }
  if (state.stage !== 'preflight' && show.columns) drawFrameEdges(brush)
  if (show.copyfit) drawFit(brush, state.viewport)
  if (show.guides) drawGuides(brush, state, hand)
  drawParagraph(brush, state)
  drawSelection(brush, state)
  drawOversetMarks(brush, state)
  drawPins(brush)
  // Grips would cover characters while they are typed.
  if (textState.get().story === null) drawGrips(brush, state)
  drawGesture(brush, state, hand)
  if (state.flash) for (const box of state.flash) drawFlash(brush, box)
}

/** What of the state the grid is drawn from: without a change of these it stays as it is. */
export const gridKey = ({ page, view, viewport, show, stage, language }: AppState): readonly unknown[] => {
  const { rows, columns, preview } = show
  return [page?.doc.setup, view, viewport.width, viewport.height, rows, columns, preview, stage, language]
}

/** Rows and columns, under everything else that lies over the page. */
export function drawGrid(
  context: CanvasRenderingContext2D,
  { page, view, show, stage }: AppState,
  colours: Colours,
  dpr: number,
  say: Say,
): void {
  // What is checked is the page as it is printed.
  if (!page || show.preview || stage === 'preflight') return
  context.setTransform(dpr, 0, 0, dpr, 0, 0)
  const brush: Brush = { context, colours, view, model: page, say }
  if (show.rows) drawRows(brush)
  if (show.columns) drawColumns(brush)
}

/** Half a px off, so that a line of 1 px fills one row of pixels. */
export const crisp = (value: number): number => Math.round(value) + 0.5

const moreContrast = window.matchMedia('(prefers-contrast: more)')

/** Faint on purpose, unless more contrast is asked for. */
const gridInk = (colours: Colours): string => (moreContrast.matches ? colours.slip : colours.grid)

function drawRows({ context, colours, view, model }: Brush): void {
  const { grid } = model.composition
  const area = boxToScreen(view, typeArea(grid))
  const all = zoomOf(view) >= ALL_ROWS_ZOOM
  context.strokeStyle = gridInk(colours)
  context.lineWidth = 1
  const pitch = grid.leading * view.scale
  for (let row = all ? 1 : 10; row <= grid.rows; row += all ? 1 : 10) {
    const y = crisp(area.y + row * pitch)
    context.globalAlpha = moreContrast.matches ? 0.4 : row % 10 === 0 ? 0.5 : 0.2
    segment(context, area.x, y, area.x + area.width, y)
  }
  context.globalAlpha = 1
  const step = pitch >= 22 ? 1 : pitch >= 11 ? 5 : 10
  context.fillStyle = colours.select
  context.font = `${rowNumberSize(context, colours, area.x - view.x)}px ${colours.font}`
  context.textAlign = 'right'
  context.textBaseline = 'middle'
  for (let row = step; row <= grid.rows; row += step) {
    context.fillText(String(row), area.x - ROW_NUMBER_AIR, area.y + (row - 0.5) * pitch)
  }
}

/** Small enough that the longest number stays on the paper: over a dark desk it could not be read. */
function rowNumberSize(context: CanvasRenderingContext2D, colours: Colours, marginPx: number): number {
  context.font = `11px ${colours.font}`
  const room = marginPx - ROW_NUMBER_AIR - 2
  return Math.max(7, Math.min(11, (11 * room) / context.measureText('100').width))
}

function drawColumns({ context, colours, view, model }: Brush): void {
  const { grid } = model.composition
  const area = boxToScreen(view, typeArea(grid))
  const width = grid.columnWidth * view.scale
  context.font = `12px ${colours.font}`
  context.textAlign = 'center'
  context.textBaseline = 'alphabetic'
  for (let column = 0; column < grid.columns; column++) {
    const x = area.x + column * (grid.columnWidth + grid.gutter) * view.scale
    context.fillStyle = colours.grid
    context.globalAlpha = 0.05
    context.fillRect(x, area.y, width, area.height)
    context.globalAlpha = moreContrast.matches ? 0.4 : 0.5
    context.strokeStyle = gridInk(colours)
    context.lineWidth = 1
    strokeBox(context, { x, y: area.y, width, height: area.height })
    context.globalAlpha = 1
    context.fillStyle = colours.select
    if (width >= 12) context.fillText(String(column + 1), x + width / 2, area.y - 6)
  }
}

function drawFrameEdges({ context, colours, view, model }: Brush): void {
  context.strokeStyle = gridInk(colours)
  context.lineWidth = 1
  context.globalAlpha = 0.55
  for (const { frame, box } of model.frames) {
    // Rules and boxes are their own outlines.
    if (!frame.hidden && frame.kind !== 'rule' && frame.kind !== 'shape')
      strokeBox(context, boxToScreen(view, box))
  }
  context.globalAlpha = 1
}

/** The paragraph that commands act on: a faint ground and a bar at its left. */
function drawParagraph({ context, colours, view, model }: Brush, { selection }: AppState): void {
  if (selection?.paragraph === undefined || selection.story === textState.get().story) return
  context.fillStyle = colours.select
  for (const frame of model.frames) {
    if (frame.story?.id !== selection.story) continue
    for (const line of frame.lines) {
      if (line.paragraph !== selection.paragraph) continue
      const { x, y, width, height } = boxToScreen(view, lineBox(line))
      context.globalAlpha = 0.07
      context.fillRect(x, y, width, height)
      context.globalAlpha = 0.8
      if (line.vertical) context.fillRect(x, y - 4, width, 2)
      else context.fillRect(x - 10, y, 2, height)
    }
  }
  context.globalAlpha = 1
}

function drawSelection({ context, colours, view, model }: Brush, state: AppState): void {
  const { selection } = state
  if (!selection) return
  const { story, article } = selection
  const chosen = selectedEntries(state)
  const number = article === undefined ? undefined : model.doc.articles[article]?.number
  if (story !== undefined) {
    const thread = threadOf(model, story)
    context.strokeStyle = number === undefined ? colours.select : (colours.pigments[pigmentOf(number)] ?? '')
    context.lineWidth = 1
    context.setLineDash([4, 3])
    for (const entry of thread) if (!chosen.includes(entry)) strokeBox(context, boxToScreen(view, entry.box))
    context.setLineDash([])
    context.strokeStyle = colours.select
    context.lineWidth = 1.5
    for (const [index, entry] of thread.entries()) {
      const next = thread[index + 1]
      if (next) drawThread(context, boxToScreen(view, entry.box), boxToScreen(view, next.box))
    }
  }
  context.strokeStyle = colours.select
  context.lineWidth = 1.5
  for (const entry of chosen) {
    const { x, y, width, height } = boxToScreen(view, entry.box)
    context.strokeRect(x, y, width, height)
  }
}

const threadOf = (model: PageModel, story: string): FrameEntry[] =>
  (model.doc.stories[story]?.frames ?? []).flatMap((id) => model.framesById.get(id) ?? [])

/** From the end of one frame to the start of the next. */
function drawThread(context: CanvasRenderingContext2D, from: Box, to: Box): void {
  const start = { x: from.x + from.width, y: from.y + from.height }
  const bend = Math.min(120, Math.abs(start.y - to.y) / 3 + 16)
  context.beginPath()
  context.moveTo(start.x, start.y)
  context.bezierCurveTo(start.x + 4, start.y - bend, to.x - 4, to.y + bend, to.x, to.y)
  context.stroke()
}

/** A red square with a plus outside the last frame's lower right corner; the selected one says how much. */
function drawOversetMarks({ context, colours, view, model, say }: Brush, { selection }: AppState): void {
  for (const frame of oversetFrames(model)) {
    const box = boxToScreen(view, frame.box)
    const port = boxToScreen(view, portBox(frame.box, 'out', PORT_PX / view.scale))
    const [x, y] = [Math.round(port.x), Math.round(port.y)]
    context.fillStyle = colours.bad
    context.fillRect(x, y, PORT_PX, PORT_PX)
    context.strokeStyle = colours.onBad
    context.lineWidth = 1.5
    segment(context, x + 2.5, y + 5.5, x + 8.5, y + 5.5)
    segment(context, x + 5.5, y + 2.5, x + 5.5, y + 8.5)
    if (!frame.story || selection?.story !== frame.story.id) continue
    const { oversetCharacters: n, oversetLines: lines } = frame.story
    const text = say('canvas.overset', { n, lines })
    context.font = `12px ${colours.font}`
    context.textAlign = 'left'
    context.textBaseline = 'middle'
    const width = context.measureText(text).width + 14
    const left = Math.round(box.x + box.width - width)
    const top = Math.round(box.y + box.height) + 6
    context.fillStyle = colours.bad
    context.beginPath()
    context.roundRect(left, top, width, 20, 3)
    context.fill()
    context.fillStyle = colours.onBad
    context.fillText(text, left + 7, top + 10.5)
  }
}

function drawFlash({ context, colours, view }: Brush, box: Box): void {
  const { x, y, width, height } = boxToScreen(view, box)
  context.strokeStyle = colours.select
  context.lineWidth = 2
  context.beginPath()
  context.roundRect(x - 4, y - 4, width + 8, height + 8, 3)
  context.stroke()
}

export function segment(
  context: CanvasRenderingContext2D,
  x1: number,
  y1: number,
  x2: number,
  y2: number,
): void {
  context.beginPath()
  context.moveTo(x1, y1)
  context.lineTo(x2, y2)
  context.stroke()
}

function strokeBox(context: CanvasRenderingContext2D, box: Box): void {
  const x = crisp(box.x)
  const y = crisp(box.y)
  context.strokeRect(x, y, crisp(box.x + box.width) - x, crisp(box.y + box.height) - y)
}
