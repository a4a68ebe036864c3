import { beforeEach, describe, expect, test, vi } from 'vitest'
import { makeBridge } from '../world/bridge.js'

type Bridge = ReturnType<typeof makeBridge>

let preload: Bridge
let page: Bridge
let target: EventTarget

beforeEach(() => {
  target = new EventTarget()
  preload = makeBridge({ target, token: 'secret', sends: 'preload', receives: 'page' })
  page = makeBridge({ target, token: 'secret', sends: 'page', receives: 'preload' })
})

/** What the page sees of a value that the preload exposes. */
// biome-ignore lint/suspicious/noExplicitAny: values of every shape cross the bridge
const expose = (value: unknown): any => page.unwrap(preload.wrap(value), true)

describe('what the page sees', () => {
  test('a call runs on the other side and returns at once', () => {
    const api = expose({ add: (a: number, b: number) => a + b })
    expect(api.add(40, 2)).toBe(42)
  })

  test('functions inside arguments and results can be called back', () => {
    const api = expose({ twice: (action: (x: number) => number) => (x: number) => action(action(x)) })
    expect(api.twice((x: number) => x * 3)(2)).toBe(18)
  })

  test('calls may nest in both directions', () => {
    const api = expose({
      down: (n: number, other: (n: number) => number): number => (n === 0 ? 0 : other(n - 1) + 1),
    })
    const down = (n: number): number => api.down(n, down)
    expect(down(6)).toBe(6)
  })

  test('objects and arrays are frozen all the way down', () => {
    const api = expose({ list: [{ inner: 1 }] })
    expect([api, api.list, api.list[0]].every(Object.isFrozen)).toBe(true)
  })

  test('an error thrown on the other side is thrown here, as a plain Error', () => {
    const api = expose({
      fail: () => {
        throw new TypeError('no')
      },
    })
    expect(() => api.fail()).toThrow(new Error('no'))
  })

  test('promises settle across the bridge', async () => {
    const api = expose({
      later: async (value: unknown) => value,
      never: () => Promise.reject(new Error('refused')),
    })
    await expect(api.later({ ok: true })).resolves.toEqual({ ok: true })
    await expect(api.never()).rejects.toThrow('refused')
  })

  test('bytes cross as they are', () => {
    expect(expose(new Uint8Array([1, 2]))).toEqual(new Uint8Array([1, 2]))
  })
})

test('symbols and bottomless nesting are refused as Electron refuses them', () => {
  expect(() => preload.wrap(Symbol('s'))).toThrow('Unsupported type: symbol')
  const circle: Record<string, unknown> = {}
  circle.self = circle
  expect(() => preload.wrap(circle)).toThrow('recursion depth exceeded')
})

test('other messages go to the listener, and no one without the token hears any', () => {
  const heard = vi.fn()
  const stranger = vi.fn()
  preload.onMessage(heard)
  target.addEventListener('guess:page', stranger)
  // The bridge stops its events, so a listener that the page adds later hears nothing either.
  target.addEventListener('secret:page', stranger)
  page.send({ kind: 'open', url: 'https://example.com/' })
  expect(heard).toHaveBeenCalledWith({ kind: 'open', url: 'https://example.com/' })
  expect(stranger).not.toHaveBeenCalled()
})
