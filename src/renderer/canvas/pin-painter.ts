/** A pin at the upper right corner of each article that stays where it is. */

import { pigmentOf } from '../state/page-model.ts'
import type { Brush } from './overlay-painter.ts'
import { boxToScreen } from './view.ts'

const SIZE = 18
/** The pin of the interface's icons, on a 24 grid. */
const PIN = new Path2D(
  'M12 17v5M9 10.76a2 2 0 0 1-1.11 1.79l-1.78.9A2 2 0 0 0 5 15.24V16a1 1 0 0 0 1 1h12a1 1 0 0 0 1-1v-.76a2 2 0 0 0-1.11-1.79l-1.78-.9A2 2 0 0 1 15 10.76V7a1 1 0 0 1 1-1 2 2 0 0 0 0-4H8a2 2 0 0 0 0 4 1 1 0 0 1 1 1z',
)

export function drawPins({ context, colours, view, model }: Brush): void {
  for (const [id, { pinned, number }] of Object.entries(model.doc.articles)) {
    const frames = pinned ? model.frames.filter(({ article }) => article === id) : []
    if (frames.length === 0) continue
    const top = Math.min(...frames.map(({ box }) => box.y))
    const right = Math.max(...frames.map(({ box }) => box.x + box.width))
    const at = boxToScreen(view, { x: right, y: top, width: 0, height: 0 })
    const x = Math.round(at.x) - SIZE / 2
    const y = Math.round(at.y) - SIZE / 2
    context.fillStyle = colours.pigments[pigmentOf(number)] ?? colours.select
    context.beginPath()
    context.roundRect(x, y, SIZE, SIZE, 3)
    context.fill()
    context.save()
    context.translate(x + 3, y + 3)
    context.scale((SIZE - 6) / 24, (SIZE - 6) / 24)
    context.strokeStyle = 'white'
    context.lineWidth = 2.2
    context.stroke(PIN)
    context.restore()
  }
}
