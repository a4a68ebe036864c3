/**
 * The page's first division. Two bands or two columns come from the table; a pinwheel, four blocks round a fifth,
 * has no line that runs through the page. All are bounded by counts, so that the answer never depends on the machine.
 */
import { type Block, type BlockTable, headsMeet, joined } from './table.ts'
import type { Module, SkeletonKind } from './types.ts'
import { WEIGHTS } from './weights.ts'

export interface Candidate {
  skeleton: SkeletonKind
  /** With the free row below the last module. */
  depth: number
  cost: number
  modules: () => Module[]
}

/** A block at its place. */
interface PlacedBlock {
  block: Block
  column: number
  row: number
  span: number
}

/** How many candidates of each kind go on, and how far the pinwheel's search looks. */
const KEPT_CANDIDATES = 240
/** The cheapest of those made of two halves stand as mirror images too: the table has only one of each pair. */
const MIRRORED = 80
const WHEEL = { tops: 40, sides: 12, leastItems: 5 }

export function candidates(table: BlockTable): Candidate[] {
  const { columns } = table.limits
  const whole = table.items.length === 1 ? table.blocks(table.full, columns) : []
  const single = whole.map((block): Candidate => {
    return {
      skeleton: 'single',
      depth: block.rows,
      cost: block.cost,
      modules: () => modulesOf(block, 0, 0, columns),
    }
  })
  const halves = split(table)
  return [
    ...single,
    ...halves,
    ...halves.slice(0, MIRRORED).map((page) => mirrorPage(page, columns)),
    ...pinwheels(table),
  ]
}

const mirrorPage = (page: Candidate, columns: number): Candidate => ({
  ...page,
  modules: () =>
    page.modules().map((module) => ({ ...module, column: columns - module.column - module.shape.span })),
})

/** Keeps the cheapest candidates that it is offered, the first of those that cost the same. */
class Shortlist {
  private found: Candidate[] = []
  private bound = Number.POSITIVE_INFINITY

  offer(cost: number, make: () => Candidate): void {
    if (cost >= this.bound) return
    this.found.push(make())
    if (this.found.length >= 4 * KEPT_CANDIDATES) this.bound = this.best().at(-1)?.cost ?? this.bound
  }

  best(): Candidate[] {
    this.found = this.found.sort((a, b) => a.cost - b.cost || a.depth - b.depth).slice(0, KEPT_CANDIDATES)
    return this.found
  }
}

/** Two bands or two columns, in all ways. */
function split(table: BlockTable): Candidate[] {
  const { columns, mostRows, slack } = table.limits
  const found = new Shortlist()
  const add = (skeleton: SkeletonKind, rows: number, cost: number, a: Block, b: Block, left: number) =>
    found.offer(cost, () => {
      const modules = () => modulesOf(joined(rows, cost, a, b, left), 0, 0, columns)
      return { skeleton, depth: rows, cost, modules }
    })
  for (let first = table.full - 1; first > 0; first--) {
    const second = table.full ^ first
    const leadSecond = table.holdsLead(second)
    if (!leadSecond) {
      for (const a of table.blocks(first, columns)) {
        for (const b of table.blocks(second, columns)) {
          if (a.rows + b.rows <= mostRows) add('bands', a.rows + b.rows, a.cost + b.cost, a, b, 0)
        }
      }
    }
    for (let left = 1; left < columns; left++) {
      for (const a of table.blocks(first, left)) {
        for (const b of table.blocks(second, columns - left)) {
          const uneven = Math.abs(a.rows - b.rows)
          if (uneven > slack) continue
          const hole = (a.rows > b.rows ? columns - left : left) * uneven * WEIGHTS.hole
          const cost = a.cost + b.cost + hole + WEIGHTS.columnThrough + (leadSecond ? WEIGHTS.leadNotLeft : 0)
          add('columns', Math.max(a.rows, b.rows), cost, a, b, left)
        }
      }
    }
  }
  return found.best()
}

/**
 * Top left over `x2` columns and `y1` rows, right down to `y2`, bottom from column `x1`, left from `y1` to the foot,
 * the centre between them; and its mirror image.
 */
function pinwheels(table: BlockTable): Candidate[] {
  const { columns } = table.limits
  if (table.items.length < WHEEL.leastItems) return []
  const found = new Shortlist()
  const lists = Array.from({ length: columns }, (_, span) => (span > 0 ? topBlocks(table, span) : []))
  for (let x2 = 2; x2 < columns; x2++) {
    for (let x1 = 1; x1 < x2; x1++) turn(table, x1, x2, lists, found)
  }
  return found.best()
}

