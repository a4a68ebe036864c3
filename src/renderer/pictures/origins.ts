/** Whether the files that the page's pictures came from are still there, and still the same. */
import type { PageDoc } from '../../core/doc/schema.ts'
import { main } from '../bridge.ts'
import { app } from '../state/app-state.ts'
import { createStore } from '../state/store.ts'

export type OriginState = 'gone' | 'changed'

interface Origins {
  /** By asset; those whose file is as it was are not in it. */
  states: Readonly<Record<string, OriginState>>
}

export const origins = createStore<Origins>({ states: {} })

/** Some file systems keep even seconds only. */
const SAME_TIME_MS = 2000

async function checkOrigins(): Promise<void> {
  const { page } = app.get()
  const asked = originsIn(page?.doc.assets)
  const stamps =
    asked.length === 0
      ? []
      : await main.ask(
          'picture:check',
          asked.map(({ path }) => path),
        )
  const states: Record<string, OriginState> = {}
  asked.forEach(({ id, size, modifiedMs }, i) => {
    const stamp = stamps[i]
    if (!stamp) states[id] = 'gone'
    else if (stamp.size !== size || Math.abs(stamp.modifiedMs - modifiedMs) > SAME_TIME_MS)
      states[id] = 'changed'
  })
  const before = origins.get().states
  if (JSON.stringify(before) !== JSON.stringify(states)) origins.set({ states })
}

const originsIn = (assets: PageDoc['assets']) =>
  Object.entries(assets ?? {}).flatMap(([id, { origin }]) => (origin ? [{ id, ...origin }] : []))

/** Looks again whenever the window comes to the front and whenever the page has other pictures. */
export function followOrigins(): () => void {
  let seen: PageDoc['assets']
  const follow = () => {
    const assets = app.get().page?.doc.assets
    if (assets === seen) return
    seen = assets
    void checkOrigins()
  }
  const onFocus = () => void checkOrigins()
  window.addEventListener('focus', onFocus)
  const unsubscribe = app.subscribe(follow)
  follow()
  return () => {
    window.removeEventListener('focus', onFocus)
    unsubscribe()
  }
}
