/**
 * Infers copyfit (缩放排齐) from printed lines: the tracking that makes first fit break a paragraph where
 * the print did. Each record covers one printed line and is as small as it can be.
 */
import type { CopyfitRecord, PageDoc, Paragraph } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import type { Em } from '../units.ts'
import { breakLine } from './break-lines.ts'
import { prepareParagraph, type Unit } from './units.ts'

/** Beyond this a line was not copyfitted by hand: the measure or the reading is wrong. */
const LIMIT_EM = 0.25
/** Keeps a tightened or loosened line clear of the point where rounding would decide. */
const MARGIN_EM = 0.001

/** Where composed lines end at this measure, in offsets of the paragraph's text. */
export function lineEnds(doc: PageDoc, paragraph: Paragraph, measure: Em, shaper: Shaper): number[] {
  const { units, style } = prepareParagraph(doc, paragraph, shaper)
  const ends: number[] = []
  for (let at = 0; at < units.length; ) {
    const line = breakLine(units, at, measure - (at === 0 ? style.indentEm : 0))
    ends.push((units[Math.max(line.to, line.from + 1) - 1] as Unit).end)
    at = line.next
  }
  return ends
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
  shaper: Shaper,
): CopyfitRecord[] | null {
  const { units, style } = prepareParagraph(doc, { ...paragraph, copyfit: [] }, shaper)
  const records: CopyfitRecord[] = []
  let at = 0
  for (const end of printed) {
    const stop = units.findIndex((unit, i) => i >= at && unit.end >= end)
    const space = measure - (at === 0 ? style.indentEm : 0)
    if (stop < 0 || (units[stop] as Unit).end !== end) return null
    const next = nextText(units, stop + 1)
    const tracking = trackingFor(units, at, stop + 1, next, space)
    if (tracking === null || Math.abs(tracking) > LIMIT_EM) return null
    if (tracking !== 0) records.push({ start: (units[at] as Unit).start, end, trackingEm: round(tracking) })
    at = next
  }
  return records
}

const round = (em: Em): Em => Math.round(em * 1e4) / 1e4

function nextText(units: readonly Unit[], from: number): number {
  let at = from
  while (at < units.length && (units[at] as Unit).kind === 'space') at++
  return at
}

/** The tracking for units `from` to `to` that makes the line end there; 0 where it does already. */
function trackingFor(units: readonly Unit[], from: number, to: number, next: number, measure: Em): Em | null {
  const free = breakLine(units, from, measure)
  if (free.next === next) return 0
  const count = to - from
  if (next < units.length && !(units[next] as Unit).canStart) return null
  if (free.next < next) return (measure - minimumWidth(units, from, to)) / count - MARGIN_EM
  // One piece more would fit: widen the line until it does not.
  let piece = next + 1
  while (piece < units.length && !(units[piece] as Unit).canStart) piece++
  return (measure - minimumWidth(units, from, piece)) / count + MARGIN_EM
}

function minimumWidth(units: readonly Unit[], from: number, to: number): Em {
  let width = 0
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    width += unit.width - unit.squeeze + (i === from ? 0 : unit.gap)
  }
  return width
}