interface SetBlock {
  set: number
  block: Block
}

/** The cheapest blocks of a span, by their cost for each item, that leave enough items for the others. */
function topBlocks(table: BlockTable, span: number): SetBlock[] {
  const list: SetBlock[] = []
  for (let set = 1; set < table.full; set++) {
    if (bits(table.full ^ set) < WHEEL.leastItems - 1) continue
    for (const block of table.blocks(set, span)) list.push({ set, block })
  }
  const share = ({ set, block }: SetBlock) => block.cost / bits(set)
  return list.sort((a, b) => share(a) - share(b) || a.set - b.set || a.block.rows - b.block.rows)
}

function turn(
  table: BlockTable,
  x1: number,
  x2: number,
  lists: readonly SetBlock[][],
  found: Shortlist,
): void {
  const { columns } = table.limits
  for (const top of lists[x2]?.slice(0, WHEEL.tops) ?? []) {
    let sides = 0
    for (const right of lists[columns - x2] ?? []) {
      if ((right.set & top.set) !== 0 || right.block.rows < top.block.rows + 6) continue
      if (!leadOnTop(table, top.set | right.set)) continue
      if (++sides > WHEEL.sides) break
      close(table, x1, x2, top, right, found)
    }
  }
}

const leadOnTop = (table: BlockTable, set: number): boolean =>
  table.holdsLead(set) || !table.holdsLead(table.full)

/** Finds bottom, left and centre for a top and a right block. */
function close(
  table: BlockTable,
  x1: number,
  x2: number,
  top: SetBlock,
  right: SetBlock,
  found: Shortlist,
): void {
  const { columns, mostRows } = table.limits
  const rest = table.full ^ top.set ^ right.set
  const y1 = top.block.rows
  const y2 = right.block.rows
  for (let low = (rest - 1) & rest; low > 0; low = (low - 1) & rest) {
    const others = rest ^ low
    for (const bottom of table.blocks(low, columns - x1)) {
      const depth = y2 + bottom.rows
      if (depth > mostRows) break
      for (let side = (others - 1) & others; side > 0; side = (side - 1) & others) {
        const left = table.block(side, x1, depth - y1)
        const centre = left && table.block(others ^ side, x2 - x1, y2 - y1)
        if (!left || !centre) continue
        const cost =
          top.block.cost +
          right.block.cost +
          bottom.cost +
          left.cost +
          centre.cost +
          headsMeet(top.block.headRight, right.block.headLeft)
        const placed = (): PlacedBlock[] => [
          { block: top.block, column: 0, row: 0, span: x2 },
          { block: right.block, column: x2, row: 0, span: columns - x2 },
          { block: bottom, column: x1, row: y2, span: columns - x1 },
          { block: left, column: 0, row: y1, span: x1 },
          { block: centre, column: x1, row: y1, span: x2 - x1 },
        ]
        found.offer(cost, () => wheel(placed(), depth, cost))
        found.offer(cost, () => wheel(mirrored(placed(), columns), depth, cost))
      }
    }
  }
}

const wheel = (placed: PlacedBlock[], depth: number, cost: number): Candidate => ({
  skeleton: 'pinwheel',
  depth,
  cost,
  modules: () => placed.flatMap(({ block, column, row, span }) => modulesOf(block, column, row, span)),
})

const mirrored = (placed: PlacedBlock[], columns: number): PlacedBlock[] =>
  placed.map((part) => ({ ...part, column: columns - part.column - part.span }))

/** The modules of a block whose top left corner stands at a column and row. */
export function modulesOf(block: Block, column: number, row: number, span: number): Module[] {
  const { cut, first, second, article, shape, firstSpan = 0 } = block
  if (cut === 'leaf' && article !== undefined && shape !== undefined) return [{ article, column, row, shape }]
  if (first === undefined || second === undefined) throw new Error('a block is a leaf or has two parts')
  if (cut === 'stack')
    return [...modulesOf(first, column, row, span), ...modulesOf(second, column, row + first.rows, span)]
  return [
    ...modulesOf(first, column, row, firstSpan),
    ...modulesOf(second, column + firstSpan, row, span - firstSpan),
  ]
}

function bits(set: number): number {
  let count = 0
  for (let left = set; left > 0; left &= left - 1) count++
  return count
}
