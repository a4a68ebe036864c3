/** What is known of the text that is being edited, for all that shows it: the page, panels, the status bar. */

import type { TextPlace } from '../../core/compose/caret.ts'
import { createStore } from '../state/store.ts'

export interface Composing {
  /** Where the composing string stands in the page's text. */
  at: TextPlace
  text: string
  /** Where in the string the caret is. */
  caret: number
}

export interface TextState {
  /** The story that has the caret. */
  story: string | null
  anchor: TextPlace
  head: TextPlace
  selectedText: string
  composing: Composing | null
  /** Where text that is dragged would go. */
  dropAt: TextPlace | null
  focused: boolean
  /** Where in the window the menu of the caret is open. */
  menu: { x: number; y: number } | null
  /** Arrows go by the lines of the page, or by those of the story editor. */
  keysOf: 'page' | 'editor'
  /** The story editor (小样) stands beside the page. */
  editorOpen: boolean
  /** Grows with every stroke: the caret is solid for a while after it. */
  strokes: number
}

/** Whether a change of the page is being typed: panels then follow it when typing rests. */
export const typing = { now: false }

const START: TextPlace = { paragraph: 0, offset: 0 }

export const NO_TEXT: Omit<TextState, 'editorOpen' | 'strokes'> = {
  story: null,
  anchor: START,
  head: START,
  selectedText: '',
  composing: null,
  dropAt: null,
  menu: null,
  focused: false,
  keysOf: 'page',
}

export const textState = createStore<TextState>({ ...NO_TEXT, editorOpen: false, strokes: 0 })
