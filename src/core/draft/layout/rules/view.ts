/** A laid-out page as the rules look at it: cells, heads and pictures in the page's own rows and columns. */
import type { Ranked } from '../rank.ts'
import type { Finding, Module, Part } from '../types.ts'

/** What the rules are held against: any page of modules, made by the engine or by hand. */
export interface PageLayout {
  columns: number
  /** Rows that the modules share; what is below is for advertisements. */
  rows: number
  columnEm: number
  gutterEm: number
  modules: readonly Module[]
  ranked: readonly Ranked[]
  /** Articles that found no room. */
  cut: readonly string[]
}

export interface HeadPlace {
  module: Module
  from: number
  to: number
  sizePt: number
}

export interface PageView extends PageLayout {
  /** The module of each cell, column after column, -1 where it is empty; the last row is the free one. */
  cells: Int16Array
  depth: number
  overlapping: Set<string>
  heads: HeadPlace[]
  rankOf: (article: string) => Ranked['rank']
}

export type Rule = (page: PageView) => Finding[]

export function viewOf(layout: PageLayout): PageView {
  const depth = layout.rows + 1
  const cells = new Int16Array(layout.columns * depth).fill(-1)
  const overlapping = new Set<string>()
  layout.modules.forEach((module, i) => {
    for (let column = module.column; column < module.column + module.shape.span; column++) {
      for (let row = module.row; row <= module.row + module.shape.rows; row++) {
        if (column < 0 || column >= layout.columns || row < 0 || row >= depth) continue
        const known = cells[column * depth + row] as number
        if (known >= 0) overlapping.add(module.article).add(layout.modules[known]?.article ?? '')
        cells[column * depth + row] = i
      }
    }
  })
  const heads = layout.modules.flatMap((module): HeadPlace[] => {
    const { head } = module.shape
    if (head === undefined || head.sizePt === 0) return []
    const from = module.row + head.row
    return [{ module, from, to: from + head.rows, sizePt: head.sizePt }]
  })
  const ranks = new Map(layout.ranked.map(({ article, rank }) => [article.id, rank]))
  return { ...layout, cells, depth, overlapping, heads, rankOf: (article) => ranks.get(article) ?? 'other' }
}

export const foot = ({ row, shape }: Module): number => row + shape.rows

export const broken = (rule: string, at: string[], cost = 1000): Finding => ({ rule, broken: true, at, cost })
export const flaw = (rule: string, at: string[], cost: number): Finding => ({ rule, broken: false, at, cost })

/** Whether two parts of a module share area. */
export const partsOverlap = (a: Part, b: Part): boolean =>
  a.xEm + a.widthEm > b.xEm + 0.01 &&
  b.xEm + b.widthEm > a.xEm + 0.01 &&
  a.row + a.rows > b.row &&
  b.row + b.rows > a.row
