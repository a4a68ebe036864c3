/** A value that many may read and few change. */
import { useSyncExternalStore } from 'react'

export interface Store<T> {
  get(): T
  /** With `later` what React shows of it waits until no more such changes come: text is being typed. */
  set(change: Partial<T> | ((state: T) => Partial<T>), when?: 'now' | 'later'): void
  /** Told at once. */
  subscribe(listener: () => void): () => void
  /** The state that React shows, and who is told when that changes. */
  settled: { get(): T; subscribe(listener: () => void): () => void }
}

/** A rest of this length shows what was typed in the panels; without a rest it is shown this often. */
const REST_MS = 200
const LONGEST_MS = 2000

export function createStore<T extends object>(initial: T): Store<T> {
  let state = initial
  let shown = initial
  let timer: ReturnType<typeof setTimeout> | undefined
  let waitingSince = 0
  const listeners = new Set<() => void>()
  const settledListeners = new Set<() => void>()
  const settle = () => {
    clearTimeout(timer)
    timer = undefined
    if (shown === state) return
    shown = state
    for (const listener of settledListeners) listener()
  }
  const settleLater = () => {
    const now = Date.now()
    if (timer === undefined) waitingSince = now
    clearTimeout(timer)
    timer = setTimeout(settle, Math.max(0, Math.min(REST_MS, waitingSince + LONGEST_MS - now)))
  }
  return {
    get: () => state,
    set(change, when = 'now') {
      const part = typeof change === 'function' ? change(state) : change
      const changed = (Object.keys(part) as (keyof T)[]).some((key) => !Object.is(part[key], state[key]))
      if (!changed) return
      state = { ...state, ...part }
      for (const listener of listeners) listener()
      if (when === 'now') settle()
      else settleLater()
    },
    subscribe: (listener) => followed(listeners, listener),
    settled: { get: () => shown, subscribe: (listener) => followed(settledListeners, listener) },
  }
}

function followed(listeners: Set<() => void>, listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Reads a part of the store; `select` must give the same value for the same state. */
export function useStore<T extends object, R>({ settled }: Store<T>, select: (state: T) => R): R {
  return useSyncExternalStore(settled.subscribe, () => select(settled.get()))
}
