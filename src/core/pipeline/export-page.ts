/** PageDoc + Composition → print PDF, with what the file says of itself taken from the page's own fields. */
import type { Composition } from '../compose/composition.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { PageDoc } from '../doc/schema.ts'
import type { Shaper } from '../fonts.ts'
import { hasMarks } from '../pdf/mark-kinds.ts'
import { NO_SLUG, SLUG_FACE, shapeSlug } from '../pdf/marks.ts'
import type { OutputIntent } from '../pdf/output-intent.ts'
import { STANDARDS, type Standard } from '../pdf/standard.ts'
import type { FontSubsetter } from '../pdf/subset.ts'
import { type OnStep, type PdfOutcome, type PrintSettings, writePdf } from '../pdf/write-pdf.ts'
import { blocking, diagnosticOf } from '../preflight/issue.ts'
import { isSigned } from '../preflight/page-sign-off.ts'
import { preflight } from '../preflight/preflight.ts'
import type { PageFacts } from '../preflight/view.ts'
import { mmToPt } from '../units.ts'
import { DEFAULT_EXPORT, type ExportOptions, pageTitle } from './export-options.ts'
import { type PictureTools, preparePictures } from './prepare-pictures.ts'
import { PROOF_TEXT, withProofMark } from './proof-mark.ts'
import { bookmarksOf, sectionsOf } from './reading-order.ts'

/** What printing needs from outside: fonts, the press it is for, and a shaper for the slug line. */
export interface PrintTools {
  subsetter: FontSubsetter
  shaper: Shaper
  intent: OutputIntent
  /** For a page that has pictures. */
  pictures?: PictureTools
  /** What preflight should know of pictures and fonts. */
  facts?: PageFacts
}

/** A page without a date, or with one in words, still gives the same bytes every time. */
const NO_DATE = '2000-01-01'

/** The file, or every reason why there is none: errors of preflight that nobody signed for are reasons too. */
export async function exportPage(
  doc: PageDoc,
  composition: Composition,
  tools: PrintTools,
  options: ExportOptions = DEFAULT_EXPORT,
  onStep: OnStep = () => {},
): Promise<PdfOutcome> {
  const { subsetter, shaper, pictures } = tools
  const { standard } = options
  const prepared = pictures
    ? await preparePictures(doc, composition, pictures, tools.intent, standard, options.pictures, onStep)
    : undefined
  const checked = checkPage(doc, composition, tools.facts, options)
  // Whoever converts RGB converts it by the whole profile.
  const keepsRgb = [...(prepared?.pictures.values() ?? [])].some(({ colour }) => colour === 'rgb')
  const { condition, profile, separation } = tools.intent
  const intent: OutputIntent = { condition, profile: keepsRgb ? (separation ?? profile) : profile }
  const settings: PrintSettings = {
    standard,
    facts: {
      title: pageTitle(doc),
      created: `${/^\d{4}-\d\d-\d\d$/.exec(doc.meta.date ?? '')?.[0] ?? NO_DATE}T00:00:00Z`,
      creator: 'Banxin',
      producer: 'Banxin',
    },
    intent,
    bleedPt: mmToPt(options.bleedMm),
    bookmarks: bookmarksOf(doc),
    ...(prepared && { pictures: prepared.pictures }),
    found: [...(prepared?.diagnostics ?? []), ...checked.found],
    ...(options.tagged && { sections: sectionsOf(doc) }),
    allowOverset: options.allowOverset,
    onStep,
  }
  const shown = checked.marked ? withProofMark(composition, shaper) : composition
  const page = { ...shown, diagnostics: checked.diagnostics }
  const { marks: kinds } = options
  if (!hasMarks(kinds)) return writePdf(page, settings, subsetter)
  const slug = kinds.info ? shapeSlug(slugText(doc, standard, intent), shaper) : NO_SLUG
  return writePdf(page, { ...settings, marks: { kinds, slug } }, subsetter)
}

/**
 * What preflight finds against printing, and of the composition's own errors those that nobody signed for: the writer
 * refuses both. A proof is refused nothing, but is marked unless the page could go to press.
 */
function checkPage(
  doc: PageDoc,
  composition: Composition,
  facts: PageFacts | undefined,
  { allowOverset, preflight: profile }: ExportOptions,
): { found: Diagnostic[]; diagnostics: Diagnostic[]; marked: boolean } {
  const { diagnostics } = composition
  const errors = blocking(preflight(doc, composition, facts, profile))
  if (allowOverset) return { found: [], diagnostics, marked: errors.length > 0 || !isSigned(doc) }
  const isBlocked = ({ code, at }: Diagnostic): boolean =>
    errors.some(({ rule, at: { story } }) => rule === code && (story ?? '') === (at?.story ?? ''))
  const known = new Set(diagnostics.map(({ code }) => code))
  return {
    found: errors.filter(({ rule }) => !known.has(rule)).map(diagnosticOf),
    diagnostics: diagnostics.filter((each) => each.severity !== 'error' || isBlocked(each)),
    marked: false,
  }
}

/** What printing adds to the page's own text and faces: fonts must have these characters too. */
export function addedBy(
  { marks, standard, allowOverset }: ExportOptions,
  doc: PageDoc,
  intent: OutputIntent,
): { text: string; faces: string[] } {
  const text = (marks.info ? slugText(doc, standard, intent) : '') + (allowOverset ? PROOF_TEXT : '')
  return { text, faces: text === '' ? [] : [SLUG_FACE] }
}

const slugText = (doc: PageDoc, standard: Standard, { condition }: OutputIntent): string =>
  `${pageTitle(doc)}  ${STANDARDS[standard].version}  ${condition.info}`
