/** Opening: the engine on one side, the main process on the other. */

import type { Diagnostic } from '../../core/diagnostics.ts'
import type { OpenedPage } from '../../shared/engine.ts'
import type { FileAnswer } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { fitTo } from '../canvas/camera.ts'
import type { Answer } from '../engine.ts'
import { type AppState, app, isDirty, type Job } from './app-state.ts'
import { forgetAsked } from './correcting.ts'
import { engine } from './engine.ts'
import { titleOf } from './page-file.ts'
import type { PageModel } from './page-model.ts'
import { startSession, unappliedNotice } from './page-session.ts'
import { noReview } from './review-state.ts'
import { savePage } from './saving.ts'

engine.onStage = (stage) => {
  const { work } = app.get()
  if (work) app.set({ work: { ...work, stage } })
}

/** Opens what the main process has read; what was on the page stays until the new page is composed. */
export async function openAnswer(file: FileAnswer | null): Promise<void> {
  if (!file) return
  if (!file.ok) {
    fail('open', file.name, [file.error], file)
    return
  }
  await openBytes(file)
}

type ReadFile = Extract<FileAnswer, { ok: true }>

/** What waits for an answer: whether the changes of the open page may be lost; a window that closes has no file. */
let waiting: ReadFile | 'closing' | undefined

/** The file that was to be opened; undefined when the window is to close. */
export const waitingName = (): string | undefined => (typeof waiting === 'object' ? waiting.name : undefined)

/** After 不存 or 存: goes on with what was waiting. */
export async function goOn(save: boolean): Promise<void> {
  const file = waiting
  waiting = undefined
  app.set({ dialog: null })
  if (file === 'closing') {
    await main.ask('window:may-close', !save || (await savePage('save')))
    return
  }
  if (!file || (save && !(await savePage('save')))) return
  app.set(({ place }) => ({ savedPlace: place }))
  await openBytes(file)
}

/** After 取消. */
export function stayHere(): void {
  if (waiting === 'closing') void main.ask('window:may-close', false)
  waiting = undefined
  app.set({ dialog: null })
}

/** The window is about to close with changes that no file has. */
export function askBeforeClosing(): void {
  waiting = 'closing'
  app.set({ dialog: 'unsaved' })
  // A sign of life: a window that gives none is closed without being asked.
  void main.ask('window:page', { title: titleOf(app.get()), dirty: isDirty(app.get()), empty: false })
}

async function openBytes(file: ReadFile): Promise<void> {
  if (isDirty(app.get())) {
    waiting = file
    app.set({ dialog: 'unsaved' })
    return
  }
  await openNow(file, () => engine.open(file.name, file.bytes))
}

/** What is left of a file that is damaged. It belongs to no file: the damaged one is never written over. */
export async function salvageFile(file: { name: string; bytes: Uint8Array }): Promise<void> {
  await openNow({ name: file.name, bytes: file.bytes }, () => engine.salvage(file.name, file.bytes))
  const { lost } = app.get()
  if (lost.length > 0) app.set({ dialog: 'salvaged' })
}

/** The version before the last save. */
export async function openPrevious(token: string): Promise<void> {
  await openAnswer(await main.ask('file:read-previous', token))
}

/** The page's own file again, as it is on the disk: what was changed since is given up. */
export async function revertPage(): Promise<void> {
  if (app.get().file.path === undefined) return
  app.set(({ place }) => ({ savedPlace: place, dialog: null, conflict: null }))
  await openAnswer(await main.ask('file:read-again'))
}

async function openNow(
  file: Pick<ReadFile, 'name' | 'bytes' | 'token' | 'previous'>,
  ask: () => Promise<Answer<OpenedPage> | undefined>,
): Promise<void> {
  const { name, token } = file
  forgetAsked()
  app.set({ work: { job: 'open', stage: 'read', file: name }, failure: null })
  const answer = await ask()
  app.set({ work: null })
  if (!answer) return
  if (!answer.ok) {
    fail('open', name, answer.diagnostics, file)
    return
  }
  const page = startSession(name, answer.value, token === undefined ? {} : { token })
  showFresh(page)
  app.set({ lost: answer.value.lost ?? [] })
}

/** A page that was just opened, from its top. */
export function showFresh(page: PageModel): void {
  app.set(({ review }) => ({
    stage: 'layout',
    savedAt: null,
    review: { ...noReview, show: review.show },
    selection: null,
    flash: null,
    toast: unappliedNotice(page),
    dialog: null,
    conflict: null,
  }))
  fitTo('page')
}

export async function openByDialog(): Promise<void> {
  await openAnswer(await main.ask('file:open'))
}

export async function openSample(): Promise<void> {
  await openAnswer(await main.ask('file:sample'))
}

/** The first file that was dropped: from its own place where that is known, else as bytes without one. */
export async function openDropped(files: Iterable<File>): Promise<void> {
  const [file] = files
  if (!file) return
  const answer = await main.drop(file)
  if (answer !== 'no-path') return openAnswer(answer)
  await openBytes({ ok: true, name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
}

export const cancelWork = (): void => engine.cancel()

function fail(
  job: Job,
  file: string,
  diagnostics: readonly Diagnostic[],
  from?: NonNullable<AppState['failure']>['from'],
): false {
  app.set({ failure: { job, file, diagnostics, ...(from && { from }) }, toast: null })
  return false
}
