/**
 * Composition → PDF, written to PDF/X-4 (ISO 15930-7) or PDF/X-1a:2003 (ISO 15930-4); PDFX.md says clause by
 * clause what is enforced. The same composition and settings give the same bytes.
 */
import { type PDFContext, PDFDocument, PDFHeader, PDFName } from '@cantoo/pdf-lib'
import type { Composition, GlyphRun } from '../compose/composition.ts'
import { runsOf } from '../compose/runs-of.ts'
import type { Diagnostic } from '../diagnostics.ts'
import type { Pt } from '../units.ts'
import { ContentStream, KNOCKOUT, OVERPRINT } from './content-stream.ts'
import { deflated } from './deflate.ts'
import { type EmbeddedFont, embedFonts } from './embed-fonts.ts'
import { embedPictures, pictureItems } from './embed-pictures.ts'
import { drawMarks, type PrintMarks } from './marks.ts'
import { addMetadata, contentId, type DocumentFacts, hashOf } from './metadata.ts'
import { addOutline, type Bookmark } from './outline.ts'
import { addOutputIntent, checkIntent, type OutputIntent } from './output-intent.ts'
import { type PageBoxes, pageBoxes } from './page-boxes.ts'
import { drawPage } from './page-content.ts'
import type { PrintPictures } from './picture.ts'
import { problem } from './problem.ts'
import { readBack } from './read-back/read-back.ts'
import { spotNames, spotSpaces } from './spot-colours.ts'
import { checkSpots, spotsOf } from './spot-inks.ts'
import { STANDARDS, type Standard } from './standard.ts'
import { ARTIFACT, type ReadingSection, Structure } from './structure.ts'
import type { FontSubsetter } from './subset.ts'

export interface PrintSettings {
  standard: Standard
  facts: DocumentFacts
  intent: OutputIntent
  /** What is printed beyond the trim on each side. */
  bleedPt: Pt
  /** Made ready for this press; absent for a page without any. */
  pictures?: PrintPictures
  bookmarks?: readonly Bookmark[]
  /** What there is to read, in order, for a tagged file. */
  sections?: readonly ReadingSection[]
  /** Absent for a page without marks. */
  marks?: PrintMarks
  /** What was found while the page was made ready: errors mean no file, the rest comes with it. */
  found?: readonly Diagnostic[]
  /** Writes a page with overset text all the same, for a proof. */
  allowOverset?: boolean
  /** Told as each step begins. */
  onStep?: OnStep
}

/** What writing a page goes through, in this order. */
export type PrintStep = 'pictures' | 'fonts' | 'write' | 'check'

/** `done` of `count` pictures, or how many glyphs there are to embed. */
export type OnStep = (step: PrintStep, count?: number, done?: number) => void

const NO_PICTURES: PrintPictures = new Map()

export type PdfOutcome =
  | { ok: true; bytes: Uint8Array; warnings: Diagnostic[] }
  | { ok: false; diagnostics: Diagnostic[] }

/** The file, or every reason why there is none: never both. */
export async function writePdf(
  composition: Composition,
  settings: PrintSettings,
  subsetter: FontSubsetter,
): Promise<PdfOutcome> {
  const { onStep = () => {} } = settings
  const diagnostics = violations(composition, settings)
  if (diagnostics.length > 0) return { ok: false, diagnostics }

  const { standard, marks } = settings
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const { context } = pdf
  context.header = PDFHeader.forVersion(1, STANDARDS[standard].minor)
  const boxes = pageBoxes(composition, settings.bleedPt, marks !== undefined)
  const page = pdf.addPage([boxes.mediaBox[2], boxes.mediaBox[3]])
  page.node.set(PDFName.of('TrimBox'), context.obj(boxes.trimBox))
  page.node.set(PDFName.of('BleedBox'), context.obj(boxes.bleedBox))

  const runs = [...runsOf(composition), ...(marks?.slug.runs ?? [])]
  onStep('fonts', countGlyphs(runs))
  const fonts = embedFonts(context, runs, subsetter)
  onStep('write')
  const structure = settings.sections && new Structure(settings.sections)
  const content = drawContent(composition, boxes, fonts, settings, structure)
  page.node.set(PDFName.of('Resources'), resources(context, composition, fonts, settings))
  page.node.set(PDFName.of('Contents'), deflated(context, content))

  // What is see-through is blended in the press's own inks (ISO 32000-1 §11.6.6).
  if ([...(settings.pictures ?? NO_PICTURES).values()].some(({ alpha }) => alpha))
    page.node.set(PDFName.of('Group'), context.obj({ S: 'Transparency', CS: 'DeviceCMYK', I: true }))
  addOutline(pdf, page, settings.bookmarks ?? [], boxes)
  structure?.addTo(pdf, page)
  addOutputIntent(pdf, settings.intent)
  addMetadata(pdf, settings.facts, standard, identifier(settings, content, fonts))
  const bytes = await pdf.save({
    useObjectStreams: STANDARDS[standard].objectStreams,
    addDefaultPage: false,
    updateFieldAppearances: false,
    objectsPerTick: Number.POSITIVE_INFINITY,
  })
  onStep('check')
  const differences = await readBack(bytes, { composition, settings, boxes, fonts })
  return differences.length > 0
    ? { ok: false, diagnostics: differences }
    : { ok: true, bytes, warnings: (settings.found ?? []).filter(isNoError) }
}

