/**
 * Sends every change of the page to the journal that the main process keeps, from the first change on: a page that
 * was only looked at leaves nothing to recover.
 */
import { encodeRecord } from '../../core/doc/live/journal-record.ts'
import type { LivePage } from '../../core/doc/live/live-page.ts'
import { main } from '../bridge.ts'
import { readFiles } from '../pictures/shelf.ts'
import { app } from './app-state.ts'
import { engine } from './engine.ts'
import { articleTitle } from './page-model.ts'

interface Followed {
  live: LivePage
  name: string
  /** The page as it was when this journal began, or is to begin. */
  base: Uint8Array
  /** All entries since. */
  entries: Uint8Array[]
  /** How many of them are sent; none while the journal has not begun. */
  sent: number
  begun: boolean
  /** Entries of this task go together when it ends. */
  queued: boolean
  /** Pictures that the journal has, by hash. */
  kept: Set<string>
  keepsSource: boolean
  stop(): void
}

/** Where the page was when it was saved. */
export interface SaveMark {
  place: number
  /** Of the entries that the journal has or will have: what the saved file has in it. */
  entries: number
  base: Uint8Array
  since: number
}

let followed: Followed | undefined
/** Entries that name files and change nothing. */
const ofFiles = new WeakSet<Uint8Array>()

/** A page begins: from now on its changes are journaled. `entries` where it goes on in a journal that has so many. */
export function followPage(live: LivePage, name: string, recovered?: readonly Uint8Array[]): void {
  followed?.stop()
  const [base = stateOf(live, name), ...entries] = recovered ?? []
  const now: Followed = {
    live,
    name,
    base,
    entries,
    sent: entries.length,
    begun: recovered !== undefined,
    queued: false,
    kept: new Set(),
    keepsSource: recovered !== undefined,
    stop: live.onUpdate((entry) => {
      const article = chosenArticle()
      now.entries.push(
        encodeRecord({ kind: 'step', atMs: Date.now(), ...(article !== '' && { article }), ...entry }),
      )
      if (now.queued) return
      now.queued = true
      // No timer: while keys come in, a busy window runs none.
      queueMicrotask(() => send(now))
    }),
  }
  followed = now
}

/** `3 企业跨市迁移登记`: what is selected while the step is taken is what it is about. */
function chosenArticle(): string {
  const { page, selection } = app.get()
  const own = selection?.article === undefined ? undefined : page?.doc.articles[selection.article]
  return own ? `${own.number} ${own.title}` : articleTitle(page, selection?.story)
}

const stateOf = (live: LivePage, name: string): Uint8Array =>
  encodeRecord({ kind: 'state', name, atMs: Date.now(), state: live.state() })

export function markForSave(): SaveMark | undefined {
  if (!followed) return undefined
  const { live, name, entries } = followed
  return { place: live.place, entries: entries.length + 1, base: stateOf(live, name), since: entries.length }
}

/** The page's file has what it had at the mark: the journal begins anew with what came since. */
export function saved({ base, since }: SaveMark): void {
  const now = followed
  if (!now) return
  now.base = base
  // A journal that begins anew keeps its files anew.
  now.entries = now.entries.slice(since).filter((entry) => !ofFiles.has(entry))
  now.sent = 0
  const hadBegun = now.begun
  now.begun = false
  now.kept.clear()
  now.keepsSource = false
  if (now.entries.length > 0) send(now)
  else if (hadBegun) void main.ask('journal:end')
}

function send(now: Followed): void {
  now.queued = false
  if (now.begun && now.sent === now.entries.length) return
  const isFirst = !now.begun
  const entries = now.entries.slice(now.sent)
  now.begun = true
  now.sent = now.entries.length
  const answer = isFirst
    ? main.ask('journal:begin', titleOf(now), [now.base, ...entries])
    : main.ask('journal:append', entries)
  void answer.then((problem) => {
    if (now !== followed) return
    app.set({ journalProblem: problem })
    // The main process keeps what it could not write, unless there is no journal at all.
    if (problem && isFirst) now.begun = false
    else void keepFiles(now)
  })
}

function titleOf({ name }: Followed): string {
  const { section, number } = app.get().page?.doc.meta ?? {}
  return section && number ? `${section} ${number} 版` : name
}

/** The dump and the pictures, once each: a file may be gone when the page is to be recovered. */
async function keepFiles(now: Followed): Promise<void> {
  const missing = Object.entries(now.live.doc.assets ?? {}).filter(([, { sha256 }]) => !now.kept.has(sha256))
  if (missing.length === 0 && now.keepsSource) return
  const answer = now.keepsSource ? undefined : await engine.source()
  const pictures = await readFiles(Object.fromEntries(missing))
  if (answer?.ok === false || now !== followed || !now.begun) return
  const source = answer?.value ?? undefined
  const sourceHash = source && (await hashOf(source.bytes))
  now.keepsSource = true
  for (const sha256 of pictures.keys()) now.kept.add(sha256)
  for (const bytes of [...(source ? [source.bytes] : []), ...pictures.values()]) {
    if (await main.ask('journal:keep', bytes)) return
  }
  if ((!source && pictures.size === 0) || now !== followed || !now.begun) return
  const record = encodeRecord({
    kind: 'files',
    pictures: [...pictures.keys()],
    ...(source && sourceHash !== undefined && { source: { name: source.name, sha256: sourceHash } }),
  })
  ofFiles.add(record)
  now.entries.push(record)
  send(now)
}

async function hashOf(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>)
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
