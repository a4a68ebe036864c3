/** Laying out for the window: proposals with their pictures, new pages, articles that are added, templates. */
import { decodeText } from '../adapters/decode-text.ts'
import { FACES, type HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/composer.ts'
import { draftComposer } from '../core/compose/draft-composer.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { type BanxinFile, isBanxinFile, packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { same } from '../core/doc/same.ts'
import type { Frame, PageDoc } from '../core/doc/schema.ts'
import { textOf } from '../core/doc/text-of.ts'
import { applyTemplate } from '../core/draft/again/apply-template.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../core/draft/again/lay-out-again.ts'
import { manuscriptsOf } from '../core/draft/again/manuscripts-of.ts'
import { offersFor } from '../core/draft/again/offers.ts'
import { templateOfPage } from '../core/draft/again/page-template.ts'
import { splitOff } from '../core/draft/again/split-off.ts'
import type { Manuscript } from '../core/draft/manuscript.ts'
import { addArticle } from '../core/draft/new/add-article.ts'
import { bringPictures } from '../core/draft/new/bring-pictures.ts'
import { newPage } from '../core/draft/new/new-page.ts'
import { readManuscripts } from '../core/draft/new/read-manuscripts.ts'
import { saveAsTemplate, templateJson } from '../core/draft/save-template.ts'
import { readTemplate, type Template } from '../core/draft/template.ts'
import { fileTitle } from '../core/pipeline/export-options.ts'
import { refineMeasures } from '../core/pipeline/refine-measures.ts'
import type { Correction, Reconstruction } from '../core/reconstruct/types.ts'
import { readSource } from '../core/source/read-source.ts'
import type { LayoutAsk, LayoutReply, TemplateFacts } from '../shared/layout-engine.ts'
import { type Origin, review } from './drafts.ts'
import { paintThumbnail } from './thumbnails.ts'
import { openShaper, openTemplates } from './workshop.ts'

const PROPOSALS = 5

type Failed = { kind: 'failed'; diagnostics: Diagnostic[] }
type Ask<K extends LayoutAsk['kind']> = Extract<LayoutAsk, { kind: K }>

/** `origin`: what the open page was read from, so that its printed measures and lines are found again. */
export function answerLayout(ask: LayoutAsk, origin: Origin | undefined): Promise<LayoutReply | Failed> {
  const known = knownTemplates(ask.templates)
  switch (ask.kind) {
    case 'propose':
      return propose(ask, known, origin)
    case 'offer-ways':
      return offerWays(ask, known)
    case 'add-articles':
      return addArticles(ask, known)
    case 'new-page':
      return makeNewPage(ask, known)
    case 'split-page':
      return splitPage(ask, known)
    case 'apply-template':
      return changeTemplate(ask, known, origin)
    case 'make-template': {
      const template = saveAsTemplate(ask.doc, known, ask.name, ask.title)
      return Promise.resolve({ kind: 'template-made', template: templateJson(template) })
    }
    case 'list-templates': {
      const shipped = openTemplates().length
      return Promise.resolve({ kind: 'templates', list: known.map((of, i) => factsOf(of, i >= shipped)) })
    }
  }
}

/** Those that come with Banxin, then the desk's own; what is no template is left out. */
function knownTemplates(own: readonly unknown[]): Template[] {
  const read = own.flatMap((json) => {
    const template = readTemplate(json, '')
    return template.ok ? [template.value] : []
  })
  return [...openTemplates(), ...read]
}

const shaperFor = (doc: PageDoc): Promise<HarfBuzzShaper> => openShaper(textOf(doc), facesOf(doc))

/** What print says of the page's articles, with the measures settled. */
function printedOf(
  doc: PageDoc,
  corrections: Correction[],
  origin: Origin | undefined,
  known: readonly Template[],
  shaper: HarfBuzzShaper,
): Reconstruction | undefined {
  const read = origin && (review(origin, corrections).reconstruction ?? origin.base)
  return read && refineMeasures(read, templateOfPage(doc, known), shaper)
}

async function propose(
  { doc, corrections }: Ask<'propose'>,
  known: readonly Template[],
  origin: Origin | undefined,
): Promise<LayoutReply> {
  const shaper = await shaperFor(doc)
  const composer = draftComposer(shaper)
  const standing = readStandingPage(doc, known, printedOf(doc, corrections, origin, known, shaper))
  const { proposals, diagnostics } = proposeAgain(standing, composer, { count: PROPOSALS })
  const pages = proposals.map((proposal) => {
    const drawn = drawAgain(doc, standing, composer, proposal)
    const thumbnail = paintThumbnail(composePage(drawn, shaper), shaper)
    return { proposal, doc: drawn, asNow: standAlike(doc.frames, drawn.frames), thumbnail }
  })
  return { kind: 'proposed', pages, diagnostics }
}

/** The same frames in the same places; the order of painting does not count. */
function standAlike(a: PageDoc['frames'], b: PageDoc['frames']): boolean {
  const placesOf = (frames: PageDoc['frames']) =>
    Object.entries(frames)
      .map(([id, { order: _, ...frame }]): [string, Omit<Frame, 'order'>] => [id, frame])
      .sort(([one], [two]) => (one < two ? -1 : 1))
  return same(placesOf(a), placesOf(b))
}

async function offerWays(
  { doc, proposal }: Ask<'offer-ways'>,
  known: readonly Template[],
): Promise<LayoutReply> {
  const composer = draftComposer(await shaperFor(doc))
  return { kind: 'ways', offers: offersFor(doc, proposal, known, composer) }
}

async function addArticles(
  { doc, files }: Ask<'add-articles'>,
  known: readonly Template[],
): Promise<LayoutReply | Failed> {
  const composer = draftComposer(await shaperFor(doc))
  const added: string[] = []
  const pictures = new Map<string, Uint8Array>()
  let next = doc
  for (const { name, bytes } of files) {
    const read = readArticles(name, bytes)
    if (!read.ok) return { kind: 'failed', diagnostics: read.diagnostics }
    for (const manuscript of read.manuscripts) {
      const { doc: longer, article } = addArticle(next, manuscript, known, composer)
      next = read.page ? bringPictures(longer, article, manuscript, read.page.doc) : longer
      added.push(article)
    }
    for (const [sha256, file] of read.page?.pictures ?? []) pictures.set(sha256, file)
  }
  return { kind: 'added', doc: next, articles: added, pictures }
}

type ReadArticles =
  /** `page`: that they were taken from, for their pictures. */
  { ok: true; manuscripts: Manuscript[]; page?: BanxinFile } | { ok: false; diagnostics: Diagnostic[] }

/** An empty text is an article to be typed. */
function readArticles(name: string, bytes: Uint8Array): ReadArticles {
  if (bytes.length === 0)
    return { ok: true, manuscripts: [{ id: 'new', kind: 'brief', paragraphs: [], captions: [], from: {} }] }
  if (isBanxinFile(bytes)) {
    const file = unpackPage(
      bytes,
      name,
      FACES.map(({ id }) => id),
    )
    return file.ok
      ? { ok: true, manuscripts: manuscriptsOf(file.value.doc), page: file.value }
      : { ok: false, diagnostics: [file.error] }
  }
  const source = readSource(bytes, name, decodeText)
  if (!source.ok) return { ok: false, diagnostics: [source.error] }
  const manuscripts = readManuscripts(name, source.value.lines.join('\n'))
  if (manuscripts.length > 0) return { ok: true, manuscripts }
  return { ok: false, diagnostics: [{ code: 'no-articles', severity: 'error', at: { file: name } }] }
}

async function makeNewPage(
  { template: name, fields, adShare }: Ask<'new-page'>,
  known: readonly Template[],
): Promise<LayoutReply> {
  const template = known.find((of) => of.name === name) ?? known[0]
  if (!template) throw new Error('there is at least one template')
  const doc = newPage(template, fields, Math.round(adShare * template.setup.rows))
  return { kind: 'page-made', bytes: packPage({ doc }), fileName: `${fileTitle(doc)}.banxin` }
}

async function splitPage(
  { doc, articles, pictures }: Ask<'split-page'>,
  known: readonly Template[],
): Promise<LayoutReply> {
  const composer = draftComposer(await shaperFor(doc))
  const { rest, next } = splitOff(doc, articles, templateOfPage(doc, known))
  const layOut = (page: PageDoc) => {
    const standing = readStandingPage(page, known)
    return drawAgain(page, standing, composer, proposeAgain(standing, composer, { count: 1 }).proposals[0])
  }
  const made = layOut(next)
  return {
    kind: 'page-made',
    bytes: packPage({ doc: made, pictures }),
    fileName: `${fileTitle(made)}.banxin`,
    rest: layOut(rest),
  }
}

async function changeTemplate(
  { doc, template: name, corrections }: Ask<'apply-template'>,
  known: readonly Template[],
  origin: Origin | undefined,
): Promise<LayoutReply | Failed> {
  const template = known.find((of) => of.name === name)
  if (!template)
    return {
      kind: 'failed',
      diagnostics: [{ code: 'template-invalid', severity: 'error', at: { file: name } }],
    }
  const next = applyTemplate(doc, template)
  const shaper = await shaperFor(next)
  const composer = draftComposer(shaper)
  const standing = readStandingPage(next, known, printedOf(next, corrections, origin, known, shaper))
  const { proposals, diagnostics } = proposeAgain(standing, composer, { count: 1 })
  return { kind: 'page-changed', doc: drawAgain(next, standing, composer, proposals[0]), diagnostics }
}

function factsOf({ name, title, setup, look }: Template, own: boolean): TemplateFacts {
  const { width, height, left, top, columns, columnEm, gutterEm, rows, bodyPt, leadingPt } = setup
  return {
    name,
    title,
    own,
    widthPt: width,
    heightPt: height,
    left,
    top,
    columns,
    columnPt: columnEm * bodyPt,
    gutterPt: gutterEm * bodyPt,
    rows,
    leadingPt,
    folioRows: look.folioRows,
    bodyPt,
    columnEm,
  }
}
