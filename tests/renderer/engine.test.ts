/** The engine's worker may hang or die; the window may not. */
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { EngineReply, EngineRequest } from '../../src/shared/engine.ts'

class FakeWorker {
  static all: FakeWorker[] = []
  onmessage: ((event: { data: EngineReply }) => void) | null = null
  onerror: ((event: { message: string }) => void) | null = null
  asked: EngineRequest[] = []
  ended = false
  constructor() {
    FakeWorker.all.push(this)
  }
  postMessage(request: EngineRequest) {
    this.asked.push(request)
  }
  terminate() {
    this.ended = true
  }
  reply(part: Partial<EngineReply>) {
    this.onmessage?.({ data: { id: this.asked.at(-1)?.id, ...part } as EngineReply })
  }
}
vi.stubGlobal('Worker', FakeWorker)
const { Engine } = await import('../../src/renderer/engine.ts')

beforeEach(() => {
  FakeWorker.all = []
  vi.useFakeTimers()
})
afterEach(() => vi.useRealTimers())
const worker = () => FakeWorker.all.at(-1) as FakeWorker
const opened = { kind: 'opened' as const, page: {} as never }

it('ends a worker that gives no sign, says so, and goes on with another', async () => {
  const engine = new Engine()
  const hostile = engine.open('hostile.banxin', new Uint8Array())
  await vi.advanceTimersByTimeAsync(29_000)
  worker().reply({ kind: 'progress', stage: 'read' })
  await vi.advanceTimersByTimeAsync(29_000)
  expect(worker().ended).toBe(false)
  await vi.advanceTimersByTimeAsync(2000)
  expect(await hostile).toMatchObject({
    ok: false,
    diagnostics: [{ code: 'engine-too-slow', params: { seconds: 30 } }],
  })
  const next = engine.open('page.banxin', new Uint8Array())
  await vi.advanceTimersByTimeAsync(0)
  expect(FakeWorker.all).toHaveLength(2)
  worker().reply(opened)
  expect(await next).toMatchObject({ ok: true })
})

it('brings the open page back after another file hung the worker', async () => {
  const engine = new Engine()
  const first = engine.open('page.banxin', new Uint8Array())
  await vi.advanceTimersByTimeAsync(0)
  worker().reply(opened)
  await first
  const peek = engine.peek('hostile.banxin', new Uint8Array())
  await vi.advanceTimersByTimeAsync(31_000)
  expect(await peek).toMatchObject({ ok: false })
  void engine.source()
  await vi.advanceTimersByTimeAsync(0)
  expect(worker().asked.at(-1)).toMatchObject({ kind: 'open', name: 'page.banxin' })
})

it('says that the worker died', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const engine = new Engine()
  const open = engine.open('page.banxin', new Uint8Array())
  await vi.advanceTimersByTimeAsync(0)
  worker().onerror?.({ message: 'out of memory' })
  expect(await open).toMatchObject({ ok: false, diagnostics: [{ code: 'engine-stopped' }] })
})
