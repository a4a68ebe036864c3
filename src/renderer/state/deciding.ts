/** What 复核 decides, said aloud, and undo over all steps. */
import type { Correction, Role } from '../../core/reconstruct/types.ts'
import { isMessage } from '../../shared/messages.ts'
import { describeCorrections } from '../review/describe.ts'
import { currentIndex, decide, doubtKey, doubtsAt, followingKey } from '../review/doubt-queue.ts'
import * as edits from '../review/edits.ts'
import { selectSpans } from '../review/text-selection.ts'
import { type AppState, app } from './app-state.ts'
import { askForCorrections, inTurn, isLastInTurn } from './correcting.ts'
import { type Focus, livePage } from './page-session.ts'
import type { ReviewState } from './review-state.ts'
import { modelOf, queueOf, setReview, showDoubt } from './reviewing.ts'
import { refuseSigned } from './signed.ts'
import { sayNow } from './words.ts'

/** Takes the reading that is ticked and goes on to the next doubt. */
export function acceptDoubt(): boolean {
  const state = app.get()
  const { review, page } = state
  const queue = queueOf(state)
  const at = currentIndex(queue, review.doubt)
  const doubt = queue[at]
  if (!doubt || !page) return false
  if (inSource() && review.selection && doubtsAt([doubt], review.selection.spans).length === 0) {
    // The eyes are on another line: what stands at the side must not be taken by mistake.
    return false
  }
  const made = decide(doubt, doubt.readings[review.choice])
  const next = followingKey(queue, at)
  commit([...state.corrections, ...made])
  setReview({ decided: new Set([...review.decided, doubtKey(doubt)]) })
  const following = queueOf(app.get()).find((each) => doubtKey(each) === next)
  if (following) showDoubt(following)
  else setReview({ doubt: null, choice: 0, selection: selectSpans(doubt.from) })
  return true
}

const inSource = (): boolean => document.activeElement?.closest('[data-region="source"]') !== null

/** What can be done to the selected text. */
export type TextEdit = 'new' | 'split' | 'break' | 'join' | 'up' | 'down'

const EDITS: Record<TextEdit, (context: edits.EditContext, selection: Selected) => Correction[]> = {
  new: edits.newArticle,
  split: edits.splitHere,
  break: edits.breakHere,
  join: edits.joinBefore,
  up: (context, selection) => edits.moveParagraph(context, selection, -1),
  down: (context, selection) => edits.moveParagraph(context, selection, 1),
}

type Selected = NonNullable<ReviewState['selection']>

export const canEdit = (state: AppState, edit: TextEdit): boolean =>
  correctionsOf(state, EDITS[edit]).length > 0
export const editText = (edit: TextEdit): boolean => commitMade(EDITS[edit])

export const canBecome = (state: AppState, role: Role): boolean =>
  correctionsOf(state, (context, selection) => edits.changeRole(context, selection, role)).length > 0
export const becomeRole = (role: Role): boolean =>
  commitMade((context, selection) => edits.changeRole(context, selection, role))

export const moveToArticle = (id: string): boolean =>
  commitMade((context, selection) => {
    const article = edits.articleById(context, id)
    return article ? edits.moveTo(context, selection, article) : []
  })

/** Puts the article of the selected text into another one. */
export const mergeIntoArticle = (id: string): boolean =>
  commitMade((context) => {
    const article = edits.articleById(context, selectedArticle(app.get()))
    const into = edits.articleById(context, id)
    return article && into ? edits.mergeInto(article, into) : []
  })

/** The article that the selection stands in. */
export function selectedArticle(state: Pick<AppState, 'page' | 'review'>): string | undefined {
  const [span] = state.review.selection?.spans ?? []
  const row = span && modelOf(state)?.rows[span.line - 1]
  const piece = row?.pieces.find(
    ({ start, end, owner }) => owner?.article && start <= span!.start && end > span!.start,
  )
  return piece?.owner?.article ?? row?.main?.article
}

type Make = (context: edits.EditContext, selection: Selected) => Correction[]

function correctionsOf(state: AppState, make: Make): Correction[] {
  const model = modelOf(state)
  const { selection } = state.review
  return model && selection ? make(model, selection) : []
}

function commitMade(make: Make): boolean {
  const made = correctionsOf(app.get(), make)
  if (made.length > 0) commit([...app.get().corrections, ...made])
  return made.length > 0
}

/** Makes a decision undone without touching those that came after it. */
export const takeBack = (correction: Correction): void =>
  commit(app.get().corrections.filter((each) => each !== correction))

function commit(corrections: readonly Correction[]): void {
  if (refuseSigned()) return
  announceCorrections('review.said.done', app.get().corrections, corrections)
  askForCorrections(corrections)
}

export const undoStep = (): void => travelSteps(-1)
export const redoStep = (): void => travelSteps(1)

/** Several steps at once, backwards where negative: as the list of steps asks. */
export function travelSteps(count: number): void {
  // Not even a signature goes by the way: it is withdrawn by name.
  if (refuseSigned()) return
  void inTurn(() => {
    for (let i = 0; i < Math.abs(count); i++) if (!travel(count < 0 ? 'undo' : 'redo')) return
  })
}

/** Back or forth through the page's history, to where the eyes were. */
function travel(way: 'undo' | 'redo'): boolean {
  const live = livePage()
  const before = live?.corrections
  const led = live?.[way]()
  if (!live || !led || !before) return false
  const key = way === 'undo' ? 'review.said.undone' : 'review.said.redone'
  const { corrections } = live
  if (corrections === before) {
    const text = `step.${led.step.name}`
    const what = isMessage(text) ? sayNow()(text, led.step.values) : led.step.name
    setReview({ said: { key, values: { what } } })
  } else if (way === 'undo') announceCorrections(key, corrections, before)
  else announceCorrections(key, before, corrections)
  app.set({ corrections })
  lookBack(led.focus as Focus | undefined)
  return true
}

function lookBack(focus: Focus | undefined): void {
  if (!focus) return
  const { review, page } = app.get()
  const decided = new Set(isLastInTurn() ? [] : review.decided)
  if (focus.review.doubt !== null) decided.delete(focus.review.doubt)
  setReview({ ...focus.review, decided, reveal: review.reveal + 1 })
  const frame = focus.selection?.frame
  if (frame === undefined || page?.framesById.has(frame)) app.set({ selection: focus.selection })
}

type SaidKey = 'review.said.done' | 'review.said.undone' | 'review.said.redone'

/** What was done to corrections, in words. */
function announceCorrections(
  key: SaidKey,
  before: readonly Correction[],
  after: readonly Correction[],
): void {
  const model = modelOf(app.get())
  const added = after.filter((each) => !before.includes(each))
  const removed = before.filter((each) => !after.includes(each))
  if (!model || added.length + removed.length === 0) return
  const taken = added.length === 0
  const what = describeCorrections(taken ? removed : added, model.lines, sayNow())
  setReview({
    said: { key: taken && key === 'review.said.done' ? 'review.said.taken-back' : key, values: { what } },
  })
}
