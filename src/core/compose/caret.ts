/**
 * Carets in composed text: where one stands for a place in a story, and which place is nearest to a point. All lines of
 * a story's thread are seen in reading order, as rows of columns; a row has several lines where text goes round a
 * picture. In a column of vertical text a row runs down, and the next one stands left of it.
 */
import type { Box } from '../geometry.ts'
import type { Em, Pt } from '../units.ts'
import type { ComposedLine, Composition, LineCarets } from './composition.ts'

/** A place between two characters of a story. */
export interface TextPlace {
  paragraph: number
  /** In UTF-16 units of the paragraph's text. */
  offset: number
  /** Of the two places that are one in the text: behind a line's last character, not before the next line's first. */
  atLineEnd?: true
}

/** A line that carets can stand on. */
export interface CaretLine extends ComposedLine {
  carets: LineCarets
}

interface Row {
  frame: string
  /** Counted through the whole thread. */
  column: number
  /** The indices of its lines, the last exclusive. */
  from: number
  to: number
}

interface ThreadColumn {
  frame: string
  /** Along its lines, on the page: where the leftmost begins and the rightmost may end. */
  start: Pt
  end: Pt
}

/** What a selected paragraph's end shows, in em. */
const PARAGRAPH_END: Em = 0.3
const HAIR: Pt = 0.01

export class StoryCarets {
  /** Every line of the story that is on the page, in reading order, and the frame it stands in. */
  readonly lines: readonly { frame: string; line: CaretLine }[]
  private readonly rows: Row[] = []
  private readonly columns: ThreadColumn[] = []
  private readonly rowOf: number[] = []

  constructor(composition: Composition, story: string) {
    this.lines = linesOf(composition, story)
    for (const [i, { frame, line }] of this.lines.entries()) this.addLine(i, frame, line)
  }

  /** Undefined where the place is not on the page: overset, hidden, or not in the text. */
  lineAt(place: TextPlace): number | undefined {
    const { paragraph, offset, atLineEnd } = place
    let low = 0
    let high = this.lines.length
    while (low < high) {
      const middle = (low + high) >> 1
      const { line } = this.at(middle)
      const isBehind = line.paragraph > paragraph || (line.paragraph === paragraph && line.start > offset)
      if (isBehind) high = middle
      else low = middle + 1
    }
    const index = low - 1
    const line = this.lines[index]?.line
    if (line?.paragraph !== paragraph || offset > lastOffset(line)) return undefined
    return atLineEnd && line.start === offset && this.meets(index - 1) ? index - 1 : index
  }

  /** A caret as tall as the paragraph's em and without a width; in vertical text as broad and without a height. */
  boxAt(place: TextPlace): Box | undefined {
    const index = this.lineAt(place)
    if (index === undefined) return undefined
    const { line } = this.at(index)
    const { sizePt } = line.carets
    return boxAlong(line, stopAt(line, place.offset), 0, sizePt)
  }

  /** The place nearest to a point of the page: in one frame, or in all of the thread. */
  placeAt(point: { x: Pt; y: Pt }, frame?: string): TextPlace | undefined {
    const own = this.rows.filter((row) => frame === undefined || row.frame === frame)
    const vertical = this.lines[own[0]?.from ?? 0]?.line.vertical
    const [along, across] = vertical ? [point.y, point.x] : [point.x, point.y]
    const column = nearest(own, ({ column: at }) => {
      const { start, end } = this.columns[at] as ThreadColumn
      return distance(along, start, end)
    })?.column
    const row = nearest(
      own.filter((each) => each.column === column),
      ({ from }) => Math.abs(across - middleOf(this.at(from).line)),
    )
    return row && this.placeInRow(row, along)
  }

