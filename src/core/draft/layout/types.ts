/**
 * The words of the layout engine. All lengths down the page are whole rows of the line grid, all lengths across
 * are basic columns or em, so a proposal is plain data that can be kept, sent and drawn again.
 */
import type { Diagnostic } from '../../diagnostics.ts'
import type { Em } from '../../units.ts'

/** A rectangle inside a module: em from its left edge, rows from its top. */
export interface Part {
  xEm: Em
  widthEm: Em
  row: number
  rows: number
}

/** One way to set an article in a rectangle of the grid. */
export interface Shape {
  /** Basic columns, and rows without the free row that parts it from what stands below. */
  span: number
  rows: number
  /** Inside a hairline box of its own. */
  boxed: boolean
  /** 栏目 on tiles of its own; where there is none, a section stands in the head as a kicker. */
  section?: Part
  /** `look` is the span whose head sizes of the template are used; `sizePt` the headline's own. */
  head?: Part & { look: number; sizePt: number }
  byline?: Part
  /** Each with its caption in the `captionRows` rows directly below. */
  pictures: (Part & { captionRows: number })[]
  legs: Part[]
  /** Column-lines that stay empty: at the foot of legs, and rows of air. */
  white: number
  /** In tenths of a column-line of white, so that sums are exact. */
  cost: number
}

/** An article's place on the page: column edge, row below the folio, and how it is set there. */
export interface Module {
  article: string
  column: number
  row: number
  shape: Shape
}

/** How a page is divided first: into bands, columns, four blocks round a fifth, or round what is pinned. */
export type SkeletonKind = 'single' | 'bands' | 'columns' | 'pinwheel' | 'pinned'

/** A name of the checker's list, `RULES` in rules.ts. */
export interface Finding {
  rule: string
  /** Broken, or only less than good. */
  broken: boolean
  /** Articles, frames or columns concerned. */
  at: string[]
  cost: number
}

/** Text that found no room. */
export interface CutArticle {
  article: string
  /** Rows of the page's basic columns that it would take, and its characters. */
  columnRows: number
  characters: number
}

export interface Proposal {
  /** The same for the same input, whatever machine made it. */
  id: string
  template: string
  /** Columns and rows that the articles share; what is below is for advertisements. */
  columns: number
  rows: number
  /** Rows from the folio to the page's foot. */
  roomRows: number
  skeleton: SkeletonKind
  modules: Module[]
  /** From roomy to tight: heads and pictures lose size step by step. */
  tightness: number
  /** What found no room, the lowest rank first. */
  cut: CutArticle[]
  cost: number
  /** 100 where nothing could be better, half of that at 100 column-lines of cost. */
  score: number
  /** The share of its rows and columns that is text, heads and pictures. */
  filled: number
  findings: Finding[]
}

export interface ProposeOptions {
  /** Modules of an earlier proposal that stay where they are. */
  pinned?: readonly Module[]
  /** Pins never give way: what finds no room beside them is left out. */
  pinsStay?: boolean
  /** What is on the page and no article of it, and is laid out round: advertisements, frames of the desk's own. */
  obstacles?: readonly Module[]
  /** Rows from the folio to the page's foot, where an advertisement takes some of the template's. */
  roomRows?: number
  /** How many distinct proposals are wanted; 3 unless told otherwise. */
  count?: number
}

export interface Proposals {
  /** Best first; there is always one. */
  proposals: [Proposal, ...Proposal[]]
  diagnostics: Diagnostic[]
}
