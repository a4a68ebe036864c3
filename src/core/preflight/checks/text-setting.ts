/** How text stands in its frames: overset, short, loose, lone characters and subheads, over other text, off the page. */

import type { ComposedLine, PictureItem, TextItem } from '../../compose/composition.ts'
import { removeCopyfit } from '../../doc/commands/copyfit.ts'
import { paragraphText } from '../../doc/paragraph-text.ts'
import type { TextFrame } from '../../doc/schema.ts'
import { type Box, overlap } from '../../geometry.ts'
import { ptToMm } from '../../units.ts'
import { withFrame } from '../fixes.ts'
import type { Fix, Found } from '../issue.ts'
import { boxOf, boxOfLine, type PageView } from '../view.ts'

/** What composition itself says: no room, no glyph, a line that is too wide. */
export function checkComposition(view: PageView): Found[] {
  return view.composition.diagnostics.flatMap(({ code, at, params = {} }): Found[] => {
    const story = at?.story ?? ''
    if (code === 'overset') {
      const place = placeOfEnd(view, story)
      const fix = higherFrame(view, story, Number(params.lines))
      return [
        { rule: 'overset', key: `${story}:${params.characters}`, at: place, params, ...(fix && { fix }) },
      ]
    }
    if (code === 'missing-glyph' || code === 'line-overfull') {
      const place = { ...view.atStory(story), ...placeOfGlyph(view, story, params) }
      return [
        { rule: code, key: `${story}:${params.paragraph}:${params.character ?? ''}`, at: place, params },
      ]
    }
    return []
  })
}

function placeOfGlyph(
  view: PageView,
  story: string,
  { character, paragraph }: Record<string, string | number>,
) {
  const index = Number(paragraph) - 1
  const text = view.doc.stories[story]?.paragraphs[index]
  const at = text && typeof character === 'string' ? paragraphText(text).indexOf(character) : -1
  return at < 0 ? {} : view.atText(story, index, at, at + String(character).length)
}

const placeOfEnd = (view: PageView, story: string) => {
  const last = view.doc.stories[story]?.frames.at(-1)
  return last === undefined ? view.atStory(story) : view.atFrame(last)
}

/** The thread's last frame made higher by the rows that are wanted, where nothing stands below it. */
function higherFrame(view: PageView, story: string, lines: number): Fix | undefined {
  const { doc } = view
  const id = doc.stories[story]?.frames.at(-1)
  const frame = id === undefined ? undefined : doc.frames[id]
  if (id === undefined || frame?.kind !== 'text' || frame.writing === 'vertical' || frame.locked)
    return undefined
  const { setup } = doc
  const leading = doc.stories[story]?.fit?.leadingPt ?? setup.leadingPt
  const rows = Math.ceil(lines / (frame.columns?.count ?? 1))
  const more = rows * leading
  const strip: Box = { x: frame.x, y: frame.y + frame.height, width: frame.width, height: more }
  const foot = setup.top + setup.rows * setup.leadingPt
  const free =
    frame.vertical === 'grid' &&
    strip.y + more <= foot + 0.01 &&
    view.shownFrames.every(
      ([other, each]) => other === id || encloses(each, frame) || !overlap(boxOf(each), strip),
    )
  if (!free) return undefined
  return {
    name: 'frame-higher',
    params: { rows },
    apply: (page) => withFrame(page, id, (each) => ({ ...each, height: frame.height + more })),
  }
}

/** A box round a frame is no obstacle to it. */
const encloses = (outer: Box, inner: Box): boolean =>
  outer.x <= inner.x &&
  outer.y <= inner.y &&
  outer.x + outer.width >= inner.x + inner.width &&
  outer.y + outer.height >= inner.y + inner.height

export function checkShortStories(view: PageView): Found[] {
  const { leadingPt } = view.doc.setup
  return view.stories.flatMap(([id, story]): Found[] => {
    const last = story.frames.at(-1)
    const frame = last === undefined ? undefined : view.doc.frames[last]
    if (story.role !== 'body' || last === undefined || frame?.kind !== 'text' || frame.vertical !== 'grid')
      return []
    if (frame.writing === 'vertical' || frame.columns?.balance) return []
    const foot = Math.max(
      frame.y,
      ...view.linesOf(id).flatMap(({ item, line }) => (item.frame === last ? [line.baseline] : [])),
    )
    const rows = Math.floor((frame.y + frame.height - foot) / leadingPt)
    if (rows <= view.profile.limits.shortRows) return []
    return [{ rule: 'story-short', key: `${id}:${rows}`, at: view.atFrame(last), params: { rows } }]
  })
}

