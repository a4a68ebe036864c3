/**
 * Corrections of the source, one after the other: each is drafted by the engine, and the page follows it in one step
 * with it. What is wanted stands in `app`'s `corrections` at once.
 */
import { followDraft } from '../../core/doc/follow-draft.ts'
import type { Correction } from '../../core/reconstruct/types.ts'
import { app, type Toast } from './app-state.ts'
import { engine } from './engine.ts'
import { changePage, type Focus, focusNow, knowReviewed, livePage } from './page-session.ts'
import { refuseSigned } from './signed.ts'

let queue: Promise<void> = Promise.resolve()
let waiting = 0
/** Counts openings: what was asked of a page before the last one is not made. */
let opening = 0

/** Tells two openings apart, for work that begins in one and may end in another. */
export const openingNow = (): number => opening

/** Runs when everything asked before is done; nothing where another page was opened meanwhile. */
export function inTurn(task: () => void | Promise<void>): Promise<void> {
  const asked = opening
  waiting++
  queue = queue
    .then(() => (asked === opening ? task() : undefined))
    .finally(() => {
      waiting--
    })
  return queue
}

/** When the page has all changes: before it is saved or exported. */
export const pageIsCurrent = (): Promise<void> => queue

/** What was asked for is of no use any more: another file is being opened. */
export function forgetAsked(): void {
  opening++
}

export function askForCorrections(corrections: readonly Correction[]): void {
  if (refuseSigned()) return
  app.set({ corrections })
  const focus = focusNow()
  void inTurn(() => correct(corrections, focus))
}

/** Whether nothing more was asked for than what is being done. */
export const isLastInTurn = (): boolean => waiting <= 1

async function correct(corrections: readonly Correction[], focus: Focus): Promise<void> {
  const live = livePage()
  if (!live) return
  const asked = opening
  const before = live.corrections
  const answer = await engine.draft(before, corrections, live.doc.setup)
  if (asked !== opening) return
  if (!answer?.ok) {
    app.set(({ page, review }) => ({
      corrections: live.corrections,
      review: { ...review, decided: NONE },
      ...(answer &&
        page && {
          failure: { job: 'correct', file: page.name, diagnostics: answer.diagnostics },
          toast: null,
        }),
    }))
    return
  }
  knowReviewed(corrections, answer.value)
  const { doc, stray, unfitted } = followDraft(answer.value.before, answer.value.after, live.doc)
  changePage({ name: 'correct' }, () => doc, { corrections, focus })
  if (stray > 0) tell('correct.stray', stray)
  else if (unfitted > 0) tell('correct.unfitted', unfitted)
  if (isLastInTurn()) app.set(({ review }) => ({ review: { ...review, decided: NONE } }))
}

const NONE: ReadonlySet<string> = new Set()

const tell = (text: Toast['text'], n: number): void => app.set({ toast: { text, values: { n }, warn: true } })
