/** Going from issue to issue, mending them, signing for them, and signing the page. */
import { blocking, type Issue } from '../../core/preflight/issue.ts'
import {
  type Round,
  SIGNERS,
  type Signer,
  signPage,
  withdrawSignature,
} from '../../core/preflight/page-sign-off.ts'
import { signOff, withdrawSignOff } from '../../core/preflight/sign-off.ts'
import { flyTo } from '../canvas/camera.ts'
import { app } from '../state/app-state.ts'
import { changePage } from '../state/page-session.ts'
import { goToStage } from '../state/reviewing.ts'
import { checkNow } from './live-check.ts'
import { issueId, preflightState, shownIssues } from './preflight-state.ts'

export const chosenIssue = (): Issue | undefined => {
  const { issues, chosen } = preflightState.get()
  return issues.find((issue) => issueId(issue) === chosen)
}

/** Takes an issue in hand, selects what it is about and flies there. */
export function showIssue(issue: Issue): void {
  preflightState.set({ chosen: issueId(issue), signing: null })
  const { article, story, frame, box } = issue.at
  const { page } = app.get()
  const known = frame !== undefined && page?.framesById.has(frame)
  if (known) app.set({ selection: { frame, ...(article && { article }), ...(story && { story }) } })
  else app.set({ selection: null })
  if (box) flyTo([box])
}

/** To the stage, and there to the next or previous issue, round and round. */
export function stepIssue(step: 1 | -1): boolean {
  const state = preflightState.get()
  const listed = shownIssues(state)
  if (listed.length === 0) return false
  const at = listed.findIndex((issue) => issueId(issue) === state.chosen)
  const next = at < 0 ? (step > 0 ? 0 : listed.length - 1) : (at + step + listed.length) % listed.length
  const issue = listed[next]
  if (!issue) return false
  if (app.get().stage === 'review') goToStage('preflight')
  // At once, for the next press of the key; the canvas may be drawn anew and takes its size first.
  preflightState.set({ chosen: issueId(issue) })
  requestAnimationFrame(() => showIssue(issue))
  return true
}

/** Mends the issue as one step, and goes on to the next one. */
export function fixIssue(issue: Issue): boolean {
  const { fix } = issue
  if (!fix) return false
  const next = following(issue)
  const done = changePage({ name: 'fix-issue', values: {} }, (doc) => fix.apply(doc))
  if (!done) return false
  goOn(next)
  return true
}

/** What stands behind an issue in the list, by id: the list is another one when it is mended. */
function following(issue: Issue): string | null {
  const listed = shownIssues(preflightState.get())
  const at = listed.findIndex((each) => issueId(each) === issueId(issue))
  const next = listed[at + 1] ?? listed[at - 1]
  return next ? issueId(next) : null
}

function goOn(next: string | null): void {
  checkNow()
  preflightState.set({ chosen: next, signing: null })
}

/** Errors may be signed for; what is signed for is not asked again as long as it is the same. */
export function signIssue(issue: Issue, by: string, note: string): boolean {
  const next = following(issue)
  const who = { by: by.trim(), at: timeNow(), ...(note.trim() !== '' && { note: note.trim() }) }
  const done = changePage({ name: 'sign-issue', values: {} }, (doc) => signOff(doc, issue, who))
  if (done) goOn(next)
  return done
}

export function withdrawIssue(issue: Issue): boolean {
  const done = changePage({ name: 'withdraw-issue', values: {} }, (doc) => withdrawSignOff(doc, issue))
  if (done) goOn(issueId(issue))
  return done
}

export const signAs = (what: Round | Signer, by: string): boolean =>
  changePage({ name: 'sign-page', values: {} }, (doc) =>
    signPage(doc, what, { by: by.trim(), at: timeNow() }),
  )

export const withdrawAs = (what: Round | Signer): boolean =>
  changePage({ name: 'withdraw-page', values: {} }, (doc) => withdrawSignature(doc, what))

/** 退签, all at once: the page can be changed again, and must be signed anew. */
export const withdrawAll = (): boolean =>
  changePage({ name: 'withdraw-page', values: {} }, (doc) =>
    SIGNERS.reduce<typeof doc>(withdrawSignature, doc),
  )

export const chooseProfile = (id: string): boolean =>
  changePage({ name: 'preflight-profile', values: {} }, (doc) => ({ ...doc, preflightProfile: id }))

/** ISO 8601 with the desk's own offset. */
function timeNow(): string {
  const now = new Date()
  const offset = -now.getTimezoneOffset()
  const two = (n: number) => String(Math.floor(Math.abs(n))).padStart(2, '0')
  const local = new Date(now.getTime() + offset * 60_000).toISOString().slice(0, 19)
  return `${local}${offset < 0 ? '-' : '+'}${two(offset / 60)}:${two(offset % 60)}`
}

/** Errors that stand against printing, by the page as it is now. */
export function errorsNow(): Issue[] {
  checkNow()
  return blocking(preflightState.get().issues)
}

export function goToErrors(): void {
  app.set({ failure: null, dialog: null })
  goToStage('preflight')
  const [first] = blocking(preflightState.get().issues)
  preflightState.set({ filter: 'all' })
  if (first) requestAnimationFrame(() => showIssue(first))
}
