/** Composes a page and prints it, from nothing but the request. */
import { composePage } from '../core/compose/composer.ts'
import { fail, type Result } from '../core/diagnostics.ts'
import { facesOf } from '../core/doc/faces-of.ts'
import { textOf } from '../core/doc/text-of.ts'
import { namedIntent, profileIntent } from '../core/pdf/conditions.ts'
import type { OutputIntent } from '../core/pdf/output-intent.ts'
import { addedBy, exportPage, type PrintTools } from '../core/pipeline/export-page.ts'
import type { PressCondition, PressOrder, PressReply, PressStep } from '../shared/press.ts'
import { openFacts, openNewsprint, openPictureEngine, openShaper, openSubsetter } from './workshop.ts'

type Answer = PressReply extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never
export type OnPressStep = (step: PressStep, count?: number, done?: number) => void

export async function printPage(order: PressOrder<Blob>, onStep: OnPressStep): Promise<Answer> {
  const { doc, options, condition } = order
  onStep('compose')
  const intent = await openIntent(condition)
  if (!intent.ok) return { kind: 'failed', diagnostics: [intent.error] }
  const added = addedBy(options, doc, intent.value)
  const [shaper, pictures] = await Promise.all([
    openShaper(textOf(doc) + added.text, [...facesOf(doc), ...added.faces]),
    openPictures(order.pictures),
  ])
  const subsetter = await openSubsetter(shaper)
  const composition = composePage(doc, shaper)
  const lines = Object.values(composition.stories).reduce((sum, story) => sum + story.lines, 0)
  onStep('compose', lines, lines)
  const facts = await openFacts(doc, pictures?.files ?? new Map(), shaper)
  const tools: PrintTools = { shaper, subsetter, intent: intent.value, facts, ...(pictures && { pictures }) }
  const pdf = await exportPage(doc, composition, tools, options, onStep)
  return pdf.ok
    ? { kind: 'written', bytes: pdf.bytes, warnings: pdf.warnings }
    : { kind: 'failed', diagnostics: pdf.diagnostics }
}

async function openIntent({ name, profile }: PressCondition): Promise<Result<OutputIntent>> {
  if (profile) return profileIntent(profile, name)
  if (name === undefined) return fail('profile-needed', { params: { condition: '–', standard: 'PDF/X' } })
  if (name !== 'tr002') return { ok: true, value: namedIntent(name) }
  return { ok: true, value: await openNewsprint() }
}

async function openPictures(blobs: ReadonlyMap<string, Blob>): Promise<PrintTools['pictures']> {
  if (blobs.size === 0) return undefined
  const [engine, entries] = await Promise.all([openPictureEngine(), Promise.all([...blobs].map(readEntry))])
  return { engine, files: new Map(entries) }
}

const readEntry = async ([sha256, blob]: [string, Blob]): Promise<[string, Uint8Array]> => [
  sha256,
  new Uint8Array(await blob.arrayBuffer()),
]
