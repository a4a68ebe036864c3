/** Opening, exporting and saving: the engine on one side, the main process on the other. */

import type { Diagnostic } from '../../core/diagnostics.ts'
import type { FileAnswer } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { fitTo } from '../canvas/camera.ts'
import type { Answer, OutputFile } from '../engine.ts'
import { app, type Job } from './app-state.ts'
import { engine } from './engine.ts'
import { buildPageModel } from './page-model.ts'

engine.onStage = (stage) => {
  const { work } = app.get()
  if (work) app.set({ work: { ...work, stage } })
}

/** Opens what the main process has read; what was on the page stays until the new page is composed. */
export async function openAnswer(file: FileAnswer | null): Promise<void> {
  if (!file) return
  if (!file.ok) return fail('open', file.name, [file.error])
  await openBytes(file.name, file.bytes)
}

async function openBytes(name: string, bytes: Uint8Array): Promise<void> {
  app.set({ work: { job: 'open', stage: 'read', file: name }, failure: null })
  const answer = await engine.open(name, bytes)
  app.set({ work: null })
  if (!answer) return
  if (!answer.ok) return fail('open', name, answer.diagnostics)
  app.set({ page: buildPageModel(name, answer.value), selection: null, flash: null, toast: null })
  fitTo('page')
}

export async function openByDialog(): Promise<void> {
  await openAnswer(await main.ask('file:open'))
}

export async function openSample(): Promise<void> {
  await openAnswer(await main.ask('file:sample'))
}

/** The first file that was dropped; its path is not needed. */
export async function openDropped(files: Iterable<File>): Promise<void> {
  const [file] = files
  if (file) await openBytes(file.name, new Uint8Array(await file.arrayBuffer()))
}

export const exportPdf = (): Promise<void> => output('export', 'pdf', () => engine.export(false))

/** With the text that found no room left out, for proof-reading. */
export const exportProof = (): Promise<void> => output('export', 'pdf', () => engine.export(true))

export const saveAs = (): Promise<void> => output('save', 'banxin', () => engine.save())

export const cancelWork = (): void => engine.cancel()

async function output(
  job: Job,
  kind: 'pdf' | 'banxin',
  make: () => Promise<Answer<OutputFile> | undefined>,
): Promise<void> {
  const { page, work } = app.get()
  if (!page || work) return
  app.set({ work: { job, stage: job === 'export' ? 'export' : 'save', file: page.name }, failure: null })
  const made = await make()
  app.set({ work: null })
  if (!made) return
  if (!made.ok) return fail(job, page.name, made.diagnostics)
  const saved = await main.ask('file:save', { kind, ...made.value })
  if (!saved) return
  if (!saved.ok) return fail(job, saved.name, [saved.error])
  const text = job === 'export' ? 'toast.exported' : 'toast.saved'
  app.set({ toast: { text, values: { name: saved.name }, path: saved.path } })
}

function fail(job: Job, file: string, diagnostics: readonly Diagnostic[]): void {
  app.set({ failure: { job, file, diagnostics }, toast: null })
}
