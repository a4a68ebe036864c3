/** Going through the doubts and selecting text in 复核. */
import type { Doubt } from '../../core/reconstruct/types.ts'
import type { Span } from '../../core/source/types.ts'
import { currentIndex, doubtKey, doubtQueue, doubtsAt, followingKey } from '../review/doubt-queue.ts'
import { type ReviewModel, reviewModel } from '../review/review-model.ts'
import { selectSpans, type TextSelection } from '../review/text-selection.ts'
import { type AppState, app, type Stage } from './app-state.ts'
import type { ReviewState } from './review-state.ts'

export const modelOf = ({ page }: Pick<AppState, 'page'>): ReviewModel | null => page && reviewModel(page)

export function queueOf({ page, review }: Pick<AppState, 'page' | 'review'>): Doubt[] {
  return doubtQueue(page?.reconstruction?.doubts ?? [], review.skipped, review.decided)
}

export function currentDoubt(state: Pick<AppState, 'page' | 'review'>): Doubt | undefined {
  const queue = queueOf(state)
  return queue[currentIndex(queue, state.review.doubt)]
}

export const setReview = (change: Partial<ReviewState>): void =>
  app.set(({ review }) => ({ review: { ...review, ...change } }))

/** To another stage; 复核 begins at the doubt that it stood at, else at the first. */
export function goToStage(stage: Stage): void {
  if (app.get().stage === stage) return
  app.set({ stage, storiesOpen: false })
  if (stage === 'review' && !app.get().review.selection) showDoubt(currentDoubt(app.get()))
  else if (stage === 'review') reveal()
}

/** Makes a doubt the current one and selects its text. */
export function showDoubt(doubt: Doubt | undefined): void {
  setReview({
    doubt: doubt ? doubtKey(doubt) : null,
    choice: 0,
    ...(doubt && { selection: selectSpans(doubt.from) }),
  })
  if (doubt) reveal()
}

export function stepDoubt(step: 1 | -1): boolean {
  const queue = queueOf(app.get())
  const next = queue[currentIndex(queue, app.get().review.doubt) + step]
  if (next) showDoubt(next)
  return next !== undefined
}

/** Leaves the current doubt for later. */
export function skipDoubt(): void {
  const queue = queueOf(app.get())
  const at = currentIndex(queue, app.get().review.doubt)
  const doubt = queue[at]
  if (!doubt) return
  const next = followingKey(queue, at)
  const { skipped } = app.get().review
  setReview({ skipped: new Set([...skipped, doubtKey(doubt)]) })
  showDoubt(queue.find((each) => doubtKey(each) === next))
}

export function choose(index: number): boolean {
  const doubt = currentDoubt(app.get())
  if (!doubt?.readings[index]) return false
  setReview({ doubt: doubtKey(doubt), choice: index })
  return true
}

/** From the source: the doubt that the text is in becomes the current one. */
export function selectText(selection: TextSelection | null): void {
  const queue = queueOf(app.get())
  const { doubt } = app.get().review
  const touched = selection ? doubtsAt(queue, selection.spans) : []
  const other = touched.some((each) => doubtKey(each) === doubt) ? undefined : touched[0]
  setReview({ selection, ...(other && { doubt: doubtKey(other), choice: 0 }) })
}

/** From a card: all of a part's text, brought into sight in the source. */
export function showText(spans: readonly Span[]): void {
  selectText(selectSpans(spans))
  reveal()
}

/** A run of this many lines is looked at folded. */
const LONGEST_UNFOLDED = 14

/** Brings the selection into sight in the source list, out of its fold when it is short. */
function reveal(): void {
  const { selection, opened, reveal: count } = app.get().review
  const lines = new Set(selection?.spans.map(({ line }) => line))
  const unfold = lines.size <= LONGEST_UNFOLDED
  setReview({ reveal: count + 1, ...(unfold && { opened: new Set([...opened, ...lines]) }) })
}

export function toggleFold(from: number, to: number): void {
  const { opened } = app.get().review
  const inRun = [...opened].filter((line) => line >= from && line <= to)
  const next = new Set(opened)
  if (inRun.length === 0) next.add(from)
  for (const line of inRun) next.delete(line)
  setReview({ opened: next })
}

export function toggleExpanded(article: string): void {
  const { expanded } = app.get().review
  const next = new Set(expanded)
  if (!next.delete(article)) next.add(article)
  setReview({ expanded: next })
}

export const toggleShow = (name: keyof ReviewState['show']): void =>
  app.set(({ review }) => ({ review: { ...review, show: { ...review.show, [name]: !review.show[name] } } }))
