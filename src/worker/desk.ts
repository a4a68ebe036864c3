/** What the engine does: opens dumps and pages, composes them, writes PDFs. */
import { decodeText } from '../adapters/decode-text.ts'
import { FACES, type HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/compose-page.ts'
import type { Composition } from '../core/compose/composition.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { type BanxinFile, isBanxinFile, packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { textOf } from '../core/doc/text-of.ts'
import { runsOf } from '../core/pdf/embed-fonts.ts'
import { DEFAULT_EXPORT, exportPage, fileTitle } from '../core/pipeline/export-page.ts'
import { layOutPage } from '../core/pipeline/rebuild-page.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import { applyCorrections } from '../core/review/apply-corrections.ts'
import { readSource } from '../core/source/read-source.ts'
import type { SourceText } from '../core/source/types.ts'
import type { EngineReply, EngineRequest, EngineStage, OpenedPage } from '../shared/engine.ts'
import { openPrintTools, openShaper, openTemplate } from './workshop.ts'

/** What a page was made from: the dump, and its reconstruction before any correction. */
interface Origin {
  source: SourceText
  base: Reconstruction
}

interface CurrentPage {
  file: BanxinFile
  composition: Composition
  /** Only where the page has a dump that reads as articles. */
  origin?: Origin
}

/** What a request may answer; the id is the caller's. */
export type Answer = EngineReply extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

let current: CurrentPage | undefined
export function answer(request: EngineRequest, stage: OnStage): Answer | Promise<Answer> {
  switch (request.kind) {
    case 'open':
      return open(request.name, request.bytes, stage)
    case 'export':
      return exportCurrent(request.allowOverset === true, stage)
    case 'correct':
      return correctCurrent(request.corrections, stage)
    case 'save':
      if (current === undefined) return failed([NOTHING_OPEN])
      return {
        kind: 'saved',
        bytes: packPage(current.file),
        fileName: `${fileTitle(current.file.doc)}.banxin`,
      }
  }
}

const NOTHING_OPEN: Diagnostic = { code: 'nothing-open', severity: 'error' }
const failed = (diagnostics: Diagnostic[]): Answer => ({ kind: 'failed', diagnostics })

type OnStage = (name: EngineStage) => void

const open = (name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> =>
  isBanxinFile(bytes) ? openPage(name, bytes, stage) : openDump(name, bytes, stage)

/** Reads and reconstructs while the fonts may still be loading. */
async function openDump(name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> {
  stage('read')
  const source = readSource(bytes, name, decodeText)
  if (!source.ok) return failed([source.error])
  stage('reconstruct')
  const read = reconstruct(source.value)
  if (!read.ok) return failed([read.error])
  stage('fonts')
  const shaper = await openShaper(source.value.lines.join(''))
  const page = layOutPage(source.value, read.value, openTemplate(), shaper, stage)
  const { doc, reconstruction, composition } = page
  const origin = { source: source.value, base: read.value }
  current = { file: { doc, reconstruction, source: { name, bytes } }, composition, origin }
  return opened(shaper, { ...page, corrections: [], unapplied: [] })
}

async function openPage(name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> {
  stage('read')
  const faces = FACES.map(({ id }) => id)
  const file = unpackPage(bytes, name, faces)
  if (!file.ok) return failed([file.error])
  const { doc, source, corrections = [] } = file.value
  // The reconstruction is made again from the dump that the file holds: stages are deterministic.
  const text = source && readSource(source.bytes, source.name, decodeText)
  const read = text?.ok ? reconstruct(text.value) : undefined
  const origin = text?.ok && read?.ok ? { source: text.value, base: read.value } : undefined
  const reviewed = review(origin, corrections)
  stage('fonts')
  const shaper = await openShaper(textOf(doc))
  stage('compose')
  const composition = composePage(doc, shaper)
  const { reconstruction } = reviewed
  current = { file: { ...file.value, ...(reconstruction && { reconstruction }) }, composition, origin }
  return opened(shaper, { doc, composition, ...(origin && { source: origin.source }), ...reviewed })
}

/** Without a dump the corrections are kept, and none of them applies. */
function review(
  origin: Origin | undefined,
  corrections: Correction[],
): Pick<OpenedPage, 'reconstruction' | 'corrections' | 'unapplied'> {
  if (!origin) return { corrections, unapplied: corrections.map((_, i) => i) }
  return { corrections, ...applyCorrections(origin.source, origin.base, corrections) }
}

/** The open page as the corrections make it, laid out anew. */
async function correctCurrent(corrections: Correction[], stage: OnStage): Promise<Answer> {
  if (current === undefined) return failed([NOTHING_OPEN])
  const { file, origin } = current
  if (origin === undefined) return failed([{ code: 'page-without-source', severity: 'error' }])
  stage('reconstruct')
  const { reconstruction: corrected, unapplied } = applyCorrections(origin.source, origin.base, corrections)
  const shaper = await openShaper(origin.source.lines.join(''))
  const page = layOutPage(origin.source, corrected, openTemplate(), shaper, stage)
  const { doc, reconstruction, composition } = page
  current = { file: { ...file, doc, reconstruction, corrections }, composition, origin }
  return opened(shaper, { ...page, corrections, unapplied })
}

function opened(shaper: HarfBuzzShaper, page: Omit<OpenedPage, 'outlines'>): Answer {
  const outlines: OpenedPage['outlines'] = {}
  for (const { face, glyphs } of runsOf(page.composition)) {
    outlines[face] ??= {}
    const own = outlines[face]
    for (const glyph of glyphs) own[glyph] ??= outlineOf(shaper, face, glyph)
  }
  return { kind: 'opened', page: { ...page, outlines } }
}

/** Outlines drawn so far: a page that is corrected has nearly all of its glyphs again. */
const drawn = new WeakMap<HarfBuzzShaper, Map<string, string>>()

function outlineOf(shaper: HarfBuzzShaper, face: string, glyph: number): string {
  const known = drawn.get(shaper) ?? new Map<string, string>()
  drawn.set(shaper, known)
  const key = `${face} ${glyph}`
  const outline = known.get(key) ?? shaper.outline(face, glyph)
  known.set(key, outline)
  return outline
}

async function exportCurrent(allowOverset: boolean, stage: OnStage): Promise<Answer> {
  if (current === undefined) return failed([NOTHING_OPEN])
  stage('export')
  const { file, composition } = current
  const text = textOf(file.doc)
  const [engines, shaper] = await Promise.all([openPrintTools(text, file.pictures), openShaper(text)])
  const options = { ...DEFAULT_EXPORT, allowOverset }
  const pdf = await exportPage(file.doc, composition, { ...engines, shaper }, options)
  if (!pdf.ok) return failed(pdf.diagnostics)
  return { kind: 'exported', bytes: pdf.bytes, fileName: `${fileTitle(file.doc)}.pdf` }
}
