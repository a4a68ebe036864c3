/** Saving the page: to its own file, elsewhere, as a copy; and what to do about other programs' versions of it. */
import { comparePages } from '../../core/doc/compare-pages.ts'
import type { PageToSave } from '../../shared/ipc-files.ts'
import { main } from '../bridge.ts'
import { readFiles } from '../pictures/shelf.ts'
import { app, type Conflict } from './app-state.ts'
import { pageIsCurrent } from './correcting.ts'
import { engine } from './engine.ts'
import { titleOf } from './page-file.ts'
import { markForSave, saved } from './page-journal.ts'
import { livePage, renamePage } from './page-session.ts'
import { sendThumbnail } from './thumbnail.ts'

/** True when the page's file, or the copy, was written. */
export async function savePage(how: PageToSave['how']): Promise<boolean> {
  const { page, work } = app.get()
  if (!page || work) return false
  app.set({ work: { job: 'save', stage: 'save', file: page.name }, failure: null })
  await pageIsCurrent()
  const live = livePage()
  const mark = markForSave()
  const made = live && (await engine.save(live.doc, live.corrections, await readFiles(live.doc.assets)))
  const answer =
    made?.ok && mark
      ? await main.ask('file:save-page', {
          how,
          fileName: how === 'copy' ? copyName(nameNow(made.value.fileName)) : nameNow(made.value.fileName),
          title: titleOf(app.get()),
          bytes: made.value.bytes,
          entries: mark.entries,
        })
      : null
  app.set({ work: null })
  if (made && !made.ok) return fail(page.name, made.diagnostics)
  if (!answer || !mark) return false
  if (!answer.ok) {
    if ('error' in answer) return fail(answer.name, [answer.error])
    const { conflict } = answer
    await showConflict(
      conflict === 'held' ? { reason: conflict, holder: answer.holder } : { reason: conflict },
    )
    return false
  }
  const { path, name, copy } = answer
  const asked = how !== 'save' || app.get().file.path === undefined
  if (asked) app.set({ toast: { text: 'toast.saved', values: { name }, path } })
  if (copy) return true
  saved(mark)
  renamePage(name)
  void sendThumbnail()
  app.set({
    savedPlace: mark.place,
    savedAt: clock(new Date()),
    file: { path, name },
    disk: 'same',
    conflict: null,
  })
  return true
}

/** The page's own name where it has a file. */
const nameNow = (fileName: string): string => app.get().file.name ?? fileName

const copyName = (name: string): string => name.replace(/(\.banxin)?$/, ' 副本.banxin')

const clock = (now: Date): string =>
  `${String(now.getHours()).padStart(2, '0')}:${String(now.getMinutes()).padStart(2, '0')}`

function fail(
  file: string,
  diagnostics: NonNullable<ReturnType<typeof app.get>['failure']>['diagnostics'],
): false {
  app.set({ failure: { job: 'save', file, diagnostics }, toast: null })
  return false
}

/** The page's file was changed or removed by another program. */
export function followDisk(disk: 'same' | 'changed' | 'gone'): void {
  app.set({ disk })
  if (disk === 'changed')
    app.set({ toast: { text: 'file.changed-notice', values: nameOf(), warn: true, conflict: true } })
  if (disk === 'gone') app.set({ toast: { text: 'file.gone-notice', values: nameOf(), warn: true } })
}

const nameOf = () => ({ name: app.get().file.name ?? '' })

/** Shows what differs between the page and its file. */
export async function showConflict(conflict: Conflict): Promise<void> {
  app.set({ conflict, dialog: 'conflict', toast: null })
  const differences = await differencesFromDisk()
  if (app.get().conflict === conflict) app.set({ conflict: { ...conflict, differences } })
}

async function differencesFromDisk(): Promise<NonNullable<Conflict['differences']> | null> {
  const file = await main.ask('file:read-again')
  const theirs = file.ok ? await engine.peek(file.name, file.bytes) : undefined
  const mine = livePage()?.doc
  return theirs?.ok && mine ? comparePages(mine, theirs.value.doc) : null
}

/** 留我的: this save may replace what is there. */
export async function keepMine(): Promise<void> {
  app.set({ dialog: null, conflict: null })
  await main.ask('file:keep-mine')
  await savePage('save')
}
