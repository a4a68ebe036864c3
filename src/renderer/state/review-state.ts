/** What 复核 shows and where the eyes are in it; text is held by places in the source. */
import type { MessageKey, Values } from '../../shared/messages.ts'
import type { RowSwitches } from '../review/fold-rows.ts'
import type { TextSelection } from '../review/text-selection.ts'

/** Where the eyes are; undo brings it back. */
export interface ReviewFocus {
  doubt: string | null
  /** The reading ticked, from 0. */
  choice: number
  selection: TextSelection | null
}

export type ReviewMenuKind = 'all' | 'role' | 'move' | 'merge'

export interface ReviewMenu {
  kind: ReviewMenuKind
  /** Where it opens, in the window. */
  x: number
  y: number
}

export interface ReviewState extends ReviewFocus {
  skipped: ReadonlySet<string>
  /** Decided, and the page that knows of it is not here yet. */
  decided: ReadonlySet<string>
  /** Lines whose fold was opened. */
  opened: ReadonlySet<number>
  /** Articles whose paragraphs are shown, by id: corrections keep them. */
  expanded: ReadonlySet<string>
  show: RowSwitches
  menu: ReviewMenu | null
  settledOpen: boolean
  unappliedSeen: boolean
  /** What was done last, for those who listen. */
  said: { key: MessageKey; values: Values } | null
  /** Counts what the source list must bring into sight. */
  reveal: number
}

export const noReview: ReviewState = {
  doubt: null,
  choice: 0,
  selection: null,
  skipped: new Set(),
  decided: new Set(),
  opened: new Set(),
  expanded: new Set(),
  show: { shadows: true, furniture: true, blanks: false, fold: true },
  menu: null,
  settledOpen: false,
  unappliedSeen: false,
  said: null,
  reveal: 0,
}
