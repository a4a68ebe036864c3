/**
 * Draws the composed page. What was painted is kept as a picture of the part in sight and some more, so that
 * panning copies it; while the scale moves the picture is stretched, and painted anew when it comes to rest.
 */

import type { Composition } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import { paintPage } from '../../core/paint/paint-page.ts'
import type { PreviewCache } from '../pictures/preview-cache.ts'
import { previews } from '../pictures/shelf.ts'
import type { ProofView } from '../proof/proof-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { changedBoxes } from './changed-boxes.ts'
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
  /** The pictures' previews that it was painted with, as they were then. */
  previews: PreviewCache
  version: number
  /** Device px per pt. */
  scale: number
  /** What it shows, in device px from the page's corner. */
  area: Box
  /** Parts that show what was there before: they are painted when they are next needed. */
  stale: Box[]
}

/** What the canvas shows: where the page's corner is, in device px, on which paper and in which colours. */
interface Shown {
  left: number
  top: number
  scale: number
  width: number
  height: number
  colours: Colours
  paper: string
  /** The window's light on the sheet; none on a proof, whose paper is the press's own. */
  tone: string | undefined
  previews: PreviewCache
}

export class PagePainter {
  #picture: Picture | undefined
  #shown: Shown | undefined
  #rest = 0
  #lastScale = 0

  /** `again` asks for another draw once the view rests. */
  constructor(
    readonly canvas: HTMLCanvasElement,
    readonly again: () => void,
  ) {}

  draw(
    page: PageModel | null,
    view: View,
    viewport: Size,
    dpr: number,
    colours: Colours,
    proof?: ProofView,
  ): void {
    const model = proof?.model ?? page
    if (!model) {
      sized(this.canvas, viewport, dpr)
      this.#shown = undefined
      return
    }
    const [width, height] = [Math.round(viewport.width * dpr), Math.round(viewport.height * dpr)]
    const [left, top] = [Math.round(view.x * dpr), Math.round(view.y * dpr)]
    const next: Shown = {
      ...{ left, top, scale: view.scale * dpr, width, height, colours },
      paper: proof?.paper ?? 'white',
      tone: proof ? undefined : colours.page,
      previews: proof?.previews ?? previews,
    }
    const changed = this.#update(model, next)
    const still = changed && this.#shown && sameShown(this.#shown, next)
    this.#shown = next
    if (still) this.#repaint(model, changed, next)
    else {
      const context = sized(this.canvas, viewport, dpr)
      if (context) this.#show(context, model.composition, next, dpr)
    }
  }

  #show(context: CanvasRenderingContext2D, { width, height }: Composition, at: Shown, dpr: number): void {
    const { left, top, scale, colours, paper, tone } = at
    const sheet = { x: left, y: top, width: width * scale, height: height * scale }
    drawSheet(context, sheet, paper, dpr, colours)
    const picture = this.#picture
    if (picture) {
      freshen(picture)
      const ratio = scale / picture.scale
      const { x, y, width: across, height: down } = picture.area
      const place = [left + x * ratio, top + y * ratio] as const
      if (ratio === 1) context.drawImage(picture.canvas, ...place)
      else context.drawImage(picture.canvas, ...place, across * ratio, down * ratio)
    }
    toneSheet(context, sheet, tone)
  }

  /** Paints what changed onto the canvas itself: copying the picture would cost more than a few lines do. */
  #repaint(model: PageModel, boxes: readonly Box[], shown: Shown): void {
    const { left, top, scale, paper, tone } = shown
    const context = this.canvas.getContext('2d')
    if (!context) return
    for (const box of boxes) {
      const at = { ...box, x: left + box.x, y: top + box.y }
      context.save()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.beginPath()
      context.rect(at.x, at.y, at.width, at.height)
      context.clip()
      context.fillStyle = paper
      context.fillRect(at.x, at.y, at.width, at.height)
      paintPart(context, model, shown.previews, { scale, dx: left, dy: top, clip: inPt(box, scale) })
      toneSheet(context, at, tone)
      context.restore()
    }
  }

  /**
   * Brings the picture up to date. The boxes that changed, in device px from the page's corner; undefined where all
   * of it did.
   */
  #update(model: PageModel, shown: Shown): Box[] | undefined {
    const { left, top, scale, width, height } = shown
    const moving = this.#isMoving(scale)
    const { composition } = model
    const seen = seenArea(composition, scale, left, top, { width, height })
    const kept = this.#picture
    if (!seen || (kept && moving && kept.scale !== scale && kept.model.composition === composition))
      return undefined
    const usable =
      kept?.scale === scale && kept.previews === shown.previews && kept.version === shown.previews.version
    if (kept && usable && contains(kept.area, seen)) {
      if (kept.model.composition === composition) return []
      const boxes = changedBoxes(kept.model.composition, composition)?.flatMap(
        (box) => inDevicePx(box, kept) ?? [],
      )
      if (boxes && areaOf(boxes) < MOST_CHANGED * kept.area.width * kept.area.height) {
        kept.model = model
        kept.stale = boxes.length + kept.stale.length > MOST_STALE ? [kept.area] : [...kept.stale, ...boxes]
        return boxes
      }
    }
    this.#paint(model, shown, withSpare(seen, { width, height }, composition, scale))
    return undefined
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

  #paint(model: PageModel, { scale, previews: used }: Shown, area: Box): void {
    const canvas = this.#picture?.canvas ?? document.createElement('canvas')
    canvas.width = area.width
    canvas.height = area.height
    this.#picture = { canvas, model, previews: used, version: used.version, scale, area, stale: [area] }
  }
}

