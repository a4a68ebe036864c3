/** Opening and closing the story editor, which shows the story that has the caret, or that is selected. */
import { app, inspectorFloats } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import { choose, openStory, openText, returnToPage } from './text-session.ts'
import { textState } from './text-state.ts'

/** The story that the editor is to show. */
function editedStory(): string | undefined {
  const { page, selection } = app.get()
  if (!page) return undefined
  return textState.get().story ?? chosenStory({ page, selection })
}

export function toggleEditor(): void {
  if (textState.get().editorOpen) closeEditor()
  else openEditor()
}

export function openEditor(story = editedStory()): void {
  textState.set({ editorOpen: true, keysOf: 'editor' })
  // Panels that lie over the canvas would lie over it.
  app.set((state) => ({ storiesOpen: false, ...(inspectorFloats(state) && { inspectorOpen: false }) }))
  if (story !== undefined && openText()?.story !== story) openStory(story)
  else openText()?.view.focus()
}

export function closeEditor(): void {
  returnToPage()
  textState.set({ editorOpen: false, keysOf: 'page' })
  const open = openText()
  if (!open) return
  open.view.focus()
  // The page comes to where the caret is.
  choose(open.head, open.anchor)
}
