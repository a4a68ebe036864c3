/** The press's worker as a promise. Cancelling stops the worker itself, whatever it is at. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { PressOrder, PressReply, PressRequest, PressStep } from '../../shared/press.ts'

export type Printed =
  | { ok: true; bytes: Uint8Array; warnings: readonly Diagnostic[] }
  | { ok: false; diagnostics: readonly Diagnostic[] }

export type OnPressStep = (step: PressStep, count?: number, done?: number) => void

export class Press {
  #worker: Worker | undefined
  #nextId = 1
  #stop: ((diagnostics: readonly Diagnostic[] | undefined) => void) | undefined

  /** Loads fonts while the dialog is read. */
  warm(): void {
    this.#workerNow()
  }

  /** Undefined when it was cancelled. One at a time. */
  print(order: PressOrder<Blob>, onStep: OnPressStep): Promise<Printed | undefined> {
    const worker = this.#workerNow()
    const id = this.#nextId++
    return new Promise((resolve) => {
      const end = (printed: Printed | undefined) => {
        this.#stop = undefined
        worker.onmessage = null
        resolve(printed)
      }
      this.#stop = (diagnostics) => end(diagnostics && { ok: false, diagnostics })
      worker.onmessage = ({ data }: MessageEvent<PressReply>) => {
        if (data.id !== id) return
        if (data.kind === 'step') onStep(data.step, data.count, data.done)
        else if (data.kind === 'written') end({ ok: true, bytes: data.bytes, warnings: data.warnings })
        else end({ ok: false, diagnostics: data.diagnostics })
      }
      worker.postMessage({ id, ...order } satisfies PressRequest<Blob>)
    })
  }

  /** Stops what is being printed, and gives back the memory. */
  stop(diagnostics?: readonly Diagnostic[]): void {
    this.#worker?.terminate()
    this.#worker = undefined
    this.#stop?.(diagnostics)
  }

  #workerNow(): Worker {
    if (this.#worker) return this.#worker
    const worker = new Worker(new URL('../../worker/press-engine.ts', import.meta.url), { type: 'module' })
    worker.onerror = (event) => {
      console.error(event.message)
      this.stop([{ code: 'engine-stopped', severity: 'error' }])
    }
    this.#worker = worker
    return worker
  }
}
