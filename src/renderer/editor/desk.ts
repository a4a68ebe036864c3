/** The tools' desk in the window: the live page, what is selected, and the view. */
import type { StoryRange } from '../../core/doc/commands/clip.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Desk, Loaded, Preview } from '../../core/edit/tools/tool.ts'
import { panBy, showBox, zoomStep } from '../canvas/camera.ts'
import { pickLine } from '../canvas/pick.ts'
import { app } from '../state/app-state.ts'
import { livePage, previewModel } from '../state/page-session.ts'
import { isPageSigned } from '../state/signed.ts'
import { openStory } from '../text/text-session.ts'
import { editor } from './editor-state.ts'
import { perform } from './perform.ts'
import { selectedFrames, selectFrames } from './selection.ts'

/** What is shown in place of the page while a gesture lasts. */
let shown: PageDoc | undefined

export const desk: Desk = {
  get doc() {
    const doc = livePage()?.doc ?? app.get().page?.doc
    if (!doc) throw new Error('a tool is used without a page')
    return doc
  },
  get scale() {
    return app.get().view.scale
  },
  get selection() {
    return selectedFrames(app.get())
  },
  get loaded() {
    return editor.get().loaded ?? undefined
  },
  get showGuides() {
    const { show } = app.get()
    return show.guides && !show.preview
  },
  rangeOf,
  isOverset(frame) {
    const entry = app.get().page?.framesById.get(frame)
    return (entry?.story?.oversetCharacters ?? 0) > 0 && entry?.index === entry!.count - 1
  },
  select(frames, at) {
    const [only] = frames
    const entry = only === undefined || frames.length > 1 ? undefined : app.get().page?.framesById.get(only)
    selectFrames(frames, at && entry && pickLine(entry, at)?.paragraph)
  },
  show(preview: Preview | undefined) {
    // What will be refused is not shown either.
    const doc = isPageSigned(app.get()) ? undefined : preview?.doc
    if (doc === shown) editor.set({ preview: preview ?? null })
    else editor.set({ preview: preview ?? null, shown: (doc && previewModel(doc)) ?? null })
    shown = doc
  },
  perform: (name, command) => perform({ name }, command),
  load(loaded: Loaded | undefined) {
    editor.set({ loaded: loaded ?? null })
  },
  use(tool) {
    app.set({ tool })
  },
  panBy,
  zoom: (at, up) => zoomStep(up, at),
  zoomTo: showBox,
  enterText(frame) {
    const story = app.get().page?.framesById.get(frame)?.story
    if (story) openStory(story.id, undefined, frame)
  },
  showProposals() {
    app.set({ inspectorTab: 'properties', inspectorOpen: true })
  },
}

/** What of its text stands in a frame, by its composed lines. */
export function rangeOf(frame: string): StoryRange | undefined {
  const lines = app.get().page?.framesById.get(frame)?.lines ?? []
  const [first] = lines
  const last = lines.at(-1)
  if (!first || !last) return undefined
  return {
    from: { paragraph: first.paragraph, offset: first.start },
    to: { paragraph: last.paragraph, offset: last.end },
  }
}
