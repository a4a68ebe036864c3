/** A line's text cut for drawing: where its owner changes and where the selection begins and ends. */
import type { Span } from '../../core/source/types.ts'
import { isLight, type Owner, type SourceRow } from './source-rows.ts'

export interface Segment {
  start: number
  text: string
  look: 'plain' | 'shadow' | 'mark' | 'furniture' | 'credit' | 'unplaced'
  selected: boolean
}

export function segments(row: SourceRow, selected: readonly Span[], shadows: boolean): Segment[] {
  return row.pieces
    .filter(({ owner }) => shadows || owner?.role !== 'shadow')
    .flatMap(({ start, end, owner }) => {
      const look = lookOf(owner, row)
      const cuts = selected.flatMap((span) => [span.start, span.end]).filter((at) => at > start && at < end)
      const borders = [start, ...[...new Set(cuts)].sort((a, b) => a - b), end]
      return borders.slice(0, -1).map((from, index): Segment => {
        const to = borders[index + 1]!
        return {
          start: from,
          text: row.text.slice(from, to),
          look,
          selected: selected.some((span) => span.start < to && span.end > from),
        }
      })
    })
}

function lookOf(owner: Owner | undefined, row: SourceRow): Segment['look'] {
  if (!owner || owner.role === 'unplaced') return 'unplaced'
  if (owner.role === 'shadow') return 'shadow'
  if (isLight(owner)) return 'mark'
  if (owner.role === 'furniture') return 'furniture'
  // A credit on a line of its own needs no line under it to be told apart.
  return owner.role === 'credit' && row.pieces.length > 1 ? 'credit' : 'plain'
}
