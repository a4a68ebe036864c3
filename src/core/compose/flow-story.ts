/**
 * A story through its frames: paragraphs are broken line by line at the measure of the frame that the line
 * falls into, subheads stay with what follows them, and what finds no room is counted as overset (溢流).
 */
import type { Diagnostic } from '../diagnostics.ts'
import type { PageDoc, Paragraph, ParagraphStyle, Story, TextFrame } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em, Pt } from '../units.ts'
import { type BrokenLine, breakLine } from './break-lines.ts'
import type { ComposedLine, StoryFit } from './composition.ts'
import { placeLine } from './place-line.ts'
import { type PreparedParagraph, prepareParagraph } from './units.ts'

export interface FlowedStory {
  /** Lines by frame id. */
  lines: Map<string, ComposedLine[]>
  fit: StoryFit
  diagnostics: Diagnostic[]
}

/** The least white between a paragraph's end and a credit on the same line. */
const CREDIT_GAP_EM = 1

/** A line that is broken but has no place yet. */
interface Pending {
  paragraph: number
  prepared: PreparedParagraph
  line: BrokenLine
  last: boolean
  indent: Em
  /** Whether the paragraph's ending (署名) stands on this line. */
  withEnding?: boolean
}

export function flowStory(doc: PageDoc, id: string, shaper: Shaper): FlowedStory {
  const story = doc.stories[id] as Story
  const frames = story.frames.map((frame) => new FrameCursor(doc, frame, shaper))
  const flow = new Flow(doc, id, story, frames, shaper)
  return flow.run()
}

class Flow {
  private readonly result: FlowedStory = {
    lines: new Map(),
    fit: { lines: 0, oversetLines: 0, oversetCharacters: 0 },
    diagnostics: [],
  }
  private frame = 0

  constructor(
    private readonly doc: PageDoc,
    private readonly id: string,
    private readonly story: Story,
    private readonly frames: FrameCursor[],
    private readonly shaper: Shaper,
  ) {}

  run(): FlowedStory {
    this.story.paragraphs.forEach((paragraph, index) => {
      this.flowParagraph(paragraph, index)
    })
    for (const frame of this.frames) this.result.lines.set(frame.id, frame.finish())
    if (this.result.fit.oversetLines > 0) this.reportOverset()
    return this.result
  }

  private flowParagraph(paragraph: Paragraph, index: number): void {
    const prepared = prepareParagraph(this.doc, paragraph, this.shaper)
    for (const { character, face } of prepared.missing) {
      this.report('missing-glyph', 'error', {
        character,
        codePoint: codePoint(character),
        face,
        paragraph: index + 1,
      })
    }
    const { units } = prepared
    if (prepared.style.keepWithNext) this.leaveFoot(prepared.style.rows + 1)
    let at = 0
    while (at < units.length) {
      const measure = this.nextMeasure(prepared.style)
      const indent = at === 0 ? prepared.style.indentEm : 0
      const line = breakLine(units, at, measure - indent)
      this.place({ paragraph: index, prepared, line, last: line.last, indent }, measure)
      if (line.overfullEm > 0) this.report('line-overfull', 'warning', { paragraph: index + 1 })
      at = line.next
    }
    if (units.length === 0 && prepared.ending.length > 0) this.placeEndingAlone(prepared, index)
  }

  /** Puts a line into the current frame; a last line takes the credit with it, or the credit gets its own. */
  private place(pending: Pending, measure: Em): void {
    const { prepared, indent, line, last, paragraph } = pending
    const credit = last && prepared.ending.length > 0
    const beside = credit && measure - indent - line.widthEm >= endingWidth(prepared) + CREDIT_GAP_EM
    this.put({ ...pending, withEnding: beside })
    if (credit && !beside) this.placeEndingAlone(prepared, paragraph)
  }

  private placeEndingAlone(prepared: PreparedParagraph, paragraph: number): void {
    const nothing = breakLine(prepared.units, prepared.units.length, 1)
    this.nextMeasure(prepared.style)
    this.put({ paragraph, prepared, line: nothing, last: true, indent: 0, withEnding: true })
  }

