import { useEffect, useRef } from 'react'
import { paintPage } from '../../core/paint/paint-page.ts'
import { hasMarks } from '../../core/pdf/mark-kinds.ts'
import { MARK_ROOM, type PageBoxes, pageBoxes } from '../../core/pdf/page-boxes.ts'
import { mmToPt } from '../../core/units.ts'
import { glyphPaths } from '../canvas/glyph-paths.ts'
import { picturePainter } from '../canvas/picture-painter.ts'
import { previews } from '../pictures/shelf.ts'
import type { PageModel } from '../state/page-model.ts'
import { useSay } from '../state/words.ts'
import type { ExportForm } from './export-form.ts'

const WIDTH = 208
const HEIGHT = 330

interface PreviewProps {
  page: PageModel
  form: ExportForm
}

/** The sheet as it will be: the page in its trim, the bleed dashed red, the marks round it. */
export function ExportPreview({ page, form }: PreviewProps) {
  const say = useSay()
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const draw = () => canvas.current && drawSheet(canvas.current, page, form)
    draw()
    return previews.subscribe(draw)
  }, [page, form])
  return (
    <div className="export-preview">
      <canvas
        ref={canvas}
        style={{ width: WIDTH, height: HEIGHT }}
        role="img"
        aria-label={say('export.preview')}
      />
      <p>{say('export.preview-note')}</p>
    </div>
  )
}

function drawSheet(canvas: HTMLCanvasElement, { composition, doc }: PageModel, form: ExportForm): void {
  const dpr = window.devicePixelRatio
  canvas.width = WIDTH * dpr
  canvas.height = HEIGHT * dpr
  const context = canvas.getContext('2d')
  if (!context) return
  const boxes = pageBoxes(composition, mmToPt(form.bleedMm), hasMarks(form.marks))
  const [, , mediaWidth, mediaHeight] = boxes.mediaBox
  const scale = Math.min((WIDTH - 8) / mediaWidth, (HEIGHT - 8) / mediaHeight) * dpr
  const left = (canvas.width - mediaWidth * scale) / 2
  const top = (canvas.height - mediaHeight * scale) / 2
  const [trimLeft, , , trimHead] = boxes.trimBox
  const origin = { x: left + trimLeft * scale, y: top + (mediaHeight - trimHead) * scale }
  const [width, height] = [boxes.width * scale, boxes.height * scale]
  context.fillStyle = '#ffffff'
  context.fillRect(origin.x, origin.y, width, height)
  const drawPicture = picturePainter(context, doc.assets, scale, previews)
  paintPage(context, composition, glyphPaths, { scale, dx: origin.x, dy: origin.y, drawPicture })
  if (form.standard === 'proof')
    drawProofMark(context, origin.x + width / 2, origin.y + height / 2, width / 4)
  context.lineWidth = dpr
  context.strokeStyle = '#1e1c19'
  context.strokeRect(origin.x, origin.y, width, height)
  if (boxes.bleed > 0) {
    const bleed = boxes.bleed * scale
    context.strokeStyle = '#b02e1a'
    context.setLineDash([3 * dpr, 2 * dpr])
    context.strokeRect(origin.x - bleed, origin.y - bleed, width + 2 * bleed, height + 2 * bleed)
    context.setLineDash([])
  }
  drawMarks(context, form, boxes, origin, scale, dpr)
}

/** Over the page here, where it would be too faint under it. */
function drawProofMark(context: CanvasRenderingContext2D, x: number, y: number, size: number): void {
  context.font = `500 ${size}px "Noto Sans SC", sans-serif`
  context.textAlign = 'center'
  context.textBaseline = 'middle'
  context.fillStyle = 'rgb(30 28 25 / 0.16)'
  context.fillText('未签发', x, y)
}

function drawMarks(
  context: CanvasRenderingContext2D,
  { marks }: ExportForm,
  { width, height, markOffset }: PageBoxes,
  origin: { x: number; y: number },
  scale: number,
  dpr: number,
): void {
  context.strokeStyle = '#57524a'
  context.fillStyle = '#57524a'
  context.lineWidth = dpr * 0.75
  const line = (x: number, y: number, toX: number, toY: number) => {
    context.beginPath()
    context.moveTo(origin.x + x * scale, origin.y + y * scale)
    context.lineTo(origin.x + toX * scale, origin.y + toY * scale)
    context.stroke()
  }
  if (marks.crop) {
    const reach = markOffset + mmToPt(5)
    for (const [x, out] of [
      [0, -1],
      [width, 1],
    ] as const) {
      for (const [y, down] of [
        [0, -1],
        [height, 1],
      ] as const) {
        line(x + out * markOffset, y, x + out * reach, y)
        line(x, y + down * markOffset, x, y + down * reach)
      }
    }
  }
  const away = markOffset + MARK_ROOM / 2
  if (marks.registration) {
    for (const [x, y] of [
      [width / 2, -away],
      [width / 2, height + away],
      [-away, height / 2],
      [width + away, height / 2],
    ] as const) {
      const arm = mmToPt(3)
      context.beginPath()
      context.arc(origin.x + x * scale, origin.y + y * scale, mmToPt(2) * scale, 0, 2 * Math.PI)
      context.stroke()
      line(x - arm, y, x + arm, y)
      line(x, y - arm, x, y + arm)
    }
  }
  if (marks.colourBar) {
    const patch = mmToPt(5) * scale
    const y = origin.y + (height + markOffset) * scale + patch / 3
    for (const [i, colour] of ['#0093d3', '#cc006b', '#fff10c', '#1e1c19'].entries()) {
      context.fillStyle = colour
      context.fillRect(origin.x + (markOffset + i * mmToPt(5)) * scale, y, patch, patch)
    }
  }
  if (marks.info) {
    context.fillStyle = '#57524a'
    const y = origin.y - (markOffset + MARK_ROOM / 2) * scale
    context.fillRect(origin.x + markOffset * scale, y, width * scale * 0.3, Math.max(1, dpr))
  }
}
