/** Selections of frames: one, several, or all of a story or an article. */
import { type AppState, app } from '../state/app-state.ts'
import type { FrameEntry, PageModel } from '../state/page-model.ts'
import { livePage } from '../state/page-session.ts'
import { selectionOf } from './selection-of.ts'

type Part = Pick<AppState, 'page' | 'selection'>

/** The frames that are selected, in reading order where a story or an article is. */
export function selectedFrames({ page, selection }: Part): readonly string[] {
  if (!page || !selection) return NONE
  const { frame, frames, story, article } = selection
  if (frames) return frames
  if (frame !== undefined) return page.framesById.has(frame) ? one(frame) : NONE
  return framesOf(page, story, article)
}

const NONE: readonly string[] = []

/** The same array for the same frame, so that what reads it from the state need not be drawn again. */
let lastOne: readonly string[] = []
function one(frame: string): readonly string[] {
  if (lastOne[0] !== frame) lastOne = [frame]
  return lastOne
}

let lastOf: { page: PageModel; story?: string; article?: string; frames: readonly string[] } | undefined
function framesOf(page: PageModel, story?: string, article?: string): readonly string[] {
  if (lastOf?.page !== page || lastOf.story !== story || lastOf.article !== article) {
    const frames = page.frames
      .filter((entry) => (story !== undefined ? entry.story?.id === story : entry.article === article))
      .map(({ id }) => id)
    lastOf = {
      page,
      ...(story !== undefined && { story }),
      ...(article !== undefined && { article }),
      frames,
    }
  }
  return lastOf.frames
}

export const selectedEntries = (state: Part): FrameEntry[] =>
  selectedFrames(state).flatMap((id) => state.page?.framesById.get(id) ?? [])

export function selectFrames(ids: readonly string[], paragraph?: number): void {
  const doc = livePage()?.doc ?? app.get().page?.doc
  if (doc) app.set({ selection: selectionOf(doc, ids, paragraph) })
}
