/**
 * Brings the page after the lists of corrections and edits. One request is under way at a time and always the newest list
 * goes next, so that quick decisions never queue up pages that nobody will see.
 */
import { app, type Selection, type Toast } from './app-state.ts'
import { engine } from './engine.ts'
import { type Changes, sameChanges } from './history.ts'
import { buildPageModel, type PageModel, paragraphText } from './page-model.ts'

let wanted: Changes | undefined
let running: Promise<void> | undefined
/** Counts openings: a page that was asked for before the last one is not shown. */
let opening = 0

/** Tells two openings apart, for work that begins in one and may end in another. */
export const openingNow = (): number => opening

export function askForPage(changes: Changes): void {
  wanted = changes
  running ??= run().finally(() => {
    running = undefined
  })
}

/** When the page has all changes: before it is saved or exported. */
export const pageIsCurrent = (): Promise<void> => running ?? Promise.resolve()

/** What was asked for is of no use any more: another file is being opened. */
export function forgetAsked(): void {
  opening++
  wanted = undefined
}

async function run(): Promise<void> {
  while (wanted) {
    const changes = wanted
    const asked = opening
    wanted = undefined
    const answer = await engine.correct(changes)
    if (asked !== opening) continue
    const { page } = app.get()
    if (!page) return
    if (!answer?.ok) {
      if (!wanted) giveUp(page)
      if (answer)
        app.set({
          failure: { job: 'correct', file: page.name, diagnostics: answer.diagnostics },
          toast: null,
        })
      continue
    }
    const { corrections, edits } = changes
    const next = buildPageModel(page.name, {
      ...answer.value,
      corrections: [...corrections],
      edits: [...edits],
    })
    app.set(({ selection, review }) => ({
      page: next,
      selection: selectionIn(next, selection, page),
      ...(next.unappliedEdits.length > page.unappliedEdits.length && {
        toast: unappliedEditsToast(next.unappliedEdits.length),
      }),
      ...(!wanted && { review: { ...review, decided: NONE } }),
    }))
  }
}

const NONE: ReadonlySet<string> = new Set()

/** The page could not be made: the steps that it does not have are taken back. */
function giveUp({ corrections, edits }: Changes): void {
  const applied = { corrections, edits }
  app.set(({ history, review }) => {
    const at = history.past.findLastIndex(({ changes }) => sameChanges(changes, applied))
    const past = at < 0 ? history.past : history.past.slice(0, at)
    return { history: { past, present: applied, future: [] }, review: { ...review, decided: NONE } }
  })
}

export const unappliedEditsToast = (n: number): Toast | null =>
  n > 0 ? { text: 'edit.unapplied-notice', values: { n }, warn: true } : null

/** What is selected, as far as the new page has it. */
function selectionIn(next: PageModel, selection: Selection | null, before: PageModel): Selection | null {
  if (selection?.frame !== undefined && !next.framesById.has(selection.frame)) return null
  if (selection?.paragraph === undefined || selection.story === undefined) return selection
  const { paragraph: index, ...rest } = selection
  const textIn = ({ doc }: PageModel) => {
    const paragraph = doc.stories[selection.story ?? '']?.paragraphs[index ?? -1]
    return paragraph && paragraphText(paragraph)
  }
  return textIn(next) === textIn(before) ? selection : rest
}
