/** Every command: what it does, when it can, and for switches whether it is on. */

import { COMMANDS, type CommandId, isOfStage } from '../../shared/ipc.ts'
import { actualSize, fitSelection, fitTo, zoomStep } from '../canvas/camera.ts'
import { isUnderWay, leaveGesture } from '../editor/hand.ts'
import { type AppState, app, inspectorFloats } from '../state/app-state.ts'
import { redoStep, undoStep } from '../state/deciding.ts'
import { oversetStories } from '../state/page-model.ts'
import { goToStage, queueOf } from '../state/reviewing.ts'
import { goToNextDoubt, goToNextOverset, selectNothing, stepFrame } from '../state/selecting.ts'
import {
  canScale,
  changePreferences,
  scaleInterface,
  setLanguage,
  setTheme,
  toggle,
} from '../state/settings.ts'
import { isPageSigned, isReading } from '../state/signed.ts'
import type { Command } from './command.ts'
import { copyfitCommands } from './copyfit-commands.ts'
import { editorCommands } from './editor-commands.ts'
import { fileCommands } from './file-commands.ts'
import { layoutCommands } from './layout-commands.ts'
import { pictureCommands } from './picture-commands.ts'
import { preflightCommands } from './preflight-commands.ts'
import { proofCommands } from './proof-commands.ts'
import { focusRegion } from './regions.ts'
import { reviewCommands } from './review-commands.ts'
import { textCommands } from './text-commands.ts'

const hasPage = (state: AppState): boolean => state.page !== null

export const commands: Record<CommandId, Command> = {
  ...fileCommands,

  'edit.undo': { run: undoStep, enabled: ({ steps }) => steps.past.length > 0 },
  'edit.redo': { run: redoStep, enabled: ({ steps }) => steps.future.length > 0 },
  'stage.review': {
    run: () => goToStage('review'),
    enabled: ({ page }) => page?.source !== undefined,
    on: ({ stage }) => stage === 'review',
  },
  'stage.layout': { run: () => goToStage('layout'), enabled: hasPage, on: ({ stage }) => stage === 'layout' },

  'tool.select': { run: () => app.set({ tool: 'select' }), on: (state) => state.tool === 'select' },
  'tool.text': { run: () => app.set({ tool: 'text' }), on: (state) => state.tool === 'text' },
  'tool.hand': { run: () => app.set({ tool: 'hand' }), on: (state) => state.tool === 'hand' },
  'tool.zoom': { run: () => app.set({ tool: 'zoom' }), on: (state) => state.tool === 'zoom' },

  'view.zoom-in': { run: () => zoomStep(true), enabled: hasPage },
  'view.zoom-out': { run: () => zoomStep(false), enabled: hasPage },
  'view.fit-page': { run: () => fitTo('page'), enabled: hasPage },
  'view.actual': { run: actualSize, enabled: hasPage },
  'view.fit-width': { run: () => fitTo('width'), enabled: hasPage },
  'view.fit-selection': { run: fitSelection, enabled: (state) => state.selection !== null },
  'view.columns': { run: () => toggle('columns'), on: ({ show }) => show.columns },
  'view.rows': { run: () => toggle('rows'), on: ({ show }) => show.rows },
  'view.grid': { run: toggleGrid, on: ({ show }) => show.rows && show.columns },
  'view.copyfit': { run: () => toggle('copyfit'), on: ({ show }) => show.copyfit },
  'view.rulers': { run: () => toggle('rulers'), on: ({ show }) => show.rulers },
  'view.source': { run: toggleSource, enabled: hasPage, on: sourceIsShown },
  'view.theme-system': { run: () => setTheme('system'), on: ({ theme }) => theme === 'system' },
  'view.theme-light': { run: () => setTheme('light'), on: ({ theme }) => theme === 'light' },
  'view.theme-dark': { run: () => setTheme('dark'), on: ({ theme }) => theme === 'dark' },
  'view.chinese': { run: () => setLanguage('zh'), on: ({ language }) => language === 'zh' },
  'view.english': { run: () => setLanguage('en'), on: ({ language }) => language === 'en' },
  'view.interface-larger': { run: () => scaleInterface(1), enabled: (state) => canScale(state, 1) },
  'view.interface-smaller': { run: () => scaleInterface(-1), enabled: (state) => canScale(state, -1) },
  'view.interface-usual': {
    run: () => changePreferences({ scale: 100 }),
    enabled: ({ preferences }) => preferences.scale !== 100,
  },

  'select.next': { run: () => stepFrame(1), enabled: hasPage },
  'select.previous': { run: () => stepFrame(-1), enabled: hasPage },
  'select.none': {
    run: () => leaveGesture() || selectNothing(),
    enabled: ({ stage, selection, review }) =>
      stage === 'review' ? review.selection !== null : selection !== null || isUnderWay(),
  },
  'go.overset': {
    run: goToNextOverset,
    enabled: ({ page }) => page !== null && oversetStories(page).length > 0,
  },
  'go.doubt': { run: goToNextDoubt, enabled: (state) => queueOf(state).length > 0 },

  ...copyfitCommands,
  ...layoutCommands,
  ...editorCommands,
  ...pictureCommands,
  ...proofCommands,
  ...textCommands,
  ...reviewCommands,
  ...preflightCommands,

  'region.next': { run: () => focusRegion(1) },
  'region.previous': { run: () => focusRegion(-1) },
  'palette.open': { run: () => app.set({ dialog: 'palette' }) },
  'help.keys': { run: () => app.set({ dialog: 'keys' }) },
  'help.about': { run: () => app.set({ dialog: 'about' }) },
}

export function isEnabled(id: CommandId, state: AppState): boolean {
  if (!isOfStage(COMMANDS[id], state.stage)) return false
  if (!isReading(id) && isPageSigned(state)) return false
  return commands[id].enabled?.(state) ?? true
}

/** False when the command could not run or had nothing to do. */
export function runCommand(id: CommandId): boolean {
  return isEnabled(id, app.get()) && commands[id].run() !== false
}

function toggleGrid(): void {
  const { show } = app.get()
  const on = !(show.rows && show.columns)
  toggle('rows', on)
  toggle('columns', on)
}

function toggleSource(): void {
  const shown = sourceIsShown(app.get())
  app.set({ inspectorTab: shown ? 'properties' : 'source', inspectorOpen: !shown })
}

function sourceIsShown(state: AppState): boolean {
  return state.inspectorTab === 'source' && (state.inspectorOpen || !inspectorFloats(state))
}
