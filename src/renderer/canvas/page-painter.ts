/**
 * Draws the composed page. What was painted is kept as a picture of the part in sight and some more, so that
 * panning copies it; while the scale moves the picture is stretched, and painted anew when it comes to rest.
 */

import type { ComposedLine, Composition, GlyphRun } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import { paintPage } from '../../core/paint/paint-page.ts'
import { previews } from '../pictures/shelf.ts'
import { type ProofView, proofView } from '../proof/proof-state.ts'
import type { PageModel } from '../state/page-model.ts'
import { changedBoxes } from './changed-boxes.ts'
import type { Colours } from './colours.ts'
import { drawSmallRun } from './glyph-atlas.ts'
import { glyphPaths } from './glyph-paths.ts'
import { picturePainter } from './picture-painter.ts'
import type { Size, View } from './view.ts'

/** How much more than the viewport is painted, on each side, as a share of it. */
const SPARE = 0.35
const REST_MS = 90

/** What is drawn of a page: as it is, or as the proof shows it. */
interface Drawn {
  composition: Composition
  assets: PageModel['doc']['assets']
  proof: ProofView | undefined
  pictures: ProofView['previews'] | typeof previews
  /** Of the pictures' previews. */
  version: number
}

function drawnOf(model: PageModel): Drawn {
  const proof = proofView(model)
  const pictures = proof?.previews ?? previews
  return {
    composition: proof?.composition ?? model.composition,
    assets: model.doc.assets,
    proof,
    pictures,
    version: pictures.version + (proof?.solids.version ?? 0),
  }
}

interface Picture {
  canvas: HTMLCanvasElement
  drawn: Drawn
  /** Device px per pt. */
  scale: number
  /** What it shows, in device px from the page's corner. */
  area: Box
  /** Parts that show what was there before: they are painted when they are next needed. */
  stale: Box[]
}

/** What the canvas shows: where the page's corner is, in device px, and in which colours. */
interface Shown {
  left: number
  top: number
  scale: number
  width: number
  height: number
  colours: Colours
  proof: ProofView | undefined
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

  draw(model: PageModel | null, view: View, viewport: Size, dpr: number, colours: Colours): void {
    if (!model) {
      sized(this.canvas, viewport, dpr)
      this.#shown = undefined
      return
    }
    const [width, height] = [Math.round(viewport.width * dpr), Math.round(viewport.height * dpr)]
    const [left, top] = [Math.round(view.x * dpr), Math.round(view.y * dpr)]
    const drawn = drawnOf(model)
    const next: Shown = { left, top, scale: view.scale * dpr, width, height, colours, proof: drawn.proof }
    const changed = this.#update(drawn, next)
    const still = changed && this.#shown && sameShown(this.#shown, next)
    this.#shown = next
    if (still) this.#repaint(drawn, changed, next)
    else {
      const context = sized(this.canvas, viewport, dpr)
      if (context) this.#show(context, drawn.composition, next, dpr)
    }
  }

  #show(context: CanvasRenderingContext2D, { width, height }: Composition, at: Shown, dpr: number): void {
    const { left, top, scale, colours, proof } = at
    const sheet = { x: left, y: top, width: width * scale, height: height * scale }
    drawSheet(context, sheet, proof?.paper ?? 'white', dpr, colours)
    const picture = this.#picture
    if (picture) {
      freshen(picture)
      const ratio = scale / picture.scale
      const { x, y, width: across, height: down } = picture.area
      const place = [left + x * ratio, top + y * ratio] as const
      if (ratio === 1) context.drawImage(picture.canvas, ...place)
      else context.drawImage(picture.canvas, ...place, across * ratio, down * ratio)
    }
    if (!proof) toneSheet(context, sheet, colours)
  }

  /** Paints what changed onto the canvas itself: copying the picture would cost more than a few lines do. */
  #repaint(drawn: Drawn, boxes: readonly Box[], { left, top, scale, colours, proof }: Shown): void {
    const context = this.canvas.getContext('2d')
    if (!context) return
    for (const box of boxes) {
      const at = { ...box, x: left + box.x, y: top + box.y }
      context.save()
      context.setTransform(1, 0, 0, 1, 0, 0)
      context.beginPath()
      context.rect(at.x, at.y, at.width, at.height)
      context.clip()
      context.fillStyle = proof?.paper ?? 'white'
      context.fillRect(at.x, at.y, at.width, at.height)
      paintPart(context, drawn, { scale, dx: left, dy: top, clip: inPt(box, scale) })
      if (!proof) toneSheet(context, at, colours)
      context.restore()
    }
  }

  /**
   * Brings the picture up to date. The boxes that changed, in device px from the page's corner; undefined where all
   * of it did.
   */
  #update(drawn: Drawn, { left, top, scale, width, height }: Shown): Box[] | undefined {
    const moving = this.#isMoving(scale)
    const { composition } = drawn
    const seen = seenArea(composition, scale, left, top, { width, height })
    const kept = this.#picture
    if (!seen || (kept && moving && kept.scale !== scale && kept.drawn.composition === composition))
      return undefined
    const usable =
      kept?.scale === scale && kept.drawn.version === drawn.version && kept.drawn.proof === drawn.proof
    if (kept && usable && contains(kept.area, seen)) {
      if (kept.drawn.composition === composition) return []
      const boxes = changedBoxes(kept.drawn.composition, composition)?.flatMap(
        (box) => inDevicePx(box, kept) ?? [],
      )
      if (boxes && areaOf(boxes) < MOST_CHANGED * kept.area.width * kept.area.height) {
        kept.drawn = drawn
        kept.stale = boxes.length + kept.stale.length > MOST_STALE ? [kept.area] : [...kept.stale, ...boxes]
        return boxes
      }
    }
    this.#paint(drawn, scale, withSpare(seen, { width, height }, composition, scale))
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

  #paint(drawn: Drawn, scale: number, area: Box): void {
    const canvas = this.#picture?.canvas ?? document.createElement('canvas')
    canvas.width = area.width
    canvas.height = area.height
    this.#picture = { canvas, drawn, scale, area, stale: [area] }
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
  const { canvas, drawn, scale, area, stale } = picture
  const context = canvas.getContext('2d')
  if (!context) return
  for (const box of stale) {
    context.save()
    context.beginPath()
    context.rect(box.x - area.x, box.y - area.y, box.width, box.height)
    context.clip()
    context.clearRect(0, 0, canvas.width, canvas.height)
    paintPart(context, drawn, { scale, dx: -area.x, dy: -area.y, clip: inPt(box, scale) })
    context.restore()
  }
  picture.stale = []
}

function paintPart(context: CanvasRenderingContext2D, drawn: Drawn, place: Place): void {
  const { assets, pictures, proof } = drawn
  const drawPicture = picturePainter(context, assets, place.scale, pictures, proof?.solids)
  const drawRun = (run: GlyphRun, line: ComposedLine) => drawSmallRun(context, run, line, place)
  paintPage(context, drawn.composition, glyphPaths, { ...place, drawPicture, drawRun })
}

type Place = Omit<Parameters<typeof paintPage>[3], 'drawPicture' | 'drawRun'>

/** Ink on paper: what was painted takes the tone of the sheet, by day a warm white, by night a dim one. */
function toneSheet(context: CanvasRenderingContext2D, sheet: Box, colours: Colours): void {
  context.globalCompositeOperation = 'multiply'
  context.fillStyle = colours.page
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
