/** Collects the ways to set one article: of each span and depth only the cheapest is kept. */

import type { Em } from '../../units.ts'
import type { Manuscript } from '../manuscript.ts'
import type { Manner } from './manners.ts'
import type { Measurer } from './measurer.ts'
import type { Ranked } from './rank.ts'
import type { Part, Shape } from './types.ts'

export interface Order extends Ranked {
  measurer: Measurer
  manner: Manner
  /** No module is deeper. */
  mostRows: number
}

/** Shapes by their rows, for each span. */
export class ShapeSheet {
  readonly spans: Map<number, Shape>[] = []

  constructor(private readonly mostRows: number) {}

  /** Keeps the shape that `make` gives, unless one as deep is as cheap. */
  offer(span: number, rows: number, cost: number, make: () => Omit<Shape, 'span' | 'rows' | 'cost'>): void {
    if (rows < 1 || rows > this.mostRows) return
    const whole = Math.round(cost)
    this.spans[span] ??= new Map()
    const known = this.spans[span].get(rows)
    if (known && known.cost <= whole) return
    this.spans[span].set(rows, { span, rows, cost: whole, ...make() })
  }
}

/** A column of parts, filled from the top down inside a module. */
export class Pile {
  row: number

  constructor(
    readonly xEm: Em,
    readonly widthEm: Em,
    row: number,
  ) {
    this.row = row
  }

  put(rows: number, free = 0): Part | undefined {
    if (rows === 0) return undefined
    const part = { xEm: this.xEm, widthEm: this.widthEm, row: this.row, rows }
    this.row += rows + free
    return part
  }
}

export const hasBody = (article: Manuscript): boolean =>
  article.paragraphs.length > 0 || article.credit !== undefined
