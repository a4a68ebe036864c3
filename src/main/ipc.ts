/** Answers to the windows: one handler a channel, each only for our own document in a window of ours. */
import { type IpcMainInvokeEvent, ipcMain } from 'electron'
import type { AskChannel, Asks } from '../shared/ipc.ts'
import { appAnswers } from './answers-app.ts'
import { fileAnswers } from './answers-files.ts'
import { journalAnswers } from './answers-journal.ts'
import { printAnswers } from './answers-print.ts'
import { templateAnswers } from './answers-templates.ts'
import type { Desk } from './desk.ts'
import type { WindowHost } from './window-host.ts'

export interface IpcContext {
  desk: Desk
  /** The address whose documents may ask. */
  origin: string
  /** The sample page that comes with Banxin. */
  sample: string
  /** The faces that come with Banxin. */
  fonts: string
  /** What this session has written, and may therefore be asked to show. */
  written: Set<string>
  /** After the language was changed. */
  showMenus(): void
}

export type Answers = {
  [C in AskChannel]: (
    host: WindowHost,
    ...args: Asks[C]['args']
  ) => Asks[C]['answer'] | Promise<Asks[C]['answer']>
}

/** Not in the contract: only the preload can ask it, for a file that was really dropped. */
const DROPPED = 'file:dropped'

export function answerWindows(given: Omit<IpcContext, 'written'>): void {
  const context = { ...given, written: new Set<string>() }
  const { desk } = context
  const answers: Answers = {
    ...appAnswers(context),
    ...fileAnswers(context),
    ...journalAnswers(context),
    ...printAnswers(context),
    ...templateAnswers(context),
  }
  const handle = (channel: string, answer: (host: WindowHost, ...args: unknown[]) => unknown) =>
    ipcMain.handle(channel, (event, ...args) => {
      const host = hostOf(event, context)
      if (!host) throw new Error(`Refused: ${channel} from another document`)
      host.heardMs = Date.now()
      return answer(host, ...args)
    })
  for (const [channel, answer] of Object.entries(answers)) {
    handle(channel, answer as (host: WindowHost, ...args: unknown[]) => unknown)
  }
  handle(DROPPED, (host, path) => desk.readFor(host, String(path)))
}

function hostOf(event: IpcMainInvokeEvent, { desk, origin }: IpcContext): WindowHost | undefined {
  const frame = event.senderFrame
  if (!frame || frame.parent) return undefined
  const isOurs = URL.canParse(frame.url) && frame.url.startsWith(`${origin}/`)
  return isOurs ? desk.hostOf(event.sender) : undefined
}
