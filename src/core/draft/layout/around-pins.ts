/**
 * Arranging what is free around modules that stay where they are. A rectangle with pins in it is peeled: blocks
 * without a pin are stripped off its four sides, or it is cut between two pins, until only the pins are left.
 */
import { leastArea } from './arrange.ts'
import { gather, type RankedShapes } from './items.ts'
import { inOrder, type Judged, judge, type Sheet } from './judge.ts'
import { type Candidate, modulesOf } from './skeletons.ts'
import { type Block, BlockTable } from './table.ts'
import type { Module } from './types.ts'
import { WEIGHTS } from './weights.ts'

/** Depths tried beyond the least, rectangles looked at for each, rows that a block may fall short of its place. */
const DEPTHS = 6
const MOST_STEPS = 1_500
const SHORT_ROWS = 2
const KEPT_BLOCKS = 12

interface Region {
  left: number
  top: number
  right: number
  foot: number
}

interface PlacedBlock extends Region {
  block: Block
}

interface Peeled {
  cost: number
  placed: readonly PlacedBlock[]
}

const NO_WAY: Peeled = { cost: Number.POSITIVE_INFINITY, placed: [] }

/** Pages with the pins unmoved, best first; none where the rest finds no room. */
export function arrangeAround(
  articles: readonly RankedShapes[],
  pins: readonly Module[],
  sheet: Sheet,
): Judged[] {
  const most = sheet.roomRows + 1
  if (!fit(pins, sheet)) return []
  const free = articles.filter(({ ranked }) => !pins.some(({ article }) => article === ranked.article.id))
  const pinned = pins.reduce((sum, { shape }) => sum + shape.span * (shape.rows + 1), 0)
  const least = leastArea(free) + pinned
  if (least > most * sheet.columns) return []
  const limits = { columns: sheet.columns, mostRows: most, keep: KEPT_BLOCKS, slack: 1 }
  const table = new BlockTable(gather(free, 'turns', limits), limits)
  const lowest = Math.max(...pins.map(({ row, shape }) => row + shape.rows + 1))
  const from = Math.max(lowest, Math.ceil(least / sheet.columns))
  const depths = Array.from(
    { length: DEPTHS },
    (_, i) => from + Math.round((i * (most - from)) / (DEPTHS - 1)),
  )
  const found = [...new Set(depths)].flatMap((depth) =>
    new Peeler(table, pins, sheet.columns, depth).candidates(),
  )
  return inOrder(found.map((candidate) => judge(candidate, sheet)))
}

/** Whether pins stand on the page and off each other. */
function fit(pins: readonly Module[], sheet: Sheet): boolean {
  const regions = pins.map(regionOf)
  const page = { left: 0, top: 0, right: sheet.columns, foot: sheet.roomRows + 1 }
  const apart = (a: Region, b: Region) =>
    a.right <= b.left || b.right <= a.left || a.foot <= b.top || b.foot <= a.top
  return (
    pins.every((pin) => within(pin, page)) &&
    regions.every((a, i) => regions.slice(i + 1).every((b) => apart(a, b)))
  )
}

class Peeler {
  private readonly known = new Map<string, Peeled>()
  private steps = 0

  constructor(
    private readonly table: BlockTable,
    private readonly pins: readonly Module[],
    private readonly columns: number,
    private readonly depth: number,
  ) {}

  candidates(): Candidate[] {
    const page: Region = { left: 0, top: 0, right: this.columns, foot: this.depth }
    const ways: Peeled[] = []
    this.solve(page, this.table.full, this.pins, (way) => ways.push(way))
    return ways.map(({ cost, placed }) => ({
      skeleton: 'pinned',
      depth: this.depth,
      cost,
      modules: () => [
        ...this.pins,
        ...placed.flatMap(({ block, left, top, right }) => modulesOf(block, left, top, right - left)),
      ],
    }))
  }

  /** The cheapest way to fill a region with a set; `tell` hears of every better way as it is found. */
  private solve(region: Region, set: number, pins: readonly Module[], tell?: (way: Peeled) => void): Peeled {
    const key = [region.left, region.top, region.right, region.foot, set].join()
    const known = this.known.get(key)
    if (known) return known
    if (pins.length === 0) return this.lookUp(region, set)
    if (set === 0) return { cost: this.freeArea(region, pins) * WEIGHTS.hole, placed: [] }
    if (++this.steps > MOST_STEPS || this.table.leastArea(set) > this.freeArea(region, pins)) return NO_WAY
    let best = NO_WAY
    const offer = (cost: number, placed: () => readonly PlacedBlock[]) => {
      if (cost >= best.cost) return
      best = { cost, placed: placed() }
      tell?.(best)
    }
    this.known.set(key, NO_WAY)
    this.strip(region, set, pins, offer)
    if (pins.length > 1) this.cutBetween(region, set, pins, offer)
    this.known.set(key, best)
    return best
  }