  /** One character forwards or back, over lines and paragraphs; undefined at the story's ends. */
  step(place: TextPlace, by: 1 | -1): TextPlace | undefined {
    if (by > 0 && place.atLineEnd) return this.step({ paragraph: place.paragraph, offset: place.offset }, by)
    const index = this.lineAt(place)
    if (index === undefined) return undefined
    const { line } = this.at(index)
    const { stops } = line.carets
    let k = place.offset - line.start + by
    while (Number.isNaN(stops[k])) k += by
    if (k >= 0 && k < stops.length) return { paragraph: line.paragraph, offset: line.start + k }
    const next = this.lines[index + by]?.line
    if (next === undefined) return undefined
    if (by > 0) return { paragraph: next.paragraph, offset: next.start }
    if (!this.meets(index - 1)) return { paragraph: next.paragraph, offset: lastOffset(next) }
    return this.step({ paragraph: next.paragraph, offset: lastOffset(next), atLineEnd: true }, -1)
  }

  lineStart(place: TextPlace): TextPlace | undefined {
    const line = this.lines[this.lineAt(place) ?? -1]?.line
    return line && { paragraph: line.paragraph, offset: line.start }
  }

  lineEnd(place: TextPlace): TextPlace | undefined {
    const index = this.lineAt(place)
    return index === undefined ? undefined : this.placeOn(index, lastOffset(this.at(index).line))
  }

  /**
   * To the row above (-1) or below (1), as near as can be to `goal`: where along the lines the caret stood when it
   * set out, in pt of the page. The goal goes along from column to column. Undefined in the first and last row.
   */
  stepRow(place: TextPlace, by: 1 | -1, goal?: Pt): { place: TextPlace; goal: Pt } | undefined {
    const index = this.lineAt(place)
    if (index === undefined) return undefined
    const { line } = this.at(index)
    const row = this.rowOf[index] as number
    const next = this.rows[row + by]
    if (next === undefined) return undefined
    const startOf = (column: number) => (this.columns[column] as ThreadColumn).start
    const moved = startOf(next.column) - startOf((this.rows[row] as Row).column)
    const along = (goal ?? startAlong(line) + stopAt(line, place.offset)) + moved
    return { place: this.placeInRow(next, along), goal: along }
  }

  /** What is between two places as boxes, one a line and as tall as it; a paragraph's end shows as a narrow one. */
  boxesOf(from: TextPlace, to: TextPlace): { frame: string; box: Box }[] {
    const boxes: { frame: string; box: Box }[] = []
    for (const [index, { frame, line }] of this.lines.entries()) {
      const { paragraph, start, carets } = line
      const end = lastOffset(line)
      const begins = paragraph > from.paragraph || (paragraph === from.paragraph && end >= from.offset)
      const ends = paragraph > to.paragraph || (paragraph === to.paragraph && start > to.offset)
      if (!begins || ends) continue
      const first = paragraph === from.paragraph ? Math.max(start, from.offset) : start
      const last = paragraph === to.paragraph ? Math.min(end, to.offset) : end
      const stops = stopsBetween(line, first, last)
      const left = Math.min(...stops)
      const whole = paragraph < to.paragraph && this.lines[index + 1]?.line.paragraph !== paragraph
      const length = Math.max(...stops) - left + (whole ? PARAGRAPH_END * carets.sizePt : 0)
      if (length > 0) boxes.push({ frame, box: boxAlong(line, left, length, carets.leadingPt) })
    }
    return boxes
  }

  private at(index: number): { frame: string; line: CaretLine } {
    return this.lines[index] as { frame: string; line: CaretLine }
  }

  private addLine(index: number, frame: string, line: CaretLine): void {
    const row = this.rows.at(-1)
    const before = this.lines[index - 1]?.line
    const gone = before ? (middleOf(line) - middleOf(before)) * (line.vertical ? -1 : 1) : 0
    const [start, end] = [startAlong(line), startAlong(line) + line.measure]
    if (row === undefined || row.frame !== frame || gone < -HAIR) {
      this.columns.push({ frame, start, end })
    } else {
      const column = this.columns.at(-1) as ThreadColumn
      column.start = Math.min(column.start, start)
      column.end = Math.max(column.end, end)
    }
    const column = this.columns.length - 1
    if (row && row.column === column && Math.abs(gone) <= HAIR) row.to = index + 1
    else this.rows.push({ frame, column, from: index, to: index + 1 })
    this.rowOf.push(this.rows.length - 1)
  }

