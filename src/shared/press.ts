/**
 * What the window asks of the press: a worker that writes print PDFs. A request carries all that it needs and nothing
 * is kept, so that the worker can be stopped at any moment.
 */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { ConditionName } from '../core/pdf/conditions.ts'
import type { PrintStep } from '../core/pdf/write-pdf.ts'
import type { ExportOptions } from '../core/pipeline/export-options.ts'

export interface PressOrder<TFile> {
  doc: PageDoc
  /** The pictures' files by their SHA-256. */
  pictures: ReadonlyMap<string, TFile>
  options: ExportOptions
  condition: PressCondition
}

/** The press by its registered name, with its own profile or, of `tr002`, the shipped one; or by its profile alone. */
export interface PressCondition {
  name?: ConditionName
  profile?: Uint8Array
}

export type PressRequest<TFile> = { id: number } & PressOrder<TFile>

export type PressStep = 'compose' | PrintStep

export const PRESS_STEPS = [
  'compose',
  'pictures',
  'fonts',
  'write',
  'check',
] as const satisfies readonly PressStep[]

export type PressReply =
  /** `done` of `count`: lines composed, pictures converted, glyphs embedded. */
  | { id: number; kind: 'step'; step: PressStep; count?: number; done?: number }
  | { id: number; kind: 'written'; bytes: Uint8Array; warnings: Diagnostic[] }
  | { id: number; kind: 'failed'; diagnostics: Diagnostic[] }
