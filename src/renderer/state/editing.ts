/** Edits of the page in 排版: copyfit by command, records taken back, presets. */
import { addEdit, copyfitEdit, fitEdit, type PageEdit, presetEdit } from '../../core/doc/edits.ts'
import { PRESETS } from '../../core/doc/presets.ts'
import type { CopyfitRecord, Preset } from '../../core/doc/schema.ts'
import type { CopyfitCommand } from '../../shared/engine.ts'
import { problemText } from '../../shared/messages.ts'
import type { CopyfitEdits } from '../engine.ts'
import { type AppState, app, type Toast } from './app-state.ts'
import { openingNow, pageIsCurrent } from './correcting.ts'
import { commitChanges } from './deciding.ts'
import { fitText, perMille } from './edit-words.ts'
import { engine } from './engine.ts'
import { sayNow } from './words.ts'

/** The story that commands act on: the selected one, or the body of the selected article. */
export function chosenStory({ page, selection }: Pick<AppState, 'page' | 'selection'>): string | undefined {
  if (!page || !selection) return undefined
  const { story, article } = selection
  if (story !== undefined) return page.stories.has(story) ? story : undefined
  const entry = page.articles.find(({ id }) => id === article)
  return entry?.stories.find((each) => each.story.role === 'body')?.id
}

/** Whether there is copyfit to take back in what is chosen. */
export function hasCopyfit(state: Pick<AppState, 'page' | 'selection'>): boolean {
  const id = chosenStory(state)
  const story = id === undefined ? undefined : state.page?.doc.stories[id]
  const { paragraph } = state.selection ?? {}
  if (!story) return false
  if (paragraph !== undefined) return (story.paragraphs[paragraph]?.copyfit?.length ?? 0) > 0
  return story.fit !== undefined || story.paragraphs.some(({ copyfit }) => copyfit?.length)
}

let queue: Promise<void> = Promise.resolve()

/** One command after the other, each on the page as the one before it left it. */
export function runCopyfit(command: CopyfitCommand): void {
  queue = queue.then(() => doCopyfit(command))
}

async function doCopyfit(command: CopyfitCommand): Promise<void> {
  await pageIsCurrent()
  const state = app.get()
  const story = chosenStory(state)
  if (story === undefined) return
  // A story is fitted as a whole, whichever paragraph was clicked.
  const paragraph = command === 'fit' ? undefined : state.selection?.paragraph
  const opening = openingNow()
  const answer = await engine.copyfit(command, story, paragraph)
  if (!answer || opening !== openingNow()) return
  if (answer.ok) commitEdits(answer.value.edits, (edits) => doneText(command, edits, answer.value))
  else {
    const [problem] = answer.diagnostics
    const { what, todo } = problem ? problemText(app.get().language, problem) : { what: '', todo: '' }
    app.set({ toast: { text: 'copyfit.impossible', values: { what, todo }, warn: true } })
  }
}

function doneText(command: CopyfitCommand, edits: readonly PageEdit[], done: CopyfitEdits): ToastText {
  const [edit] = edits
  if ((command === 'pull' || command === 'push') && edit?.op === 'copyfit') {
    const values = { n: edit.paragraph + 1, em: perMille(done.trackingEm ?? 0) }
    return { text: `copyfit.done.${command}`, values }
  }
  if (edit?.op === 'fit' && edit.fit)
    return { text: 'copyfit.done.fit', values: { fit: fitText(edit.fit, sayNow()) } }
  return { text: 'copyfit.done.remove', values: {} }
}

type ToastText = Pick<Toast, 'text' | 'values'>

/** One step for undo. */
function commitEdits(edits: readonly PageEdit[], toast?: (edits: readonly PageEdit[]) => ToastText): void {
  const { present } = app.get().history
  const next = edits.reduce<readonly PageEdit[]>(addEdit, present.edits)
  commitChanges({ ...present, edits: next })
  app.set({ toast: toast ? { ...toast(edits), undo: app.get().history.present } : null })
}

/** Takes one record of a paragraph back, or the fit of the whole story. */
export function removeRecord(
  story: string,
  gone: 'fit' | { paragraph: number; record: CopyfitRecord },
): void {
  queue = queue.then(async () => {
    await pageIsCurrent()
    const { page } = app.get()
    if (!page?.stories.has(story)) return
    if (gone === 'fit') {
      commitEdits([fitEdit(page.doc, story, undefined)])
      return
    }
    const { paragraph, record } = gone
    const records = page.doc.stories[story]?.paragraphs[paragraph]?.copyfit ?? []
    const left = records.filter((each) => JSON.stringify(each) !== JSON.stringify(record))
    if (left.length < records.length) commitEdits([copyfitEdit(page.doc, story, paragraph, left)])
  })
}

/** Undefined: as its styles say. A preset that the page does not have yet comes from those shipped. */
export function chooseStoryPreset(story: string, name: string | undefined): void {
  const { page } = app.get()
  if (!page || page.doc.stories[story]?.preset === name) return
  const shipped = name === undefined || page.doc.presets[name] ? undefined : PRESETS[name]
  commitEdits([
    ...(shipped && name !== undefined ? [definition(name, shipped)] : []),
    presetEdit(page.doc, story, name),
  ])
}

const definition = (name: string, preset: Preset): PageEdit => ({ op: 'define-preset', name, preset })

export function definePreset(name: string, preset: Preset): void {
  commitEdits([definition(name, preset)])
}

/** The page's presets as they are to be, before the page has caught up. */
export function presetsOf({ page, history }: Pick<AppState, 'page' | 'history'>): Record<string, Preset> {
  const presets: Record<string, Preset> = { ...page?.doc.presets }
  for (const edit of history.present.edits) if (edit.op === 'define-preset') presets[edit.name] = edit.preset
  return presets
}

/** A second one of the same kind under a name of its own, which is answered. */
export function copyPreset(name: string): string {
  const presets = presetsOf(app.get())
  let n = 2
  while (presets[`${name}-${n}`]) n++
  const copy = presets[name]
  if (copy) definePreset(`${name}-${n}`, copy)
  return `${name}-${n}`
}

/** Forgets an edit that found no place. */
export function dropEdit(edit: PageEdit): void {
  const { present } = app.get().history
  commitChanges({ ...present, edits: present.edits.filter((each) => each !== edit) })
}

/** The preset as it came with Banxin; undefined for a house's own. */
export const shippedPreset = (name: string): Preset | undefined =>
  Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined

export const shippedNames = (): string[] => Object.keys(PRESETS)
