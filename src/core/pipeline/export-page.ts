/** PageDoc + Composition → print PDF, with what the file says of itself taken from the page's own fields. */
import type { Composition } from '../compose/composition.ts'
import type { PageDoc } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import { shapeSlug } from '../pdf/marks.ts'
import type { OutputIntent } from '../pdf/output-intent.ts'
import { STANDARDS, type Standard } from '../pdf/standard.ts'
import type { FontSubsetter } from '../pdf/subset.ts'
import { type PdfOutcome, type PrintSettings, writePdf } from '../pdf/write-pdf.ts'
import { type Mm, mmToPt } from '../units.ts'
import { bookmarksOf, sectionsOf } from './reading-order.ts'

export interface ExportOptions {
  standard: Standard
  bleedMm: Mm
  marks: boolean
  /** With logical structure in reading order. */
  tagged: boolean
  allowOverset: boolean
}

export const DEFAULT_EXPORT: ExportOptions = {
  standard: 'x4',
  bleedMm: 0,
  marks: false,
  tagged: false,
  allowOverset: false,
}

/** What printing needs from outside: fonts, the press it is for, and a shaper for the slug line. */
export interface PrintTools {
  subsetter: FontSubsetter
  shaper: Shaper
  intent: OutputIntent
}

/** A page without a date still gives the same bytes every time. */
const NO_DATE = '2000-01-01'

export async function exportPage(
  doc: PageDoc,
  composition: Composition,
  { subsetter, shaper, intent }: PrintTools,
  options: ExportOptions = DEFAULT_EXPORT,
): Promise<PdfOutcome> {
  const settings: PrintSettings = {
    standard: options.standard,
    facts: {
      title: pageTitle(doc),
      created: `${doc.meta.date ?? NO_DATE}T00:00:00Z`,
      creator: 'Banxin',
      producer: 'Banxin',
    },
    intent,
    bleedPt: mmToPt(options.bleedMm),
    bookmarks: bookmarksOf(doc),
    ...(options.tagged && { sections: sectionsOf(doc) }),
    allowOverset: options.allowOverset,
  }
  if (!options.marks) return writePdf(composition, settings, subsetter)
  const slug = shapeSlug(slugText(doc, options.standard, intent), shaper)
  return writePdf(composition, { ...settings, slug }, subsetter)
}

/** What marks add to the page's text: fonts must have these characters too. */
export const slugText = (doc: PageDoc, standard: Standard, { condition }: OutputIntent): string =>
  `${pageTitle(doc)}  ${STANDARDS[standard].version}  ${condition.info}`

/** 高新园区 08 版 2025-03-17 */
export function pageTitle(doc: PageDoc): string {
  const { section, number, date } = doc.meta
  return [section, number && `${number} 版`, date].filter(Boolean).join(' ') || '未命名版面'
}

/** A file name without its ending, fit for every system. */
export const fileTitle = (doc: PageDoc): string => pageTitle(doc).replace(/[\\/:*?"<>|\s]+/g, '-')