  /** Whether a line's last place is also the first of the line after it. */
  private meets(index: number): boolean {
    const line = this.lines[index]?.line
    const next = this.lines[index + 1]?.line
    return line !== undefined && next?.paragraph === line.paragraph && next.start === lastOffset(line)
  }

  private placeOn(index: number, offset: number): TextPlace {
    const { line } = this.at(index)
    const place = { paragraph: line.paragraph, offset }
    return offset === lastOffset(line) && this.meets(index) ? { ...place, atLineEnd: true } : place
  }

  private placeInRow({ from, to }: Row, along: Pt): TextPlace {
    const indices = Array.from({ length: to - from }, (_, i) => from + i)
    const index = nearest(indices, (each) => {
      const { line } = this.at(each)
      return distance(along, startAlong(line), startAlong(line) + line.measure)
    }) as number
    const { line } = this.at(index)
    const offsets = line.carets.stops.flatMap((stop, k) => (Number.isNaN(stop) ? [] : [line.start + k]))
    const offset = nearest(offsets, (each) => Math.abs(along - startAlong(line) - stopAt(line, each)))
    return this.placeOn(index, offset as number)
  }
}

/** Frames stand in a composition as they are painted; here as the story runs through them. */
function linesOf(composition: Composition, story: string): { frame: string; line: CaretLine }[] {
  const frames = composition.items.flatMap((item) =>
    item.kind === 'text' && item.story === story ? [{ frame: item.frame, lines: item.lines }] : [],
  )
  const isBefore = (a: ComposedLine | undefined, b: ComposedLine | undefined): number =>
    a && b ? a.paragraph - b.paragraph || a.start - b.start : 0
  return frames
    .filter(({ lines }) => lines.length > 0)
    .sort((a, b) => isBefore(a.lines[0], b.lines[0]))
    .flatMap(({ frame, lines }) =>
      lines.filter((line): line is CaretLine => line.carets !== undefined).map((line) => ({ frame, line })),
    )
}

/** The offset behind all that a line holds, with the spaces that it ends in. */
const lastOffset = ({ start, carets }: CaretLine): number => start + carets.stops.length - 1

/** How far along a line the caret stands; over spaces that are not drawn it goes no further than the measure. */
function stopAt({ start, end, measure, carets }: CaretLine, offset: number): Pt {
  let k = Math.min(offset - start, carets.stops.length - 1)
  while (Number.isNaN(carets.stops[k])) k--
  const stop = carets.stops[k] ?? 0
  return k > end - start ? Math.min(stop, Math.max(measure, carets.stops[end - start] ?? 0)) : stop
}

/** In a line with text from right to left the first and the last of a range need not be its ends. */
const stopsBetween = (line: CaretLine, first: number, last: number): Pt[] =>
  Array.from({ length: last - first + 1 }, (_, k) => stopAt(line, first + k))

/** Where on the page a line begins, in the direction that it runs in. */
const startAlong = ({ vertical, x, baseline }: ComposedLine): Pt => (vertical ? baseline : x)

/** Where on the page the middle of its em is, from line to line. */
const middleOf = ({ vertical, x, baseline, carets }: CaretLine): Pt =>
  vertical ? x : baseline - carets.ascentPt + carets.sizePt / 2

function boxAlong(line: CaretLine, from: Pt, length: Pt, breadth: Pt): Box {
  const along = startAlong(line) + from
  const across = middleOf(line) - breadth / 2
  if (line.vertical) return { x: across, y: along, width: breadth, height: length }
  return { x: along, y: across, width: length, height: breadth }
}

const distance = (at: Pt, from: Pt, to: Pt): Pt => Math.max(0, from - at, at - to)

function nearest<T>(things: readonly T[], distanceOf: (thing: T) => number): T | undefined {
  let best: T | undefined
  let least = Number.POSITIVE_INFINITY
  for (const thing of things) {
    const far = distanceOf(thing)
    if (far >= least) continue
    least = far
    best = thing
  }
  return best
}
