/** The page's frames in painting order, with the lines that stand in them. */
import type { Frame, PageDoc, Paragraph, PictureFrame, TextFrame } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Box } from '../geometry.ts'
import { type Pt, ptToMm } from '../units.ts'
import { columnRules } from './column-rules.ts'
import type { ComposedLine, PageGrid, PageItem } from './composition.ts'
import { inkOf } from './ink-of.ts'
import { placePicture } from './place-picture.ts'
import { setLoose } from './set-line.ts'
import { prepareParagraph, type TypeRoom } from './units.ts'

type LinesOf = (story: string, frame: string) => ComposedLine[]

/** Draws a page's frames again and again, as long as its styles stay: a frame is drawn anew when its lines are. */
export class PageDrawing {
  private frames: PageDoc['frames'] | undefined
  private order: [string, Frame][] = []
  private drawn = new Map<string, { frame: Frame; lines: ComposedLine[]; items: PageItem[] }>()

  draw(doc: PageDoc, linesOf: LinesOf, room: TypeRoom): PageItem[] {
    if (doc.frames !== this.frames) {
      this.order = shownInOrder(doc)
      // A frame's rules end where others are wrapped around.
      for (const [id, { frame }] of this.drawn) {
        if (frame.kind === 'text' || doc.frames[id] !== frame) this.drawn.delete(id)
      }
    }
    this.frames = doc.frames
    return this.order.flatMap(([id, frame]) => this.itemsOf(doc, id, frame, linesOf, room))
  }

  private itemsOf(doc: PageDoc, id: string, frame: Frame, linesOf: LinesOf, room: TypeRoom): PageItem[] {
    const lines = frame.kind === 'text' ? linesOf(frame.story, id) : NO_LINES
    const known = this.drawn.get(id)
    if (known?.frame === frame && known.lines === lines) return known.items
    const items = frame.kind === 'text' ? drawText(doc, id, frame, lines) : drawFrame(doc, id, frame, room)
    this.drawn.set(id, { frame, lines, items })
    return items
  }
}

const NO_LINES: ComposedLine[] = []

function drawText(doc: PageDoc, id: string, frame: TextFrame, lines: ComposedLine[]): PageItem[] {
  const text = { kind: 'text' as const, frame: id, story: frame.story, box: boxOf(frame), lines }
  return [
    ...groundOf(doc, id, frame),
    ...columnRules(doc, id, frame, lines),
    text,
    ...outlineOf(doc, id, frame),
  ]
}

/** A hidden frame is neither shown nor printed. */
function shownInOrder(doc: PageDoc): [string, Frame][] {
  const key = ([id, frame]: [string, Frame]) => `${frame.order}\u0000${id}`
  const shown = Object.entries(doc.frames).filter(([, { hidden }]) => !hidden)
  return shown.sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function drawFrame(
  doc: PageDoc,
  id: string,
  frame: Exclude<Frame, { kind: 'text' }>,
  room: TypeRoom,
): PageItem[] {
  const box = boxOf(frame)
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
      if (asset)
        return [...groundOf(doc, id, frame), placePicture(id, frame, asset), ...outlineOf(doc, id, frame)]
      const look = { ...HAIRLINE, fill: 'picture-tint', ...ownLook(frame) }
      return emptyFrame(doc, id, box, ['label', 'label'], ['图片待补', sizeLabel(box)], look, room)
    }
    case 'ad':
      return emptyFrame(
        doc,
        id,
        box,
        ['label-large', 'label'],
        ['广告', sizeLabel(box)],
        { ...HAIRLINE, fill: 'ad-tint' },
        room,
      )
  }
}

const boxOf = ({ x, y, width, height }: Frame): Box => ({ x, y, width, height })

/** What lies below a frame's content. */
function groundOf(doc: PageDoc, id: string, frame: TextFrame | PictureFrame): PageItem[] {
  if (frame.fill === undefined) return []
  return [{ kind: 'shape', frame: id, box: boxOf(frame), fill: inkOf(doc, frame.fill), strokePt: 0 }]
}

/** What is drawn over its content, centred on its edges. */
function outlineOf(doc: PageDoc, id: string, frame: TextFrame | PictureFrame): PageItem[] {
  const { stroke, strokePt = 0 } = frame
  if (stroke === undefined || strokePt === 0) return []
  return [{ kind: 'shape', frame: id, box: boxOf(frame), stroke: inkOf(doc, stroke), strokePt }]
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

interface Look {
  fill: string
  stroke: string
  strokePt: Pt
}

const HAIRLINE = { stroke: 'frame-line', strokePt: 0.3 }

/** A ground and an outline of its own, where it has them, take the place of the proof's. */
const ownLook = ({ fill, stroke, strokePt = 0 }: PictureFrame): Partial<Look> => ({
  ...(fill !== undefined && { fill }),
  ...(stroke !== undefined && strokePt > 0 && { stroke, strokePt }),
})

/** A frame that waits for its picture or advertisement: a tint, a hairline and its name, as a proof shows it. */
function emptyFrame(
  doc: PageDoc,
  id: string,
  box: Box,
  styles: string[],
  labels: string[],
  look: Look,
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
      fill: inkOf(doc, look.fill),
      stroke: inkOf(doc, look.stroke),
      strokePt: look.strokePt,
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
