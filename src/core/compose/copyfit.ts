/**
 * Infers copyfit (缩放排齐) from printed lines: the tracking that makes a paragraph break where the print did,
 * in as few records as possible, each as small as it can be. Neighbouring lines share a record where one
 * tracking serves them all.
 */
import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Em } from '../units.ts'
import { HAIR, pieceEnd, RunningWidth, trimEnd } from './break-lines.ts'
import { breakParagraph, endOf } from './break-paragraph.ts'
import type { Unit } from './unit.ts'
import { type PreparedParagraph, prepareParagraph, type TypeRoom } from './units.ts'

/** Beyond this a line was not copyfitted by hand: the measure or the reading is wrong. */
const LIMIT_EM = 0.25
/** Keeps a tightened or loosened line clear of the point where rounding would decide. */
const MARGIN_EM = 0.001

/** Where composed lines end at this measure, in offsets of the paragraph's text. */
export function lineEnds(doc: PageDoc, paragraph: Paragraph, measure: Em, room: TypeRoom): number[] {
  const { units, lines } = breakParagraph(prepareParagraph(doc, paragraph, room), measure)
  return lines.map((line) => endOf(units, line))
}

/**
 * The records that bring the paragraph back line for line, or null where the printed ends can't be reached
 * within the limit. `printed` holds the offsets at which the printed lines end.
 */
export function inferCopyfit(
  doc: PageDoc,
  paragraph: Paragraph,
  measure: Em,
  printed: readonly number[],
  room: TypeRoom,
): CopyfitRecord[] | null {
  const prepared = prepareParagraph(doc, { ...paragraph, copyfit: [] }, room)
  const lines = printedLines(prepared, measure, printed)
  const records = lines && fewestRecords(lines)
  if (!records) return null
  const composed = lineEnds(doc, { ...paragraph, copyfit: records }, measure, room)
  return composed.join() === printed.join() ? records : null
}

/** A printed line, with what decides whether first fit ends it where the print did. */
interface PrintedLine {
  start: number
  end: number
  /** Units that tracking widens. */
  count: number
  /** What is left of the measure at the line's narrowest: it fits while `count × tracking` is at most this. */
  room: Em
  /** The same with the next piece taken in: it must not fit. Infinite negative at the paragraph's end. */
  roomWithMore: Em
  /** Units of that piece. */
  more: number
}

function printedLines(
  { units, style }: PreparedParagraph,
  measure: Em,
  printed: readonly number[],
): PrintedLine[] | null {
  const lines: PrintedLine[] = []
  let at = 0
  for (const end of printed) {
    const stop = units.findIndex((unit, i) => i >= at && unit.end >= end) + 1
    if (stop === 0 || (units[stop - 1] as Unit).end !== end) return null
    const next = nextText(units, stop)
    if (next < units.length && !(units[next] as Unit).canStart) return null
    const space = measure - (at === 0 ? style.indentEm : 0)
    const width = new RunningWidth(units, at)
    width.take(stop)
    const room = space - width.least()
    const line = { start: (units[at] as Unit).start, end, count: widened(units, at, stop), room }
    if (next >= units.length) lines.push({ ...line, roomWithMore: Number.NEGATIVE_INFINITY, more: 0 })
    else {
      const more = trimEnd(units, next, pieceEnd(units, next))
      width.take(more)
      lines.push({ ...line, roomWithMore: space - width.least(), more: widened(units, next, more) })
    }
    at = next
  }
  return lines
}

const widened = (units: readonly Unit[], from: number, to: number): number =>
  units.slice(from, to).filter(({ width }) => width > 0).length

function nextText(units: readonly Unit[], from: number): number {
  let at = from
  while (at < units.length && (units[at] as Unit).sort.kind === 'space') at++
  return at
}

/** A way to set the lines so far, and the tracking of the last of them. */
interface State {
  records: CopyfitRecord[]
  /** Tracking in all, in em: of two ways with as many records, the gentler one. */
  sum: Em
  last: Em
}

/** By dynamic programming over the lines: each runs free, or a record covers it with some that follow. */
function fewestRecords(lines: readonly PrintedLine[]): CopyfitRecord[] | null {
  const states: State[][] = Array.from({ length: lines.length + 1 }, () => [])
  states[0] = [{ records: [], sum: 0, last: 0 }]
  for (let from = 0; from < lines.length; from++) {
    for (const state of states[from] as State[]) {
      const line = lines[from] as PrintedLine
      const floor = floorAfter(lines[from - 1], state.last)
      if (floor < 0 && line.room >= -HAIR) offer(states[from + 1], { ...state, last: 0 })
      for (const { to, tracking } of groupsFrom(lines, from, floor)) {
        const record = {
          start: line.start,
          end: (lines[to - 1] as PrintedLine).end,
          trackingEm: tracking,
          by: 'print' as const,
        }
        const sum = state.sum + Math.abs(tracking) * (record.end - record.start)
        offer(states[to], { records: [...state.records, record], sum, last: tracking })
      }
    }
  }
  return states[lines.length]?.sort(byCost)[0]?.records ?? null
}

const byCost = (a: State, b: State): number => a.records.length - b.records.length || a.sum - b.sum

/** Keeps the best state that ends free and the best few that end tracked. */
function offer(states: State[] | undefined, state: State): void {
  if (!states) return
  const same = states.findIndex(({ last }) => last === state.last)
  if (same < 0) states.push(state)
  else if (byCost(state, states[same] as State) < 0) states[same] = state
  states.sort(byCost).splice(MOST_STATES)
}

const MOST_STATES = 6

/** Tracking of a line must be more than this, or its first piece would still fit into the line before it. */
function floorAfter(before: PrintedLine | undefined, tracking: Em): Em {
  if (!before || before.more === 0) return Number.NEGATIVE_INFINITY
  return (before.roomWithMore + HAIR - before.count * tracking) / before.more
}

/** Runs of lines from `from` on that one tracking serves, which is the smallest that does. */
function groupsFrom(lines: readonly PrintedLine[], from: number, floor: Em): { to: number; tracking: Em }[] {
  const groups: { to: number; tracking: Em }[] = []
  let least = floor
  let most = Number.POSITIVE_INFINITY
  for (let to = from + 1; to <= lines.length; to++) {
    const line = lines[to - 1] as PrintedLine
    most = Math.min(most, line.room / line.count)
    // What follows runs free, or is tracked enough by a record of its own.
    const alone = Math.max(least, (line.roomWithMore + HAIR) / line.count)
    for (const bound of new Set([alone, least])) {
      const tracking = smallestIn(bound, most)
      if (tracking !== null) groups.push({ to, tracking })
    }
    least = Math.max(least, (line.roomWithMore + HAIR) / (line.count + line.more))
    if (least >= most) break
  }
  return groups
}

/** The tracking nearest to none that is more than `least` and at most `most`; null where that is none itself. */
function smallestIn(least: Em, most: Em): Em | null {
  if (least >= most || (least < 0 && most >= 0)) return null
  const margin = Math.min(MARGIN_EM, (most - least) / 2)
  const tracking = least >= 0 ? least + margin : most - margin
  return Math.abs(tracking) > LIMIT_EM ? null : Math.round(tracking * 1e4) / 1e4
}