  private put(pending: Pending): void {
    const { fit } = this.result
    const frame = this.frames[this.frame]
    fit.lines++
    frame?.put(pending)
    if (frame) return
    const { units, ending } = pending.prepared
    const { from, to } = pending.line
    fit.oversetLines++
    for (const unit of [...units.slice(from, to), ...(pending.withEnding ? ending : [])]) {
      fit.oversetCharacters += unit.kind === 'text' ? unit.end - unit.start : 0
    }
  }

  /** Moves on to the frame that has room for one line of this style, and tells its measure in em. */
  private nextMeasure(style: ParagraphStyle): Em {
    while (this.frames[this.frame]?.hasRoom(style) === false) this.frame++
    const frame = this.frames[this.frame] ?? this.frames.at(-1)
    const { columnEm, bodyPt } = this.doc.setup
    return (frame?.width ?? columnEm * bodyPt) / style.sizePt
  }

  private leaveFoot(rows: number): void {
    while (this.frames[this.frame]?.hasRows(rows) === false) this.frame++
  }

  private report(
    code: string,
    severity: Diagnostic['severity'],
    params: Record<string, string | number>,
  ): void {
    this.result.diagnostics.push({ code, severity, at: { story: this.id }, params })
  }

  private reportOverset(): void {
    const { oversetLines, oversetCharacters } = this.result.fit
    this.report('overset', 'error', { lines: oversetLines, characters: oversetCharacters })
  }
}

/** U+4DAE */
const codePoint = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`

const endingWidth = ({ ending, endInset }: PreparedParagraph): Em =>
  ending.reduce((sum, unit, i) => sum + unit.width + (i > 0 ? unit.gap : 0), endInset)

/** One frame being filled: how far down it is, and where the next baseline falls. */
class FrameCursor {
  readonly width: Pt
  private readonly frame: TextFrame
  private readonly leading: Pt
  private readonly stacked: { pending: Pending; top: Pt }[] = []
  private used: Pt = 0

  constructor(
    doc: PageDoc,
    readonly id: string,
    private readonly shaper: Shaper,
  ) {
    const frame = doc.frames[id]
    if (frame?.kind !== 'text') throw new Error(`story runs through ${id}, which is no text frame`)
    this.frame = frame
    this.width = frame.width
    this.leading = doc.setup.leadingPt
  }

  hasRoom(style: ParagraphStyle): boolean {
    return this.used + this.heightOf(style) <= this.frame.height + 0.01
  }

  hasRows(rows: number): boolean {
    return this.used + rows * this.leading <= this.frame.height + 0.01
  }

  put(pending: Pending): void {
    this.stacked.push({ pending, top: this.used })
    this.used += this.heightOf(pending.prepared.style)
  }

  /** Positions what was put, now that the frame's vertical alignment is known to hold all of it. */
  finish(): ComposedLine[] {
    const free = this.frame.height - this.used
    const share = { grid: 0, top: 0, center: 0.5, bottom: 1 }[this.frame.vertical]
    return this.stacked.map(({ pending, top }) => this.position(pending, this.frame.y + top + free * share))
  }

  private heightOf(style: ParagraphStyle): Pt {
    return this.frame.vertical === 'grid' ? style.rows * this.leading : style.leadingPt
  }

  /** The em box stands in the middle of the line's height; the face says where its baseline is. */
  private position(pending: Pending, top: Pt): ComposedLine {
    const { style } = pending.prepared
    const { ascentEm } = this.shaper.face(style.face)
    const white = (this.heightOf(style) - style.sizePt) / 2
    const baseline = top + white + ascentEm * style.sizePt
    const size = style.sizePt
    const space = this.frame.width - pending.indent * size
    const slack = space - (pending.line.widthEm - trailingTracking(pending)) * size
    const share = { justify: 0, start: 0, center: 0.5, end: 1 }[style.align]
    const x = this.frame.x + pending.indent * size + slack * share
    const line = style.align === 'justify' ? pending.line : { ...pending.line, stretchEm: 0 }
    const { paragraph, prepared, last } = pending
    const endingX = this.frame.x + this.frame.width - endingWidth(prepared) * size
    const ending = pending.withEnding ? { ending: { units: prepared.ending, x: endingX } } : {}
    return placeLine(prepared, line, { paragraph, x, baseline, measure: space, last, ...ending })
  }
}

/** The style's tracking behind a line's last character is no part of what is centred. */
function trailingTracking({ prepared, line }: Pending): Em {
  return line.to > line.from ? prepared.style.trackingEm : 0
}
