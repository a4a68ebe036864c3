/** What stands on a page, in columns and rows: articles where they are, and what belongs to none of them. */
import type { Frame, PageDoc } from '../../doc/schema.ts'
import { type Box, overlap } from '../../geometry.ts'
import type { Grid } from '../grid.ts'
import type { Module, Part, Shape } from '../layout/types.ts'
import { isFolioFrame } from './page-template.ts'

/** Edges closer to a column's or row's than this share of it stand on it. */
const NEAR = 0.1

interface Place {
  column: number
  row: number
  span: number
  rows: number
}

/** The frames of an article: those of its stories, and those that are said to be its own. */
export function framesOfArticle(doc: PageDoc, id: string): [id: string, frame: Frame][] {
  const stories = new Set(doc.articles[id]?.stories)
  return Object.entries(doc.frames).filter(
    ([, frame]) => frame.article === id || (frame.kind === 'text' && stories.has(frame.story)),
  )
}

/** An article stays where it is: it is pinned, or a frame of it is locked. Without frames it has no place to stay. */
export function stays(doc: PageDoc, id: string): boolean {
  const frames = framesOfArticle(doc, id)
  return frames.length > 0 && (doc.articles[id]?.pinned === true || frames.some(([, frame]) => frame.locked))
}

/** The article as it stands; nothing where it has no frame. */
export function moduleOnPage(doc: PageDoc, id: string, grid: Grid, folioRows: number): Module | undefined {
  const frames = framesOfArticle(doc, id)
  const place = placeOf(
    frames.map(([, frame]) => frame),
    grid,
    folioRows,
  )
  if (!place) return undefined
  const { column, row, span, rows } = place
  return {
    article: id,
    column,
    row,
    shape: { span, rows, white: 0, cost: 0, ...shapeOf(doc, frames, place, grid, folioRows) },
  }
}

/** The whole columns and rows that boxes stand in, counted from below the folio. */
function placeOf(boxes: readonly Box[], grid: Grid, folioRows: number): Place | undefined {
  if (boxes.length === 0) return undefined
  const { left, top, leadingPt, columnEm, gutterEm } = grid.setup
  const step = grid.pt(columnEm + gutterEm)
  const from = (Math.min(...boxes.map(({ x }) => x)) - left) / step
  const to = (Math.max(...boxes.map(({ x, width }) => x + width)) - left + grid.pt(gutterEm)) / step
  const high = (Math.min(...boxes.map(({ y }) => y)) - top) / leadingPt
  const deep = (Math.max(...boxes.map(({ y, height }) => y + height)) - top) / leadingPt
  const column = Math.floor(from + NEAR)
  const row = Math.floor(high + NEAR) - folioRows
  const span = Math.max(1, Math.ceil(to - NEAR) - column)
  return { column, row, span, rows: Math.max(1, Math.ceil(deep - NEAR) - folioRows - row) }
}

type Parts = Pick<Shape, 'boxed' | 'section' | 'head' | 'byline' | 'pictures' | 'legs'>

function shapeOf(
  doc: PageDoc,
  frames: readonly [string, Frame][],
  place: Place,
  grid: Grid,
  folioRows: number,
): Parts {
  const part = (boxes: readonly Box[]) => partOf(boxes, place, grid, folioRows)
  const ofRole = (...roles: string[]) =>
    frames.flatMap(([, frame]) =>
      frame.kind === 'text' && roles.includes(doc.stories[frame.story]?.role ?? '') ? [frame] : [],
    )
  const head = part(ofRole('kicker', 'headline', 'deck'))
  const section = part(ofRole('section'))
  const byline = part(ofRole('byline'))
  const captions = ofRole('caption')
  const pictures = frames.flatMap(([, frame]) => {
    const at = frame.kind === 'picture' ? part([frame]) : undefined
    if (!at) return []
    const below = captions.find((caption) => caption.y >= frame.y && Math.abs(caption.x - frame.x) < 1)
    return [{ ...at, captionRows: (below && part([below])?.rows) || 1 }]
  })
  const legs = ofRole('body').flatMap((frame) => part([frame]) ?? [])
  return {
    boxed: frames.some(([, frame]) => frame.kind === 'shape' && frame.stroke !== undefined),
    ...(section && { section }),
    ...(head && { head: { ...head, look: place.span, sizePt: sizeOf(doc, ofRole('headline')) } }),
    ...(byline && { byline }),
    pictures,
    legs: legs.sort((a, b) => a.xEm - b.xEm || a.row - b.row),
  }
}

