/** The press's worker: prints one page after the other. It listens before the shaping engine is loaded. */
import type { PressReply, PressRequest } from '../shared/press.ts'
import './early-faces.ts'

let queue: Promise<void> = Promise.resolve()

self.onmessage = ({ data: request }: MessageEvent<PressRequest<Blob>>) => {
  queue = queue.then(() => serve(request))
}

const reply = (message: PressReply) => self.postMessage(message)

async function serve({ id, ...order }: PressRequest<Blob>): Promise<void> {
  try {
    const { printPage } = await press
    reply({ id, ...(await printPage(order, (step, count, done) => reply(stepOf(id, step, count, done)))) })
  } catch (error) {
    // A bug: told, so that the window never waits for an answer that won't come.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error(detail)
    const params = { detail: detail.split('\n')[0] ?? '' }
    reply({ id, kind: 'failed', diagnostics: [{ code: 'engine-failed', severity: 'error', params }] })
  }
}

const stepOf = (
  id: number,
  step: Extract<PressReply, { kind: 'step' }>['step'],
  count?: number,
  done?: number,
): PressReply => ({
  id,
  kind: 'step',
  step,
  ...(count !== undefined && { count }),
  ...(done !== undefined && { done }),
})

const press = import('./press.ts')
