/** What commands do to the selected frames. */

import { ok } from '../../core/diagnostics.ts'
import { alignFrames, distributeFrames, type Edge } from '../../core/doc/commands/arrange.ts'
import { boxOf, type Command } from '../../core/doc/commands/command.ts'
import { groupFrames, ungroupFrames, withGroups } from '../../core/doc/commands/groups.ts'
import { hideFrames, lockFrames, wrapAround } from '../../core/doc/commands/look.ts'
import { type OrderStep, orderFrames } from '../../core/doc/commands/order.ts'
import { moveFrames, placeFrames } from '../../core/doc/commands/place.ts'
import { deleteFrames } from '../../core/doc/commands/remove.ts'
import { cutThread, splitFrame, unthreadFrame } from '../../core/doc/commands/thread.ts'
import type { Frame, PageDoc } from '../../core/doc/schema.ts'
import { PageGrid } from '../../core/edit/page-grid.ts'
import type { Box } from '../../core/geometry.ts'
import { mmToPt } from '../../core/units.ts'
import { app } from '../state/app-state.ts'
import type { StepName } from '../state/page-session.ts'
import { editor } from './editor-state.ts'
import { takeUp } from './hand.ts'
import { perform } from './perform.ts'
import { selectedFrames, selectFrames } from './selection.ts'

const selected = (): readonly string[] => selectedFrames(app.get())

/** Runs a command on the selected frames, as one step. */
function onSelected(
  name: StepName,
  command: (doc: PageDoc, ids: readonly string[]) => ReturnType<Command>,
): boolean {
  const ids = selected()
  return ids.length > 0 && perform({ name }, (doc) => command(doc, ids))
}

const NUDGE_MM = 0.1
const FAR = 10

/** By a row up and down where places are given by the grid, else by a tenth of a millimetre. */
export function nudge(across: number, down: number, far = false): boolean {
  const { page } = app.get()
  if (!page) return false
  const times = far ? FAR : 1
  const byRow = editor.get().placeUnit === 'grid' && down !== 0
  const step = times * (byRow ? page.doc.setup.leadingPt : mmToPt(NUDGE_MM))
  return onSelected('nudge', (doc, ids) => moveFrames(doc, ids, across * step, down * step))
}

/** Moves the right edge by columns, or the foot by rows: resizing by keys. */
export function grow(columns: number, rows: number): boolean {
  const { page } = app.get()
  if (!page) return false
  const grid = new PageGrid(page.doc.setup)
  return onSelected('resize', (doc, ids) => {
    const boxes = ids.flatMap((id) => {
      const frame = doc.frames[id]
      if (!frame) return []
      const { x, y, width, height } = frame
      const box = {
        x,
        y,
        width: width + columns * (grid.columnWidth + grid.gutter),
        height: height + rows * grid.leading,
      }
      return [[id, box] as const]
    })
    return placeFrames(doc, Object.fromEntries(boxes))
  })
}

export const align = (edge: Edge): boolean =>
  onSelected('align', (doc, ids) => alignFrames(doc, ids, edge, alignBox(doc)))

export const distribute = (axis: 'x' | 'y'): boolean =>
  onSelected('distribute', (doc, ids) => distributeFrames(doc, ids, axis))

function alignBox(doc: PageDoc): Box | undefined {
  const { width, height } = doc.setup
  const { alignTo } = editor.get()
  if (alignTo === 'page') return { x: 0, y: 0, width, height }
  return alignTo === 'type-area' ? new PageGrid(doc.setup).typeArea : undefined
}

export const changeOrder = (step: OrderStep): boolean =>
  onSelected('order', (doc, ids) => orderFrames(doc, ids, step))

export const group = (): boolean => onSelected('group', groupFrames)
export const ungroup = (): boolean => onSelected('ungroup', ungroupFrames)

export function toggleLock(): boolean {
  const locked = areLocked()
  return onSelected(locked ? 'unlock' : 'lock', (doc, ids) => ok(lockFrames(doc, ids, !locked)))
}

export const areLocked = (): boolean => everySelected((frame) => frame.locked === true)

export function toggleHidden(): boolean {
  const hidden = areHidden()
  return onSelected(hidden ? 'show' : 'hide', (doc, ids) => hideFrames(doc, ids, !hidden))
}

