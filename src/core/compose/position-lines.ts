/** From the track to the page: where each line of a story stands, as finished lines by frame. */
import type { Shaper } from '../fonts.ts'
import type { Pt } from '../units.ts'
import type { ComposedLine, GlyphRun } from './composition.ts'
import type { Ending, PlacedLine } from './flow-story.ts'
import type { SetLine } from './set-line.ts'
import type { Column, Track } from './track.ts'

/** The lines of each frame of the thread, by frame id; as the same array as `before` where they are the same lines. */
export function positionLines(
  lines: readonly PlacedLine[],
  track: Track,
  leading: Pt,
  shaper: Shaper,
  before?: ReadonlyMap<string, ComposedLine[]>,
): Map<string, ComposedLine[]> {
  const frames = new Map<string, ComposedLine[]>()
  let at = 0
  track.columns.forEach((column, i) => {
    const first = at
    while (lines[at]?.slot?.column === i) at++
    const offset = offsetIn(column, lines[at - 1], leading)
    const own = frames.get(column.frameId) ?? []
    for (let k = first; k < at; k++)
      own.push(position(lines[k] as PlacedLine, column, offset, leading, shaper))
    frames.set(column.frameId, own)
  })
  for (const [id, own] of frames) {
    const known = before?.get(id)
    if (known?.length === own.length && own.every((line, k) => line === known[k])) frames.set(id, known)
  }
  return frames
}

/** Lines that stand on no grid are moved down together, by what their frame leaves free. */
function offsetIn({ frame, box }: Column, last: PlacedLine | undefined, leading: Pt): Pt {
  const share = frame.vertical === 'center' ? 0.5 : frame.vertical === 'bottom' ? 1 : 0
  if (share === 0 || last?.slot === undefined) return 0
  return (box.height - last.slot.top - heightOf(last, frame.vertical, leading)) * share
}

const heightOf = ({ prepared }: PlacedLine, vertical: Column['frame']['vertical'], leading: Pt): Pt =>
  vertical === 'grid' ? prepared.style.rows * leading : prepared.style.leadingPt

function position(placed: PlacedLine, column: Column, offset: Pt, leading: Pt, shaper: Shaper): ComposedLine {
  const known = placed.positioned
  if (known?.offset === offset) return known.line
  const line = compose(placed, column, offset, leading, shaper)
  placed.positioned = { offset, line }
  return line
}

function compose(
  { prepared, set, slot, indent, ending, paragraph }: PlacedLine,
  { frame, box }: Column,
  offset: Pt,
  leading: Pt,
  shaper: Shaper,
): ComposedLine {
  if (!slot) throw new Error('an overset line has no position')
  const { style, vertical, endInset } = prepared
  const size = style.sizePt
  const top = box.y + slot.top + offset
  const height = frame.vertical === 'grid' ? style.rows * leading : style.leadingPt
  const measure = slot.width - indent * size
  const share = { justify: 0, start: 0, center: 0.5, end: 1 }[style.align]
  const along = slot.x + indent * size + (measure - set.widthEm * size) * share
  // The em box stands in the middle of the line's height; the face says where its baseline is.
  const ascentPt = shaper.face(style.face).ascentEm * size
  const across = vertical ? frame.x + frame.width - top - height / 2 : top + (height - size) / 2 + ascentPt
  const inwards = ending ? slot.x + slot.width - (ending.widthEm + endInset) * size - along : 0
  const runs = ending ? [...set.runs, ...moved(ending.runs, inwards, vertical)] : set.runs
  const range = set.line.to > set.line.from ? set : { start: ending?.start ?? set.start, end: set.end }
  return {
    paragraph,
    start: range.start,
    end: ending?.end ?? range.end,
    x: vertical ? across : along,
    baseline: vertical ? along : across,
    measure,
    last: set.line.last,
    ...(vertical && { vertical }),
    runs,
    fit: set.fit,
    carets: {
      stops: ending ? stopsWith(ending, set, inwards) : set.stops,
      sizePt: size,
      ascentPt,
      leadingPt: height,
    },
  }
}

/** A credit's stops follow those of the text before it; where both meet, the caret stands at the text's end. */
function stopsWith({ stops, start }: Ending, set: SetLine, by: Pt): Pt[] {
  const own = set.line.to > set.line.from
  const before = own ? set.stops.slice(0, start - set.start + 1) : []
  const after = stops.map((stop) => stop + by)
  return own ? [...before, ...after.slice(1)] : after
}

/** The credit's runs are set from its own start: here they are brought to where it stands on the line. */
const moved = (runs: readonly GlyphRun[], by: Pt, vertical: boolean): GlyphRun[] =>
  runs.map((run) =>
    vertical && run.ys
      ? { ...run, ys: run.ys.map((y) => y + by) }
      : { ...run, xs: run.xs.map((x) => x + by) },
  )
