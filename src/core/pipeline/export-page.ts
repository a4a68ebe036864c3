/** PageDoc + Composition → print PDF, with what the file says of itself taken from the page's own fields. */
import type { Composition } from '../compose/composition.ts'
import type { PageDoc } from '../doc/schema.ts'
import type { FontSubsetter } from '../pdf/subset.ts'
import { type PdfOutcome, writePdf } from '../pdf/write-pdf.ts'
import { type Mm, mmToPt } from '../units.ts'

export interface ExportOptions {
  bleedMm: Mm
  allowOverset: boolean
}

const DEFAULT_EXPORT: ExportOptions = { bleedMm: 0, allowOverset: false }

/** The shipped profile (assets/icc), made from the CGATS TR 002 characterisation of newsprint. */
const NEWSPRINT = { condition: 'CGATS TR 002', info: 'CGATS TR 002 coldset offset on newsprint' }
/** A page without a date still gives the same bytes every time. */
const NO_DATE = '2000-01-01'

export function exportPage(
  doc: PageDoc,
  composition: Composition,
  subsetter: FontSubsetter,
  profile: Uint8Array,
  options: ExportOptions = DEFAULT_EXPORT,
): Promise<PdfOutcome> {
  const facts = {
    title: pageTitle(doc),
    created: `${doc.meta.date ?? NO_DATE}T00:00:00Z`,
    creator: 'Banxin',
    producer: 'Banxin',
  }
  const settings = {
    facts,
    profile: { bytes: profile, ...NEWSPRINT },
    bleedPt: mmToPt(options.bleedMm),
    allowOverset: options.allowOverset,
  }
  return writePdf(composition, settings, subsetter)
}

/** 高新园区 08 版 2025-03-17 */
export function pageTitle(doc: PageDoc): string {
  const { section, number, date } = doc.meta
  return [section, number && `${number} 版`, date].filter(Boolean).join(' ') || '未命名版面'
}

/** A file name without its ending, fit for every system. */
export const fileTitle = (doc: PageDoc): string => pageTitle(doc).replace(/[\\/:*?"<>|\s]+/g, '-')