  private lookUp(region: Region, set: number): Peeled {
    const rows = region.foot - region.top
    const span = region.right - region.left
    if (set === 0) return { cost: rows * span * WEIGHTS.hole, placed: [] }
    if (this.table.holdsLead(set) && region.top > 0) return NO_WAY
    let best = NO_WAY
    for (const block of this.table.blocks(set, span)) {
      const short = rows - block.rows
      if (short < 0 || short > SHORT_ROWS) continue
      const cost = block.cost + short * span * WEIGHTS.hole
      if (cost < best.cost) best = { cost, placed: [{ ...region, block }] }
    }
    return best
  }

  /** A block without pins off each side. */
  private strip(region: Region, set: number, pins: readonly Module[], offer: Offer): void {
    const inner = boundsOf(pins)
    const { left, top, right, foot } = region
    const off = (part: Region, rest: Region) => {
      if (part.right <= part.left || part.foot <= part.top) return
      for (let some = set; some > 0; some = (some - 1) & set) {
        if (this.table.leastArea(some) > areaOf(part)) continue
        const strip = this.lookUp(part, some)
        if (strip.cost === Number.POSITIVE_INFINITY) continue
        const others = this.solve(rest, set ^ some, pins)
        offer(strip.cost + others.cost, () => [...strip.placed, ...others.placed])
      }
    }
    for (let cut = top + 1; cut <= inner.top; cut++)
      off({ left, top, right, foot: cut }, { left, top: cut, right, foot })
    for (let cut = foot - 1; cut >= inner.foot; cut--)
      off({ left, top: cut, right, foot }, { left, top, right, foot: cut })
    for (let cut = left + 1; cut <= inner.left; cut++)
      off({ left, top, right: cut, foot }, { left: cut, top, right, foot })
    for (let cut = right - 1; cut >= inner.right; cut--)
      off({ left: cut, top, right, foot }, { left, top, right: cut, foot })
  }

  private cutBetween(region: Region, set: number, pins: readonly Module[], offer: Offer): void {
    const { left, top, right, foot } = region
    const both = (a: Region, b: Region) => {
      const first = pins.filter((pin) => within(pin, a))
      const second = pins.filter((pin) => within(pin, b))
      if (first.length === 0 || second.length === 0 || first.length + second.length < pins.length) return
      for (let some = set; ; some = (some - 1) & set) {
        const one = this.solve(a, some, first)
        const two = one.cost < Number.POSITIVE_INFINITY ? this.solve(b, set ^ some, second) : NO_WAY
        offer(one.cost + two.cost, () => [...one.placed, ...two.placed])
        if (some === 0) return
      }
    }
    for (let cut = left + 1; cut < right; cut++)
      both({ left, top, right: cut, foot }, { left: cut, top, right, foot })
    for (let cut = top + 1; cut < foot; cut++)
      both({ left, top, right, foot: cut }, { left, top: cut, right, foot })
  }

  private freeArea(region: Region, pins: readonly Module[]): number {
    return pins.reduce((area, { shape }) => area - shape.span * (shape.rows + 1), areaOf(region))
  }
}

type Offer = (cost: number, placed: () => readonly PlacedBlock[]) => void

const areaOf = ({ left, top, right, foot }: Region): number => (right - left) * (foot - top)

const regionOf = ({ column, row, shape }: Module): Region => ({
  left: column,
  top: row,
  right: column + shape.span,
  foot: row + shape.rows + 1,
})

function boundsOf(pins: readonly Module[]): Region {
  const regions = pins.map(regionOf)
  return {
    left: Math.min(...regions.map(({ left }) => left)),
    top: Math.min(...regions.map(({ top }) => top)),
    right: Math.max(...regions.map(({ right }) => right)),
    foot: Math.max(...regions.map(({ foot }) => foot)),
  }
}

function within(pin: Module, region: Region): boolean {
  const { left, top, right, foot } = regionOf(pin)
  return left >= region.left && right <= region.right && top >= region.top && foot <= region.foot
}
