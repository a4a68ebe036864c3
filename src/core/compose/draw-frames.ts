/** The page's frames in painting order, with the lines that stand in them. */
import type { Frame, PageDoc, Paragraph, TextFrame } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Box } from '../geometry.ts'
import { ptToMm } from '../units.ts'
import type { ComposedLine, Ink, PageGrid, PageItem } from './composition.ts'
import { placePicture } from './place-picture.ts'
import { setLoose } from './set-line.ts'
import { prepareParagraph, type TypeRoom } from './units.ts'

type LinesOf = (story: string, frame: string) => ComposedLine[]

/** Draws a page's frames again and again, as long as its styles stay: what holds no story is drawn once. */
export class PageDrawing {
  private frames: PageDoc['frames'] | undefined
  private order: [string, Frame][] = []
  private readonly drawn = new WeakMap<Frame, PageItem[]>()

  draw(doc: PageDoc, linesOf: LinesOf, room: TypeRoom): PageItem[] {
    if (doc.frames !== this.frames) this.order = framesInOrder(doc)
    this.frames = doc.frames
    return this.order.flatMap(([id, frame]) => {
      if (frame.kind === 'text') return drawText(doc, id, frame, linesOf(frame.story, id))
      const known = this.drawn.get(frame)
      if (known && known[0]?.frame === id) return known
      const items = drawFrame(doc, id, frame, room)
      this.drawn.set(frame, items)
      return items
    })
  }
}

function drawText(doc: PageDoc, id: string, frame: TextFrame, lines: ComposedLine[]): PageItem[] {
  const { story, x, y, width, height } = frame
  const box = { x, y, width, height }
  return [...columnRules(doc, id, frame, lines), { kind: 'text', frame: id, story, box, lines }]
}