/** Lines whose gaps are far wider than they should be. */
export function checkLooseLines(view: PageView): Found[] {
  const most = view.profile.limits.looseEm
  return eachLine(view, ['body', 'caption']).flatMap(({ story, line }): Found[] => {
    const em = line.fit.stretchEm
    if (line.last || em <= most + 1e-6) return []
    const at = view.atText(story, line.paragraph, line.start, line.end)
    const text = textAt(view, story, line)
    return [
      {
        rule: 'loose-line',
        key: `${story}:${text}`,
        at: { ...at, box: boxOfLine(line) },
        params: { em: em.toFixed(2), text: text.slice(0, 8) },
      },
    ]
  })
}

const MARKS = /[\p{P}\s]/gu

/** 孤字: one character alone on a paragraph's last line, or on a line of a head. */
export function checkLoneCharacters(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]) => {
    const head = story.role === 'headline' || story.role === 'deck'
    if (!head && story.role !== 'body') return []
    return view.linesOf(id).flatMap(({ line }, i, lines): Found[] => {
      if (!head && !line.last) return []
      const shared = lines.some(({ line: other }, k) => k !== i && other.paragraph === line.paragraph)
      const text = textAt(view, id, line)
      const bare = text.replaceAll(MARKS, '')
      if (!shared || [...bare].length !== 1 || !/\p{Script=Han}/u.test(bare)) return []
      const rule = head ? 'head-single-character' : 'single-character-line'
      return [
        {
          rule,
          key: `${id}:${line.paragraph}:${bare}`,
          at: view.atText(id, line.paragraph, line.start, line.end),
          params: { character: bare },
        },
      ]
    })
  })
}

/** A subhead that ends its column, with its text in the next. */
export function checkSubheads(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]) => {
    const lines = view.linesOf(id)
    return lines.flatMap(({ item, line }, i): Found[] => {
      const next = lines[i + 1]
      const paragraph = story.paragraphs[line.paragraph]
      const style = paragraph && view.doc.paragraphStyles[paragraph.style]
      if (!next || !style?.keepWithNext || next.line.paragraph === line.paragraph) return []
      if (next.item === item && next.line.baseline > line.baseline) return []
      const text = paragraphText(paragraph!)
      return [
        {
          rule: 'subhead-at-foot',
          key: `${id}:${text}`,
          at: view.atText(id, line.paragraph, line.start, line.end),
          params: { text },
        },
      ]
    })
  })
}

/** Records of copyfit beyond what the story's preset lets anyone do. */
export function checkCopyfit(view: PageView): Found[] {
  return view.stories.flatMap(([id, story]) =>
    story.paragraphs.flatMap((paragraph, index): Found[] => {
      const name = story.preset ?? view.doc.paragraphStyles[paragraph.style]?.preset ?? ''
      const limits = view.doc.presets[name]?.copyfit
      if (!limits) return []
      return (paragraph.copyfit ?? []).flatMap(({ start, end, trackingEm, by }): Found[] => {
        const within = trackingEm >= limits.leastEm - 1e-6 && trackingEm <= limits.mostEm + 1e-6
        // what brings a printed line back is as it was printed
        if (within || by === 'print') return []
        const em = trackingEm.toFixed(3)
        const at = view.atText(id, index, start, end)
        return [
          {
            rule: 'copyfit-beyond',
            key: `${id}:${index}:${em}`,
            at,
            params: { em },
            fix: withoutCopyfit(id, index),
          },
        ]
      })
    }),
  )
}

const withoutCopyfit = (id: string, index: number): Fix => ({
  name: 'remove-copyfit',
  apply: (doc) => removeCopyfit(doc, id, index),
})

export function checkTextFrames(view: PageView): Found[] {
  return view.shownFrames.flatMap(([id, frame]): Found[] => {
    if (frame.kind !== 'text') return []
    const story = view.doc.stories[frame.story]
    const item = view.texts.find((each) => each.frame === id && each.story !== undefined)
    if (!story || !item) return []
    return [...offPage(view, id, frame, item)]
  })
}

/** Text beyond the trim is cut off; text beyond the type area stands in the margin. */
function offPage(view: PageView, id: string, frame: TextFrame, item: TextItem): Found[] {
  const { setup } = view.doc
  const boxes = item.lines.map(boxOfLine)
  const trim: Box = { x: 0, y: 0, width: setup.width, height: setup.height }
  const outside = boxes.find((box) => beyond(box, trim) > 0.5)
  if (outside) {
    const mm = ptToMm(beyond(outside, trim)).toFixed(1)
    return [
      {
        rule: 'text-off-trim',
        key: `${id}:${mm}`,
        at: { ...view.atFrame(id), box: outside },
        params: { mm },
        ...moveInside(view, id, frame),
      },
    ]
  }
  const area = typeArea(view)
  const over = boxes.find((box) => beyond(box, area) > 1)
  // folios stand where they like
  if (!over || view.doc.stories[frame.story]?.role === 'folio') return []
  const mm = ptToMm(beyond(over, area)).toFixed(1)
  return [
    {
      rule: 'text-outside-type-area',
      key: `${id}:${mm}`,
      at: { ...view.atFrame(id), box: over },
      params: { mm },
      ...moveInside(view, id, frame),
    },
  ]
}

