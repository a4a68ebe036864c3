/**
 * Draws the composed page. What was painted is kept as a picture of the part in sight and some more, so that
 * panning copies it; while the scale moves the picture is stretched, and painted anew when it comes to rest.
 */

import type { Box } from '../../core/geometry.ts'
import { paintPage } from '../../core/paint/paint-page.ts'
import { previews } from '../pictures/shelf.ts'
import { type ProofView, proofView } from '../proof/proof-state.ts'
import type { PageModel } from '../state/page-model.ts'
import type { Colours } from './colours.ts'
import { glyphPaths } from './glyph-paths.ts'
import { picturePainter } from './picture-painter.ts'
import type { Size, View } from './view.ts'

/** How much more than the viewport is painted, on each side, as a share of it. */
const SPARE = 0.35
const REST_MS = 90

interface Picture {
  canvas: HTMLCanvasElement
  model: PageModel
  proof: ProofView | undefined
  /** Of the pictures' previews that it was painted with. */
  previews: number
  /** Device px per pt. */
  scale: number
  /** What it shows, in device px from the page's corner. */
  area: Box
}

export class PagePainter {
  #picture: Picture | undefined
  #rest = 0
  #lastScale = 0

  /** `again` asks for another draw once the view rests. */
  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly again: () => void,
  ) {}

  draw(model: PageModel | null, view: View, viewport: Size, dpr: number, colours: Colours): void {
    const context = sized(this.canvas, viewport, dpr)
    if (!context || !model) return
    const scale = view.scale * dpr
    const left = Math.round(view.x * dpr)
    const top = Math.round(view.y * dpr)
    const { width, height } = model.composition
    const proof = proofView(model)
    const sheet = { x: left, y: top, width: width * scale, height: height * scale }
    drawSheet(context, sheet, proof?.paper ?? 'white', dpr, colours)

    this.#drawPage(context, model, proof, scale, left, top)
    if (proof) return
    // Ink on paper: what was painted takes the tone of the sheet, by day a warm white, by night a dim one.
    context.globalCompositeOperation = 'multiply'
    context.fillStyle = colours.page
    context.fillRect(left, top, width * scale, height * scale)
    context.globalCompositeOperation = 'source-over'
  }

  #drawPage(
    context: CanvasRenderingContext2D,
    model: PageModel,
    proof: ProofView | undefined,
    scale: number,
    left: number,
    top: number,
  ): void {
    const moving = this.#isMoving(scale)
    const seen = seenArea(model, scale, left, top, this.canvas)
    if (!seen) return
    const last = this.#picture
    const kept = last?.model === model && last.proof === proof ? last : undefined
    const { version } = proof?.previews ?? previews
    if (kept && moving && kept.scale !== scale) {
      const ratio = scale / kept.scale
      const { area } = kept
      context.drawImage(
        kept.canvas,
        left + area.x * ratio,
        top + area.y * ratio,
        area.width * ratio,
        area.height * ratio,
      )
      return
    }
    const picture =
      kept && kept.scale === scale && kept.previews === version && contains(kept.area, seen)
        ? kept
        : this.#paint(model, proof, scale, seen)
    context.drawImage(picture.canvas, left + picture.area.x, top + picture.area.y)
  }

  #isMoving(scale: number): boolean {
    const changed = this.#lastScale !== 0 && this.#lastScale !== scale
    this.#lastScale = scale
    if (changed) {
      window.clearTimeout(this.#rest)
      this.#rest = window.setTimeout(() => {
        this.#rest = 0
        this.again()
      }, REST_MS)
    }
    return this.#rest !== 0
  }

  #paint(model: PageModel, proof: ProofView | undefined, scale: number, seen: Box): Picture {
    const area = withSpare(seen, this.canvas, model, scale)
    const canvas = this.#picture?.canvas ?? document.createElement('canvas')
    canvas.width = area.width
    canvas.height = area.height
    const context = canvas.getContext('2d')
    if (context) {
      const clip = {
        x: area.x / scale,
        y: area.y / scale,
        width: area.width / scale,
        height: area.height / scale,
      }
      const kinds = proof?.previews ?? previews
      const drawPicture = picturePainter(context, model.doc.assets, scale, kinds)
      const place = { scale, dx: -area.x, dy: -area.y, clip, drawPicture }
      paintPage(context, proof?.composition ?? model.composition, glyphPaths, place)
    }
    const { version } = proof?.previews ?? previews
    this.#picture = { canvas, model, proof, previews: version, scale, area }
    return this.#picture
  }
}

/** The context of a canvas whose pixels are the screen's, cleared. */
export function sized(
  canvas: HTMLCanvasElement,
  size: Size,
  dpr: number,
): CanvasRenderingContext2D | undefined {
  const width = Math.max(1, Math.round(size.width * dpr))
  const height = Math.max(1, Math.round(size.height * dpr))
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width
    canvas.height = height
  }
  const context = canvas.getContext('2d')
  context?.setTransform(1, 0, 0, 1, 0, 0)
  context?.clearRect(0, 0, width, height)
  return context ?? undefined
}

function drawSheet(
  context: CanvasRenderingContext2D,
  sheet: Box,
  paper: string,
  dpr: number,
  colours: Colours,
): void {
  context.save()
  context.fillStyle = paper
  context.shadowColor = colours.pageShadow
  context.shadowBlur = 18 * dpr
  context.shadowOffsetY = 6 * dpr
  context.fillRect(sheet.x, sheet.y, sheet.width, sheet.height)
  context.restore()
  context.strokeStyle = colours.pageEdge
  context.lineWidth = 1
  context.strokeRect(sheet.x - 0.5, sheet.y - 0.5, Math.round(sheet.width) + 1, Math.round(sheet.height) + 1)
}

/** The part of the page that the viewport shows, in device px from the page's corner. */
function seenArea(
  model: PageModel,
  scale: number,
  left: number,
  top: number,
  canvas: HTMLCanvasElement,
): Box | undefined {
  const { width, height } = model.composition
  const x = Math.max(0, -left)
  const y = Math.max(0, -top)
  const right = Math.min(Math.ceil(width * scale), canvas.width - left)
  const bottom = Math.min(Math.ceil(height * scale), canvas.height - top)
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined
}

function withSpare(seen: Box, canvas: HTMLCanvasElement, model: PageModel, scale: number): Box {
  const across = Math.round(canvas.width * SPARE)
  const down = Math.round(canvas.height * SPARE)
  const x = Math.max(0, seen.x - across)
  const y = Math.max(0, seen.y - down)
  const right = Math.min(Math.ceil(model.composition.width * scale), seen.x + seen.width + across)
  const bottom = Math.min(Math.ceil(model.composition.height * scale), seen.y + seen.height + down)
  return { x, y, width: right - x, height: bottom - y }
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