function framesInOrder(doc: PageDoc): [string, Frame][] {
  const key = ([id, frame]: [string, Frame]) => `${frame.order}\u0000${id}`
  return Object.entries(doc.frames).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function drawFrame(
  doc: PageDoc,
  id: string,
  frame: Exclude<Frame, { kind: 'text' }>,
  room: TypeRoom,
): PageItem[] {
  const box: Box = { x: frame.x, y: frame.y, width: frame.width, height: frame.height }
  switch (frame.kind) {
    case 'shape': {
      const fill = frame.fill === undefined ? {} : { fill: inkOf(doc, frame.fill) }
      const stroke = frame.stroke === undefined ? {} : { stroke: inkOf(doc, frame.stroke) }
      return [{ kind: 'shape', frame: id, box, ...fill, ...stroke, strokePt: frame.strokePt ?? 0 }]
    }
    case 'rule':
      return [ruleAlong(doc, id, frame)]
    case 'picture': {
      const asset = frame.asset === undefined ? undefined : doc.assets?.[frame.asset]
      if (asset) return [placePicture(id, frame, asset)]
      return emptyFrame(doc, id, box, ['label', 'label'], ['图片待补', sizeLabel(box)], 'picture-tint', room)
    }
    case 'ad':
      return emptyFrame(doc, id, box, ['label-large', 'label'], ['广告', sizeLabel(box)], 'ad-tint', room)
  }
}

function ruleAlong(doc: PageDoc, id: string, frame: Extract<Frame, { kind: 'rule' }>): PageItem {
  const { x, y, width, height } = frame
  const upright = height > width
  const from = upright ? { x: x + width / 2, y } : { x, y: y + height / 2 }
  const to = upright ? { x: from.x, y: y + height } : { x: x + width, y: from.y }
  return { kind: 'rule', frame: id, from, to, stroke: inkOf(doc, frame.stroke), strokePt: frame.strokePt }
}

const sizeLabel = (box: Box): string =>
  `${ptToMm(box.width).toFixed(1)} × ${ptToMm(box.height).toFixed(1)} 毫米`

/** A frame that waits for its picture or advertisement: a tint, a hairline and its name, as a proof shows it. */
function emptyFrame(
  doc: PageDoc,
  id: string,
  box: Box,
  styles: string[],
  labels: string[],
  tint: string,
  room: TypeRoom,
): PageItem[] {
  const heights = styles.map((style) => doc.paragraphStyles[style]?.leadingPt ?? 0)
  let top = box.y + (box.height - heights.reduce((a, b) => a + b, 0)) / 2
  const lines = labels.map((text, i) => {
    const line = labelLine(doc, { style: styles[i] as string, runs: [{ text }] }, i, box, top, room)
    top += heights[i] as number
    return line
  })
  return [
    {
      kind: 'shape',
      frame: id,
      box,
      fill: inkOf(doc, tint),
      stroke: inkOf(doc, 'frame-line'),
      strokePt: 0.3,
    },
    { kind: 'text', frame: id, box, lines },
  ]
}

function labelLine(
  doc: PageDoc,
  paragraph: Paragraph,
  index: number,
  box: Box,
  top: number,
  room: TypeRoom,
): ComposedLine {
  const { units, style } = prepareParagraph(doc, paragraph, room)
  const { sizePt, leadingPt, face } = style
  const { runs, widthEm } = setLoose(units, sizePt, false)
  const x = box.x + (box.width - widthEm * sizePt) / 2
  const baseline = top + (leadingPt - sizePt) / 2 + room.shaper.face(face).ascentEm * sizePt
  const end = units.at(-1)?.end ?? 0
  const fit = { squeezedEm: 0, stretchEm: 0, spacesEm: 0, copyfitEm: 0 }
  return { paragraph: index, start: 0, end, x, baseline, measure: box.width, last: true, runs, fit }
}

/** What stands below the last baseline: a little more than a full stop's depth in body type. */
const FOOT_PT = 2

/** Rules in the gutters between the columns inside a frame; as long as the text where its feet are even. */
function columnRules(doc: PageDoc, id: string, frame: TextFrame, lines: readonly ComposedLine[]): PageItem[] {
  const { columns, x, y, width, writing } = frame
  if (columns?.rulePt === undefined) return []
  const foot = lines.reduce((lowest, { baseline }) => Math.max(lowest, baseline), y) + FOOT_PT
  const height = columns.balance && writing !== 'vertical' ? Math.min(frame.height, foot - y) : frame.height
  const { count, gutterPt, rulePt, ruleSwatch = 'black' } = columns
  const down = writing !== 'vertical'
  const step = ((down ? width : height) + gutterPt) / count
  const stroke = inkOf(doc, ruleSwatch)
  return Array.from({ length: count - 1 }, (_, i) => {
    const at = (down ? x : y) + (i + 1) * step - gutterPt / 2
    const from = down ? { x: at, y } : { x, y: at }
    const to = down ? { x: at, y: y + height } : { x: x + width, y: at }
    return { kind: 'rule' as const, frame: id, from, to, stroke, strokePt: rulePt }
  })
}

/** The ink of a swatch; a name that the document lacks is a broken document. */
function inkOf(doc: PageDoc, name: string): Ink {
  const swatch = doc.swatches[name]
  if (swatch === undefined) throw new Error(`the document has no swatch named ${name}`)
  return swatch
}

export function gridOf(doc: PageDoc, shaper: Shaper): PageGrid {
  const { setup } = doc
  const body = doc.paragraphStyles.body
  if (body === undefined) throw new Error('the document has no body style')
  const { ascentEm } = shaper.face(body.face)
  return {
    left: setup.left,
    top: setup.top,
    columnWidth: setup.columnEm * setup.bodyPt,
    gutter: setup.gutterEm * setup.bodyPt,
    columns: setup.columns,
    rows: setup.rows,
    leading: setup.leadingPt,
    ascent: (setup.leadingPt - setup.bodyPt) / 2 + ascentEm * setup.bodyPt,
  }
}
