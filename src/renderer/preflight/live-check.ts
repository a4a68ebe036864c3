/**
 * Checks the page as it is changed: a moment after the last change, when the window has nothing else to do. The
 * engine says once what the page's fonts and pictures are.
 */
import type { PageDoc } from '../../core/doc/schema.ts'
import { preflight } from '../../core/preflight/preflight.ts'
import { rulesInForce } from '../../core/preflight/profile.ts'
import type { PageFacts } from '../../core/preflight/view.ts'
import { origins } from '../pictures/origins.ts'
import { readFiles } from '../pictures/shelf.ts'
import { app } from '../state/app-state.ts'
import { engine } from '../state/engine.ts'
import type { PageModel } from '../state/page-model.ts'
import { queueOf } from '../state/reviewing.ts'
import { type PreflightState, preflightState } from './preflight-state.ts'
import { ownProfiles, profileOf } from './profiles.ts'

const REST_MS = 300
/** A window that is never idle is checked all the same. */
const LATEST_MS = 2000

const NONE: PreflightState['issues'] = []

let timer = 0
let idle = 0
let checked:
  | { page: PageModel; facts: PageFacts; doubts: number; profiles: unknown; origins: unknown }
  | undefined
let asked: unknown

export function followPage(): () => void {
  const stops = [
    app.subscribe(wish),
    preflightState.subscribe(wish),
    ownProfiles.subscribe(wish),
    origins.subscribe(wish),
  ]
  wish()
  return () => {
    for (const stop of stops) stop()
    forget()
  }
}

function forget(): void {
  window.clearTimeout(timer)
  window.cancelIdleCallback(idle)
}

/** The page is to be checked if it is another one than was checked. */
function wish(): void {
  const { page } = app.get()
  if (!page) {
    checked = undefined
    preflightState.set({ issues: NONE, checking: false })
    return
  }
  if (isChecked(page)) return
  const first = checked === undefined || checked.page.name !== page.name
  if (!preflightState.get().live && !first) return
  forget()
  preflightState.set({ checking: true })
  timer = window.setTimeout(() => {
    idle = window.requestIdleCallback(checkNow, { timeout: LATEST_MS })
  }, REST_MS)
}

const isChecked = (page: PageModel): boolean =>
  checked?.page === page &&
  checked.facts === preflightState.get().facts &&
  checked.doubts === queueOf(app.get()).length &&
  checked.profiles === ownProfiles.get().own &&
  checked.origins === origins.get().states

/** At once; what is not known of pictures and fonts is asked for and checked when it is there. */
export function checkNow(): void {
  forget()
  const { page } = app.get()
  if (!page) return
  const { facts } = preflightState.get()
  const { own: profiles } = ownProfiles.get()
  const doubts = queueOf(app.get()).map(({ code, at }) => ({ id: `${code}:${at.line}`, line: at.line }))
  const profile = profileOf(page.doc)
  const issues = preflight(page.doc, page.composition, { ...withOrigins(facts), doubts }, profile)
  checked = { page, facts, doubts: doubts.length, profiles, origins: origins.get().states }
  preflightState.set({ issues, rules: rulesInForce(profile).length, checking: false })
  void askForFacts(page.doc)
}

/** With what has become of the pictures' files on the desk's disk. */
function withOrigins(facts: PageFacts): PageFacts {
  const { states } = origins.get()
  if (!facts.pictures || Object.keys(states).length === 0) return facts
  const pictures = Object.entries(facts.pictures).map(([id, fact]) => {
    const origin = states[id]
    return [id, origin ? { ...fact, origin } : fact] as const
  })
  return { ...facts, pictures: Object.fromEntries(pictures) }
}

async function askForFacts(doc: PageDoc): Promise<void> {
  const about = JSON.stringify([Object.keys(doc.assets ?? {}), faces(doc)])
  if (asked === about || app.get().work !== null) return
  asked = about
  const answer = await engine.facts(doc, await readFiles(doc.assets))
  if (answer?.ok) preflightState.set({ facts: answer.value })
  else asked = undefined
}

const faces = (doc: PageDoc): string[] => [
  ...new Set(Object.values(doc.paragraphStyles).map(({ face }) => face)),
]
