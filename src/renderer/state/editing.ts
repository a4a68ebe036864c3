/** Edits of the page in 排版: copyfit by command, records taken back, presets. */
import {
  definePreset as defineIn,
  removeCopyfit,
  setFit,
  setRecords,
  setStoryPreset,
  hasCopyfit as storyHasCopyfit,
} from '../../core/doc/commands/copyfit.ts'
import { PRESETS } from '../../core/doc/presets.ts'
import { same } from '../../core/doc/same.ts'
import type { CopyfitRecord, PageDoc, Preset } from '../../core/doc/schema.ts'
import type { CopyfitCommand } from '../../shared/engine.ts'
import { problemText } from '../../shared/messages.ts'
import { type AppState, app, type Toast } from './app-state.ts'
import { inTurn, openingNow } from './correcting.ts'
import { fitText, perMille } from './edit-words.ts'
import { engine } from './engine.ts'
import { changePage, livePage, type NamedStep } from './page-session.ts'
import { setReview } from './reviewing.ts'
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
  const story = chosenStory(state)
  return story !== undefined && storyHasCopyfit(state.page?.doc.stories[story], state.selection?.paragraph)
}

/** One command after the other, each on the page as the one before it left it. */
export function runCopyfit(command: CopyfitCommand | 'remove'): void {
  void inTurn(() => (command === 'remove' ? doRemove() : doCopyfit(command)))
}

async function doCopyfit(command: CopyfitCommand): Promise<void> {
  const { page, selection } = app.get()
  const story = chosenStory({ page, selection })
  if (!page || story === undefined) return
  // A story is fitted as a whole, whichever paragraph was clicked.
  const paragraph = command === 'fit' ? undefined : selection?.paragraph
  const opening = openingNow()
  const answer = await engine.copyfit(page.doc, command, story, paragraph)
  // What was typed meanwhile is not to be fitted by what stood there before.
  const asked = page.doc.stories[story]
  if (!answer || opening !== openingNow() || livePage()?.doc.stories[story] !== asked) return
  if (!answer.ok) {
    const [problem] = answer.diagnostics
    const { what, todo } = problem ? problemText(app.get().language, problem) : { what: '', todo: '' }
    app.set({ toast: { text: 'copyfit.impossible', values: { what, todo }, warn: true } })
    return
  }
  if ('fit' in answer.value) {
    const { fit } = answer.value
    commitEdit({ name: 'fit' }, (doc) => setFit(doc, story, fit), {
      text: 'copyfit.done.fit',
      values: { fit: fitText(fit, sayNow()) },
    })
    return
  }
  const { paragraph: index, records, trackingEm } = answer.value
  const n = index + 1
  commitEdit({ name: 'copyfit', values: { n } }, (doc) => setRecords(doc, story, index, records), {
    text: command === 'pull' ? 'copyfit.done.pull' : 'copyfit.done.push',
    values: { n, em: perMille(trackingEm) },
  })
}

function doRemove(): void {
  const { page, selection } = app.get()
  const story = chosenStory({ page, selection })
  if (story === undefined) return
  commitEdit({ name: 'no-copyfit' }, (doc) => removeCopyfit(doc, story, selection?.paragraph), {
    text: 'copyfit.done.remove',
    values: {},
  })
}

/** One step, said aloud; with a toast from which it can be undone. */
function commitEdit(
  step: NamedStep,
  edit: (doc: PageDoc) => PageDoc,
  toast?: Pick<Toast, 'text' | 'values'>,
): void {
  if (!changePage(step, edit)) return
  setReview({
    said: { key: 'review.said.done', values: { what: sayNow()(`step.${step.name}`, step.values) } },
  })
  app.set(({ place }) => ({ toast: toast ? { ...toast, undo: place } : null }))
}

/** Takes one record of a paragraph back, or the fit of the whole story. */
export function removeRecord(
  story: string,
  gone: 'fit' | { paragraph: number; record: CopyfitRecord },
): void {
  if (gone === 'fit') {
    commitEdit({ name: 'no-copyfit' }, (doc) => setFit(doc, story, undefined))
    return
  }
  const { paragraph, record } = gone
  const records = app.get().page?.doc.stories[story]?.paragraphs[paragraph]?.copyfit ?? []
  const left = records.filter((each) => !same(each, record))
  commitEdit({ name: 'no-copyfit' }, (doc) => setRecords(doc, story, paragraph, left))
}

/** Undefined: as its styles say. A preset that the page does not have yet comes from those shipped. */
export function chooseStoryPreset(story: string, name: string | undefined): void {
  const shipped = name === undefined ? undefined : PRESETS[name]
  commitEdit({ name: 'preset' }, (doc) => {
    const known = name === undefined || doc.presets[name] !== undefined || !shipped
    return setStoryPreset(known ? doc : defineIn(doc, name, shipped), story, name)
  })
}

export function definePreset(name: string, preset: Preset): void {
  commitEdit({ name: 'define-preset' }, (doc) => defineIn(doc, name, preset))
}

export const presetsOf = ({ page }: Pick<AppState, 'page'>): Record<string, Preset> => page?.doc.presets ?? {}

/** A second one of the same kind under a name of its own, which is answered. */
export function copyPreset(name: string): string {
  const presets = presetsOf(app.get())
  let n = 2
  while (presets[`${name}-${n}`]) n++
  const copy = presets[name]
  if (copy) definePreset(`${name}-${n}`, copy)
  return `${name}-${n}`
}

/** The preset as it came with Banxin; undefined for a house's own. */
export const shippedPreset = (name: string): Preset | undefined =>
  Object.hasOwn(PRESETS, name) ? PRESETS[name] : undefined

export const shippedNames = (): string[] => Object.keys(PRESETS)
