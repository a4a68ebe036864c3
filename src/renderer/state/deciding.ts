/** Every change: recorded for undo, said aloud, and the page asked for; and those that 复核 makes. */
import type { Correction, Role } from '../../core/reconstruct/types.ts'
import { describeCorrections } from '../review/describe.ts'
import { currentIndex, decide, doubtKey, doubtsAt, followingKey } from '../review/doubt-queue.ts'
import * as edits from '../review/edits.ts'
import { selectSpans } from '../review/text-selection.ts'
import { type AppState, app } from './app-state.ts'
import { askForPage } from './correcting.ts'
import { describeEdits } from './edit-words.ts'
import { type Changes, difference, record, redo, undo } from './history.ts'
import type { ReviewState } from './review-state.ts'
import { focusOf, modelOf, queueOf, setReview, showDoubt } from './reviewing.ts'
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
  commit([...state.history.present.corrections, ...made])
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
  if (made.length > 0) commit([...app.get().history.present.corrections, ...made])
  return made.length > 0
}

/** Makes a decision undone without touching those that came after it. */
export const takeBack = (correction: Correction): void =>
  commit(app.get().history.present.corrections.filter((each) => each !== correction))

function commit(corrections: readonly Correction[]): void {
  const { edits } = app.get().history.present
  commitChanges({ corrections, edits })
}

/** One step for undo: recorded, said aloud, and its page asked for. */
export function commitChanges(next: Changes): void {
  const { history, review } = app.get()
  announce('review.said.done', history.present, next)
  app.set({ history: record(history, next, focusOf(review)) })
  askForPage(next)
}

export const undoStep = (): void => travel(undo, 'review.said.undone')
export const redoStep = (): void => travel(redo, 'review.said.redone')

function travel(move: typeof undo<ReturnType<typeof focusOf>>, key: SaidKey): void {
  const { history, review } = app.get()
  const moved = move(history, focusOf(review))
  if (!moved) return
  const { present } = moved.history
  if (move === undo) announce(key, present, history.present)
  else announce(key, history.present, present)
  const decided = new Set(review.decided)
  if (moved.focus.doubt !== null) decided.delete(moved.focus.doubt)
  app.set({ history: moved.history })
  setReview({ ...moved.focus, decided, reveal: review.reveal + 1 })
  askForPage(present)
}

type SaidKey = 'review.said.done' | 'review.said.undone' | 'review.said.redone'

function announce(key: SaidKey, before: Changes, after: Changes): void {
  const what = changed(before, after)
  if (!what) return
  const { text, onlyRemoved } = what
  const taken = onlyRemoved && key === 'review.said.done'
  setReview({ said: { key: taken ? 'review.said.taken-back' : key, values: { what: text } } })
}

/** What a step did, in words; an edit that takes the place of another is what it made. */
function changed(before: Changes, after: Changes): { text: string; onlyRemoved: boolean } | undefined {
  const say = sayNow()
  const edited = difference(before.edits, after.edits)
  if (edited.added.length + edited.removed.length > 0) {
    const onlyRemoved = edited.added.length === 0
    return { text: describeEdits(onlyRemoved ? edited.removed : edited.added, say), onlyRemoved }
  }
  const model = modelOf(app.get())
  if (!model) return undefined
  const { added, removed } = difference(before.corrections, after.corrections)
  const onlyRemoved = added.length === 0
  return { text: describeCorrections(onlyRemoved ? removed : added, model.lines, say), onlyRemoved }
}
