/** What the hand is doing on the page, for all that shows it: the canvas, its cursor, the panels. */
import type { Cursor, Loaded, Preview } from '../../core/edit/tools/tool.ts'
import type { Point } from '../canvas/view.ts'
import type { PageModel } from '../state/page-model.ts'
import { createStore } from '../state/store.ts'

export type RulerUnit = 'mm' | 'pt' | 'em' | 'grid'
export type AlignTo = 'selection' | 'type-area' | 'page'

export interface EditorState {
  /** What is seen of a gesture that is under way. */
  preview: Preview | null
  /** The page as it would be, shown on the canvas in place of the page. */
  shown: PageModel | null
  /** The text in hand. */
  loaded: Loaded | null
  cursor: Cursor
  /** How places are given and frames are nudged: by the grid, or by length. */
  placeUnit: 'grid' | 'length'
  rulerUnit: RulerUnit
  alignTo: AlignTo
  /** Where the page's menu stands, in px in the window. */
  menuAt: Point | null
}

export const editor = createStore<EditorState>({
  preview: null,
  shown: null,
  loaded: null,
  cursor: 'default',
  placeUnit: 'grid',
  rulerUnit: 'mm',
  alignTo: 'selection',
  menuAt: null,
})
