/**
 * What the window asks of the pictures' worker, which decodes off the interface's thread: one request at a time,
 * answered in order. Files come as blobs, so that nothing is copied until it is read; a preview is the browser's own
 * bitmap. Both are named by their users: what is shared knows no browser.
 */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { Asset } from '../core/doc/schema.ts'
import type { PictureIntent } from '../core/pdf/picture.ts'
import type { PictureInk } from '../core/proof/ink.ts'
import type { PressTable } from '../core/proof/press-table.ts'
import type { ProofShow } from '../core/proof/proof-picture.ts'

export type PicturesRequest<TFile> =
  /** What a file is, and whether it can be decoded: with its smallest preview. */
  | { id: number; kind: 'inspect'; name: string; file: TFile }
  /** A picture for the screen, upright, its longer side no longer than asked. */
  | { id: number; kind: 'preview'; name: string; file: TFile; longestPx: number }
  /** How a press's inks look on its paper. */
  | { id: number; kind: 'press'; name: string; profile?: Uint8Array }
  /** A picture as the press prints it; what it is separated into is kept under `key` for the next look at it. */
  | {
      id: number
      kind: 'proof'
      name: string
      file: TFile
      longestPx: number
      key: string
      proof: ProofOrder
    }

export type PicturesReply<TBitmap> =
  | { id: number; kind: 'inspected'; asset: Omit<Asset, 'origin'>; preview: TBitmap }
  | { id: number; kind: 'preview'; preview: TBitmap }
  | { id: number; kind: 'press'; table: PressTable }
  | { id: number; kind: 'proof'; preview: TBitmap; most: PictureInk }
  | { id: number; kind: 'failed'; diagnostic: Diagnostic }

/** Without a profile the press is the shipped one's. */
export interface ProofOrder {
  profile?: Uint8Array
  intent: PictureIntent
  show: ProofShow
}

/** The longer sides of the previews that are kept of a picture, from the one shown at once to the sharpest. */
export const PREVIEW_LEVELS = [320, 1280, 5120] as const
