/** The page's items in painting order, y turned up (ISO 32000-1 §8, §9). */
import type { ComposedLine, Composition, GlyphRun, PageItem, TextItem } from '../compose/composition.ts'
import type { Pt } from '../units.ts'
import { type Colour, type ContentStream, n } from './content-stream.ts'
import type { EmbeddedFont } from './embed-fonts.ts'
import type { Placement } from './page-boxes.ts'
import { imageMatrix, type PrintPictures, pictureName } from './picture.ts'
import { ARTIFACT, type Structure } from './structure.ts'

export interface GlyphPlace {
  x: Pt
  y: Pt
}

/** Where each glyph of a run stands on the page, in pt from the trim's top left, y down. */
export function glyphPlaces(line: Pick<ComposedLine, 'x' | 'baseline'>, run: GlyphRun): GlyphPlace[] {
  return run.xs.map((x, i) => ({ x: line.x + x, y: line.baseline + (run.ys?.[i] ?? 0) }))
}

export type Fonts = ReadonlyMap<string, EmbeddedFont>

export function drawPage(
  stream: ContentStream,
  composition: Composition,
  fonts: Fonts,
  placement: Placement,
  pictures: PrintPictures,
  structure?: Structure,
): void {
  for (const item of composition.items) {
    if (item.kind === 'text') drawText(stream, item, fonts, placement, structure)
    else stream.marked(structure && ARTIFACT, () => drawItem(stream, item, placement, pictures))
  }
}

/** Lines of one paragraph that stand in one frame are one piece of marked content. */
function drawText(
  stream: ContentStream,
  { story, lines }: TextItem,
  fonts: Fonts,
  at: Placement,
  structure: Structure | undefined,
): void {
  for (let from = 0, to = 0; from < lines.length; from = to) {
    const { paragraph } = lines[from] as ComposedLine
    while (to < lines.length && lines[to]?.paragraph === paragraph) to++
    stream.marked(structure?.open(story, paragraph), () => {
      for (const line of lines.slice(from, to)) {
        for (const run of line.runs) drawRun(stream, run, glyphPlaces(line, run), fonts, at)
      }
    })
  }
}

function drawItem(
  stream: ContentStream,
  item: Exclude<PageItem, TextItem>,
  at: Placement,
  pictures: PrintPictures,
): void {
  switch (item.kind) {
    case 'picture': {
      const { x, y, width, height } = item.box
      const clip = [at.originX + x, at.originY - y - height, width, height] as const
      const stencil = pictures.get(item.frame)?.colour === 'stencil'
      stream.picture(pictureName(item), clip, imageMatrix(item, at), stencil)
      return
    }
    case 'shape': {
      const { x, y, width, height } = item.box
      const corner = [at.originX + x, at.originY - y - height] as const
      if (item.fill) stream.fillRectangle(item.fill, ...corner, width, height)
      if (item.stroke && item.strokePt > 0) {
        stream.strokeRectangle(item.stroke, item.strokePt, ...corner, width, height)
      }
      return
    }
    case 'rule': {
      const { from, to } = item
      const start = [at.originX + from.x, at.originY - from.y] as const
      stream.line(item.stroke, item.strokePt, ...start, at.originX + to.x, at.originY - to.y)
    }
  }
}

/** One TJ array a run; what glyph widths and the composed places differ by becomes its adjustments. */
export function drawRun(
  stream: ContentStream,
  run: GlyphRun,
  places: readonly GlyphPlace[],
  fonts: Fonts,
  at: Placement,
  colour: Colour = run.ink,
): void {
  const first = places[0]
  const font = fonts.get(run.face)
  if (first === undefined || font === undefined) return
  if (run.ys) {
    // A glyph that stands off the baseline has a place of its own (ISO 32000-1 §9.4.2).
    run.glyphs.forEach((glyph, i) => {
      const { x, y } = places[i] as GlyphPlace
      const turn = run.turned ? ([0, -1, 1, 0] as const) : ([1, 0, 0, 1] as const)
      const matrix = [...turn, at.originX + x, at.originY - y] as const
      stream.text(colour, font.name, run.sizePt, matrix, `<${font.code(glyph, run.texts[i] ?? '')}>`)
    })
    return
  }
  const parts: string[] = []
  let pen = 0
  run.glyphs.forEach((glyph, i) => {
    const wanted = (((places[i] as GlyphPlace).x - first.x) / run.sizePt) * 1000
    const adjust = Math.round((pen - wanted) * 100) / 100
    if (Math.abs(adjust) >= 0.01) parts.push(n(adjust))
    parts.push(`<${font.code(glyph, run.texts[i] ?? '')}>`)
    pen += font.advance(glyph) - adjust
  })
  const matrix = [1, 0, 0, 1, at.originX + first.x, at.originY - first.y] as const
  stream.text(colour, font.name, run.sizePt, matrix, parts.join('').replaceAll('><', ''))
}
