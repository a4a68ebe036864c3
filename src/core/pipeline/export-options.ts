/** How a page is exported, and what its file is called: known without the writer of files. */
import type { PageDoc } from '../doc/schema.ts'
import { type MarkKinds, NO_MARKS } from '../pdf/mark-kinds.ts'
import type { PictureSettings } from '../pdf/picture.ts'
import type { Standard } from '../pdf/standard.ts'
import { NEWSPRINT, type Profile } from '../preflight/profile.ts'
import type { Mm } from '../units.ts'

export interface ExportOptions {
  standard: Standard
  bleedMm: Mm
  marks: MarkKinds
  /** With logical structure in reading order. */
  tagged: boolean
  pictures: PictureSettings
  /** A proof: the page is printed with its overset text and all that preflight finds, and says 未签发 until it is signed. */
  allowOverset: boolean
  /** What the page is checked by. */
  preflight: Profile
}

export const DEFAULT_EXPORT: ExportOptions = {
  standard: 'x4',
  bleedMm: 0,
  marks: NO_MARKS,
  tagged: false,
  pictures: { targetPpi: 200, inkLimit: 240, intent: 'perceptual', keepRgb: false },
  allowOverset: false,
  preflight: NEWSPRINT,
}

/** 高新园区 08 版 2025-03-17 */
export function pageTitle(doc: PageDoc): string {
  const { section, number, date } = doc.meta
  return [section, number && `${number} 版`, date].filter(Boolean).join(' ') || '未命名版面'
}

/** A file name without its ending, fit for every system. */
export const fileTitle = (doc: PageDoc): string => pageTitle(doc).replace(/[\\/:*?"<>|\s]+/g, '-')
