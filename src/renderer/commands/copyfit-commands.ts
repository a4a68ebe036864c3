/** The commands of 排齐: lines won and lost, presets. */
import type { CopyfitCommand } from '../../shared/engine.ts'
import type { CommandId } from '../../shared/ipc.ts'
import { looseLines } from '../canvas/fit-tints.ts'
import { type AppState, app } from '../state/app-state.ts'
import { chosenStory, hasCopyfit, runCopyfit } from '../state/editing.ts'
import { goToNextLoose } from '../state/selecting.ts'
import type { Command } from './command.ts'

type CopyfitCommandId = Extract<CommandId, `copyfit.${string}` | 'preset.edit' | 'go.loose'>

const hasStory = (state: AppState): boolean => chosenStory(state) !== undefined && state.work === null

const onStory = (command: CopyfitCommand | 'remove', enabled = hasStory): Command => ({
  run: () => runCopyfit(command),
  enabled,
})

export const copyfitCommands: Record<CopyfitCommandId, Command> = {
  'copyfit.pull': onStory('pull'),
  'copyfit.push': onStory('push'),
  'copyfit.fit': onStory('fit'),
  'copyfit.remove': onStory('remove', (state) => hasStory(state) && hasCopyfit(state)),
  'preset.edit': { run: () => app.set({ dialog: 'presets' }), enabled: ({ page }) => page !== null },
  'go.loose': { run: goToNextLoose, enabled: ({ page }) => page !== null && looseLines(page).length > 0 },
}