export const areHidden = (): boolean => everySelected((frame) => frame.hidden === true)

function everySelected(is: (frame: Frame) => boolean): boolean {
  const ids = selected()
  const frames = app.get().page?.doc.frames
  return ids.length > 0 && ids.every((id) => frames?.[id] !== undefined && is(frames[id]))
}

/** Locked frames stay hidden: they are not to change. */
export const showAll = (): boolean =>
  perform({ name: 'show' }, (doc) => {
    const hidden = Object.keys(doc.frames).filter((id) => doc.frames[id]?.hidden && !doc.frames[id].locked)
    return hideFrames(doc, hidden, false)
  })

export const anyHidden = (doc: PageDoc): boolean => Object.values(doc.frames).some(({ hidden }) => hidden)

/** Deletes frames; the text of a story whose last frame goes is kept unless it is deleted too. */
export function remove(stories: 'keep' | 'delete'): boolean {
  const done = onSelected('delete', (doc, ids) => deleteFrames(doc, ids, stories))
  if (done) app.set({ selection: null })
  return done
}

/** Text keeps a row clear of the frame; a second time it runs on behind again. */
export function toggleWrap(): boolean {
  const { page } = app.get()
  if (!page) return false
  const air = page.doc.setup.bodyPt
  const on = everySelected((frame) => frame.wrap !== undefined)
  const wrap = on ? undefined : { top: air, right: air, bottom: air, left: air }
  return onSelected('wrap', (doc, ids) => wrapAround(ids, wrap)(doc))
}

export const areWrapped = (): boolean => everySelected((frame) => frame.wrap !== undefined)

/** Brings every edge to the nearest column's or row's. */
export const toGrid = (): boolean =>
  onSelected('to-grid', (doc, ids) => {
    const grid = new PageGrid(doc.setup)
    const boxes = withGroups(doc, ids).flatMap((id) => {
      const frame = doc.frames[id]
      return frame ? [[id, nearestBox(grid, boxOf(frame), frame.kind === 'rule')] as const] : []
    })
    return placeFrames(doc, Object.fromEntries(boxes))
  })

function nearestBox(grid: PageGrid, box: Box, rule: boolean): Box {
  const { columns, rows } = grid.spanOf(box)
  const pitch = grid.columnWidth + grid.gutter
  const first = Math.round((box.x - grid.setup.left) / pitch) + 1
  const row = Math.round((box.y - grid.setup.top) / grid.leading) + 1
  const onGrid = grid.box({ firstColumn: first, lastColumn: first + columns - 1, row, rows })
  if (!rule) return onGrid
  return box.width >= box.height ? { ...onGrid, height: 0 } : { ...onGrid, width: 0 }
}

/** A frame over several basic columns as one frame for each; one over a single column as two halves. */
export function split(): boolean {
  const [id] = selected()
  if (id === undefined) return false
  let made: string[] = []
  const done = perform({ name: 'split' }, (doc) => {
    const frame = doc.frames[id]
    const grid = new PageGrid(doc.setup)
    const inner = frame?.kind === 'text' ? frame.columns : undefined
    const count = inner?.count ?? Math.max(2, frame ? grid.spanOf(frame).columns : 2)
    const result = splitFrame(doc, id, count, inner?.gutterPt ?? grid.gutter)
    if (!result.ok) return result
    made = result.value.frames
    return ok(result.value.doc)
  })
  if (done) selectFrames(made)
  return done
}

/** The text of the selected frame, or of a story that has none, is taken in hand. */
export function goOn(): boolean {
  const { page, selection } = app.get()
  const [id] = selected()
  const entry = id === undefined ? undefined : page?.framesById.get(id)
  if (entry?.story) takeUp({ after: entry.id })
  else if (selection?.story !== undefined && page?.stories.has(selection.story))
    takeUp({ story: selection.story })
  else return false
  return true
}

export const cut = (): boolean => onThread('cut-thread', cutThread)
export const takeOut = (): boolean => onThread('unthread', unthreadFrame)

function onThread(name: StepName, command: (doc: PageDoc, id: string) => ReturnType<Command>): boolean {
  const [id] = selected()
  return id !== undefined && perform({ name }, (doc) => command(doc, id))
}
