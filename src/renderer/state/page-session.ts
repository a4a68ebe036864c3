/**
 * The page being edited: the live document, its composition after every change, and what its source says. The rest
 * of the window reads `app`'s `page` and changes it here, by named steps.
 */
import { LivePage, type Step, type StepExtras } from '../../core/doc/live/live-page.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Correction } from '../../core/reconstruct/types.ts'
import type { OpenedPage, ReviewedSource } from '../../shared/engine.ts'
import type { MessageKey } from '../../shared/messages.ts'
import { addOutlines } from '../canvas/glyph-paths.ts'
import { shelvePictures } from '../pictures/shelf.ts'
import { textState, typing } from '../text/text-state.ts'
import { app, type Selection, type Toast } from './app-state.ts'
import { engine } from './engine.ts'
import { adoptFile, resumeJournal } from './page-file.ts'
import { followPage } from './page-journal.ts'
import { buildPageModel, type PageModel, paragraphText } from './page-model.ts'
import type { ReviewFocus } from './review-state.ts'
import { refuseSigned } from './signed.ts'
import { TypeSetter } from './type-setter.ts'

/** A step that has words: `step.<name>` in the catalogue. */
export type StepName = MessageKey extends infer K ? (K extends `step.${infer N}` ? N : never) : never
export interface NamedStep extends Step {
  name: StepName
}

/** Where the eyes are; undo leads back there. */
export interface Focus {
  review: ReviewFocus
  selection: Selection | null
}

interface Session {
  name: string
  live: LivePage
  source: OpenedPage['source']
  /** What the source says, by the corrections made of it. */
  reviewed: Map<string, ReviewedSource>
}

let session: Session | undefined
const setter = new TypeSetter()

export const livePage = (): LivePage | undefined => session?.live

/** Composes on the window's thread; its shaper is there once the first page is painted. */
export const typeSetter = (): TypeSetter => setter

/** Where a page comes from: its file's token, or the journal that it goes on with. */
export interface PageOrigin {
  token?: string
  recovered?: { live: LivePage; entries: readonly Uint8Array[]; id: string; copy: boolean }
}

/** Makes a page that the engine has opened the one being edited. */
export function startSession(
  name: string,
  opened: OpenedPage,
  { token, recovered }: PageOrigin = {},
): PageModel {
  const live = recovered?.live ?? LivePage.from(opened.doc, opened.corrections, { focus: focusNow })
  session?.live.destroy()
  session = { name, live, source: opened.source, reviewed: new Map() }
  const isRead = opened.reconstruction !== undefined || opened.source === undefined
  if (isRead) knowReviewed(opened.corrections, opened)
  addOutlines(opened.outlines)
  shelvePictures(opened.pictures)
  live.onChange(refresh)
  const doc = live.doc
  const model = modelOf(session, doc, opened.composition)
  app.set({ page: model, corrections: live.corrections, ...placeOf(live), savedPlace: 0 })
  followPage(live, name, recovered?.entries)
  void (recovered ? resumeJournal(recovered.id, recovered.copy) : adoptFile(token))
  // The page is painted first; then what can be done to it, then what its source says.
  const now = session
  const goOn = async () => {
    await setter.load(doc)
    refresh()
    if (isRead) return
    await reviewSource(now)
    const { page } = app.get()
    const notice = session === now && page && unappliedNotice(page)
    if (notice) app.set({ toast: notice })
  }
  requestAnimationFrame(() => setTimeout(() => void goOn()))
  return model
}

/** A correction that no longer fits is kept; that it does nothing must not go unseen. */
export function unappliedNotice({ unapplied }: PageModel): Toast | null {
  return unapplied.length > 0
    ? { text: 'review.unapplied-notice', values: { n: unapplied.length }, settled: true }
    : null
}

/** The page's file has another name now. */
export function renamePage(name: string): void {
  if (!session) return
  session.name = name
  app.set(({ page }) => ({ page: page && { ...page, name } }))
}

export function focusNow(): Focus {
  const { review, selection } = app.get()
  const { doubt, choice, selection: text } = review
  return { review: { doubt, choice, selection: text }, selection }
}

