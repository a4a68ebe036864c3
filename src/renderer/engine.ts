/** The engine's worker as promises: one request at a time, the picture of the page kept until an answer. */
import type { Diagnostic } from '../core/diagnostics.ts'
import type { PageEdit } from '../core/doc/edits.ts'
import type { CopyfitCommand, EngineReply, EngineRequest, EngineStage, OpenedPage } from '../shared/engine.ts'
import { type Changes, NO_CHANGES, sameChanges } from './state/history.ts'

export type Answer<T> = { ok: true; value: T } | { ok: false; diagnostics: readonly Diagnostic[] }

export interface OutputFile {
  bytes: Uint8Array
  fileName: string
}

export interface CopyfitEdits {
  edits: PageEdit[]
  trackingEm?: number
}

interface OpenFile {
  name: string
  bytes: Uint8Array
}

type Ask = EngineRequest extends infer R ? (R extends EngineRequest ? Omit<R, 'id'> : never) : never

export class Engine {
  #worker: Worker | undefined
  #nextId = 1
  #queue: Promise<unknown> = Promise.resolve()
  /** What the worker has open, to be opened again in a new one after it was stopped. */
  #open: OpenFile | undefined
  #workerHasOpen = false
  /** What its page has. */
  #changes: Changes = NO_CHANGES
  #stop: ((reason: 'cancelled' | 'stopped') => void) | undefined

  /** Told as each stage of the work begins. */
  onStage: (stage: EngineStage) => void = () => {}

  /** The worker starts at once: it loads its fonts while the window is still being built. */
  constructor() {
    this.#workerNow()
  }

  /** Undefined when it was cancelled. */
  open(name: string, bytes: Uint8Array): Promise<Answer<OpenedPage> | undefined> {
    return this.#inTurn(async () => {
      const reply = await this.#request({ kind: 'open', name, bytes })
      if (reply?.kind !== 'opened') return reply && failed(reply)
      this.#open = { name, bytes }
      this.#workerHasOpen = true
      this.#changes = reply.page
      return { ok: true, value: reply.page }
    })
  }

  /** The open page with all of these corrections and edits. Undefined when it was cancelled. */
  correct(changes: Changes): Promise<Answer<OpenedPage> | undefined> {
    return this.#inTurn(async () => {
      const back = await this.#bringBack(false)
      if (!back?.ok) return back
      const reply = await this.#request(correctionOf(changes))
      if (reply?.kind !== 'opened') return reply && failed(reply)
      this.#changes = changes
      return { ok: true, value: reply.page }
    })
  }

  /** The edits that a command of 排齐 makes of the open page. Undefined when it was cancelled. */
  copyfit(
    command: CopyfitCommand,
    story: string,
    paragraph: number | undefined,
  ): Promise<Answer<CopyfitEdits> | undefined> {
    return this.#inTurn(async () => {
      const back = await this.#bringBack(true)
      if (!back?.ok) return back
      const reply = await this.#request({
        kind: 'copyfit',
        command,
        story,
        ...(paragraph !== undefined && { paragraph }),
      })
      return reply?.kind === 'edited' ? { ok: true, value: reply } : reply && failed(reply)
    })
  }

  /** With overset text only as a proof. */
  export(allowOverset: boolean): Promise<Answer<OutputFile> | undefined> {
    return this.#output({ kind: 'export', allowOverset })
  }

  save(): Promise<Answer<OutputFile> | undefined> {
    return this.#output({ kind: 'save' })
  }

  /** Stops what is being done. The page that was open stays open: the next request brings it back. */
  cancel(): void {
    this.#stop?.('cancelled')
  }

  #output(ask: Ask): Promise<Answer<OutputFile> | undefined> {
    return this.#inTurn(async () => {
      const back = await this.#bringBack(true)
      if (!back?.ok) return back
      const reply = await this.#request(ask)
      if (reply?.kind === 'exported' || reply?.kind === 'saved') {
        return { ok: true, value: { bytes: reply.bytes, fileName: reply.fileName } }
      }
      return reply && failed(reply)
    })
  }

  /** Opens the page again in a worker that does not have it, with what was changed where that is wanted. */
  async #bringBack(corrected: boolean): Promise<Answer<null> | undefined> {
    if (this.#workerHasOpen || !this.#open) return { ok: true, value: null }
    const again = await this.#request({ kind: 'open', ...this.#open })
    if (again?.kind !== 'opened') return again && failed(again)
    this.#workerHasOpen = true
    if (!corrected || sameChanges(this.#changes, again.page)) return { ok: true, value: null }
    const reply = await this.#request(correctionOf(this.#changes))
    return reply?.kind === 'opened' ? { ok: true, value: null } : reply && failed(reply)
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
      const end = (reply: EngineReply | undefined) => {
        this.#stop = undefined
        worker.onmessage = null
        resolve(reply)
      }
      this.#stop = (reason) => {
        worker.terminate()
        this.#worker = undefined
        this.#workerHasOpen = false
        const stopped: Diagnostic = { code: 'engine-stopped', severity: 'error' }
        end(reason === 'cancelled' ? undefined : { id, kind: 'failed', diagnostics: [stopped] })
      }
      worker.onmessage = ({ data }: MessageEvent<EngineReply>) => {
        if (data.id !== id) return
        if (data.kind === 'progress') this.onStage(data.stage)
        else end(data)
      }
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

const correctionOf = ({ corrections, edits }: Changes): Ask => ({
  kind: 'correct',
  corrections: [...corrections],
  edits: [...edits],
})

const failed = (reply: EngineReply): { ok: false; diagnostics: readonly Diagnostic[] } => ({
  ok: false,
  diagnostics: reply.kind === 'failed' ? reply.diagnostics : [{ code: 'engine-stopped', severity: 'error' }],
})
