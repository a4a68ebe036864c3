/** What the engine does: opens dumps and pages, composes them, writes PDFs. */
import { decodeText } from '../adapters/decode-text.ts'
import { FACES } from '../adapters/harfbuzz.ts'
import type { Composition } from '../core/compose/composition.ts'
import { fitStory, type ParagraphFit, pullLine, pushLine } from '../core/compose/copyfit-commands.ts'
import { TypeRoom } from '../core/compose/units.ts'
import type { Diagnostic, Result } from '../core/diagnostics.ts'
import { type BanxinFile, isBanxinFile, packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { applyEdits, copyfitEdit, fitEdit, type PageEdit, removeCopyfit } from '../core/doc/edits.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { textOf } from '../core/doc/text-of.ts'
import { DEFAULT_EXPORT, exportPage, fileTitle } from '../core/pipeline/export-page.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import type { Correction } from '../core/reconstruct/types.ts'
import { readSource } from '../core/source/read-source.ts'
import type { EngineReply, EngineRequest, EngineStage, OpenedPage } from '../shared/engine.ts'
import { composerOf, type Draft, draftAnew, hasCorrections, type Origin, review } from './drafts.ts'
import { outlinesOf } from './outlines.ts'
import { openPrintTools, openShaper } from './workshop.ts'

interface CurrentPage {
  file: BanxinFile
  composition: Composition
  /** Only where the page has a dump that reads as articles. */
  origin?: Origin
  /** The page before its edits. */
  draft: Draft
  /** As it was opened, for when all later corrections are undone. */
  opened: Draft
}

/** What a request may answer; the id is the caller's. */
export type Answer = EngineReply extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

let current: CurrentPage | undefined
export function answer(request: EngineRequest, stage: OnStage): Answer | Promise<Answer> {
  if (request.kind === 'open') return open(request.name, request.bytes, stage)
  if (current === undefined) return failed([NOTHING_OPEN])
  switch (request.kind) {
    case 'export':
      return exportPdf(current, request.allowOverset === true, stage)
    case 'correct':
      return correct(current, request.corrections, request.edits, stage)
    case 'copyfit':
      return copyfit(current, request)
    case 'save':
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
  const origin = { source: source.value, base: read.value }
  const draft = await draftAnew(origin, [], () => stage('draft'))
  return show({ source: { name, bytes } }, origin, draft, draft, [], stage)
}

async function openPage(name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> {
  stage('read')
  const faces = FACES.map(({ id }) => id)
  const file = unpackPage(bytes, name, faces)
  if (!file.ok) return failed([file.error])
  const { doc, source, corrections = [], edits = [] } = file.value
  // The reconstruction is made again from the dump that the file holds: stages are deterministic.
  const text = source && readSource(source.bytes, source.name, decodeText)
  const read = text?.ok ? reconstruct(text.value) : undefined
  const origin = text?.ok && read?.ok ? { source: text.value, base: read.value } : undefined
  const reviewed = review(origin, corrections)
  stage('fonts')
  const shaper = await openShaper(textOf(doc), facesOf(doc))
  const draft = { ...reviewed, doc, shaper }
  return show(source && { source }, origin, draft, draft, edits, stage)
}

/** The open page with these corrections, laid out anew where they are others than it has, and these edits. */
async function correct(
  { file, origin, draft, opened }: CurrentPage,
  corrections: Correction[],
  edits: PageEdit[],
  stage: OnStage,
): Promise<Answer> {
  let next = [draft, opened].find((each) => hasCorrections(each, corrections))
  if (!next) {
    if (!origin) return failed([{ code: 'page-without-source', severity: 'error' }])
    stage('reconstruct')
    next = await draftAnew(origin, corrections, () => stage('draft'), file.doc.setup)
  }
  return show(file.source && { source: file.source }, origin, next, opened, edits, stage)
}

/** Makes a draft with its edits the page that is open. */
function show(
  from: Pick<BanxinFile, 'source'> | undefined,
  origin: Origin | undefined,
  draft: Draft,
  opened: Draft,
  edits: PageEdit[],
  stage: OnStage,
): Answer {
  stage('compose')
  const { shaper, reconstruction, corrections, unapplied } = draft
  const { doc, unapplied: unappliedEdits } = applyEdits(draft.doc, edits)
  const composition = composerOf(shaper).compose(doc)
  const file: BanxinFile = { ...from, doc, corrections, edits, ...(reconstruction && { reconstruction }) }
  current = { file, composition, draft, opened, ...(origin && { origin }) }
  const page: OpenedPage = {
    doc,
    composition,
    outlines: outlinesOf(composition, shaper),
    ...(origin && { source: origin.source }),
    ...(reconstruction && { reconstruction }),
    corrections,
    unapplied,
    edits,
    unappliedEdits,
  }
  return { kind: 'opened', page }
}

type CopyfitRequest = Extract<EngineRequest, { kind: 'copyfit' }>

function copyfit({ file, draft }: CurrentPage, { command, story, paragraph }: CopyfitRequest): Answer {
  const { doc } = file
  const at = { story }
  if (!doc.stories[story]) return failed([{ code: 'copyfit-no-line', severity: 'error', at }])
  switch (command) {
    case 'pull':
      return lineEdit(doc, story, pullLine(doc, story, paragraph, new TypeRoom(draft.shaper)))
    case 'push':
      return lineEdit(doc, story, pushLine(doc, story, paragraph, new TypeRoom(draft.shaper)))
    case 'fit': {
      const fit = fitStory(doc, story, draft.shaper)
      return fit.ok ? { kind: 'edited', edits: [fitEdit(doc, story, fit.value)] } : failed([fit.error])
    }
    case 'remove': {
      const edits = removeCopyfit(doc, story, paragraph)
      if (edits.length === 0) return failed([{ code: 'copyfit-none', severity: 'error', at }])
      return { kind: 'edited', edits }
    }
  }
}

function lineEdit(doc: BanxinFile['doc'], story: string, fit: Result<ParagraphFit>): Answer {
  if (!fit.ok) return failed([fit.error])
  const { paragraph, records, trackingEm } = fit.value
  return { kind: 'edited', edits: [copyfitEdit(doc, story, paragraph, records)], trackingEm }
}

async function exportPdf(
  { file, composition }: CurrentPage,
  allowOverset: boolean,
  stage: OnStage,
): Promise<Answer> {
  stage('export')
  const text = textOf(file.doc)
  const faces = facesOf(file.doc)
  const [engines, shaper] = await Promise.all([
    openPrintTools(text, faces, file.pictures),
    openShaper(text, faces),
  ])
  const options = { ...DEFAULT_EXPORT, allowOverset }
  const pdf = await exportPage(file.doc, composition, { ...engines, shaper }, options)
  if (!pdf.ok) return failed(pdf.diagnostics)
  return { kind: 'exported', bytes: pdf.bytes, fileName: `${fileTitle(file.doc)}.pdf` }
}
