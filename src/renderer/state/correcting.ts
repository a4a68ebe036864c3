/**
 * Brings the page after the list of corrections. One request is under way at a time and always the newest list
 * goes next, so that quick decisions never queue up pages that nobody will see.
 */
import type { Correction } from '../../core/reconstruct/types.ts'
import { app } from './app-state.ts'
import { engine } from './engine.ts'
import { buildPageModel } from './page-model.ts'

let wanted: readonly Correction[] | undefined
let running: Promise<void> | undefined
/** Counts openings: a page that was asked for before the last one is not shown. */
let opening = 0

export function askForPage(corrections: readonly Correction[]): void {
  wanted = corrections
  running ??= run().finally(() => {
    running = undefined
  })
}

/** When the page has all corrections: before it is saved or exported. */
export const pageIsCurrent = (): Promise<void> => running ?? Promise.resolve()

/** What was asked for is of no use any more: another file is being opened. */
export function forgetAsked(): void {
  opening++
  wanted = undefined
}

async function run(): Promise<void> {
  while (wanted) {
    const corrections = wanted
    const asked = opening
    wanted = undefined
    const answer = await engine.correct(corrections)
    if (asked !== opening) continue
    const { page } = app.get()
    if (!page) return
    if (!answer?.ok) {
      if (!wanted) giveUp(page.corrections)
      if (answer)
        app.set({
          failure: { job: 'correct', file: page.name, diagnostics: answer.diagnostics },
          toast: null,
        })
      continue
    }
    const next = buildPageModel(page.name, { ...answer.value, corrections: [...corrections] })
    app.set(({ selection, review }) => ({
      page: next,
      selection: selection?.frame !== undefined && !next.framesById.has(selection.frame) ? null : selection,
      ...(!wanted && { review: { ...review, decided: NONE } }),
    }))
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The page could not be made: the steps that it does not have are taken back. */
function giveUp(applied: readonly Correction[]): void {
  app.set(({ history, review }) => {
    const at = history.past.findLastIndex(({ corrections }) => same(corrections, applied))
    const past = at < 0 ? history.past : history.past.slice(0, at)
    return { history: { past, present: applied, future: [] }, review: { ...review, decided: NONE } }
  })
}

const same = (a: readonly Correction[], b: readonly Correction[]): boolean =>
  a.length === b.length && JSON.stringify(a) === JSON.stringify(b)
