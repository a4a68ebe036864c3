/**
 * The exact table for blocks, after Gange, Marriott and Stuckey, "Optimal guillotine layout" (DocEng 2012): for
 * every set of items and every width the cheapest block of each depth. A block is one item, or two blocks one
 * above the other, or two as deep as each other side by side. The lead never stands below another item.
 */
import type { Shape } from './types.ts'
import { HEAD_RATIO, WEIGHTS } from './weights.ts'

/** A block of modules: `rows` with the free row below it. */
export interface Block {
  rows: number
  cost: number
  /** Size of the headline that stands at the block's top left and top right; 0 where none does. */
  headLeft: number
  headRight: number
  cut: 'leaf' | 'stack' | 'beside'
  /** For a leaf. */
  article?: string
  shape?: Shape
  /** Upper and lower, or left and right with the left one's columns. */
  first?: Block
  second?: Block
  firstSpan?: number
}

/** What the table arranges: one article, or several that were put together before. */
export interface Item {
  lead: boolean
  /** Blocks by span, from 1. */
  spans: readonly (readonly Block[])[]
}

export interface TableLimits {
  columns: number
  mostRows: number
  /** So many depths of a set are kept, the cheapest. */
  keep: number
  /** Blocks side by side may differ by so many rows; what is white then is charged. */
  slack: number
}

export class BlockTable {
  readonly full: number
  private readonly entries: (readonly Block[] | undefined)[]
  private readonly best: Float64Array
  private readonly firsts: Block[] = []
  private readonly seconds: Block[] = []
  private readonly cuts: number[] = []
  private readonly least: Float64Array

  constructor(
    readonly items: readonly Item[],
    readonly limits: TableLimits,
  ) {
    this.full = (1 << items.length) - 1
    this.entries = new Array((this.full + 1) * (limits.columns + 1)).fill(undefined)
    this.best = new Float64Array(limits.mostRows + 1)
    this.least = leastAreas(items, this.full)
    for (let set = 1; set <= this.full; set++) {
      for (let span = 1; span <= limits.columns; span++) this.fill(set, span)
    }
  }

  /** Blocks of a set in `span` columns, by depth; none where the set has no room. */
  blocks(set: number, span: number): readonly Block[] {
    return this.entries[set * (this.limits.columns + 1) + span] ?? []
  }

  /** The block of exactly so many rows. */
  block(set: number, span: number, rows: number): Block | undefined {
    return this.blocks(set, span).find((block) => block.rows === rows)
  }

  /** The least cells that a set can take. */
  leastArea(set: number): number {
    return this.least[set] ?? 0
  }

  holdsLead(set: number): boolean {
    return this.items.some(({ lead }, i) => lead && (set & (1 << i)) !== 0)
  }

  private fill(set: number, span: number): void {
    const { columns, mostRows, keep } = this.limits
    const at = set * (columns + 1) + span
    const single = Math.log2(set)
    if (Number.isInteger(single)) {
      const own = this.items[single]?.spans[span] ?? []
      this.entries[at] = own.filter(({ rows }) => rows <= mostRows)
      return
    }
    if ((this.least[set] ?? 0) > span * mostRows) return
    this.best.fill(Number.POSITIVE_INFINITY)
    for (let first = (set - 1) & set; first > 0; first = (first - 1) & set)
      this.join(first, set ^ first, span)
    const made: Block[] = []
    for (let rows = 1; rows <= mostRows; rows++) {
      const cost = this.best[rows] ?? Number.POSITIVE_INFINITY
      if (cost < Number.POSITIVE_INFINITY) made.push(this.blockOf(rows, cost))
    }
    if (made.length > keep) {
      made.sort((a, b) => a.cost - b.cost || a.rows - b.rows)
      made.length = keep
      made.sort((a, b) => a.rows - b.rows)
    }
    if (made.length > 0) this.entries[at] = made
  }

  private join(first: number, second: number, span: number): void {
    // Items are in order of rank, so of two equal ways the one is taken that puts the first of them first.
    const late = (first & -first) > (second & -second) ? WEIGHTS.outOfOrder : 0
    if (!this.holdsLead(second)) this.stack(first, second, span, late)
    const notLeft = this.holdsLead(second) ? WEIGHTS.leadNotLeft : late
    for (let left = 1; left < span; left++) this.putBeside(first, second, left, span, notLeft)
  }

  private stack(first: number, second: number, span: number, late: number): void {
    const upper = this.blocks(first, span)
    const lower = this.blocks(second, span)
    for (const a of upper) {
      for (const b of lower) {
        const rows = a.rows + b.rows
        if (rows > this.limits.mostRows) break
        this.offer(rows, a.cost + b.cost + late, a, b, 0)
      }
    }
  }

  private putBeside(first: number, second: number, left: number, span: number, extra: number): void {
    const { slack } = this.limits
    const lefts = this.blocks(first, left)
    const rights = this.blocks(second, span - left)
    let from = 0
    for (const a of lefts) {
      while (from < rights.length && (rights[from] as Block).rows < a.rows - slack) from++
      for (let i = from; i < rights.length; i++) {
        const b = rights[i] as Block
        if (b.rows > a.rows + slack) break
        const hole = (a.rows > b.rows ? span - left : left) * Math.abs(a.rows - b.rows) * WEIGHTS.hole
        const cost = a.cost + b.cost + extra + hole + headsMeet(a.headRight, b.headLeft)
        this.offer(Math.max(a.rows, b.rows), cost, a, b, left)
      }
    }
  }

  private offer(rows: number, cost: number, first: Block, second: Block, left: number): void {
    if (cost >= (this.best[rows] as number)) return
    this.best[rows] = cost
    this.firsts[rows] = first
    this.seconds[rows] = second
    this.cuts[rows] = left
  }

  private blockOf(rows: number, cost: number): Block {
    return joined(
      rows,
      cost,
      this.firsts[rows] as Block,
      this.seconds[rows] as Block,
      this.cuts[rows] as number,
    )
  }
}

/** Two blocks as one: side by side with `left` columns for the first, or above each other where that is 0. */
export function joined(rows: number, cost: number, first: Block, second: Block, left: number): Block {
  const headRight = left > 0 ? second.headRight : first.headRight
  const cut = left > 0 ? { cut: 'beside' as const, firstSpan: left } : { cut: 'stack' as const }
  return { rows, cost, headLeft: first.headLeft, headRight, first, second, ...cut }
}

/** 碰题: heads side by side of nearly one size. */
export function headsMeet(right: number, left: number): number {
  if (right === 0 || left === 0) return 0
  return Math.max(right, left) / Math.min(right, left) < HEAD_RATIO ? WEIGHTS.headsTouch : 0
}

/** The least cells that a set of items can take. */
function leastAreas(items: readonly Item[], full: number): Float64Array {
  const own = items.map(({ spans }) => {
    const areas = spans.flatMap((blocks, span) => blocks.map(({ rows }) => span * rows))
    return areas.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY)
  })
  const least = new Float64Array(full + 1)
  for (let set = 1; set <= full; set++) {
    const low = 31 - Math.clz32(set & -set)
    least[set] = (least[set & (set - 1)] ?? 0) + (own[low] ?? 0)
  }
  return least
}