const MOST_STALE = 24

/** Above this share of the picture, painting all of it is as cheap. */
const MOST_CHANGED = 0.6

const areaOf = (boxes: readonly Box[]): number =>
  boxes.reduce((sum, { width, height }) => sum + width * height, 0)

const sameShown = (a: Shown, b: Shown): boolean =>
  (Object.keys(a) as (keyof Shown)[]).every((key) => a[key] === b[key])

/** A box in pt as whole pixels of the picture; undefined where the picture does not show it. */
function inDevicePx({ x, y, width, height }: Box, { scale, area }: Picture): Box | undefined {
  const left = Math.max(area.x, Math.floor(x * scale))
  const top = Math.max(area.y, Math.floor(y * scale))
  const right = Math.min(area.x + area.width, Math.ceil((x + width) * scale))
  const bottom = Math.min(area.y + area.height, Math.ceil((y + height) * scale))
  return right > left && bottom > top
    ? { x: left, y: top, width: right - left, height: bottom - top }
    : undefined
}

const inPt = ({ x, y, width, height }: Box, scale: number): Box => ({
  x: x / scale,
  y: y / scale,
  width: width / scale,
  height: height / scale,
})

/** Paints the parts of the picture that are not up to date. */
function freshen(picture: Picture): void {
  const { canvas, model, scale, area, stale } = picture
  const context = canvas.getContext('2d')
  if (!context) return
  for (const box of stale) {
    context.save()
    context.beginPath()
    context.rect(box.x - area.x, box.y - area.y, box.width, box.height)
    context.clip()
    context.clearRect(0, 0, canvas.width, canvas.height)
    paintPart(context, model, picture.previews, { scale, dx: -area.x, dy: -area.y, clip: inPt(box, scale) })
    context.restore()
  }
  picture.stale = []
}

function paintPart(
  context: CanvasRenderingContext2D,
  { composition, doc }: PageModel,
  kinds: PreviewCache,
  place: Place,
): void {
  const drawPicture = picturePainter(context, doc.assets, place.scale, kinds)
  paintPage(context, composition, glyphPaths, { ...place, drawPicture })
}

type Place = Omit<Parameters<typeof paintPage>[3], 'drawPicture'>

/** Ink on paper: what was painted takes the tone of the sheet, by day a warm white, by night a dim one. */
function toneSheet(context: CanvasRenderingContext2D, sheet: Box, tone: string | undefined): void {
  if (tone === undefined) return
  context.globalCompositeOperation = 'multiply'
  context.fillStyle = tone
  context.fillRect(sheet.x, sheet.y, sheet.width, sheet.height)
  context.globalCompositeOperation = 'source-over'
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
  { width, height }: Composition,
  scale: number,
  left: number,
  top: number,
  canvas: Size,
): Box | undefined {
  const x = Math.max(0, -left)
  const y = Math.max(0, -top)
  const right = Math.min(Math.ceil(width * scale), canvas.width - left)
  const bottom = Math.min(Math.ceil(height * scale), canvas.height - top)
  return right > x && bottom > y ? { x, y, width: right - x, height: bottom - y } : undefined
}

function withSpare(seen: Box, canvas: Size, { width, height }: Composition, scale: number): Box {
  const across = Math.round(canvas.width * SPARE)
  const down = Math.round(canvas.height * SPARE)
  const x = Math.max(0, seen.x - across)
  const y = Math.max(0, seen.y - down)
  const right = Math.min(Math.ceil(width * scale), seen.x + seen.width + across)
  const bottom = Math.min(Math.ceil(height * scale), seen.y + seen.height + down)
  return { x, y, width: right - x, height: bottom - y }
}

const contains = (outer: Box, inner: Box): boolean =>
  inner.x >= outer.x &&
  inner.y >= outer.y &&
  inner.x + inner.width <= outer.x + outer.width &&
  inner.y + inner.height <= outer.y + outer.height
