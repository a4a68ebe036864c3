/**
 * Tools as state machines. A tool is the state that it begins in; each state answers the pointer with the state that
 * follows. The folders are the machine: `select/idle` leads to `select/pressing`, and so on.
 *
 * States know no window: they speak to a `Desk`. While a gesture lasts they show previews; the document is written
 * once, at its end, and Esc leaves it as it was.
 */

import type { Result } from '../../diagnostics.ts'
import type { RangeOf } from '../../doc/commands/clip.ts'
import type { Command } from '../../doc/commands/command.ts'
import type { DrawnKind } from '../../doc/commands/new-frames.ts'
import type { PageDoc } from '../../doc/schema.ts'
import type { Box } from '../../geometry.ts'
import type { Pt } from '../../units.ts'
import type { Point } from '../hit.ts'
import type { Handle } from '../resize.ts'
import type { SnapMark } from '../snap.ts'

/** `text` is for typing: it draws a frame only where it is dragged. */
export type ToolName =
  | 'select'
  | 'text'
  | 'text-frame'
  | Exclude<DrawnKind, 'text'>
  | 'thread'
  | 'hand'
  | 'zoom'

/** The pointer: where it is on the page and in the window, and what is held with it. */
export interface Pointer {
  at: Point
  /** px in the window. */
  screen: Point
  shift: boolean
  alt: boolean
  /** Ctrl, on macOS Cmd. */
  mod: boolean
  /** 2 for the second of two quick presses. */
  clicks: number
}

export type Cursor =
  | 'default'
  | 'move'
  | 'copy'
  | 'text'
  | 'crosshair'
  | 'grab'
  | 'grabbing'
  | 'zoom-in'
  | 'zoom-out'
  | 'loaded'
  | 'link'
  | 'port'
  | 'turn'
  | 'shift'
  | 'column'
  | 'row'
  | `resize-${Handle}`

/** What a step is called in the history: a key of the message catalogue under `step.`. */
export type StepName =
  | 'move'
  | 'resize'
  | 'duplicate'
  | 'draw-text'
  | 'draw-picture'
  | 'draw-shape'
  | 'draw-rule'
  | 'thread'
  | 'continue'
  | 'cut-thread'
  | 'unthread'
  | 'place-story'
  | 'turn-picture'
  | 'shift-picture'
  | 'crop-picture'
  | 'guide'
  | 'guide-off'

/** What is seen of a gesture that is under way. */
export interface Preview {
  /** The page as it would be; left out where only marks are shown. */
  doc?: PageDoc
  /** What is being drawn or marked out. */
  box?: Box
  marquee?: boolean
  marks?: readonly SnapMark[]
  /** The size of what is dragged, told at the pointer. */
  tip?: Box
  /** A guide on its way. */
  guide?: { axis: 'x' | 'y'; at: Pt }
}

export interface Desk {
  readonly doc: PageDoc
  /** px per pt. */
  readonly scale: number
  readonly selection: readonly string[]
  /** The text in hand: of a frame's thread behind that frame, or of a story that has no frame. */
  readonly loaded: Loaded | undefined
  /** Whether guides are shown: only what is seen is snapped to. */
  readonly showGuides: boolean
  /** What of its text stands in a frame: a copy of a part of a thread takes that. */
  readonly rangeOf: RangeOf
  /** Whether all text of the frame's story has found room. */
  isOverset(frame: string): boolean
  select(frames: readonly string[], at?: Point): void
  show(preview: Preview | undefined): void
  /** Does it as one step of the history; a refusal is told. */
  perform(name: StepName, command: Command): boolean
  load(loaded: Loaded | undefined): void
  use(tool: ToolName): void
  panBy(dx: number, dy: number): void
  zoom(at: Point, up: boolean): void
  zoomTo(box: Box): void
  /** Puts the caret into a frame's text. */
  enterText(frame: string, at: Point): void
  /** Opens what there is to do about a frame's overset text. */
  showProposals(frame: string): void
}

export type Loaded = { after: string } | { story: string }

export interface ToolState {
  /** For tests, and for the cursor. */
  readonly name: string
  cursor(desk: Desk, pointer: Pointer): Cursor
  down?(desk: Desk, pointer: Pointer): ToolState
  move?(desk: Desk, pointer: Pointer): ToolState
  up?(desk: Desk, pointer: Pointer): ToolState
  /** Esc; undefined when there is nothing to leave, so that the key means something else. */
  cancel?(desk: Desk): ToolState | undefined
}

/** A px on screen in pt on the page. */
export const px = (desk: Desk, length: number): Pt => length / desk.scale

/** A press is a drag from here on. */
const DRAG_PX = 4
export const SNAP_PX = 6
export const HANDLE_PX = 6
export const PORT_PX = 11
export const NEAR_PX = 4

export const isDrag = (from: Pointer, to: Pointer): boolean =>
  Math.hypot(to.screen.x - from.screen.x, to.screen.y - from.screen.y) >= DRAG_PX

/** The value of what was tried, or undefined where it was refused: for previews, which show what is possible. */
export const tried = <T>(result: Result<T>): T | undefined => (result.ok ? result.value : undefined)

/** The box between two points. */
export const between = (a: Point, b: Point): Box => ({
  x: Math.min(a.x, b.x),
  y: Math.min(a.y, b.y),
  width: Math.abs(a.x - b.x),
  height: Math.abs(a.y - b.y),
})
