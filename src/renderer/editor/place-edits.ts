/** Places as the inspector's fields read and write them. */

import { boxOf, type Command } from '../../core/doc/commands/command.ts'
import { withGroups } from '../../core/doc/commands/groups.ts'
import { placeFrames } from '../../core/doc/commands/place.ts'
import { parseLength, parseSpan } from '../../core/edit/length.ts'
import { PageGrid } from '../../core/edit/page-grid.ts'
import { scaleInto } from '../../core/edit/resize.ts'
import type { Box } from '../../core/geometry.ts'
import { app } from '../state/app-state.ts'
import { lengthsNow } from '../state/lengths.ts'
import { perform, refuse } from './perform.ts'
import { selectedFrames } from './selection.ts'

export type BoxField = 'x' | 'y' | 'width' | 'height'

/** The point that stays where it is, and that X and Y speak of: shares of the box. */
export interface Anchor {
  x: 0 | 0.5 | 1
  y: 0 | 0.5 | 1
}

/** X and Y of the fixed point, width and height. */
export const anchored = (box: Box, anchor: Anchor): Box => ({
  ...box,
  x: box.x + anchor.x * box.width,
  y: box.y + anchor.y * box.height,
})

/** Several frames move and scale as one. */
function placeSelected(from: Box, to: Box): boolean {
  const ids = withGroups(app.get().page!.doc, selectedFrames(app.get()))
  const command: Command = (doc) => {
    const boxes = ids.flatMap((id) => {
      const frame = doc.frames[id]
      return frame ? [[id, scaleInto(boxOf(frame), from, to)] as const] : []
    })
    return placeFrames(doc, Object.fromEntries(boxes))
  }
  return perform({ name: 'place' }, command)
}

function withField(box: Box, field: BoxField, value: number, anchor: Anchor): Box {
  if (field === 'x' || field === 'y') {
    const size = field === 'x' ? box.width : box.height
    return { ...box, [field]: value - anchor[field] * size }
  }
  const axis = field === 'width' ? 'x' : 'y'
  return { ...box, [field]: value, [axis]: box[axis] + anchor[axis] * (box[field] - value) }
}

/** What was typed into X, Y, 宽 or 高. */
export function commitLength(box: Box, field: BoxField, text: string, anchor: Anchor): boolean {
  const grid = gridNow()
  const value = parseLength(text, lengthsNow().unit, grid)
  if (!value.ok) {
    refuse(value.error)
    return false
  }
  return placeSelected(box, withField(box, field, value.value, anchor))
}

export const stepLength = (box: Box, field: BoxField, by: number, anchor: Anchor): boolean =>
  placeSelected(box, withField(box, field, anchored(box, anchor)[field] + by, anchor))

/** 跨栏: the first and the last column. */
export function commitColumns(box: Box, text: string): boolean {
  const grid = gridNow()
  const span = parseSpan(text, grid.setup.columns)
  if (!span.ok) {
    refuse(span.error)
    return false
  }
  const { first, last } = span.value
  const { x, width } = grid.box({ firstColumn: first, lastColumn: last, row: 1, rows: 1 })
  return placeSelected(box, { ...box, x, width })
}

/** 起行 and 占行, in whole rows. */
export function commitRows(box: Box, field: 'row' | 'rows', text: string): boolean {
  const grid = gridNow()
  const rows = parseLength(text, 'row', grid)
  const figure = rows.ok ? Math.round(rows.value / grid.leading) : 0
  if (!rows.ok) refuse(rows.error)
  if (!rows.ok || figure < 1) return false
  return stepTo(box, field, figure)
}

export const stepTo = (box: Box, field: 'row' | 'rows', figure: number): boolean => {
  const grid = gridNow()
  const next = field === 'row' ? { ...box, y: grid.rowY(figure) } : { ...box, height: figure * grid.leading }
  return figure >= 1 && placeSelected(box, next)
}

const gridNow = (): PageGrid => new PageGrid(app.get().page!.doc.setup)
