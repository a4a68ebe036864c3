/** What a window begins with: a file, a page to recover, or the welcome. */
import type { FileAnswer, StartFacts } from '../../shared/ipc.ts'
import { main } from '../bridge.ts'
import { app } from './app-state.ts'
import { listRecoverable, recoverPage } from './recovering.ts'
import { openAnswer } from './session.ts'

export async function begin(file: FileAnswer | null, start: Omit<StartFacts, 'file'>): Promise<void> {
  const { intent, recoverable } = start
  if (recoverable > 0) {
    await listRecoverable()
    app.set({ dialog: 'recovery' })
  }
  if (intent.kind === 'recover') await recoverPage(intent.choice)
  else if (file) await openAnswer(file)
  else await loadRecents()
}

export async function loadRecents(): Promise<void> {
  app.set({ recents: await main.ask('file:recents') })
}
