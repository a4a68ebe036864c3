/** The engine's worker as promises: one request at a time, the picture of the page kept until an answer. */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PictureFiles } from '../core/doc/banxin-file.ts'
import type { PageDoc } from '../core/doc/schema.ts'
import type { PageFacts } from '../core/preflight/view.ts'
import type { Correction } from '../core/reconstruct/types.ts'
import type {
  CopyfitAnswer,
  CopyfitCommand,
  DraftedPage,
  EngineReply,
  EngineRequest,
  EngineStage,
  OpenedPage,
  PageFiles,
  ReviewedSource,
} from '../shared/engine.ts'
import type { LayoutAsk, LayoutReply } from '../shared/layout-engine.ts'

export type Answer<T> = { ok: true; value: T } | { ok: false; diagnostics: readonly Diagnostic[] }

export interface OutputFile {
  bytes: Uint8Array
  fileName: string
}

/** So long may pass without a sign of progress, in seconds: a file that was made to hang the engine ends there. */
const PATIENCE_S = 30
const MORE_PATIENCE_S: Partial<Record<EngineRequest['kind'], number>> = {
  save: 60,
  propose: 120,
}
const patienceFor = (kind: EngineRequest['kind']): number => MORE_PATIENCE_S[kind] ?? PATIENCE_S

type Opening = Extract<Ask, { kind: 'open' | 'salvage' | 'restore' }>
type Ask = EngineRequest extends infer R ? (R extends EngineRequest ? Omit<R, 'id'> : never) : never

export class Engine {
  #worker: Worker | undefined
  #nextId = 1
  #queue: Promise<unknown> = Promise.resolve()
  /** What the worker has open, to be opened again in a new one after it was stopped. */
  #open: Opening | undefined
  #workerHasOpen = false
  #stop: ((reason: 'cancelled' | 'stopped' | 'too-slow') => void) | undefined

  /** Told as each stage of the work begins. */
  onStage: (stage: EngineStage) => void = () => {}

  /** The worker starts at once: it loads its fonts while the window is still being built. */
  constructor() {
    this.#workerNow()
  }

  /** Undefined when it was cancelled, as of all that follow. */
  open(name: string, bytes: Uint8Array): Promise<Answer<OpenedPage> | undefined> {
    return this.#opening({ kind: 'open', name, bytes })
  }

  /** What is left of a damaged file, with what is lost. */
  salvage(name: string, bytes: Uint8Array): Promise<Answer<OpenedPage> | undefined> {
    return this.#opening({ kind: 'salvage', name, bytes })
  }

  /** A page that comes from a journal. */
  restore(page: {
    name: string
    doc: PageDoc
    corrections: readonly Correction[]
    files: PageFiles
  }): Promise<Answer<OpenedPage> | undefined> {
    const { name, doc, corrections, files } = page
    return this.#opening({ kind: 'restore', name, doc, corrections: [...corrections], ...files })
  }

  /** Another file's page; the one that is open stays open. */
  peek(
    name: string,
    bytes: Uint8Array,
  ): Promise<Answer<{ doc: PageDoc; pictures: PageFiles['pictures'] }> | undefined> {
    return this.#ask({ kind: 'peek', name, bytes }, (reply) => (reply.kind === 'peeked' ? reply : undefined))
  }

