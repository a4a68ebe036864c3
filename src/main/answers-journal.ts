/** Answers about journals, and about what an earlier run left in them. */
import { readForOpening } from '../adapters/files.ts'
import type { Answers, IpcContext } from './ipc.ts'
import { readEntriesOf, readKept, removeJournal } from './journal/found.ts'

type JournalChannel = Extract<keyof Answers, `journal:${string}` | `recovery:${string}`>

export function journalAnswers({ desk }: IpcContext): Pick<Answers, JournalChannel> {
  return {
    'journal:begin': (host, name, entries) => host.beginJournal(name, entries),
    'journal:append': (host, entries) => host.appendToJournal(entries),
    'journal:keep': (host, bytes) => host.keepForJournal(bytes),
    'journal:end': async (host) => {
      await host.endJournal()
      return undefined
    },
    'recovery:list': () => desk.recoverable(),
    'recovery:read': async (_host, id) => (await readEntriesOf(desk.journals, id)) ?? null,
    'recovery:kept': async (_host, id, sha256) => (await readKept(desk.journals, id, sha256)) ?? null,
    'recovery:disk': async (_host, id) => {
      const path = (await desk.recoverable()).find((each) => each.id === id)?.path
      if (path === undefined) throw new Error('no such journal, or no file of it')
      return readForOpening(path)
    },
    'recovery:resume': (host, id, copy) => host.resume(id, copy === true, desk.journalsInUse),
    'recovery:discard': async (_host, ids) => {
      const inUse = desk.journalsInUse
      for (const id of ids) if (!inUse.has(id)) await removeJournal(desk.journals, id)
      return undefined
    },
    'recovery:open': async (_host, choices) => {
      await desk.openRecovered(choices)
      return undefined
    },
  }
}
