/**
 * Draws the composed page. What was painted is kept as a picture of the part in sight and some more, so that
 * panning copies it; while the scale moves the picture is stretched, and painted anew when it comes to rest.
 */

import { type Box, overlap, unionOf } from '../../core/geometry.ts'
import { changedBoxes } from '../../core/paint/changed-boxes.ts'
import { paintPage } from '../../core/paint/paint-page.ts'
import type { PageModel } from '../state/page-model.ts'
import type { Colours } from './colours.ts'
import { glyphPaths } from './glyph-paths.ts'
import type { Size, View } from './view.ts'

/** How much more than the viewport is painted, on each side, as a share of it. */
const SPARE = 0.35
const REST_MS = 90

interface Picture {
  canvas: HTMLCanvasElement
  model: PageModel
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
    drawSheet(context, { x: left, y: top, width: width * scale, height: height * scale }, dpr, colours)

    this.#drawPage(context, model, scale, left, top)
    // Ink on paper: what was painted takes the tone of the sheet, by day a warm white, by night a dim one.
    context.globalCompositeOperation = 'multiply'
    context.fillStyle = colours.page
    context.fillRect(left, top, width * scale, height * scale)
    context.globalCompositeOperation = 'source-over'
  }

  #drawPage(
    context: CanvasRenderingContext2D,
    model: PageModel,
    scale: number,
    left: number,
    top: number,
  ): void {
    const moving = this.#isMoving(scale)
    const seen = seenArea(model, scale, left, top, this.canvas)
    if (!seen) return
    const kept = this.#picture?.model === model ? this.#picture : undefined
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
      kept && kept.scale === scale && contains(kept.area, seen)
        ? kept
        : (this.#repaint(model, scale, seen) ?? this.#paint(model, scale, seen))
    context.drawImage(picture.canvas, left + picture.area.x, top + picture.area.y)
  }

  /** The picture of the page as it was, with what changed painted anew; undefined where it shows another part. */
  #repaint(model: PageModel, scale: number, seen: Box): Picture | undefined {
    const last = this.#picture
    if (!last || last.scale !== scale || !contains(last.area, seen)) return undefined
    const boxes = changedBoxes(last.model.composition, model.composition)
    const context = last.canvas.getContext('2d')
    if (!boxes || !context) return undefined
    const { area } = last
    for (const box of apart(boxes.flatMap((each) => pixelsOf(each, scale, area)))) {
      context.save()
      context.beginPath()
      context.rect(box.x - area.x, box.y - area.y, box.width, box.height)
      context.clip()
      context.clearRect(box.x - area.x, box.y - area.y, box.width, box.height)
      this.#paintArea(context, model, scale, area, box)
      context.restore()
    }
    this.#picture = { ...last, model }
    return this.#picture
  }

  /** Draws what lies in `part`; both are in device px from the page's corner. */
  #paintArea(context: CanvasRenderingContext2D, model: PageModel, scale: number, area: Box, part: Box): void {
    const clip = {
      x: part.x / scale,
      y: part.y / scale,
      width: part.width / scale,
      height: part.height / scale,
    }
    const place = { scale, dx: -area.x, dy: -area.y, clip }
    paintPage(context, model.composition, glyphPaths, place)
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

  #paint(model: PageModel, scale: number, seen: Box): Picture {
    const area = withSpare(seen, this.canvas, model, scale)
    const canvas = this.#picture?.canvas ?? document.createElement('canvas')
    canvas.width = area.width
    canvas.height = area.height
    const context = canvas.getContext('2d')
    if (context) this.#paintArea(context, model, scale, area, area)
    this.#picture = { canvas, model, scale, area }
    return this.#picture
  }
}

/** Whole pixels of a box that lie in the picture. */
function pixelsOf(box: Box, scale: number, area: Box): Box[] {
  const x = Math.max(area.x, Math.floor(box.x * scale) - 1)
  const y = Math.max(area.y, Math.floor(box.y * scale) - 1)
  const right = Math.min(area.x + area.width, Math.ceil((box.x + box.width) * scale) + 1)
  const bottom = Math.min(area.y + area.height, Math.ceil((box.y + box.height) * scale) + 1)
  return right > x && bottom > y ? [{ x, y, width: right - x, height: bottom - y }] : []
}

/** Boxes that meet become one, so that nothing is painted twice. */
function apart(boxes: readonly Box[]): Box[] {
  const done: Box[] = []
  for (const box of boxes) {
    let whole = box
    for (let at = done.findIndex((each) => overlap(each, whole)); at >= 0; ) {
      const [met] = done.splice(at, 1)
      whole = unionOf([whole, met as Box]) as Box
      at = done.findIndex((each) => overlap(each, whole))
    }
    done.push(whole)
  }
  return done
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

function drawSheet(context: CanvasRenderingContext2D, sheet: Box, dpr: number, colours: Colours): void {
  context.save()
  context.fillStyle = 'white'
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
