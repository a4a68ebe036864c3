/**
 * First fit on minimum widths (先挤进): a line takes the next unbreakable piece as long as it would fit with
 * every squeezable mark at its narrowest; then marks give up evenly what is too much, or the gaps share
 * evenly what is left. Breaks stand only where no mark is forced to a line's start or end
 * (CLREQ #prohibition_rules_for_line_start_end).
 */
import type { Em } from '../units.ts'
import type { Unit } from './units.ts'

export interface BrokenLine {
  /** Units `from` to `to` (exclusive); spaces at its end are not drawn. */
  from: number
  to: number
  /** Where the next line begins. */
  next: number
  squeezedEm: Em
  /** Share of each unit's own squeeze that is used, 0 to 1. */
  squeezeRatio: number
  stretchEm: Em
  /** Natural width less what was squeezed, without stretch. */
  widthEm: Em
  /** How far it is beyond the measure when nothing could be done, else 0. */
  overfullEm: Em
}

const HAIR = 1e-6

/** The line that begins with unit `from` in this measure. `last` says that it ends the paragraph. */
export function breakLine(units: readonly Unit[], from: number, measure: Em): BrokenLine & { last: boolean } {
  let to = from
  let natural = 0
  let squeeze = 0
  while (to < units.length) {
    const end = pieceEnd(units, to)
    const piece = widthOf(units, to, end, from)
    // A space that ends the line is not drawn, so it never decides whether a piece fits.
    const drawn = widthOf(units, to, trimEnd(units, to, end), from)
    if (to > from && natural + drawn.natural - squeeze - drawn.squeeze > measure + HAIR) break
    natural += piece.natural
    squeeze += piece.squeeze
    to = end
  }
  return { ...justify(units, from, to, measure, to === units.length), last: to === units.length }
}

/** The first place after `at` where a line may end. */
function pieceEnd(units: readonly Unit[], at: number): number {
  let end = at + 1
  while (end < units.length && !(units[end] as Unit).canStart) end++
  return end
}

function trimEnd(units: readonly Unit[], from: number, to: number): number {
  let end = to
  while (end > from && (units[end - 1] as Unit).kind === 'space') end--
  return end
}

function widthOf(units: readonly Unit[], from: number, to: number, lineStart: number) {
  let natural = 0
  let squeeze = 0
  for (let i = from; i < to; i++) {
    const unit = units[i] as Unit
    natural += unit.width + (i === lineStart ? 0 : unit.gap)
    squeeze += unit.squeeze
  }
  return { natural, squeeze }
}

function justify(units: readonly Unit[], from: number, next: number, measure: Em, last: boolean): BrokenLine {
  const to = trimEnd(units, from, next)
  const { natural, squeeze } = widthOf(units, from, to, from)
  const excess = natural - measure
  const squeezed = Math.min(Math.max(excess, 0), squeeze)
  const gaps = to - from - 1
  const stretch = !last && excess < 0 && gaps > 0 ? -excess / gaps : 0
  return {
    from,
    to,
    next,
    squeezedEm: squeezed,
    squeezeRatio: squeeze > 0 ? squeezed / squeeze : 0,
    stretchEm: stretch,
    widthEm: natural - squeezed,
    overfullEm: Math.max(0, excess - squeeze - HAIR),
  }
}