function partOf(
  boxes: readonly Box[],
  { column, row }: Place,
  grid: Grid,
  folioRows: number,
): Part | undefined {
  if (boxes.length === 0) return undefined
  const { setup } = grid
  const left = Math.min(...boxes.map(({ x }) => x))
  const right = Math.max(...boxes.map(({ x, width }) => x + width))
  const top = Math.min(...boxes.map(({ y }) => y))
  const foot = Math.max(...boxes.map(({ y, height }) => y + height))
  const rowOf = (y: number) => Math.round((y - setup.top) / setup.leadingPt) - folioRows - row
  return {
    xEm: (left - grid.columnX(column)) / setup.bodyPt,
    widthEm: (right - left) / setup.bodyPt,
    row: rowOf(top),
    rows: Math.max(1, rowOf(foot) - rowOf(top)),
  }
}

function sizeOf(doc: PageDoc, frames: readonly Extract<Frame, { kind: 'text' }>[]): number {
  const styles = frames.flatMap(({ story }) => doc.stories[story]?.paragraphs.map(({ style }) => style) ?? [])
  return Math.max(0, ...styles.map((style) => doc.paragraphStyles[style]?.sizePt ?? 0))
}

/** Frames that the engine draws with a page and that belong to no article: drawn anew each time, unless locked. */
export const isDrawnWithPage = (id: string, frame: Frame): boolean =>
  !frame.locked && (id === 'ad' || (frame.kind === 'rule' && /^rule-\d+-\d+(?:-down)?$/.test(id)))

/** What is laid out round: frames with something in them that no moving article has, one for each heap of them. */
export function obstaclesOn(
  doc: PageDoc,
  moving: ReadonlySet<string>,
  grid: Grid,
  folioRows: number,
): Module[] {
  const free = Object.entries(doc.frames).filter(([id, frame]) => isObstacle(doc, id, frame, moving))
  return heaps(free).flatMap((heap) => {
    const place = placeOf(
      heap.map(([, frame]) => frame),
      grid,
      folioRows,
    )
    if (!place) return []
    const top = Math.max(0, place.row)
    const rows = place.row + place.rows - top
    const column = Math.max(0, place.column)
    const span = Math.min(grid.setup.columns, place.column + place.span) - column
    if (rows < 1 || span < 1) return []
    const shape: Shape = { span, rows, boxed: true, pictures: [], legs: [], white: 0, cost: 0 }
    return [{ article: heap[0]?.[0] ?? '', column, row: top, shape }]
  })
}

function isObstacle(doc: PageDoc, id: string, frame: Frame, moving: ReadonlySet<string>): boolean {
  if (frame.hidden || isFolioFrame(id) || isDrawnWithPage(id, frame) || moving.has(id)) return false
  if (frame.kind === 'rule') return false
  const story = frame.kind === 'text' ? doc.stories[frame.story] : undefined
  if (story?.role === 'folio') return false
  const article = frame.article ?? story?.article
  return article === undefined || !stays(doc, article)
}

/** Frames that lie on each other are one obstacle. */
function heaps(frames: readonly [string, Frame][]): [string, Frame][][] {
  const found: [string, Frame][][] = []
  for (const each of frames) {
    const touching = found.filter((heap) => heap.some(([, frame]) => overlap(frame, each[1])))
    for (const heap of touching) found.splice(found.indexOf(heap), 1)
    found.push([...touching.flat(), each])
  }
  return found
}
