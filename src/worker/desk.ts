/** What the engine does: opens dumps and pages, drafts them, fits copy, writes pages and PDFs. */
import { decodeText } from '../adapters/decode-text.ts'
import { FACES, type HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/composer.ts'
import { fitStory, pullLine, pushLine } from '../core/compose/copyfit-commands.ts'
import { TypeRoom } from '../core/compose/units.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import {
  type BanxinFile,
  isBanxinFile,
  type PictureFiles,
  packPage,
  unpackPage,
} from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import type { Lost } from '../core/doc/salvage/lost.ts'
import { salvagePage } from '../core/doc/salvage/salvage-page.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import { textOf } from '../core/doc/text-of.ts'
import { fileTitle } from '../core/pipeline/export-options.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import type { Correction } from '../core/reconstruct/types.ts'
import { readSource } from '../core/source/read-source.ts'
import type { SourceText } from '../core/source/types.ts'
import type { EngineReply, EngineRequest, EngineStage, OpenedPage, ReviewedSource } from '../shared/engine.ts'
import type { LayoutAsk } from '../shared/layout-engine.ts'
import { type Draft, draftAnew, hasCorrections, type Origin, review } from './drafts.ts'
import { answerLayout } from './laying-out.ts'
import { outlinesOf } from './outlines.ts'
import { openFacts, openShaper } from './workshop.ts'

interface CurrentPage {
  source?: BanxinFile['source']
  /** Only where the page has a dump that reads as articles; read when it is first asked for. */
  origin(): Origin | undefined
  /** The drafts that were made last: the next correction begins with the newest. */
  drafts: Draft[]
}

/** What a request may answer; the id is the caller's. */
export type Answer = EngineReply extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never

let current: CurrentPage | undefined

export function answer(request: EngineRequest, stage: OnStage): Answer | Promise<Answer> {
  if (request.kind === 'open') return open(request.name, request.bytes, stage)
  if (request.kind === 'salvage') return salvage(request, stage)
  if (request.kind === 'restore') return restore(request, stage)
  if (request.kind === 'peek') return peek(request)
  if (isLayoutAsk(request)) return answerLayout(request, current?.origin())
  if (current === undefined) return failed([NOTHING_OPEN])
  switch (request.kind) {
    case 'facts':
      return facts(request)
    case 'review':
      return { kind: 'reviewed', ...review(current.origin(), request.corrections) }
    case 'draft':
      return draft(current, request, stage)
    case 'copyfit':
      return copyfit(request)
    case 'save':
      return save(current, request)
    case 'source':
      return { kind: 'source', ...(current.source && { source: current.source }) }
  }
}

const LAYOUT_ASKS: readonly string[] = [
  'propose',
  'offer-ways',
  'add-articles',
  'new-page',
  'split-page',
  'apply-template',
  'make-template',
  'list-templates',
] satisfies LayoutAsk['kind'][]

const isLayoutAsk = (request: EngineRequest): request is Extract<EngineRequest, LayoutAsk> =>
  LAYOUT_ASKS.includes(request.kind)

const NOTHING_OPEN: Diagnostic = { code: 'nothing-open', severity: 'error' }
const failed = (diagnostics: Diagnostic[]): Answer => ({ kind: 'failed', diagnostics })

async function facts({ doc, pictures }: Request<'facts'>): Promise<Answer> {
  // What a font's maker allows is the same in both ranges, and the common one is at hand.
  const shaper = await openShaper('', facesOf(doc))
  return { kind: 'facts', facts: await openFacts(doc, pictures, shaper) }
}

type OnStage = (name: EngineStage) => void
type Request<K extends EngineRequest['kind']> = Extract<EngineRequest, { kind: K }>

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
  const drafted = await draftAnew(origin, [], () => stage('draft'))
  current = { source: { name, bytes }, origin: () => origin, drafts: [drafted] }
  return opened(drafted.doc, drafted.shaper, origin.source, drafted, [], stage)
}

