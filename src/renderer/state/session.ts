/** Opening and saving: the engine on one side, the main process on the other. */

import type { Diagnostic } from '../../core/diagnostics.ts'
import type { LivePage } from '../../core/doc/live/live-page.ts'
import type { FileAnswer } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { fitTo } from '../canvas/camera.ts'
import type { Answer, OutputFile } from '../engine.ts'
import { readFiles, shelvePictures } from '../pictures/shelf.ts'
import { app, isDirty, type Job, type Toast } from './app-state.ts'
import { forgetAsked, pageIsCurrent } from './correcting.ts'
import { engine } from './engine.ts'
import type { PageModel } from './page-model.ts'
import { livePage, startSession } from './page-session.ts'
import { noReview } from './review-state.ts'

engine.onStage = (stage) => {
  const { work } = app.get()
  if (work) app.set({ work: { ...work, stage } })
}

/** Opens what the main process has read; what was on the page stays until the new page is composed. */
export async function openAnswer(file: FileAnswer | null): Promise<void> {
  if (!file) return
  if (!file.ok) {
    fail('open', file.name, [file.error])
    return
  }
  await openBytes(file.name, file.bytes)
}

/** What waits for an answer: whether the corrections of the open page may be lost. */
let waiting: { name: string; bytes: Uint8Array } | undefined

export const waitingName = (): string => waiting?.name ?? ''

/** After 不存 or 存: the file that was to be opened. */
export async function openWaiting(save: boolean): Promise<void> {
  const file = waiting
  waiting = undefined
  app.set({ dialog: null })
  if (!file || (save && !(await saveAs()))) return
  app.set(({ place }) => ({ savedPlace: place }))
  await openBytes(file.name, file.bytes)
}

async function openBytes(name: string, bytes: Uint8Array): Promise<void> {
  if (isDirty(app.get())) {
    waiting = { name, bytes }
    app.set({ dialog: 'unsaved' })
    return
  }
  forgetAsked()
  app.set({ work: { job: 'open', stage: 'read', file: name }, failure: null })
  const answer = await engine.open(name, bytes)
  app.set({ work: null })
  if (!answer) return
  if (!answer.ok) {
    fail('open', name, answer.diagnostics)
    return
  }
  shelvePictures(answer.value.pictures)
  const page = startSession(name, answer.value)
  app.set(({ review }) => ({
    stage: 'layout',
    savedAt: null,
    review: { ...noReview, show: review.show },
    selection: null,
    flash: null,
    toast: unappliedToast(page),
  }))
  fitTo('page')
}

/** A correction that no longer fits is kept; that it does nothing must not go unseen. */
function unappliedToast({ unapplied }: PageModel): Toast | null {
  return unapplied.length > 0
    ? { text: 'review.unapplied-notice', values: { n: unapplied.length }, settled: true }
    : null
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

export const saveAs = (): Promise<boolean> =>
  output(async ({ doc, corrections }) => engine.save(doc, corrections, await readFiles(doc.assets)))

export const cancelWork = (): void => engine.cancel()

/** True when the file was written. */
async function output(make: (live: LivePage) => Promise<Answer<OutputFile> | undefined>): Promise<boolean> {
  const { page, work } = app.get()
  if (!page || work) return false
  app.set({ work: { job: 'save', stage: 'save', file: page.name }, failure: null })
  await pageIsCurrent()
  const live = livePage()
  const place = live?.place ?? 0
  const made = live && (await make(live))
  app.set({ work: null })
  if (!made) return false
  if (!made.ok) return fail('save', page.name, made.diagnostics)
  const saved = await main.ask('file:save', { kind: 'banxin', ...made.value })
  if (!saved) return false
  if (!saved.ok) return fail('save', saved.name, [saved.error])
  app.set({ toast: { text: 'toast.saved', values: { name: saved.name }, path: saved.path } })
  app.set({ savedPlace: place, savedAt: clock(new Date()) })
  return true
}

const clock = (now: Date): string =>
  `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`

function fail(job: Job, file: string, diagnostics: readonly Diagnostic[]): false {
  app.set({ failure: { job, file, diagnostics }, toast: null })
  return false
}
