/** The commands of 检查. */
import type { CommandId } from '../../shared/ipc.ts'
import { changeForm, openExport } from '../export/export-state.ts'
import { chosenIssue, fixIssue, stepIssue } from '../preflight/acting.ts'
import { issueId, preflightState } from '../preflight/preflight-state.ts'
import { type AppState, app } from '../state/app-state.ts'
import { goToStage } from '../state/reviewing.ts'
import type { Command } from './command.ts'

type PreflightCommandId = Extract<CommandId, `preflight.${string}`> | 'stage.preflight' | 'file.export-proof'

const hasPage = ({ page }: AppState): boolean => page !== null
const hasIssues = (state: AppState): boolean => hasPage(state) && preflightState.get().issues.length > 0
const inHand = ({ stage }: AppState): boolean => stage === 'preflight' && chosenIssue() !== undefined

export const preflightCommands: Record<PreflightCommandId, Command> = {
  'stage.preflight': {
    run: () => goToStage('preflight'),
    enabled: hasPage,
    on: ({ stage }) => stage === 'preflight',
  },
  'preflight.next': { run: () => stepIssue(1), enabled: hasIssues },
  'preflight.previous': { run: () => stepIssue(-1), enabled: hasIssues },
  'preflight.fix': {
    run: () => {
      const issue = chosenIssue()
      return issue !== undefined && fixIssue(issue)
    },
    enabled: (state) => inHand(state) && chosenIssue()?.fix !== undefined,
  },
  'preflight.sign': {
    run: () => {
      const issue = chosenIssue()
      if (issue) preflightState.set({ signing: issueId(issue) })
    },
    enabled: (state) => inHand(state) && chosenIssue()?.signed === undefined,
  },
  'preflight.profiles': { run: () => app.set({ dialog: 'profile' }), enabled: hasPage },
  'file.export-proof': {
    run: () => {
      openExport()
      changeForm({ standard: 'proof' })
    },
    enabled: ({ page, work }) => page !== null && work === null,
  },
}
