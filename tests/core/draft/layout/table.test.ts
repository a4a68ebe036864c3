import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Block, BlockTable, headsMeet, type Item } from '../../../../src/core/draft/layout/table.ts'
import { WEIGHTS } from '../../../../src/core/draft/layout/weights.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 60 }
const COLUMNS = 4
const MOST_ROWS = 40

/** An item of so many cells that can be set over any span, dearer the further it is from its wish. */
function item(cells: number, wish: number, lead: boolean, sizePt: number): Item {
  const spans = Array.from({ length: COLUMNS + 1 }, (_, span): Block[] => {
    if (span === 0) return []
    const rows = Math.ceil(cells / span)
    return [0, 1].map((more) => ({
      rows: rows + more,
      cost: 10 * Math.abs(span - wish) + 7 * more,
      headLeft: sizePt,
      headRight: sizePt,
      cut: 'leaf' as const,
    }))
  })
  return { lead, spans }
}

/** The cheapest cost for each depth, by trying every cut of every set. */
function byHand(items: readonly Item[], span: number): Map<number, { cost: number; block: Block }[]> {
  const ways = new Map<number, { cost: number; block: Block }[]>()
  const add = (block: Block) =>
    ways.set(block.rows, [...(ways.get(block.rows) ?? []), { cost: block.cost, block }])
  if (items.length === 1) {
    for (const block of items[0]?.spans[span] ?? []) add(block)
    return ways
  }
  for (let set = 1; set < 2 ** items.length - 1; set++) {
    const first = items.filter((_, i) => set & (1 << i))
    const second = items.filter((_, i) => !(set & (1 << i)))
    const late = items.indexOf(first[0] as Item) > items.indexOf(second[0] as Item) ? WEIGHTS.outOfOrder : 0
    const leadSecond = second.some(({ lead }) => lead)
    for (const a of [...byHand(first, span).values()].flat()) {
      for (const b of leadSecond ? [] : [...byHand(second, span).values()].flat()) {
        add({ ...a.block, rows: a.block.rows + b.block.rows, cost: a.cost + b.cost + late })
      }
    }
    for (let left = 1; left < span; left++) {
      for (const a of [...byHand(first, left).values()].flat()) {
        for (const b of byHand(second, span - left).get(a.block.rows) ?? []) {
          const extra = leadSecond ? WEIGHTS.leadNotLeft : late
          const cost = a.cost + b.cost + extra + headsMeet(a.block.headRight, b.block.headLeft)
          add({ ...a.block, headRight: b.block.headRight, cost })
        }
      }
    }
  }
  return ways
}

describe('the table of blocks', () => {
  const limits = { columns: COLUMNS, mostRows: MOST_ROWS, keep: 100, slack: 0 }

  it('finds what trying everything finds', () => {
    const items = fc.array(
      fc.record({ cells: fc.integer({ min: 4, max: 24 }), wish: fc.integer({ min: 1, max: 4 }) }),
      { minLength: 1, maxLength: 3 },
    )
    fc.assert(
      fc.property(items, (wishes) => {
        // Heads in such different sizes that they may stand side by side in any order.
        const made = wishes.map(({ cells, wish }, i) => item(cells, wish, i === 0, 10 * 2 ** i))
        const table = new BlockTable(made, limits)
        for (const [rows, ways] of byHand(made, COLUMNS)) {
          if (rows > MOST_ROWS) continue
          const cheapest = Math.min(...ways.map(({ cost }) => cost))
          expect(table.block(table.full, COLUMNS, rows)?.cost, `${rows} rows`).toBe(cheapest)
        }
      }),
      settings,
    )
  })

  it('never puts the lead below another item', () => {
    const table = new BlockTable([item(12, 4, true, 40), item(12, 4, false, 20)], limits)
    const stacked = table.blocks(table.full, COLUMNS).filter(({ cut }) => cut === 'stack')
    expect(stacked.length).toBeGreaterThan(0)
    for (const { first } of stacked) expect(first?.headLeft).toBe(40)
  })
})
