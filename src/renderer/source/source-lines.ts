/** The dump's lines as the source panel lists them, each with the place in the page that it became. */
import type { ComposedLine } from '../../core/compose/composition.ts'
import type { Box } from '../../core/geometry.ts'
import type { Doubt } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { type FrameEntry, type PageModel, paragraphText } from '../state/page-model.ts'
import { alignToSource } from './align.ts'

/** A piece of a source line's text, by what became of it. */
export interface LinePiece {
  text: string
  fate: 'placed' | 'shadow' | 'folio' | 'unplaced'
}

export interface LineTarget {
  story: string
  paragraph: number
  /** Offset in the paragraph's text. */
  start: number
}

export interface SourceLine {
  number: number
  pieces: readonly LinePiece[]
  target?: LineTarget
  article?: string
  doubt?: Doubt
}

/** Every line that is not blank, in the order of the dump. */
export function sourceLines(model: PageModel): SourceLine[] {
  const { source } = model
  if (!source) return []
  const targets = lineTargets(model)
  const fates = lineFates(model)
  const doubts = new Map(model.reconstruction?.doubts.map((doubt) => [doubt.at.line, doubt]))
  return source.lines.flatMap((text, index): SourceLine[] => {
    if (text.trim() === '') return []
    const number = index + 1
    const target = targets.get(number)
    const article = target ? model.doc.stories[target.story]?.article : undefined
    return [
      { number, pieces: cut(text, fates.get(number) ?? []), target, article, doubt: doubts.get(number) },
    ]
  })
}

/** The lines that a story came from, or a whole article, or all. */
export function linesOf(
  lines: readonly SourceLine[],
  selection: { article?: string; story?: string } | null,
): readonly SourceLine[] {
  if (!selection) return lines
  if (selection.story !== undefined) return lines.filter((line) => line.target?.story === selection.story)
  return lines.filter((line) => line.article === selection.article)
}

function lineTargets(model: PageModel): Map<number, LineTarget> {
  const lines = model.source?.lines ?? []
  const targets = new Map<number, LineTarget>()
  for (const [story, { paragraphs }] of Object.entries(model.doc.stories)) {
    for (const [index, paragraph] of paragraphs.entries()) {
      if (!paragraph.from) continue
      for (const { line, start } of alignToSource(paragraphText(paragraph), paragraph.from, lines)) {
        if (!targets.has(line)) targets.set(line, { story, paragraph: index, start })
      }
    }
  }
  return targets
}

interface Fate extends Span {
  fate: LinePiece['fate']
}

function lineFates(model: PageModel): Map<number, Fate[]> {
  const fates = new Map<number, Fate[]>()
  const mark = (spans: readonly Span[], fate: LinePiece['fate']) => {
    for (const span of spans) fates.set(span.line, [...(fates.get(span.line) ?? []), { ...span, fate }])
  }
  const { reconstruction } = model
  for (const piece of reconstruction?.furniture ?? []) mark(piece.from, 'folio')
  for (const piece of reconstruction?.shadows ?? []) mark(piece.from, 'shadow')
  for (const piece of reconstruction?.unplaced ?? []) mark(piece.from, 'unplaced')
  for (const list of fates.values()) list.sort((a, b) => a.start - b.start)
  return fates
}

function cut(text: string, fates: readonly Fate[]): LinePiece[] {
  const pieces: LinePiece[] = []
  let at = 0
  const push = (end: number, fate: LinePiece['fate']) => {
    if (end > at) pieces.push({ text: text.slice(at, end), fate })
    at = Math.max(at, end)
  }
  for (const span of fates) {
    push(span.start, 'placed')
    push(span.end, span.fate)
  }
  push(text.length, 'placed')
  return pieces
}

/** Where a target stands: its frame and its composed line, whose box is what a flight shows. */
export function findLine(
  model: PageModel,
  target: LineTarget,
): { frame: FrameEntry; line: ComposedLine; box: Box } | undefined {
  for (const frame of model.frames) {
    if (frame.story?.id !== target.story) continue
    for (const line of frame.lines) {
      if (line.paragraph !== target.paragraph || line.end <= target.start) continue
      return { frame, line, box: lineBox(line) }
    }
  }
  return undefined
}

/** The em box of a composed line, as long as its measure. */
export function lineBox(line: ComposedLine): Box {
  const size = Math.max(1, ...line.runs.map((run) => run.sizePt))
  if (line.vertical) return { x: line.x - size / 2, y: line.baseline, width: size, height: line.measure }
  return { x: line.x, y: line.baseline - size * 0.88, width: line.measure, height: size }
}
