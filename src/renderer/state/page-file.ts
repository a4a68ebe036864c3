/** Where the page is, told to the main process and by it: its file, whether it is dirty, what became of it there. */
import { main } from '../bridge.ts'
import { type AppState, app, isDirty } from './app-state.ts'
import { sendThumbnail } from './thumbnail.ts'

/** The window now shows this file; without a token, a page that no file holds. */
export async function adoptFile(token: string | undefined): Promise<void> {
  app.set({ file: {}, disk: 'same' })
  const file = await main.ask('file:adopt', token, titleOf(app.get()))
  app.set({ file })
  warnOfHolder(file.holder)
  if (file.path !== undefined) void sendThumbnail()
}

/** The window goes on with a journal that an earlier run left. */
export async function resumeJournal(id: string, copy: boolean): Promise<void> {
  app.set({ file: {}, disk: 'same' })
  const file = await main.ask('recovery:resume', id, copy)
  app.set({ file: file ?? {} })
  warnOfHolder(file?.holder)
}

/** Another program of ours has the page open: told at once, and asked about again when it is saved. */
function warnOfHolder(holder: { host: string; user: string } | undefined): void {
  if (!holder) return
  app.set({ toast: { text: 'file.held-notice', values: { who: whoOf(holder) }, warn: true } })
}

export const whoOf = ({ host, user }: { host: string; user: string }): string =>
  user === '' ? host : `${user}（${host}）`

export function titleOf({ page }: Pick<AppState, 'page'>): string {
  if (!page) return ''
  const { section, number } = page.doc.meta
  return section && number ? `${section} ${number} 版` : page.name
}

/** Keeps the window's title and the closing of it in step with the page. */
export function tellMainOfPage(): void {
  let last = ''
  const follow = () => {
    const state = app.get()
    const page = { title: titleOf(state), dirty: isDirty(state), empty: state.page === null }
    const key = JSON.stringify(page)
    if (key === last) return
    last = key
    void main.ask('window:page', page)
  }
  follow()
  app.subscribe(follow)
}
