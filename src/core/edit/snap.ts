/**
 * Snapping: the edges and the middle of what is dragged come to columns, rows, guides, edges of other frames and equal
 * gaps that are within reach. Each axis goes its own way.
 */
import type { Guide, PageDoc } from '../doc/schema.ts'
import type { Box } from '../geometry.ts'
import type { Pt } from '../units.ts'
import { PageGrid } from './page-grid.ts'

export type Axis = 'x' | 'y'
export type LineKind = 'guide' | 'frame' | 'column' | 'page' | 'row'

interface SnapLine {
  at: Pt
  kind: LineKind
  /** What stands there, across the axis: how far a mark reaches. */
  from: Pt
  to: Pt
}

export interface SnapTargets {
  x: readonly SnapLine[]
  y: readonly SnapLine[]
  /** Frames that stay, for equal gaps. */
  boxes: readonly Box[]
}

/** What is drawn while a snap holds: a line at `at`, or a gap on each of the spans. */
export type SnapMark =
  | { kind: LineKind; axis: Axis; at: Pt; from: Pt; to: Pt }
  | { kind: 'gap'; axis: Axis; at: Pt; spans: readonly (readonly [Pt, Pt])[] }

export interface Snapped {
  dx: Pt
  dy: Pt
  marks: SnapMark[]
}

/** Rows are everywhere, so what was put there on purpose goes before them: shares of the reach. */
const LATER: Record<LineKind | 'gap', number> = {
  guide: 0,
  frame: 0.05,
  column: 0.1,
  page: 0.15,
  gap: 0.2,
  row: 0.35,
}

const HAIR: Pt = 0.01

/** What can be snapped to, besides the frames that are moved. */
export function snapTargets(doc: PageDoc, moving: readonly string[], show: { guides: boolean }): SnapTargets {
  const grid = new PageGrid(doc.setup)
  const area = grid.typeArea
  const { columns, rows, width, height } = doc.setup
  const across = { from: area.y, to: area.y + area.height }
  const along = { from: area.x, to: area.x + area.width }
  const x: SnapLine[] = [0, width / 2, width].map((at) => ({ at, kind: 'page', from: 0, to: height }))
  const y: SnapLine[] = [0, height / 2, height].map((at) => ({ at, kind: 'page', from: 0, to: width }))
  for (let column = 1; column <= columns; column++) {
    const left = grid.columnX(column)
    x.push(
      { at: left, kind: 'column', ...across },
      { at: left + grid.columnWidth, kind: 'column', ...across },
    )
  }
  for (let row = 1; row <= rows + 1; row++) y.push({ at: grid.rowY(row), kind: 'row', ...along })
  const others = Object.entries(doc.frames)
    .filter(([id, frame]) => !moving.includes(id) && !frame.hidden)
    .map(([, frame]) => frame)
  for (const box of others) {
    for (const at of [box.x, box.x + box.width])
      x.push({ at, kind: 'frame', from: box.y, to: box.y + box.height })
    for (const at of [box.y, box.y + box.height])
      y.push({ at, kind: 'frame', from: box.x, to: box.x + box.width })
  }
  for (const guide of show.guides ? (doc.guides ?? []) : []) addGuideLine(guide, x, y, width, height)
  return { x, y, boxes: others.filter((box) => box.width > 0 && box.height > 0) }
}

function addGuideLine({ axis, at }: Guide, x: SnapLine[], y: SnapLine[], width: Pt, height: Pt): void {
  if (axis === 'x') x.push({ at, kind: 'guide', from: 0, to: height })
  else y.push({ at, kind: 'guide', from: 0, to: width })
}

interface Found {
  by: Pt
  /** How good: distance with what the kind is held back by. */
  cost: number
  mark(box: Box): SnapMark
}

/** How far a box that is moved is to be shifted on each axis; `axes` that are held do not snap. */
export function snapBox(
  box: Box,
  targets: SnapTargets,
  reach: Pt,
  axes: { x: boolean; y: boolean } = { x: true, y: true },
): Snapped {
  const x = axes.x
    ? best([...edgeSnaps(box, 'x', targets, reach), ...gapSnaps(box, 'x', targets, reach)])
    : undefined
  const y = axes.y
    ? best([...edgeSnaps(box, 'y', targets, reach), ...gapSnaps(box, 'y', targets, reach)])
    : undefined
  const dx = x?.by ?? 0
  const dy = y?.by ?? 0
  const there = { ...box, x: box.x + dx, y: box.y + dy }
  return { dx, dy, marks: [x, y].flatMap((found) => (found ? [found.mark(there)] : [])) }
}

