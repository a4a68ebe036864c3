/**
 * Composition → PDF, written to PDF/X-4 (ISO 15930-7; PDFX.md says clause by clause what is enforced). The
 * same composition gives the same bytes.
 */
import { PDFDocument, PDFHeader, PDFHexString, PDFName, PDFString } from '@cantoo/pdf-lib'
import { utf8ToBytes } from '@noble/hashes/utils.js'
import type { Composition } from '../compose/composition.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { Pt } from '../units.ts'
import { embedFonts } from './embed-fonts.ts'
import { contentId, type DocumentFacts, pdfDate, xmpPacket } from './metadata.ts'
import { KNOCKOUT, OVERPRINT, pageContent } from './page-content.ts'
import type { FontSubsetter } from './subset.ts'

export interface PrintSettings {
  facts: DocumentFacts
  /** The output profile: an ICC file of class prtr, CMYK, with the condition it stands for. */
  profile: { bytes: Uint8Array; condition: string; info: string }
  /** White or tint outside the trim on each side. */
  bleedPt: Pt
  /** Writes a page with overset text all the same, for a proof. */
  allowOverset?: boolean
}

export type PdfOutcome = { ok: true; bytes: Uint8Array } | { ok: false; diagnostics: Diagnostic[] }

/** The file, or every reason why there is none: never both. */
export async function writePdf(
  composition: Composition,
  settings: PrintSettings,
  subsetter: FontSubsetter,
): Promise<PdfOutcome> {
  const blocking = composition.diagnostics.filter(
    ({ severity, code }) => severity === 'error' && !(settings.allowOverset && code === 'overset'),
  )
  if (blocking.length > 0) return { ok: false, diagnostics: blocking }

  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  context.header = PDFHeader.forVersion(1, 6)
  const { bleedPt } = settings
  const { width, height } = composition
  const page = pdf.addPage([width + 2 * bleedPt, height + 2 * bleedPt])
  page.node.set(PDFName.of('TrimBox'), context.obj([bleedPt, bleedPt, bleedPt + width, bleedPt + height]))
  page.node.set(PDFName.of('BleedBox'), context.obj([0, 0, width + 2 * bleedPt, height + 2 * bleedPt]))

  const fonts = embedFonts(context, composition, subsetter)
  const content = pageContent(composition, fonts, { originX: bleedPt, originY: bleedPt + height })
  const over = { Type: 'ExtGState', OP: true, op: true, OPM: 1 }
  const knock = { Type: 'ExtGState', OP: false, op: false, OPM: 0 }
  page.node.set(
    PDFName.of('Resources'),
    context.obj({
      Font: Object.fromEntries([...fonts.values()].map(({ name, ref }) => [name, ref])),
      ExtGState: {
        [OVERPRINT]: context.register(context.obj(over)),
        [KNOCKOUT]: context.register(context.obj(knock)),
      },
    }),
  )
  page.node.set(PDFName.of('Contents'), context.register(context.flateStream(content)))

  addOutputIntent(pdf, settings.profile)
  addMetadata(pdf, settings.facts, contentId([content, ...fonts.keys()]))
  const bytes = await pdf.save({
    useObjectStreams: true,
    addDefaultPage: false,
    updateFieldAppearances: false,
  })
  return { ok: true, bytes }
}

function addOutputIntent(pdf: PDFDocument, profile: PrintSettings['profile']): void {
  const { context } = pdf
  const intent = context.obj({
    Type: 'OutputIntent',
    S: 'GTS_PDFX',
    OutputConditionIdentifier: PDFString.of(profile.condition),
    RegistryName: PDFString.of('http://www.color.org'),
    Info: PDFString.of(profile.info),
    DestOutputProfile: context.register(context.flateStream(profile.bytes, { N: 4 })),
  })
  pdf.catalog.set(PDFName.of('OutputIntents'), context.obj([context.register(intent)]))
}

function addMetadata(pdf: PDFDocument, facts: DocumentFacts, id: string): void {
  const { context } = pdf
  const date = PDFString.of(pdfDate(facts.created))
  context.trailerInfo.Info = context.register(
    context.obj({
      Title: PDFHexString.fromText(facts.title),
      Creator: PDFHexString.fromText(facts.creator),
      Producer: PDFHexString.fromText(facts.producer),
      CreationDate: date,
      ModDate: date,
      Trapped: 'False',
      GTS_PDFXVersion: PDFString.of('PDF/X-4'),
    }),
  )
  context.trailerInfo.ID = context.obj([PDFHexString.of(id.toUpperCase()), PDFHexString.of(id.toUpperCase())])
  const packet = utf8ToBytes(xmpPacket(facts, id))
  pdf.catalog.set(
    PDFName.of('Metadata'),
    context.register(context.stream(packet, { Type: 'Metadata', Subtype: 'XML' })),
  )
}
