/** Recovery (找回): what journals of an earlier run hold, and bringing it back. */
import { type ReadJournal, readRecords } from '../../core/doc/live/journal-record.ts'
import { LivePage } from '../../core/doc/live/live-page.ts'
import type { PageFiles } from '../../shared/engine.ts'
import type { Recoverable, RecoveryChoice } from '../../shared/ipc-files.ts'
import { main } from '../bridge.ts'
import { app } from './app-state.ts'
import { forgetAsked } from './correcting.ts'
import { engine } from './engine.ts'
import { focusNow, startSession } from './page-session.ts'
import { showFresh } from './session.ts'

/** A journal with the page that it makes. */
export interface FoundPage extends ReadJournal {
  live: LivePage
  entries: readonly Uint8Array[]
}

/** Undefined when the journal is gone, or no page can be made of it. */
export async function readFound(id: string): Promise<FoundPage | undefined> {
  const entries = await main.ask('recovery:read', id)
  const read = entries && readRecords(entries)
  if (!read) return undefined
  try {
    return { ...read, entries, live: LivePage.recover(read.state.state, read.steps, { focus: focusNow }) }
  } catch {
    // Bytes that Yjs cannot read, in spite of their sums: a journal of a later version.
    return undefined
  }
}

export async function listRecoverable(): Promise<readonly Recoverable[]> {
  const recoverable = await main.ask('recovery:list')
  app.set({ recoverable })
  return recoverable
}

/** The first in this window, where no page is in the way, each of the others in one of its own. */
export async function recoverPages(choices: readonly RecoveryChoice[]): Promise<void> {
  app.set({ dialog: null })
  const [first, ...others] = app.get().page ? [undefined, ...choices] : choices
  if (first) await recoverPage(first)
  await main.ask(
    'recovery:open',
    others.filter((each) => each !== undefined),
  )
}

/** False when there is nothing left to recover. */
export async function recoverPage({ id, as }: RecoveryChoice): Promise<boolean> {
  const listed = (await listRecoverable()).find((each) => each.id === id)
  const found = await readFound(id)
  if (!found || !listed) {
    app.set({ toast: { text: 'recovery.gone', values: {}, warn: true } })
    return false
  }
  const { live, state, entries } = found
  const name = as === 'copy' ? state.name.replace(/(\.\w+)?$/, '（找回）$1') : state.name
  forgetAsked()
  app.set({ work: { job: 'open', stage: 'read', file: name }, failure: null })
  const files = await filesOf(id, found, listed)
  const answer = await engine.restore({ name, doc: live.doc, corrections: live.corrections, files })
  app.set({ work: null })
  if (!answer) return false
  if (!answer.ok) {
    app.set({ failure: { job: 'open', file: name, diagnostics: answer.diagnostics }, toast: null })
    return false
  }
  const page = startSession(name, answer.value, { recovered: { live, entries, id, copy: as === 'copy' } })
  showFresh(page)
  // Only a page whose file is what the journal began with is saved somewhere in its history: at its beginning.
  const savedAtStart = as === 'mine' && listed.path !== undefined && listed.saved === 1
  const n = stepsOf(found).length
  app.set({
    savedPlace: savedAtStart ? 0 : -1,
    toast: { text: 'recovery.done', values: { n } },
  })
  return true
}

/** What a person would call steps: typing that went on counts once. */
export const stepsOf = ({ steps }: ReadJournal): ReadJournal['steps'] => steps.filter(({ joined }) => !joined)

/** From the journal, and pictures that it has not from the page's file. */
async function filesOf(id: string, { files, live }: FoundPage, listed: Recoverable): Promise<PageFiles> {
  const { source } = files
  const bytes = source && (await main.ask('recovery:kept', id, source.sha256))
  const pictures = new Map<string, Uint8Array>()
  for (const sha256 of files.pictures) {
    const picture = await main.ask('recovery:kept', id, sha256)
    if (picture) pictures.set(sha256, picture)
  }
  const missing = Object.values(live.doc.assets ?? {}).some(({ sha256 }) => !pictures.has(sha256))
  if (missing && listed.path !== undefined) {
    const file = await main.ask('recovery:disk', id)
    const peeked = file.ok ? await engine.peek(file.name, file.bytes) : undefined
    if (peeked?.ok) for (const [sha256, picture] of peeked.value.pictures) pictures.set(sha256, picture)
  }
  return { pictures: [...pictures], ...(source && bytes && { source: { name: source.name, bytes } }) }
}
