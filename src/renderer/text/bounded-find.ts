/** Finding that always ends: plain text at once, a pattern in a worker that is stopped when it takes too long. */

import { fail, type Result } from '../../core/diagnostics.ts'
import { type FindQuery, type Found, findInPage } from '../../core/doc/commands/find.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { FindTask } from './find-worker.ts'

const MOST_MS = 1500

let worker: Worker | undefined
let stopRunning: (() => void) | undefined

/** Errors: those of `findInPage`, and `find-too-slow`. Undefined: a later search took its place. */
export async function findBounded(doc: PageDoc, query: FindQuery): Promise<Result<Found[]> | undefined> {
  stopRunning?.()
  if (!query.regex) return findInPage(doc, query)
  worker ??= new Worker(new URL('./find-worker.ts', import.meta.url), { type: 'module' })
  const asked = worker
  return new Promise((resolve) => {
    const end = (answer: Result<Found[]> | undefined, stopped: boolean) => {
      window.clearTimeout(timer)
      stopRunning = undefined
      if (stopped) {
        asked.terminate()
        worker = undefined
      }
      resolve(answer)
    }
    const timer = window.setTimeout(
      () => end(fail('find-too-slow', { params: { pattern: query.text } }), true),
      MOST_MS,
    )
    stopRunning = () => end(undefined, true)
    asked.onmessage = ({ data }: MessageEvent<Result<Found[]>>) => end(data, false)
    const { articles, stories } = doc
    asked.postMessage({ page: { articles, stories }, query } satisfies FindTask)
  })
}
