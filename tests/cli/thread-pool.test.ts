/** What threads may do to the pool: answer, crash, hang, run out of memory. The other jobs go on. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { type Outcome, type PoolOptions, runJobs } from '../../src/cli/thread-pool.ts'

const folder = mkdtempSync(join(tmpdir(), 'banxin-threads-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A thread that does what its job says. */
const PROGRAM = `
import { parentPort, threadId } from 'node:worker_threads'
parentPort.on('message', (job) => {
  if (job === 'throw') throw new Error('a bug')
  if (job === 'reject') return Promise.reject(new Error('a late bug'))
  if (job === 'exit') process.exit(3)
  if (job === 'hang') for (;;) ;
  if (job === 'wait') return
  if (job === 'grow') for (const all = [];;) all.push(new Array(1e6).fill(all.length))
  parentPort.postMessage({ job, threadId })
})`
const program = pathToFileURL(join(folder, 'thread.mjs'))
writeFileSync(program, PROGRAM)

const never = new AbortController().signal
async function run(jobs: string[], options: Partial<PoolOptions> = {}) {
  const outcomes = new Map<string, Outcome<{ job: string; threadId: number }>>()
  const all = { program, threads: 2, limitMs: 20_000, stop: never, graceMs: 50, ...options }
  await runJobs<string, { job: string; threadId: number }>(jobs, all, async (job, outcome) => {
    outcomes.set(job, outcome)
  })
  return outcomes
}

describe('jobs on threads', () => {
  it('are shared by all threads, each job done once', async () => {
    const jobs = Array.from({ length: 200 }, (_, i) => String(i))
    const outcomes = [...(await run(jobs, { threads: 3 })).values()]
    const answers = outcomes.flatMap((outcome) => (outcome.kind === 'answer' ? [outcome.answer] : []))
    expect(answers.map(({ job }) => Number(job)).sort((a, b) => a - b)).toEqual(jobs.map(Number))
    expect(new Set(answers.map(({ threadId }) => threadId)).size).toBeGreaterThan(1)
  })

  it('that crash are told with their reason, and the rest is done', async () => {
    const outcomes = await run(['throw', 'a', 'reject', 'b', 'exit', 'c'], { threads: 1 })
    expect(outcomes.get('throw')).toEqual({ kind: 'crashed', detail: 'a bug' })
    expect(outcomes.get('reject')).toEqual({ kind: 'crashed', detail: 'a late bug' })
    expect(outcomes.get('exit')).toEqual({ kind: 'crashed', detail: 'exit 3' })
    for (const job of ['a', 'b', 'c']) expect(outcomes.get(job)?.kind).toBe('answer')
  })

  it('that never end are given up after the limit, and the rest is done', async () => {
    const outcomes = await run(['hang', 'a'], { threads: 1, limitMs: 1_500 })
    expect(outcomes.get('hang')).toEqual({ kind: 'late' })
    expect(outcomes.get('a')?.kind).toBe('answer')
  })

  it('that need all memory end their own thread only', async () => {
    const outcomes = await run(['grow', 'a'], { threads: 1 })
    expect(outcomes.get('grow')).toMatchObject({ kind: 'crashed' })
    expect(outcomes.get('a')?.kind).toBe('answer')
  })

  it('are not begun once stopped, and one at work is given up after its grace', async () => {
    const stopper = new AbortController()
    setTimeout(() => stopper.abort(), 200)
    const outcomes = await run(['wait', 'never'], { threads: 1, stop: stopper.signal })
    expect([...outcomes]).toEqual([['wait', { kind: 'stopped' }]])
  })
})
