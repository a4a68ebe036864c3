import type { Composition } from '../core/compose/composition.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PageEdit } from '../core/doc/edits.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import type { SourceText } from '../core/source/types.ts'

/**
 * What the window asks of the engine, which runs in a worker of its own so that the interface never waits:
 * one request at a time, answered in order. Inputs and answers are plain data.
 */
export type EngineRequest =
  | { id: number; kind: 'open'; name: string; bytes: Uint8Array }
  /** With overset text only when asked for: a proof. */
  | { id: number; kind: 'export'; allowOverset?: boolean }
  | { id: number; kind: 'save' }
  /** All corrections and edits of the open page, in order: answered with the page as they make it. */
  | { id: number; kind: 'correct'; corrections: Correction[]; edits: PageEdit[] }
  /** What a command of 排齐 would do to the open page: answered with the edits to make, and no page. */
  | { id: number; kind: 'copyfit'; command: CopyfitCommand; story: string; paragraph?: number }

export type EngineReply =
  /** `stage` is one of read, reconstruct, draft, compose, export. */
  | { id: number; kind: 'progress'; stage: EngineStage }
  | { id: number; kind: 'opened'; page: OpenedPage }
  /** `trackingEm` is what a command added to every character of the paragraph. */
  | { id: number; kind: 'edited'; edits: PageEdit[]; trackingEm?: number }
  | { id: number; kind: 'exported'; bytes: Uint8Array; fileName: string }
  | { id: number; kind: 'saved'; bytes: Uint8Array; fileName: string }
  | { id: number; kind: 'failed'; diagnostics: Diagnostic[] }

/** 收一行, 放一行, 适合文框, 取消排齐. */
export type CopyfitCommand = 'pull' | 'push' | 'fit' | 'remove'

export type EngineStage = 'fonts' | 'read' | 'reconstruct' | 'draft' | 'compose' | 'export'

export interface OpenedPage {
  doc: PageDoc
  composition: Composition
  /** Outlines of every glyph on the page: face → glyph id → SVG path data, 1000 units to the em, y up. */
  outlines: Record<string, Record<number, string>>
  /** The dump it was made from, where there is one. */
  source?: SourceText
  /** With the corrections in it. */
  reconstruction?: Reconstruction
  corrections: Correction[]
  /** The corrections whose places the reconstruction no longer has, by index: kept, and shown as such. */
  unapplied: number[]
  /** A person's edits of the page, which `doc` has in it; those that found no place, by index, it has not. */
  edits: PageEdit[]
  unappliedEdits: number[]
}
