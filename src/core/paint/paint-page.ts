/**
 * Draws a Composition on anything that has a canvas's drawing methods: the window's canvas and the preview
 * picture share it, so both show what the PDF holds.
 */
import type { ComposedLine, Composition, GlyphRun, PageItem, PictureItem } from '../compose/composition.ts'
import { type Box, overlap } from '../geometry.ts'
import type { Pt } from '../units.ts'

/** The part of a 2D canvas context that painting needs. */
export interface Surface<Path> {
  fillStyle: unknown
  strokeStyle: unknown
  lineWidth: number
  save(): void
  restore(): void
  transform(a: number, b: number, c: number, d: number, e: number, f: number): void
  fill(path: Path): void
  fillRect(x: number, y: number, width: number, height: number): void
  strokeRect(x: number, y: number, width: number, height: number): void
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  stroke(): void
}

/** A glyph's outline, 1000 units to the em, y up; undefined while it is not at hand. */
export type GlyphPaths<Path> = (face: string, glyph: number) => Path | undefined

/** `scale` is surface units per pt; `dx`, `dy` place the trim's corner; only what meets `clip` (in pt) is drawn. */
export interface View {
  /** Draws a picture, in pt; without it a picture shows as a gray field. */
  drawPicture?: (item: PictureItem) => void
  /** Draws a run in a way of its own; false where its outlines are to be filled. */
  drawRun?: (run: GlyphRun, line: ComposedLine) => boolean
  scale: number
  dx: number
  dy: number
  clip?: Box
}

/** Paints the page's items; the paper itself is the caller's. The surface's state is left as it was. */
export function paintPage<Path>(
  surface: Surface<Path>,
  composition: Pick<Composition, 'items'>,
  glyphs: GlyphPaths<Path>,
  view: View,
): void {
  surface.save()
  surface.transform(view.scale, 0, 0, view.scale, view.dx, view.dy)
  for (const item of composition.items) {
    if (view.clip === undefined || overlap(boundsOfItem(item), view.clip))
      paintItem(surface, item, glyphs, view)
  }
  surface.restore()
}

/** A rule has no area of its own; a little air lets it meet the clip. Display type may lean out of its frame. */
export function boundsOfItem(item: PageItem): Box {
  const air = 12
  const box =
    item.kind === 'rule'
      ? { x: item.from.x, y: item.from.y, width: item.to.x - item.from.x, height: item.to.y - item.from.y }
      : item.box
  return { x: box.x - air, y: box.y - air, width: box.width + 2 * air, height: box.height + 2 * air }
}

/** All that a line's glyphs may cover, those that lean out of their em boxes too. */
export function boundsOfLine({ x, baseline, measure, vertical, runs }: ComposedLine): Box {
  const size = Math.max(1, ...runs.map(({ sizePt }) => sizePt))
  if (vertical) return { x: x - size, y: baseline - size, width: 2 * size, height: measure + 2 * size }
  return { x: x - size, y: baseline - 1.5 * size, width: measure + 2 * size, height: 2.2 * size }
}

const PICTURE_FIELD = '#c9c9c6'

function paintItem<Path>(surface: Surface<Path>, item: PageItem, glyphs: GlyphPaths<Path>, view: View): void {
  switch (item.kind) {
    case 'picture': {
      if (view.drawPicture) {
        view.drawPicture(item)
        return
      }
      const { x, y, width, height } = item.box
      surface.fillStyle = PICTURE_FIELD
      surface.fillRect(x, y, width, height)
      return
    }
    case 'text':
      for (const line of item.lines) {
        if (view.clip !== undefined && !overlap(boundsOfLine(line), view.clip)) continue
        for (const run of line.runs) {
          if (!view.drawRun?.(run, line)) paintRun(surface, run, line, glyphs)
        }
      }
      return
    case 'shape': {
      const { x, y, width, height } = item.box
      if (item.fill) {
        surface.fillStyle = item.fill.screen
        surface.fillRect(x, y, width, height)
      }
      if (item.stroke && item.strokePt > 0) {
        surface.strokeStyle = item.stroke.screen
        surface.lineWidth = item.strokePt
        surface.strokeRect(x, y, width, height)
      }
      return
    }
    case 'rule':
      surface.strokeStyle = item.stroke.screen
      surface.lineWidth = item.strokePt
      surface.beginPath()
      surface.moveTo(item.from.x, item.from.y)
      surface.lineTo(item.to.x, item.to.y)
      surface.stroke()
  }
}

function paintRun<Path>(
  surface: Surface<Path>,
  run: GlyphRun,
  line: ComposedLine,
  glyphs: GlyphPaths<Path>,
): void {
  surface.fillStyle = run.ink.screen
  const unit = run.sizePt / 1000
  run.glyphs.forEach((glyph, i) => {
    const path = glyphs(run.face, glyph)
    if (path === undefined) return
    const x = line.x + (run.xs[i] as Pt)
    const y = line.baseline + (run.ys?.[i] ?? 0)
    surface.save()
    if (run.turned) surface.transform(0, unit, unit, 0, x, y)
    else surface.transform(unit, 0, 0, -unit, x, y)
    surface.fill(path)
    surface.restore()
  })
}
