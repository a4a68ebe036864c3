/** What the engine does: opens dumps and pages, composes them, writes PDFs. */
import { decodeText } from '../adapters/decode-text.ts'
import { FACES, type HarfBuzzShaper } from '../adapters/harfbuzz.ts'
import { composePage } from '../core/compose/compose-page.ts'
import type { Composition } from '../core/compose/composition.ts'
import type { Diagnostic } from '../core/diagnostics.ts'
import { type BanxinFile, isBanxinFile, packPage, unpackPage } from '../core/doc/banxin-file.ts'
import { textOf } from '../core/doc/text-of.ts'
import { runsOf } from '../core/pdf/embed-fonts.ts'
import { exportPage, fileTitle } from '../core/pipeline/export-page.ts'
import { layOutPage } from '../core/pipeline/rebuild-page.ts'
import { reconstruct } from '../core/reconstruct/reconstruct.ts'
import { readSource } from '../core/source/read-source.ts'
import type { EngineReply, EngineRequest, EngineStage, OpenedPage } from '../shared/engine.ts'
import { openPrintTools, openShaper, openTemplate } from './workshop.ts'

interface CurrentPage {
  file: BanxinFile
  composition: Composition
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
  current = { file: { doc, reconstruction, source: { name, bytes } }, composition }
  return opened(shaper, page)
}

async function openPage(name: string, bytes: Uint8Array, stage: OnStage): Promise<Answer> {
  stage('read')
  const faces = FACES.map(({ id }) => id)
  const file = unpackPage(bytes, name, faces)
  if (!file.ok) return failed([file.error])
  const { doc, source } = file.value
  // The reconstruction is made again from the dump that the file holds: stages are deterministic.
  const text = source && readSource(source.bytes, source.name, decodeText)
  const read = text?.ok ? reconstruct(text.value) : undefined
  const origin = text?.ok && read?.ok ? { source: text.value, reconstruction: read.value } : {}
  stage('fonts')
  const shaper = await openShaper(textOf(doc))
  stage('compose')
  const composition = composePage(doc, shaper)
  current = { file: { ...file.value, ...(read?.ok && { reconstruction: read.value }) }, composition }
  return opened(shaper, { doc, composition, ...origin })
}

function opened(shaper: HarfBuzzShaper, page: Omit<OpenedPage, 'outlines'>): Answer {
  const outlines: OpenedPage['outlines'] = {}
  for (const { face, glyphs } of runsOf(page.composition)) {
    outlines[face] ??= {}
    const known = outlines[face]
    for (const glyph of glyphs) known[glyph] ??= shaper.outline(face, glyph)
  }
  return { kind: 'opened', page: { ...page, outlines } }
}

async function exportCurrent(allowOverset: boolean, stage: OnStage): Promise<Answer> {
  if (current === undefined) return failed([NOTHING_OPEN])
  stage('export')
  const { file, composition } = current
  const { subsetter, profile } = await openPrintTools(textOf(file.doc))
  const pdf = await exportPage(file.doc, composition, subsetter, profile, { bleedMm: 0, allowOverset })
  if (!pdf.ok) return failed(pdf.diagnostics)
  return { kind: 'exported', bytes: pdf.bytes, fileName: `${fileTitle(file.doc)}.pdf` }
}