async function openPage(name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> {
  stage('read')
  const file = unpackPage(bytes, name, EVERY_FACE)
  return file.ok ? showPage(file.value, stage) : failed([file.error])
}

const EVERY_FACE = FACES.map(({ id }) => id)

async function showPage(
  { doc, source, pictures, corrections = [] }: BanxinFile,
  stage: OnStage,
): Promise<Answer> {
  const text = source && readSource(source.bytes, source.name, decodeText)
  const read = text?.ok ? text.value : undefined
  stage('fonts')
  const shaper = await openShaper(textOf(doc), facesOf(doc))
  current = { source, origin: read ? originOf(read) : () => undefined, drafts: [] }
  const reviewed = read ? { unapplied: [] } : review(undefined, corrections)
  return opened(doc, shaper, read, reviewed, corrections, stage, pictures)
}

/** The reconstruction is made again from the dump: stages are deterministic. The page is shown without it. */
function originOf(source: SourceText): () => Origin | undefined {
  let made: { origin: Origin | undefined } | undefined
  return () => {
    const read = made ? undefined : reconstruct(source)
    made ??= { origin: read?.ok ? { source, base: read.value } : undefined }
    return made.origin
  }
}

/** Only the dump may be left: then the page is laid out from it anew. */
async function salvage({ name, bytes }: Request<'salvage'>, stage: OnStage): Promise<Answer> {
  stage('read')
  const salvaged = salvagePage(bytes, name, EVERY_FACE)
  if (!salvaged.ok) return failed([salvaged.error])
  const { doc, source, lost } = salvaged.value
  const shown = doc
    ? await showPage({ ...salvaged.value, doc }, stage)
    : await openDump(source?.name ?? name, source?.bytes ?? new Uint8Array(), stage)
  return withLost(shown, lost)
}

const withLost = (shown: Answer, lost: Lost[]): Answer =>
  shown.kind === 'opened' ? { ...shown, page: { ...shown.page, lost } } : shown

const restore = (
  { doc, corrections, source, pictures }: Request<'restore'>,
  stage: OnStage,
): Promise<Answer> =>
  showPage({ doc, corrections, pictures: new Map(pictures), ...(source && { source }) }, stage)

function peek({ name, bytes }: Request<'peek'>): Answer {
  const file = unpackPage(bytes, name, EVERY_FACE)
  if (!file.ok) return failed([file.error])
  return { kind: 'peeked', doc: file.value.doc, pictures: [...(file.value.pictures ?? [])] }
}

function opened(
  doc: PageDoc,
  shaper: HarfBuzzShaper,
  source: SourceText | undefined,
  { reconstruction, unapplied }: ReviewedSource,
  corrections: Correction[],
  stage: OnStage,
  pictures?: PictureFiles,
): Answer {
  stage('compose')
  const composition = composePage(doc, shaper)
  const page: OpenedPage = {
    doc,
    composition,
    outlines: outlinesOf(composition, shaper),
    ...(source && { source }),
    ...(reconstruction && { reconstruction }),
    corrections,
    unapplied,
    ...(pictures && { pictures }),
  }
  return { kind: 'opened', page }
}

async function draft(page: CurrentPage, request: Request<'draft'>, stage: OnStage): Promise<Answer> {
  const origin = page.origin()
  if (!origin) return failed([{ code: 'page-without-source', severity: 'error' }])
  const draftOf = async (corrections: Correction[]): Promise<Draft> => {
    const known = page.drafts.find((each) => hasCorrections(each, corrections))
    if (known) return known
    stage('reconstruct')
    const made = await draftAnew(origin, corrections, () => stage('draft'), request.setup)
    page.drafts = [made, ...page.drafts].slice(0, KEPT_DRAFTS)
    return made
  }
  const before = await draftOf(request.before)
  const after = await draftOf(request.corrections)
  const { reconstruction, unapplied } = after
  return {
    kind: 'drafted',
    before: before.doc,
    after: after.doc,
    unapplied,
    ...(reconstruction && { reconstruction }),
  }
}

const KEPT_DRAFTS = 4

async function copyfit({ doc, command, story, paragraph }: Request<'copyfit'>): Promise<Answer> {
  if (!doc.stories[story]) return failed([{ code: 'copyfit-no-line', severity: 'error', at: { story } }])
  const shaper = await openShaper(textOf(doc), facesOf(doc))
  if (command === 'fit') {
    const fit = fitStory(doc, story, shaper)
    return fit.ok ? { kind: 'fitted', fit: { fit: fit.value } } : failed([fit.error])
  }
  const change = command === 'pull' ? pullLine : pushLine
  const fit = change(doc, story, paragraph, new TypeRoom(shaper))
  return fit.ok ? { kind: 'fitted', fit: fit.value } : failed([fit.error])
}

function save({ source, origin }: CurrentPage, { doc, corrections, pictures }: Request<'save'>): Answer {
  const { reconstruction } = review(origin(), corrections)
  const file: BanxinFile = {
    doc,
    corrections,
    ...(source && { source }),
    ...(reconstruction && { reconstruction }),
    pictures,
  }
  return { kind: 'saved', bytes: packPage(file), fileName: `${fileTitle(doc)}.banxin` }
}
