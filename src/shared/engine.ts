import type { Composition } from '../core/compose/composition.ts'
import type { ParagraphFit } from '../core/compose/copyfit-commands.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import type { Lost } from '../core/doc/salvage/lost.ts'
import type { PageDoc, StoryFitRecord } from '../core/doc/schema.ts'
import type { PageFacts } from '../core/preflight/view.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import type { SourceText } from '../core/source/types.ts'
import type { LayoutAsk, LayoutReply } from './layout-engine.ts'

/**
 * What the window asks of the engine, which runs in a worker of its own so that the interface never waits:
 * one request at a time, answered in order. Inputs and answers are plain data. The engine knows the source of the
 * page that was opened last; the page itself is the window's, and comes with every request.
 */
export type EngineRequest =
  | { id: number; kind: 'open'; name: string; bytes: Uint8Array }
  /** What is left of a damaged file. */
  | { id: number; kind: 'salvage'; name: string; bytes: Uint8Array }
  /** A page that comes from a journal and not from a file. */
  | ({ id: number; kind: 'restore'; name: string; doc: PageDoc; corrections: Correction[] } & PageFiles)
  /** A file's page, to be held against the open one, which stays open. */
  | { id: number; kind: 'peek'; name: string; bytes: Uint8Array }
  /** The dump of the open page. */
  | { id: number; kind: 'source' }
  | { id: number; kind: 'save'; doc: PageDoc; corrections: Correction[]; pictures: PictureFiles }
  /** What preflight should know of the page's fonts and pictures. */
  | { id: number; kind: 'facts'; doc: PageDoc; pictures: PictureFiles }
  /** What the source says with these corrections. */
  | { id: number; kind: 'review'; corrections: Correction[] }
  /** The source laid out with the corrections there were, and with those there are, on the grid of the page. */
  | { id: number; kind: 'draft'; before: Correction[]; corrections: Correction[]; setup: PageDoc['setup'] }
  /** What a command of 排齐 would do. */
  | { id: number; kind: 'copyfit'; doc: PageDoc; command: CopyfitCommand; story: string; paragraph?: number }
  | ({ id: number } & LayoutAsk)

export type EngineReply =
  /** `stage` is one of read, reconstruct, fonts, draft, compose. */
  | { id: number; kind: 'progress'; stage: EngineStage }
  | { id: number; kind: 'opened'; page: OpenedPage }
  | { id: number; kind: 'peeked'; doc: PageDoc; pictures: [sha256: string, bytes: Uint8Array][] }
  | { id: number; kind: 'source'; source?: PageFiles['source'] }
  | ({ id: number; kind: 'reviewed' } & ReviewedSource)
  | ({ id: number; kind: 'drafted' } & DraftedPage)
  | { id: number; kind: 'fitted'; fit: CopyfitAnswer }
  | { id: number; kind: 'facts'; facts: PageFacts }
  | { id: number; kind: 'saved'; bytes: Uint8Array; fileName: string }
  | { id: number; kind: 'failed'; diagnostics: Diagnostic[] }
  | ({ id: number } & LayoutReply)

/** 收一行, 放一行, 适合文框. */
export type CopyfitCommand = 'pull' | 'push' | 'fit'

/** Of a paragraph, or of the whole story. */
export type CopyfitAnswer = ParagraphFit | { fit: StoryFitRecord }

export type EngineStage = 'fonts' | 'read' | 'reconstruct' | 'draft' | 'compose'

export interface ReviewedSource {
  /** With the corrections in it. */
  reconstruction?: Reconstruction
  /** The corrections whose places the reconstruction no longer has, by index: kept, and shown as such. */
  unapplied: number[]
}

export interface DraftedPage extends ReviewedSource {
  /** As it was drafted with the corrections there were. */
  before: PageDoc
  after: PageDoc
}

/** What belongs to a page and is not in the document. */
export interface PageFiles {
  source?: { name: string; bytes: Uint8Array }
  pictures: [sha256: string, bytes: Uint8Array][]
}

export interface OpenedPage extends ReviewedSource {
  doc: PageDoc
  composition: Composition
  /** Outlines of every glyph on the page: face → glyph id → SVG path data, 1000 units to the em, y up. */
  outlines: Record<string, Record<number, string>>
  /** The dump it was made from, where there is one; what it says of it may be asked for by `review`. */
  source?: SourceText
  corrections: Correction[]
  /** Those that its file carries. */
  pictures?: PictureFiles
  /** What a damaged file no longer had. */
  lost?: Lost[]
}