  /** The dump of the open page. */
  source(): Promise<Answer<PageFiles['source'] | null> | undefined> {
    return this.#ask({ kind: 'source' }, (reply) =>
      reply.kind === 'source' ? (reply.source ?? null) : undefined,
    )
  }

  /** What the source says with these corrections. */
  review(corrections: readonly Correction[]): Promise<Answer<ReviewedSource> | undefined> {
    return this.#ask({ kind: 'review', corrections: [...corrections] }, (reply) =>
      reply.kind === 'reviewed' ? reply : undefined,
    )
  }

  /** The source laid out with the corrections there were, and with those there are. */
  draft(
    before: readonly Correction[],
    corrections: readonly Correction[],
    setup: PageDoc['setup'],
  ): Promise<Answer<DraftedPage> | undefined> {
    const ask = { kind: 'draft' as const, before: [...before], corrections: [...corrections], setup }
    return this.#ask(ask, (reply) => (reply.kind === 'drafted' ? reply : undefined))
  }

  /** What a command of 排齐 would do. */
  copyfit(
    doc: PageDoc,
    command: CopyfitCommand,
    story: string,
    paragraph: number | undefined,
  ): Promise<Answer<CopyfitAnswer> | undefined> {
    const place = { story, ...(paragraph !== undefined && { paragraph }) }
    return this.#ask({ kind: 'copyfit', doc, command, ...place }, (reply) =>
      reply.kind === 'fitted' ? reply.fit : undefined,
    )
  }

  /** About laying out: what `wanted` names is the answer. */
  layOut<K extends LayoutReply['kind']>(
    ask: LayoutAsk,
    wanted: K,
  ): Promise<Answer<Extract<EngineReply, { kind: K }>> | undefined> {
    const isWanted = (reply: EngineReply): reply is Extract<EngineReply, { kind: K }> => reply.kind === wanted
    return this.#ask(ask, (reply) => (isWanted(reply) ? reply : undefined))
  }

  /** What preflight should know of the page's fonts and pictures. */
  facts(doc: PageDoc, pictures: PictureFiles): Promise<Answer<PageFacts> | undefined> {
    return this.#ask({ kind: 'facts', doc, pictures }, (reply) =>
      reply.kind === 'facts' ? reply.facts : undefined,
    )
  }

  save(
    doc: PageDoc,
    corrections: readonly Correction[],
    pictures: PictureFiles,
  ): Promise<Answer<OutputFile> | undefined> {
    return this.#ask({ kind: 'save', doc, corrections: [...corrections], pictures }, (reply) =>
      reply.kind === 'saved' ? reply : undefined,
    )
  }

  /** Stops what is being done. The page that was open stays open: the next request brings it back. */
  cancel(): void {
    this.#stop?.('cancelled')
  }

  #opening(ask: Opening): Promise<Answer<OpenedPage> | undefined> {
    return this.#inTurn(async () => {
      const reply = await this.#request(ask)
      if (reply?.kind !== 'opened') return reply && failed(reply)
      this.#open = ask
      this.#workerHasOpen = true
      return { ok: true, value: reply.page }
    })
  }

  /** `value` takes what is wanted out of the reply, undefined out of another. */
  #ask<T>(ask: Ask, value: (reply: EngineReply) => T | undefined): Promise<Answer<T> | undefined> {
    return this.#inTurn(async () => {
      const back = await this.#bringBack()
      if (back) return back
      const reply = await this.#request(ask)
      const got = reply && value(reply)
      return got === undefined ? reply && failed(reply) : { ok: true, value: got }
    })
  }

  /** Opens the page's file again in a worker that does not have it; what went wrong, if anything. */
  async #bringBack(): Promise<Answer<never> | undefined> {
    if (this.#workerHasOpen || !this.#open) return undefined
    const again = await this.#request(this.#open)
    this.#workerHasOpen = again?.kind === 'opened'
    return again?.kind === 'opened' ? undefined : failed(again)
  }

  #inTurn<T>(task: () => Promise<T>): Promise<T> {
    const turn = this.#queue.then(task, task)
    this.#queue = turn
    return turn
  }

  #request(ask: Ask): Promise<EngineReply | undefined> {
    const worker = this.#workerNow()
    const id = this.#nextId++
    return new Promise((resolve) => {
      let patience: ReturnType<typeof setTimeout> | undefined
      const watch = () => {
        clearTimeout(patience)
        patience = setTimeout(() => this.#stop?.('too-slow'), patienceFor(ask.kind) * 1000)
      }
      const end = (reply: EngineReply | undefined) => {
        clearTimeout(patience)
        this.#stop = undefined
        worker.onmessage = null
        resolve(reply)
      }
      this.#stop = (reason) => {
        worker.terminate()
        this.#worker = undefined
        this.#workerHasOpen = false
        const stopped: Diagnostic =
          reason === 'too-slow'
            ? { code: 'engine-too-slow', severity: 'error', params: { seconds: patienceFor(ask.kind) } }
            : { code: 'engine-stopped', severity: 'error' }
        end(reason === 'cancelled' ? undefined : { id, kind: 'failed', diagnostics: [stopped] })
      }
      worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
        if (data.id !== id) return
        if (data.kind === 'progress') {
          watch()
          this.onStage(data.stage)
        } else end(data)
      }
      watch()
      worker.postMessage({ id, ...ask } satisfies EngineRequest)
    })
  }

  #workerNow(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('../worker/engine.ts', import.meta.url), { type: 'module' })
    worker.onerror = (event) => {
      console.error(event.message)
      this.#stop?.('stopped')
    }
    this.#worker = worker
    return worker
  }
}

const failed = (reply: EngineReply | undefined): { ok: false; diagnostics: readonly Diagnostic[] } => ({
  ok: false,
  diagnostics: reply?.kind === 'failed' ? reply.diagnostics : [{ code: 'engine-stopped', severity: 'error' }],
})
