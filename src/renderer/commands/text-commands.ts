/** The commands of text: caret, story editor, find and replace, styles, marks by the rules. */
import type { CommandId } from '../../shared/ipc.ts'
import { type AppState, app, hasRail } from '../state/app-state.ts'
import { chosenStory } from '../state/editing.ts'
import { findState, openFind, stepFound } from '../text/find-state.ts'
import { fixAllMarks, fixMarkAtCaret, goToNextMark } from '../text/mark-findings.ts'
import { toggleEditor } from '../text/story-editor-state.ts'
import { applyCharacterStyleHere, applyParagraphStyleAt } from '../text/style-actions.ts'
import { enterSelected } from '../text/text-session.ts'
import { textState } from '../text/text-state.ts'
import type { Command } from './command.ts'

type TextCommandId = Extract<
  CommandId,
  | `text.${string}`
  | `style.${string}`
  | 'edit.find'
  | 'edit.replace'
  | 'edit.find-next'
  | 'edit.find-previous'
>

const hasPage = (state: AppState): boolean => state.page !== null
const hasStory = (state: AppState): boolean => chosenStory(state) !== undefined

function stylesShow(state: AppState): boolean {
  return state.leftTab === 'styles' && (state.storiesOpen || !hasRail(state))
}

const paragraphStyle = (n: number): Command => ({
  run: () => applyParagraphStyleAt(n - 1),
  enabled: hasStory,
})

export const textCommands: Record<TextCommandId, Command> = {
  'text.enter': { run: enterSelected, enabled: hasStory },
  'text.editor': { run: toggleEditor, enabled: hasPage, on: () => textState.get().editorOpen },
  'text.special': { run: () => app.set({ dialog: 'special' }), enabled: hasPage },
  'text.next-mark': { run: goToNextMark, enabled: hasPage },
  'text.fix': { run: fixMarkAtCaret, enabled: hasStory },
  'text.fix-all': { run: fixAllMarks, enabled: hasStory },
  'edit.find': { run: openFind, enabled: hasPage },
  'edit.replace': { run: openFind, enabled: hasPage },
  'edit.find-next': { run: () => stepFound(1), enabled: () => findState.get().open },
  'edit.find-previous': { run: () => stepFound(-1), enabled: () => findState.get().open },
  'style.panel': {
    run: () =>
      app.set((state) =>
        stylesShow(state) ? { leftTab: 'stories' } : { leftTab: 'styles', storiesOpen: true },
      ),
    enabled: hasPage,
    on: stylesShow,
  },
  'style.paragraph-1': paragraphStyle(1),
  'style.paragraph-2': paragraphStyle(2),
  'style.paragraph-3': paragraphStyle(3),
  'style.paragraph-4': paragraphStyle(4),
  'style.paragraph-5': paragraphStyle(5),
  'style.paragraph-6': paragraphStyle(6),
  'style.paragraph-7': paragraphStyle(7),
  'style.paragraph-8': paragraphStyle(8),
  'style.paragraph-9': paragraphStyle(9),
  'style.no-character': { run: () => applyCharacterStyleHere(undefined), enabled: hasStory },
}
