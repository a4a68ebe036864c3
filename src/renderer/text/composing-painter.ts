/** What an input method composes, drawn in its place; a string longer than its line goes on below, over the page. */
import { boxToScreen } from '../canvas/view.ts'
import { piecesOf } from './composing-pieces.ts'
import { caretBox, caretsOf } from './text-geometry.ts'
import { CARET_PX, type TextBrush } from './text-painter.ts'
import type { Composing } from './text-state.ts'

export function drawComposing(brush: TextBrush, story: string, { at, text, caret }: Composing): void {
  const { context, colours, view, page } = brush
  const place = caretBox(page, story, at)
  if (!place) return
  const { vertical } = place
  const { x, y, width, height } = boxToScreen(view, place.box)
  const size = vertical ? width : height
  const { first, line, back } = roomAt(brush, story, at, vertical ? y : x)
  context.save()
  context.translate(vertical ? x + width : x, y)
  // Down the page a string of letters stands turned, as it will in vertical text.
  if (vertical) context.rotate(Math.PI / 2)
  context.font = composingFont(size)
  context.textAlign = 'left'
  context.textBaseline = 'alphabetic'
  const widthOf = (part: string) => context.measureText(part).width
  const pieces = piecesOf(text, { first, line }, widthOf)
  pieces.forEach((piece, i) => {
    const [left, top, length] = [i === 0 ? 0 : -back, i * size * PITCH, widthOf(piece.text)]
    // Below its own line it covers what stands there.
    context.fillStyle = 'white'
    if (i > 0) context.fillRect(left, top, length, size)
    context.fillStyle = colours.tint
    context.fillRect(left, top, length, size)
    context.fillStyle = colours.accent
    context.fillRect(left, top + size - 1, length, 1.5)
    context.fillStyle = 'black'
    context.fillText(piece.text, left, top + size * 0.86)
    const next = pieces[i + 1]?.start ?? text.length + 1
    if (caret < piece.start || caret >= next) return
    context.fillStyle = colours.select
    const along = left + widthOf(text.slice(piece.start, caret))
    context.fillRect(along - CARET_PX / 2, top, CARET_PX, size)
  })
  context.restore()
}

const PITCH = 1.25

/** In px: from the place to the end of its line, the whole line, and from its start to the place. */
function roomAt({ view, page }: TextBrush, story: string, at: Composing['at'], from: number) {
  const carets = caretsOf(page, story)
  const line = carets.lines[carets.lineAt(at) ?? -1]?.line
  if (!line) return { first: Number.POSITIVE_INFINITY, line: Number.POSITIVE_INFINITY, back: 0 }
  const start = line.vertical ? view.y + line.baseline * view.scale : view.x + line.x * view.scale
  // Half a character may hang over, as marks do.
  const whole = (line.measure + line.carets.sizePt / 2) * view.scale
  return { first: start + whole - from, line: whole, back: from - start }
}

const PRINT = '"Noto Serif SC", "Songti SC", serif'

const composingFont = (px: number): string => `${px}px ${PRINT}`

let measuring: CanvasRenderingContext2D | null | undefined

/** How long the string is, in em. */
export function composingWidthEm(text: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (!measuring) return text.length
  measuring.font = composingFont(100)
  return measuring.measureText(text).width / 100
}
