/** All that the window knows. Parts change by `app.set`, and every region reads the parts that it shows. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { Difference } from '../../core/doc/compare-pages.ts'
import type { Step } from '../../core/doc/live/live-page.ts'
import type { Lost } from '../../core/doc/salvage/lost.ts'
import type { ToolName } from '../../core/edit/tools/tool.ts'
import type { Box } from '../../core/geometry.ts'
import type { Correction } from '../../core/reconstruct/types.ts'
import type { EngineStage } from '../../shared/engine.ts'
import type { FileOrigin, StartFacts, WindowState } from '../../shared/ipc.ts'
import type { Adopted, Preferences, RecentFile, Recoverable } from '../../shared/ipc-files.ts'
import { DEFAULT_PREFERENCES } from '../../shared/ipc-files.ts'
import type { Language, MessageKey, Values } from '../../shared/messages.ts'
import type { Fit, Point, Size, View } from '../canvas/view.ts'
import type { OwnKeys } from '../commands/own-keys.ts'
import type { PageModel } from './page-model.ts'
import { noReview, type ReviewState } from './review-state.ts'
import { createStore } from './store.ts'

/** 复核 reads and decides, 排版 lays out, 检查 checks and signs. */
export type Stage = 'review' | 'layout' | 'preflight'

export type Theme = 'system' | 'light' | 'dark'
export type Tool = ToolName
export type InspectorTab = 'properties' | 'paragraph' | 'source'
export type DialogName =
  | 'profile'
  | 'palette'
  | 'keys'
  | 'about'
  | 'unsaved'
  | 'presets'
  | 'new-page'
  | 'new-article'
  | 'apply-template'
  | 'save-template'
  | 'special'
  | 'export'
  | FileDialogName
export type LeftTab = 'stories' | 'outline' | 'styles' | 'swatches' | 'history'
export type Job = 'open' | 'save' | 'correct'
export type FileDialogName = 'conflict' | 'recovery' | 'recents' | 'preferences' | 'salvaged'

/**
 * What is selected: an article, one of its stories, of a story one frame, and there the paragraph clicked. Of several
 * frames `frame` is the first, and story and article are those that they share.
 */
export interface Selection {
  article?: string
  story?: string
  frame?: string
  /** All selected frames, where they are several. */
  frames?: readonly string[]
  paragraph?: number
}

export interface Work {
  job: Job
  stage: EngineStage | 'save'
  file: string
}

export interface Failure {
  job: Job
  file: string
  diagnostics: readonly Diagnostic[]
  /** Of a file that did not open: what may be tried with it. */
  from?: FileOrigin & { bytes?: Uint8Array }
}

/** Another program's version of the page's file, against the open one. */
export interface Conflict {
  reason: 'changed' | 'held'
  holder?: NonNullable<Adopted['holder']>
  /** Undefined until it is read; null where it cannot be read as a page. */
  differences?: readonly Difference[] | null
}

export interface Toast {
  text: MessageKey
  values: Values
  /** The saved file that the toast's buttons act on. */
  path?: string
  /** Leads to the list of what is settled, in 复核. */
  settled?: boolean
  /** What was wanted could not be done. */
  warn?: boolean
  /** Leads to what another program changed in the file. */
  conflict?: boolean
  /** What was done can be undone from here, as long as the page is in this place of its history. */
  undo?: number
}

export interface Switches {
  columns: boolean
  rows: boolean
  copyfit: boolean
  rulers: boolean
  guides: boolean
  /** Nothing but the page, as it prints. */
  preview: boolean
}

export interface AppState {
  start: Omit<StartFacts, 'file'> | null
  preferences: Preferences
  /** The page's own file; nothing in it where none holds the page. */
  file: Adopted
  /** What became of it there. */
  disk: 'same' | 'changed' | 'gone'
  conflict: Conflict | null
  /** Why changes cannot be journaled, if they can't. */
  journalProblem: Diagnostic | null
  recents: readonly RecentFile[]
  recoverable: readonly Recoverable[]
  /** What a damaged file that was opened no longer had. */
  lost: readonly Lost[]
  language: Language
  theme: Theme
  systemDark: boolean
  window: WindowState
  stage: Stage
  page: PageModel | null
  /** The corrections as they are to be, before the page has caught up. */
  corrections: readonly Correction[]
  /** What can be undone, the last step last, and what can be made again, the next first. */
  steps: { past: readonly Step[]; future: readonly Step[] }
  /** Where the page is in its history, and where it was when it was saved. */
  place: number
  savedPlace: number
  /** When it was saved, `14:32`. */
  savedAt: string | null
  review: ReviewState
  work: Work | null
  failure: Failure | null
  toast: Toast | null
  selection: Selection | null
  view: View
  fit: Fit
  viewport: Size
  pointer: Point | null
  tool: Tool
  /** Keys that a person gave to commands. */
  ownKeys: OwnKeys
  show: Switches
  /** Outlined once for a moment, after a flight. */
  flash: readonly Box[] | null
  inspectorTab: InspectorTab
  leftTab: LeftTab
  dialog: DialogName | null
  /** Narrow windows: panels open over the canvas. */
  storiesOpen: boolean
  inspectorOpen: boolean
  windowWidth: number
}

const initial: AppState = {
  start: null,
  preferences: DEFAULT_PREFERENCES,
  file: {},
  disk: 'same',
  conflict: null,
  journalProblem: null,
  recents: [],
  recoverable: [],
  lost: [],
  language: 'zh',
  theme: 'system',
  systemDark: false,
  window: { maximized: false, fullScreen: false },
  stage: 'layout',
  page: null,
  corrections: [],
  steps: { past: [], future: [] },
  place: 0,
  savedPlace: 0,
  savedAt: null,
  review: noReview,
  work: null,
  failure: null,
  toast: null,
  selection: null,
  view: { scale: 0.5, x: 0, y: 0 },
  fit: 'page',
  viewport: { width: 0, height: 0 },
  pointer: null,
  tool: 'select',
  ownKeys: {},
  show: { columns: true, rows: true, copyfit: false, rulers: true, guides: true, preview: false },
  flash: null,
  inspectorTab: 'properties',
  leftTab: 'stories',
  dialog: null,
  storiesOpen: false,
  inspectorOpen: false,
  windowWidth: 1440,
}

export const app = createStore(initial)

export const isDark = (state: AppState): boolean =>
  state.theme === 'dark' || (state.theme === 'system' && state.systemDark)

export const isDirty = (state: AppState): boolean => state.place !== state.savedPlace

/** From 1280 px both panels stand; below, the stories are a rail; below 1024, the inspector opens too. */
export const hasRail = (state: AppState): boolean => state.windowWidth < 1280
export const inspectorFloats = (state: AppState): boolean => state.windowWidth < 1024
