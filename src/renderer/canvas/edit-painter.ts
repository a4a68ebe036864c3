/** What belongs to the hand: handles and ports of what is selected, guides, snaps, what is drawn, and the tip. */
import { handlesOf, portBox } from '../../core/edit/hit.ts'
import { PageGrid } from '../../core/edit/page-grid.ts'
import { GRIP_PX, gripsOf, hasGrips } from '../../core/edit/picture-grips.ts'
import { handlePlace } from '../../core/edit/resize.ts'
import type { SnapMark } from '../../core/edit/snap.ts'
import { HANDLE_PX, type Loaded, PORT_PX } from '../../core/edit/tools/tool.ts'
import type { Box } from '../../core/geometry.ts'
import type { EditorState } from '../editor/editor-state.ts'
import { selectedEntries } from '../editor/selection.ts'
import type { AppState } from '../state/app-state.ts'
import { lengthsNow } from '../state/lengths.ts'
import { type FrameEntry, paragraphText } from '../state/page-model.ts'
import { type Brush, crisp, segment } from './overlay-painter.ts'
import { union } from './place.ts'
import { boxToScreen, type Point, toScreen } from './view.ts'

const HANDLE_SIDE = 7
const LOADED_CHARACTERS = 8

export function drawGuides(brush: Brush, { viewport }: AppState, { preview }: EditorState): void {
  const { model, context, colours } = brush
  context.strokeStyle = colours.guide
  context.lineWidth = 1
  for (const guide of model.doc.guides ?? []) drawGuide(brush, guide.axis, guide.at, viewport)
  if (!preview?.guide) return
  context.strokeStyle = colours.snap
  drawGuide(brush, preview.guide.axis, preview.guide.at, viewport)
}

function drawGuide(
  { context, view }: Brush,
  axis: 'x' | 'y',
  at: number,
  viewport: AppState['viewport'],
): void {
  if (axis === 'x') {
    const x = crisp(view.x + at * view.scale)
    segment(context, x, 0, x, viewport.height)
  } else {
    const y = crisp(view.y + at * view.scale)
    segment(context, 0, y, viewport.width, y)
  }
}

/** Handles of all that is selected as one, and the ports of a single text frame. */
export function drawGrips(brush: Brush, state: AppState): void {
  const { context, colours, view } = brush
  const entries = selectedEntries(state).filter(({ frame }) => !frame.hidden)
  const whole = union(entries.map(({ box }) => box))
  if (!whole || state.tool === 'hand' || state.tool === 'zoom') return
  if (entries.length > 1) {
    const { x, y, width, height } = boxToScreen(view, whole)
    context.strokeStyle = colours.select
    context.lineWidth = 1
    context.setLineDash([2, 2])
    context.strokeRect(crisp(x), crisp(y), Math.round(width), Math.round(height))
    context.setLineDash([])
  }
  const [first] = entries
  if (entries.length === 1 && first?.story) drawPorts(brush, first)
  if (entries.length === 1 && first && hasGrips(brush.model.doc, first.id)) drawPictureGrips(brush, first.box)
  if (entries.some(({ frame }) => frame.locked)) drawLock(brush, boxToScreen(view, whole))
  else drawHandles(brush, whole)
}

function drawHandles({ context, colours, view }: Brush, box: Box): void {
  const on = boxToScreen(view, box)
  context.fillStyle = colours.handle
  context.strokeStyle = colours.select
  context.lineWidth = 1.5
  for (const handle of handlesOf(box, HANDLE_PX / view.scale)) {
    const share = handlePlace(handle)
    const x = Math.round(on.x + share.x * on.width - HANDLE_SIDE / 2)
    const y = Math.round(on.y + share.y * on.height - HANDLE_SIDE / 2)
    context.fillRect(x, y, HANDLE_SIDE, HANDLE_SIDE)
    context.strokeRect(x, y, HANDLE_SIDE, HANDLE_SIDE)
  }
}

/** A ring that moves the picture under its frame, and a turned arrow outside a corner. */
function drawPictureGrips({ context, colours, view }: Brush, box: Box): void {
  const grips = gripsOf(box, 1 / view.scale)
  context.lineWidth = 1.5
  for (const [name, place] of Object.entries(grips)) {
    const { x, y } = toScreen(view, place)
    context.fillStyle = colours.handle
    context.strokeStyle = colours.select
    context.beginPath()
    context.arc(x, y, GRIP_PX, 0, 2 * Math.PI)
    context.fill()
    if (name === 'shift') context.stroke()
    context.beginPath()
    if (name === 'shift') context.arc(x, y, GRIP_PX / 2, 0, 2 * Math.PI)
    else {
      context.arc(x, y, GRIP_PX / 2 + 1, -0.9 * Math.PI, 0.5 * Math.PI)
      context.moveTo(x - 3, y + GRIP_PX / 2 - 2)
      context.lineTo(x, y + GRIP_PX / 2 + 1)
      context.lineTo(x - 3, y + GRIP_PX / 2 + 4)
    }
    context.stroke()
  }
}

/** In place of handles: it cannot be moved. */
function drawLock({ context, colours }: Brush, { x, y, width }: Box): void {
  const left = Math.round(x + width) - 18
  const top = Math.round(y) + 4
  context.fillStyle = colours.handle
  context.strokeStyle = colours.select
  context.lineWidth = 1.5
  context.fillRect(left, top, 14, 16)
  context.strokeRect(left + 2, top + 7, 10, 7)
  context.beginPath()
  context.arc(left + 7, top + 7, 3, Math.PI, 0)
  context.stroke()
}