/** How far one edge is to be shifted; `across` is the box that it is an edge of. */
export function snapEdge(
  axis: Axis,
  at: Pt,
  across: Box,
  targets: SnapTargets,
  reach: Pt,
): { by: Pt; marks: SnapMark[] } {
  const found = best(lineSnaps(axis, [at], targets, reach))
  return found ? { by: found.by, marks: [found.mark(across)] } : { by: 0, marks: [] }
}

const best = (found: readonly Found[]): Found | undefined =>
  found.reduce<Found | undefined>(
    (least, each) => (!least || each.cost < least.cost ? each : least),
    undefined,
  )

const start = (box: Box, axis: Axis): Pt => (axis === 'x' ? box.x : box.y)
const size = (box: Box, axis: Axis): Pt => (axis === 'x' ? box.width : box.height)
const other = (axis: Axis): Axis => (axis === 'x' ? 'y' : 'x')

function edgeSnaps(box: Box, axis: Axis, targets: SnapTargets, reach: Pt): Found[] {
  const edge = start(box, axis)
  const edges = lineSnaps(axis, [edge, edge + size(box, axis)], targets, reach)
  // The middle only comes to the middle of the page: there is no row or column edge to stand astride.
  const middle = lineSnaps(
    axis,
    [edge + size(box, axis) / 2],
    { ...targets, [axis]: targets[axis].filter(({ kind }) => kind === 'page') },
    reach,
  )
  return [...edges, ...middle]
}

function lineSnaps(axis: Axis, places: readonly Pt[], targets: SnapTargets, reach: Pt): Found[] {
  return places.flatMap((place) =>
    targets[axis].flatMap((line): Found[] => {
      const by = line.at - place
      if (Math.abs(by) > reach) return []
      const mark = (box: Box): SnapMark => {
        const from = Math.min(line.from, start(box, other(axis)))
        const to = Math.max(line.to, start(box, other(axis)) + size(box, other(axis)))
        return { kind: line.kind, axis, at: line.at, from, to }
      }
      return [{ by, cost: Math.abs(by) + LATER[line.kind] * reach, mark }]
    }),
  )
}

/**
 * Equal gaps: the box between two neighbours, or behind two others as far as they are apart. Only frames that lie
 * beside it count.
 */
function gapSnaps(box: Box, axis: Axis, { boxes }: SnapTargets, reach: Pt): Found[] {
  const side = other(axis)
  const beside = boxes.filter(
    (each) =>
      start(each, side) < start(box, side) + size(box, side) - HAIR &&
      start(box, side) < start(each, side) + size(each, side) - HAIR,
  )
  const from = (each: Box): Pt => start(each, axis)
  const to = (each: Box): Pt => start(each, axis) + size(each, axis)
  const before = beside.filter((each) => to(each) <= from(box) + reach).sort((a, b) => to(b) - to(a))
  const behind = beside.filter((each) => from(each) >= to(box) - reach).sort((a, b) => from(a) - from(b))
  const [left] = before
  const [right] = behind
  const found: Found[] = []
  const take = (at: Pt, spans: (there: Box) => [Pt, Pt][]) => {
    const by = at - from(box)
    if (Math.abs(by) > reach) return
    const mark = (there: Box): SnapMark => ({
      kind: 'gap',
      axis,
      at: start(there, side) + size(there, side) / 2,
      spans: spans(there),
    })
    found.push({ by, cost: Math.abs(by) + LATER.gap * reach, mark })
  }
  if (left && right && from(right) - to(left) > size(box, axis) + HAIR) {
    const at = (to(left) + from(right) - size(box, axis)) / 2
    take(at, (there) => [
      [to(left), from(there)],
      [to(there), from(right)],
    ])
  }
  const second = left && before.find((each) => to(each) < from(left) - HAIR)
  if (left && second) {
    const gap = from(left) - to(second)
    take(to(left) + gap, (there) => [
      [to(second), from(left)],
      [to(left), from(there)],
    ])
  }
  const next = right && behind.find((each) => from(each) > to(right) + HAIR)
  if (right && next) {
    const gap = from(next) - to(right)
    take(from(right) - gap - size(box, axis), (there) => [
      [to(there), from(right)],
      [to(right), from(next)],
    ])
  }
  return found
}
