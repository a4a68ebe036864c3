import type { Diagnostic } from '../diagnostics.ts'
import type { Box } from '../geometry.ts'
import type { Em, Pt } from '../units.ts'

/**
 * A composed page: everything that is drawn, in painting order, in pt from the trim's top left.
 * Screen and PDF both draw this and decide nothing.
 */
export interface Composition {
  width: Pt
  height: Pt
  items: PageItem[]
  /** Every story by id: how many lines it took and what found no room. */
  stories: Record<string, StoryFit>
  /** Body text's baselines and columns, for the grid that the window can show. */
  grid: PageGrid
  diagnostics: Diagnostic[]
}

export type PageItem = TextItem | ShapeItem | RuleItem | PictureItem

/** The lines of one text frame, or a label that the page itself puts in an empty frame. */
export interface TextItem {
  kind: 'text'
  frame: string
  /** Absent for labels. */
  story?: string
  box: Box
  lines: ComposedLine[]
}

export interface ShapeItem {
  kind: 'shape'
  frame: string
  box: Box
  fill?: Ink
  stroke?: Ink
  strokePt: Pt
}

export interface RuleItem {
  kind: 'rule'
  frame: string
  from: { x: Pt; y: Pt }
  to: { x: Pt; y: Pt }
  stroke: Ink
  strokePt: Pt
}

/** A picture, cropped by its frame. */
export interface PictureItem {
  kind: 'picture'
  frame: string
  /** What of it shows. */
  box: Box
  asset: string
  /**
   * From the picture's unit square (0,0 its top left, 1,1 its bottom right) to the page:
   * x' = a·x + c·y + e, y' = b·x + d·y + f.
   */
  transform: readonly [a: number, b: number, c: number, d: number, e: Pt, f: Pt]
  widthPx: number
  heightPx: number
  /** Pixels to the inch as it is printed. */
  ppi: number
}

export interface ComposedLine {
  /** The paragraph's index in its story, and the range of its text that stands on this line. */
  paragraph: number
  start: number
  end: number
  x: Pt
  baseline: Pt
  measure: Pt
  /** True for a paragraph's last line and before a forced break: not justified. */
  last: boolean
  /** The line runs down: `x` is its axis, `baseline` where it begins. */
  vertical?: true
  runs: GlyphRun[]
  fit: LineFit
  /** Absent for the labels that the page itself puts in empty frames. */
  carets?: LineCarets
}

/** What an editor must know of a line: where its caret can stand, and how tall it is. */
export interface LineCarets {
  /**
   * From the line's start along it to before each UTF-16 unit of its text, and behind the last; NaN inside a
   * character that is drawn as one. They go on over the spaces that end a line and are not drawn.
   */
  stops: readonly Pt[]
  /** The paragraph's em: its size, and how much of it is above the baseline. */
  sizePt: Pt
  ascentPt: Pt
  /** From this line to the next. */
  leadingPt: Pt
}

/** How a line was brought to its measure, in em of its paragraph: for the 排齐 overlay and the figures. */
export interface LineFit {
  /** Given up by squeezable marks in all. */
  squeezedEm: Em
  /** Added to each gap between units. */
  stretchEm: Em
  /** Added before that to each word space and to each gap beside figures and Latin. */
  spacesEm: Em
  /** Added by copyfit records in all. */
  copyfitEm: Em
}

/**
 * Glyphs of one face, size and ink. `glyphs[i]` shows `texts[i]`; its origin stands `xs[i]` right of the line's
 * `x` and `ys[i]` below its baseline (0 without `ys`), turned a quarter clockwise round it where `turned`.
 */
export interface GlyphRun {
  face: string
  sizePt: Pt
  ink: Ink
  glyphs: number[]
  xs: Pt[]
  ys?: Pt[]
  turned?: true
  texts: string[]
}

export interface Ink {
  /** Per cent, C M Y K; of a spot colour, what stands for it where its plate is missing. */
  cmyk: readonly [number, number, number, number]
  /** A spot colour's name: it prints on a plate of its own. */
  spot?: string
  /** `#rrggbb` */
  screen: string
}

export interface StoryFit {
  lines: number
  /** Lines and characters that found no room; 0 when all is placed. */
  oversetLines: number
  oversetCharacters: number
}

export interface PageGrid {
  left: Pt
  top: Pt
  columnWidth: Pt
  gutter: Pt
  columns: number
  rows: number
  leading: Pt
  /** From a row's top down to its baseline. */
  ascent: Pt
}