/** Of these a page that is signed is free. */
const SIGNING: readonly StepName[] = [
  'sign-issue',
  'withdraw-issue',
  'sign-page',
  'withdraw-page',
  'preflight-profile',
]

/** One undoable step. False: nothing was different, or the page is signed. */
export function changePage(step: NamedStep, edit: (doc: PageDoc) => PageDoc, extras?: StepExtras): boolean {
  if (!session || (!SIGNING.includes(step.name) && refuseSigned())) return false
  return session.live.change(step, edit, extras)
}

/** Shows the page as it would be, while a drag is under way, without writing it; null shows it as it is. */
export function previewPage(doc: PageDoc | null): void {
  if (!session) return
  const shown = doc ?? session.live.doc
  const composition = setter.compose(shown)
  if (composition) app.set({ page: modelOf(session, shown, composition) })
}

/**
 * The page as it would be, for the canvas alone: while a hand drags, panels that followed every move would take longer
 * than a frame of the screen lasts. Undefined while the window has no shaper yet.
 */
export function previewModel(doc: PageDoc): PageModel | undefined {
  const composition = session && setter.compose(doc)
  return session && composition && modelOf(session, doc, composition)
}

/** What the source says with some corrections; kept for when undo comes back to them. */
export function knowReviewed(
  corrections: readonly Correction[],
  { reconstruction, unapplied }: ReviewedSource,
): void {
  session?.reviewed.set(JSON.stringify(corrections), { unapplied, ...(reconstruction && { reconstruction }) })
}

/** The page anew after a change. */
function refresh(): void {
  if (!session) return
  const { live } = session
  const { doc } = live
  const before = app.get().page
  if (!before) return
  const composition = setter.compose(doc)
  // Until its faces are here the page keeps its old lines; what it holds is known at once.
  const page = modelOf(session, doc, composition ?? before.composition)
  app.set(
    ({ selection }) => ({
      page,
      ...placeOf(live),
      selection: selectionIn(page, selection, before),
    }),
    typing.now ? 'later' : 'now',
  )
  if (page.corrections !== before.corrections) void reviewSource(session)
  void completeFaces(session, doc, composition === undefined)
}

/** Undo may come back to corrections whose source was never read in this session. */
async function reviewSource(now: Session): Promise<void> {
  const { corrections } = now.live
  if (session !== now || !now.source || now.reviewed.has(JSON.stringify(corrections))) return
  const answer = await engine.review(corrections)
  if (!answer?.ok || session !== now) return
  knowReviewed(corrections, answer.value)
  refresh()
}

/** Before the first shaper is here, with a face of its own, or when a character that is not common was typed. */
async function completeFaces(now: Session, doc: PageDoc, missing: boolean): Promise<void> {
  if ((!missing && !(await setter.wantsWhole(doc))) || session !== now) return
  await setter.load(doc)
  if (session === now) refresh()
}

function modelOf(
  { name, live, source, reviewed }: Session,
  doc: PageDoc,
  composition: PageModel['composition'],
) {
  const { corrections } = live
  const shown = app.get().page
  const said = reviewed.get(JSON.stringify(corrections)) ?? (shown?.source === source ? shown : undefined)
  return buildPageModel(name, {
    doc,
    composition,
    corrections,
    unapplied: [...(said?.unapplied ?? [])],
    ...(source && { source }),
    ...(said?.reconstruction && { reconstruction: said.reconstruction }),
  })
}

const placeOf = (live: LivePage) => ({ steps: live.steps, place: live.place })

/** What is selected, as far as the new page has it. */
function selectionIn(next: PageModel, selection: Selection | null, before: PageModel): Selection | null {
  if (selection?.frame !== undefined && !next.framesById.has(selection.frame)) return null
  if (selection?.frames)
    return { ...selection, frames: selection.frames.filter((id) => next.framesById.has(id)) }
  if (selection?.paragraph === undefined || selection.story === undefined) return selection
  // The caret says itself where it is.
  if (selection.story === textState.get().story) return selection
  const { paragraph: index, ...rest } = selection
  const textIn = ({ doc }: PageModel) => {
    const paragraph = doc.stories[selection.story ?? '']?.paragraphs[index ?? -1]
    return paragraph && paragraphText(paragraph)
  }
  return textIn(next) === textIn(before) ? selection : rest
}