function typeArea(view: PageView): Box {
  const { left, top, columns, columnEm, gutterEm, rows, bodyPt, leadingPt } = view.doc.setup
  return {
    x: left,
    y: top,
    width: (columns * columnEm + (columns - 1) * gutterEm) * bodyPt,
    height: rows * leadingPt,
  }
}

const beyond = (box: Box, of: Box): number =>
  Math.max(
    of.x - box.x,
    of.y - box.y,
    box.x + box.width - of.x - of.width,
    box.y + box.height - of.y - of.height,
  )

function moveInside(view: PageView, id: string, frame: TextFrame): { fix?: Fix } {
  const area = typeArea(view)
  if (frame.locked || frame.width > area.width || frame.height > area.height) return {}
  const within = (at: number, size: number, from: number, room: number) =>
    Math.min(Math.max(at, from), from + room - size)
  const x = within(frame.x, frame.width, area.x, area.width)
  const y = within(frame.y, frame.height, area.y, area.height)
  if (x === frame.x && y === frame.y) return {}
  return { fix: { name: 'move-inside', apply: (doc) => withFrame(doc, id, (each) => ({ ...each, x, y })) } }
}

/** Lines of two frames over each other, and text over a picture that it does not mean to stand on. */
export function checkTextOverlaps(view: PageView): Found[] {
  const blocks = view.texts.flatMap(({ frame, story, lines }): Block[] => {
    if (story === undefined || lines.length === 0 || view.doc.frames[frame]?.hidden) return []
    const boxes = lines.map(inkOfLine)
    return [{ frame, boxes, hull: hullOf(boxes) }]
  })
  return blocks.flatMap((block, i) => [
    ...blocks.slice(i + 1).flatMap((other) => overText(view, block, other)),
    ...view.itemsOf('picture').flatMap((picture) => overPicture(view, block, picture)),
  ])
}

/** The text of one frame. */
interface Block {
  frame: string
  boxes: readonly Box[]
  hull: Box
}

function overText(view: PageView, block: Block, other: Block): Found[] {
  if (other.frame === block.frame || !overlap(block.hull, other.hull)) return []
  const box = other.boxes.find((each) => block.boxes.some((own) => overlap(own, each)))
  if (!box) return []
  const key = `${block.frame}+${other.frame}`
  return [{ rule: 'text-over-text', key, at: { ...view.atFrame(other.frame), box } }]
}

function overPicture(view: PageView, { frame: id, boxes, hull }: Block, picture: PictureItem): Found[] {
  const frame = view.doc.frames[id]
  if (frame?.kind !== 'text' || frame.overWraps || frame.fill !== undefined) return []
  const box = overlap(hull, picture.box) ? boxes.find((each) => overlap(each, picture.box)) : undefined
  if (!box) return []
  return [{ rule: 'text-over-picture', key: `${id}+${picture.frame}`, at: { ...view.atFrame(id), box } }]
}

/** Without the white above and below its characters. */
function inkOfLine(line: ComposedLine): Box {
  const { x, y, width, height } = boxOfLine(line)
  return { x, y: y + height * 0.1, width, height: height * 0.8 }
}

function hullOf(boxes: readonly Box[]): Box {
  const x = Math.min(...boxes.map((box) => box.x))
  const y = Math.min(...boxes.map((box) => box.y))
  const right = Math.max(...boxes.map((box) => box.x + box.width))
  const foot = Math.max(...boxes.map((box) => box.y + box.height))
  return { x, y, width: right - x, height: foot - y }
}

function eachLine(view: PageView, roles: readonly string[]): { story: string; line: ComposedLine }[] {
  return view.stories.flatMap(([story, { role }]) =>
    roles.includes(role) ? view.linesOf(story).map(({ line }) => ({ story, line })) : [],
  )
}

function textAt(view: PageView, story: string, line: ComposedLine): string {
  const paragraph = view.doc.stories[story]?.paragraphs[line.paragraph]
  return paragraph ? paragraphText(paragraph).slice(line.start, line.end) : ''
}