/** Different ones, each face's apart. */
function countGlyphs(runs: Iterable<GlyphRun>): number {
  const faces = new Map<string, Set<number>>()
  for (const { face, glyphs } of runs) {
    const known = faces.get(face) ?? new Set()
    faces.set(face, known)
    for (const glyph of glyphs) known.add(glyph)
  }
  return [...faces.values()].reduce((sum, { size }) => sum + size, 0)
}

const isNoError = ({ severity }: Diagnostic): boolean => severity !== 'error'

function violations(composition: Composition, settings: PrintSettings): Diagnostic[] {
  const { allowOverset, intent, standard, marks } = settings
  return [
    ...composition.diagnostics.filter(
      ({ severity, code }) => severity === 'error' && !(allowOverset && code === 'overset'),
    ),
    ...(marks?.slug.missing === undefined ? [] : [missingGlyph(marks.slug.missing)]),
    ...unprintableCharacters(composition),
    ...checkSpots(composition),
    ...(settings.found ?? []).filter((diagnostic) => !isNoError(diagnostic)),
    ...checkPictures(composition, settings),
    ...checkIntent(intent, standard),
    ...(settings.sections && standard === 'x1a' ? [problem('tags-not-in-x1a')] : []),
  ]
}

/** A file to X-1a has no RGB and nothing see-through, whoever made the pictures ready. */
function checkPictures(composition: Composition, { pictures, standard, found }: PrintSettings): Diagnostic[] {
  const failed = new Set((found ?? []).flatMap(({ at }) => (at?.frame ? [at.frame] : [])))
  return pictureItems(composition).flatMap(({ frame, asset }) => {
    const picture = pictures?.get(frame)
    if (picture === undefined && failed.has(frame)) return []
    if (picture === undefined) return [{ ...problem('picture-missing', { asset }), at: { frame } }]
    const foreign = standard === 'x1a' && (picture.colour === 'rgb' || picture.alpha !== undefined)
    return foreign ? [{ ...problem('picture-not-in-x1a', { asset }), at: { frame } }] : []
  })
}

const missingGlyph = (character: string): Diagnostic => problem('missing-glyph', named(character))

const named = (character: string) => ({
  character,
  codePoint: `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`,
})

/** Radicals that look like characters (⼀ for 一) and private codes: whoever copies or searches gets another text. */
const UNPRINTABLE = /[\u2e80-\u2fdf]|\p{Private_Use}/gu

function unprintableCharacters(composition: Composition): Diagnostic[] {
  const found = new Set<string>()
  for (const { texts } of runsOf(composition))
    for (const character of texts.join('').match(UNPRINTABLE) ?? []) found.add(character)
  return [...found].map((character) => problem('unprintable-character', named(character)))
}

function drawContent(
  composition: Composition,
  boxes: PageBoxes,
  fonts: Map<string, EmbeddedFont>,
  { marks, pictures = NO_PICTURES }: PrintSettings,
  structure: Structure | undefined,
): string {
  const spots = spotsOf(composition)
  const stream = new ContentStream(spotNames(spots))
  const draw = () => drawPage(stream, composition, fonts, boxes, pictures, structure)
  if (marks === undefined) draw()
  else {
    // What reaches beyond the bleed would otherwise print over the marks.
    const [left, foot, right, head] = boxes.bleedBox
    stream.clipped(left, foot, right - left, head - foot, draw)
    stream.marked(structure && ARTIFACT, () => drawMarks(stream, boxes, marks, spots, fonts))
  }
  return stream.toString()
}

function resources(
  context: PDFContext,
  composition: Composition,
  fonts: Map<string, EmbeddedFont>,
  { marks, pictures = NO_PICTURES }: PrintSettings,
) {
  const over = { Type: 'ExtGState', OP: true, op: true, OPM: 1 }
  const knock = { Type: 'ExtGState', OP: false, op: false, OPM: 0 }
  const spaces = spotSpaces(context, spotsOf(composition), marks !== undefined)
  const images = embedPictures(context, composition, pictures)
  return context.obj({
    Font: Object.fromEntries([...fonts.values()].map(({ name, ref }) => [name, ref])),
    ExtGState: {
      [OVERPRINT]: context.register(context.obj(over)),
      [KNOCKOUT]: context.register(context.obj(knock)),
    },
    ...(Object.keys(spaces).length > 0 && { ColorSpace: spaces }),
    ...(Object.keys(images).length > 0 && { XObject: images }),
  })
}

/** From all that the file depends on: another intent or standard is another file. */
function identifier(
  { standard, facts, intent }: PrintSettings,
  content: string,
  fonts: Map<string, EmbeddedFont>,
): string {
  const profile = intent.profile ? hashOf(intent.profile) : ''
  return contentId([content, ...fonts.keys(), standard, intent.condition.id, profile, facts.title])
}