/** Empty where the story begins or ends, an arrow where it goes on; overset is marked by itself. */
function drawPorts(brush: Brush, { box, index, count, story }: FrameEntry): void {
  const { view } = brush
  const side = PORT_PX / view.scale
  drawPort(brush, boxToScreen(view, portBox(box, 'in', side)), index > 0)
  if (index === count - 1 && (story?.oversetCharacters ?? 0) > 0) return
  drawPort(brush, boxToScreen(view, portBox(box, 'out', side)), index < count - 1)
}

function drawPort({ context, colours }: Brush, { x, y, width }: Box, goesOn: boolean): void {
  const [left, top] = [Math.round(x) + 0.5, Math.round(y) + 0.5]
  context.fillStyle = colours.handle
  context.strokeStyle = colours.select
  context.lineWidth = 1.5
  context.fillRect(left, top, width, width)
  context.strokeRect(left, top, width, width)
  if (!goesOn) return
  context.fillStyle = colours.select
  context.beginPath()
  context.moveTo(left + 3.5, top + 2.5)
  context.lineTo(left + 8, top + width / 2)
  context.lineTo(left + 3.5, top + width - 2.5)
  context.fill()
}

/** What is seen of a gesture while it lasts. */
export function drawGesture(brush: Brush, state: AppState, { preview, loaded }: EditorState): void {
  const { pointer } = state
  if (loaded && pointer) drawLoaded(brush, loaded, pointer)
  if (!preview) return
  if (preview.box) drawDrawn(brush, preview.box, preview.marquee === true)
  for (const mark of preview.marks ?? []) drawMark(brush, mark)
  if (preview.tip && pointer) drawTip(brush, preview.tip, pointer)
}

function drawDrawn({ context, colours, view }: Brush, box: Box, marquee: boolean): void {
  const { x, y, width, height } = boxToScreen(view, box)
  context.strokeStyle = colours.select
  context.lineWidth = marquee ? 1 : 1.5
  if (marquee) {
    context.fillStyle = colours.select
    context.globalAlpha = 0.08
    context.fillRect(x, y, width, height)
    context.globalAlpha = 1
  }
  context.strokeRect(crisp(x), crisp(y), Math.round(width), Math.round(height))
}

/** An edge that has snapped; equal gaps as spans with feet. */
function drawMark({ context, colours, view }: Brush, mark: SnapMark): void {
  context.strokeStyle = colours.snap
  context.lineWidth = 1
  const at = (axis: 'x' | 'y', value: number) => crisp(view[axis] + value * view.scale)
  const line = (along: number, from: number, to: number, axis: 'x' | 'y') =>
    axis === 'x' ? segment(context, along, from, along, to) : segment(context, from, along, to, along)
  const across = mark.axis === 'x' ? 'y' : 'x'
  if (mark.kind !== 'gap') {
    line(at(mark.axis, mark.at), at(across, mark.from), at(across, mark.to), mark.axis)
    return
  }
  const level = at(across, mark.at)
  for (const [from, to] of mark.spans) {
    const [start, end] = [at(mark.axis, from), at(mark.axis, to)]
    line(level, start, end, across)
    for (const foot of [start, end]) line(foot, level - 4, level + 4, mark.axis)
  }
}

/** 跨 3 栏 × 14 行, and by length. */
function drawTip(brush: Brush, box: Box, pointer: Point): void {
  const { model, say } = brush
  const { columns, rows } = new PageGrid(model.doc.setup).spanOf(box)
  const { unit, text } = lengthsNow()
  const size = { width: text(box.width), height: text(box.height) }
  const place = { x: text(box.x), y: text(box.y) }
  drawSlip(brush, pointer, [
    say('editor.tip-span', { columns, rows }),
    say('editor.tip-place', { ...size, ...place, unit }),
  ])
}

/** The first words of the text in hand. */
function drawLoaded(brush: Brush, loaded: Loaded, pointer: Point): void {
  drawSlip(brush, pointer, [firstWords(brush, loaded)])
}

function firstWords({ model, say }: Brush, loaded: Loaded): string {
  if ('story' in loaded) {
    const [first] = model.doc.stories[loaded.story]?.paragraphs ?? []
    return `${first ? paragraphText(first).slice(0, LOADED_CHARACTERS) : ''}…`
  }
  const entry = model.framesById.get(loaded.after)
  const last = entry?.lines.at(-1)
  const story = entry?.story?.story
  const paragraph = last && story?.paragraphs[last.paragraph]
  const rest = paragraph ? paragraphText(paragraph).slice(last.end) : ''
  const next = rest || paragraphText(story?.paragraphs[(last?.paragraph ?? -1) + 1] ?? { runs: [] })
  return next === '' ? say('editor.goes-on') : `${next.slice(0, LOADED_CHARACTERS)}…`
}

function drawSlip({ context, colours }: Brush, { x, y }: Point, lines: readonly string[]): void {
  context.font = `12px ${colours.font}`
  context.textAlign = 'left'
  context.textBaseline = 'middle'
  const width = Math.max(...lines.map((line) => context.measureText(line).width)) + 16
  const height = lines.length * 17 + 7
  const [left, top] = [Math.round(x) + 16, Math.round(y) + 18]
  context.fillStyle = colours.slip
  context.beginPath()
  context.roundRect(left, top, width, height, 3)
  context.fill()
  context.fillStyle = colours.onSlip
  lines.forEach((line, i) => {
    context.fillText(line, left + 8, top + 12 + i * 17)
  })
}
