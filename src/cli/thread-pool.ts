/** Jobs on worker threads, one at a time on each. A thread that dies or takes too long is replaced by a new one. */
import { Worker } from 'node:worker_threads'

export type Outcome<Answer> =
  | { kind: 'answer'; answer: Answer }
  | { kind: 'crashed'; detail: string }
  | { kind: 'late' }
  | { kind: 'stopped' }

export interface PoolOptions {
  /** The module that each thread runs: it answers every message with one message. */
  program: URL
  threads: number
  /** How long one job may take. */
  limitMs: number
  /** Once aborted no further job is begun, and one at work has `graceMs` to end before it is `stopped`. */
  stop: AbortSignal
  graceMs: number
}

/** A page's heap. What needs more ends its thread, not the program. */
const LARGEST_HEAP_MB = 1024

/** Runs every job and tells `finish` how it ended, in the order of ending. A thread waits for its `finish`. */
export async function runJobs<Job, Answer>(
  jobs: Iterable<Job>,
  options: PoolOptions,
  finish: (job: Job, outcome: Outcome<Answer>) => Promise<void>,
): Promise<void> {
  const queue = jobs[Symbol.iterator]()
  const lane = async () => {
    let thread: Worker | undefined
    for (let next = queue.next(); !next.done && !options.stop.aborted; next = queue.next()) {
      thread ??= startThread(options.program)
      const outcome = await runOne<Job, Answer>(thread, next.value, options)
      if (outcome.kind !== 'answer') {
        await thread.terminate()
        thread = undefined
      }
      await finish(next.value, outcome)
    }
    await thread?.terminate()
  }
  await Promise.all(Array.from({ length: options.threads }, lane))
}

function startThread(program: URL): Worker {
  const thread = new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: LARGEST_HEAP_MB } })
  // An error that comes after its job was given up has no other listener, and would end the program.
  thread.on('error', () => undefined)
  return thread
}

function runOne<Job, Answer>(thread: Worker, job: Job, options: PoolOptions): Promise<Outcome<Answer>> {
  const { limitMs, graceMs, stop } = options
  return new Promise((resolve) => {
    const end = (outcome: Outcome<Answer>) => {
      clearTimeout(timer)
      stop.removeEventListener('abort', hurry)
      thread.off('message', onAnswer).off('error', onError).off('exit', onExit)
      resolve(outcome)
    }
    const onAnswer = (answer: Answer) => end({ kind: 'answer', answer })
    const onError = (error: unknown) =>
      end({ kind: 'crashed', detail: error instanceof Error ? error.message : String(error) })
    const onExit = (code: number) => end({ kind: 'crashed', detail: `exit ${code}` })
    let timer = setTimeout(() => end({ kind: 'late' }), limitMs)
    const hurry = () => {
      clearTimeout(timer)
      timer = setTimeout(() => end({ kind: 'stopped' }), graceMs)
    }
    stop.addEventListener('abort', hurry)
    thread.on('message', onAnswer).on('error', onError).on('exit', onExit)
    thread.postMessage(job)
  })
}
