/** PageDoc + fonts → Composition: everything that is drawn, in painting order. */
import type { Diagnostic } from '../diagnostics.ts'
import type { Frame, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Box } from '../geometry.ts'
import { ptToMm } from '../units.ts'
import { breakLine } from './break-lines.ts'
import type { ComposedLine, Composition, Ink, PageGrid, PageItem } from './composition.ts'
import { type FlowedStory, flowStory } from './flow-story.ts'
import { placeLine } from './place-line.ts'
import { placePicture } from './place-picture.ts'
import { prepareParagraph } from './units.ts'

/** Composes a page. The same document and fonts give the same composition on every machine. */
export function composePage(doc: PageDoc, shaper: Shaper): Composition {
  const flowed = new Map<string, FlowedStory>()
  for (const id of Object.keys(doc.stories).sort()) flowed.set(id, flowStory(doc, id, shaper))
  const items = framesInOrder(doc).flatMap(([id, frame]) => drawFrame(doc, id, frame, flowed, shaper))
  const diagnostics: Diagnostic[] = [...flowed.values()].flatMap((story) => story.diagnostics)
  return {
    width: doc.setup.width,
    height: doc.setup.height,
    items,
    stories: Object.fromEntries([...flowed].map(([id, story]) => [id, story.fit])),
    grid: gridOf(doc, shaper),
    diagnostics,
  }
}

function framesInOrder(doc: PageDoc): [string, Frame][] {
  const key = ([id, frame]: [string, Frame]) => `${frame.order}\u0000${id}`
  return Object.entries(doc.frames).sort((a, b) => (key(a) < key(b) ? -1 : 1))
}

function drawFrame(
  doc: PageDoc,
  id: string,
  frame: Frame,
  flowed: Map<string, FlowedStory>,
  shaper: Shaper,
): PageItem[] {
  const box: Box = { x: frame.x, y: frame.y, width: frame.width, height: frame.height }
  switch (frame.kind) {
    case 'text': {
      const lines = flowed.get(frame.story)?.lines.get(id) ?? []
      return [{ kind: 'text', frame: id, story: frame.story, box, lines }]
    }
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
      return emptyFrame(
        doc,
        id,
        box,
        ['label', 'label'],
        ['图片待补', sizeLabel(box)],
        'picture-tint',
        shaper,
      )
    }
    case 'ad':
      return emptyFrame(doc, id, box, ['label-large', 'label'], ['广告', sizeLabel(box)], 'ad-tint', shaper)
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
  shaper: Shaper,
): PageItem[] {
  const heights = styles.map((style) => doc.paragraphStyles[style]?.leadingPt ?? 0)
  let top = box.y + (box.height - heights.reduce((a, b) => a + b, 0)) / 2
  const lines = labels.map((text, i) => {
    const line = labelLine(doc, { style: styles[i] as string, runs: [{ text }] }, i, box, top, shaper)
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
  shaper: Shaper,
): ComposedLine {
  const prepared = prepareParagraph(doc, paragraph, shaper)
  const { sizePt, leadingPt, face } = prepared.style
  const line = { ...breakLine(prepared.units, 0, Number.POSITIVE_INFINITY), stretchEm: 0 }
  const x = box.x + (box.width - line.widthEm * sizePt) / 2
  const baseline = top + (leadingPt - sizePt) / 2 + shaper.face(face).ascentEm * sizePt
  return placeLine(prepared, line, { paragraph: index, x, baseline, measure: box.width, last: true })
}

/** The ink of a swatch; a name that the document lacks is a broken document. */
function inkOf(doc: PageDoc, name: string): Ink {
  const swatch = doc.swatches[name]
  if (swatch === undefined) throw new Error(`the document has no swatch named ${name}`)
  return swatch
}

function gridOf(doc: PageDoc, shaper: Shaper): PageGrid {
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
