/** The pictures' worker as promises. One that does not answer in time is stopped, and its file is refused. */
import type { Diagnostic, Result } from '../../core/diagnostics.ts'
import type { Asset } from '../../core/doc/schema.ts'
import type { PictureInk } from '../../core/proof/ink.ts'
import type { PressTable } from '../../core/proof/press-table.ts'
import type { PicturesReply, PicturesRequest, ProofOrder } from '../../shared/pictures.ts'

type Ask =
  PicturesRequest<Blob> extends infer R ? (R extends PicturesRequest<Blob> ? Omit<R, 'id'> : never) : never

/** Far more than the largest photo takes that is accepted. */
const PATIENCE_MS = 60_000

export interface Inspected {
  asset: Omit<Asset, 'origin'>
  preview: ImageBitmap
}

interface Waiting {
  ask: Ask
  answer: (reply: PicturesReply<ImageBitmap>) => void
}

export class PictureEngine {
  #worker: Worker | undefined
  #queue: Waiting[] = []
  #current: { id: number; waiting: Waiting; timer: number } | undefined
  #nextId = 1

  /** Errors: those of the picture's header and decoder. */
  async inspect(file: Blob, name: string): Promise<Result<Inspected>> {
    const reply = await this.#ask({ kind: 'inspect', name, file }, 'first')
    return reply.kind === 'inspected' ? { ok: true, value: reply } : failureOf(reply)
  }

  async preview(file: Blob, name: string, longestPx: number): Promise<Result<ImageBitmap>> {
    const reply = await this.#ask({ kind: 'preview', name, file, longestPx }, 'last')
    return reply.kind === 'preview' ? { ok: true, value: reply.preview } : failureOf(reply)
  }

  /** How a press's inks look; the shipped press's without a profile. */
  async press(profile: Uint8Array | undefined): Promise<Result<PressTable>> {
    const reply = await this.#ask({ kind: 'press', name: 'ICC', ...(profile && { profile }) }, 'first')
    return reply.kind === 'press' ? { ok: true, value: reply.table } : failureOf(reply)
  }

  async proof(
    file: Blob,
    { name, sha256 }: Asset,
    longestPx: number,
    key: string,
    proof: ProofOrder,
  ): Promise<Result<{ preview: ImageBitmap; most: PictureInk }>> {
    const ask = { kind: 'proof' as const, name, file, longestPx, key: `${sha256} ${key}`, proof }
    const reply = await this.#ask(ask, 'last')
    return reply.kind === 'proof' ? { ok: true, value: reply } : failureOf(reply)
  }

  /** What a person waits for comes before what only sharpens the page. */
  #ask(ask: Ask, place: 'first' | 'last'): Promise<PicturesReply<ImageBitmap>> {
    return new Promise((answer) => {
      if (place === 'first') this.#queue.unshift({ ask, answer })
      else this.#queue.push({ ask, answer })
      this.#next()
    })
  }

  #next(): void {
    if (this.#current) return
    const waiting = this.#queue.shift()
    if (!waiting) return
    const id = this.#nextId++
    const timer = window.setTimeout(() => this.#giveUp(), PATIENCE_MS)
    this.#current = { id, waiting, timer }
    this.#workerNow().postMessage({ id, ...waiting.ask } satisfies PicturesRequest<Blob>)
  }

  #end(reply: PicturesReply<ImageBitmap>): void {
    const { current } = { current: this.#current }
    if (!current || current.id !== reply.id) return
    window.clearTimeout(current.timer)
    this.#current = undefined
    current.waiting.answer(reply)
    this.#next()
  }

  #giveUp(): void {
    this.#worker?.terminate()
    this.#worker = undefined
    if (!this.#current) return
    const { id, waiting } = this.#current
    const { name } = waiting.ask
    const diagnostic: Diagnostic = { code: 'picture-unreadable', severity: 'error', params: { name } }
    this.#end({ id, kind: 'failed', diagnostic: { ...diagnostic, at: { file: name } } })
  }

  #workerNow(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('../../worker/pictures-engine.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<PicturesReply<ImageBitmap>>) => this.#end(data)
    worker.onerror = (event) => {
      console.error(event.message)
      this.#giveUp()
    }
    this.#worker = worker
    return worker
  }
}

const failureOf = (reply: PicturesReply<ImageBitmap>): Result<never> => {
  if (reply.kind !== 'failed') throw new Error(`the pictures' worker answered ${reply.kind}`)
  return { ok: false, error: reply.diagnostic }
}
