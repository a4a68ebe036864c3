/**
 * The engine's worker: takes requests and answers them in order. It listens before anything else is loaded,
 * because the shaping engine awaits its WebAssembly while it is imported and messages that came meanwhile
 * would be lost; the faces are fetched meanwhile.
 */
import './early-faces.ts'
import type { EngineReply, EngineRequest, EngineStage } from '../shared/engine.ts'

let queue: Promise<void> = Promise.resolve()

self.onmessage = ({ data: request }: MessageEvent<EngineRequest>) => {
  queue = queue.then(() => serve(request))
}

const reply = (message: EngineReply) => self.postMessage(message)

async function serve(request: EngineRequest): Promise<void> {
  const { id } = request
  const stage = (name: EngineStage) => reply({ id, kind: 'progress', stage: name })
  try {
    const { answer } = await desk
    reply({ id, ...(await answer(request, stage)) })
  } catch (error) {
    // A bug: told, so that the window never waits for an answer that won't come.
    const detail = error instanceof Error ? (error.stack ?? error.message) : String(error)
    console.error(detail)
    const params = { detail: detail.split('\n')[0] ?? '' }
    reply({ id, kind: 'failed', diagnostics: [{ code: 'engine-failed', severity: 'error', params }] })
  }
}

const desk = import('./desk.ts')
