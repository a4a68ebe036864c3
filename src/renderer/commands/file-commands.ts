/** The commands of files and windows. */
import type { CommandId } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { openExport } from '../export/export-state.ts'
import { type AppState, app, isDirty } from '../state/app-state.ts'
import { packagePage } from '../state/packaging.ts'
import { listRecoverable } from '../state/recovering.ts'
import { savePage } from '../state/saving.ts'
import { openByDialog, openSample, revertPage } from '../state/session.ts'
import { loadRecents } from '../state/starting.ts'
import type { Command } from './command.ts'

type FileCommandId = Exclude<
  Extract<CommandId, `file.${string}` | `window.${string}` | `app.${string}`>,
  'file.new' | 'file.export-proof'
>

const isIdle = (state: AppState): boolean => state.page !== null && state.work === null

export const fileCommands: Record<FileCommandId, Command> = {
  'file.open': { run: () => void openByDialog() },
  'file.recent': { run: () => void loadRecents().then(() => app.set({ dialog: 'recents' })) },
  'file.sample': { run: () => void openSample() },
  'file.save': { run: () => void savePage('save'), enabled: isIdle },
  'file.save-as': { run: () => void savePage('save-as'), enabled: isIdle },
  'file.save-copy': { run: () => void savePage('copy'), enabled: isIdle },
  'file.revert': {
    run: () => void revertPage(),
    enabled: (state) =>
      isIdle(state) && state.file.path !== undefined && (isDirty(state) || state.disk === 'changed'),
  },
  'file.recover': { run: () => void listRecoverable().then(() => app.set({ dialog: 'recovery' })) },
  'file.export': { run: openExport, enabled: isIdle },
  'file.package': { run: () => void packagePage(), enabled: isIdle },
  'window.new': { run: () => void main.ask('window:new', { kind: 'welcome' }) },
  'window.close': { run: () => void main.ask('window:do', 'close') },
  'app.preferences': { run: () => app.set({ dialog: 'preferences' }) },
  'app.quit': { run: () => void main.ask('app:quit') },
}
