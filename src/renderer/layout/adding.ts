/** Articles put on the page: typed or pasted, or out of files; and pages made new. */
import type { PageFields } from '../../core/reconstruct/types.ts'
import { shelvePictures } from '../pictures/shelf.ts'
import { app } from '../state/app-state.ts'
import { inTurn } from '../state/correcting.ts'
import { engine } from '../state/engine.ts'
import { changePage, livePage } from '../state/page-session.ts'
import { openAnswer } from '../state/session.ts'
import { layouts } from './layout-state.ts'
import { openLayouts, ownTemplates, propose, takeProposal, tellProblem } from './proposing.ts'

interface TextFile {
  name: string
  bytes: Uint8Array
}

/** Empty text is an empty article. */
export const addText = (text: string): Promise<void> =>
  addFiles([{ name: '', bytes: new TextEncoder().encode(text.trim() === '' ? '' : text) }])

export const addDropped = async (files: Iterable<File>): Promise<void> =>
  addFiles(
    await Promise.all(
      [...files].map(async (file) => ({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })),
    ),
  )

/** On an empty page the articles are laid out at once; on another the layouts are shown to choose from. */
async function addFiles(files: TextFile[]): Promise<void> {
  let added = 0
  let empty = false
  await inTurn(async () => {
    const live = livePage()
    if (!live) return
    const { doc } = live
    empty = Object.values(doc.stories).every(({ article, frames }) => !article || frames.length === 0)
    const ask = { kind: 'add-articles' as const, doc, files, templates: await ownTemplates() }
    const answer = await engine.layOut(ask, 'added')
    if (!answer || livePage() !== live) return
    if (!answer.ok) {
      tellProblem(answer.diagnostics)
      return
    }
    const { doc: next, articles, pictures } = answer.value
    shelvePictures(pictures)
    const n = articles.length
    if (!changePage({ name: 'add-articles', values: { n } }, (now) => (now === doc ? next : now))) return
    added = n
    const [article] = articles
    if (article) app.set({ selection: { article } })
  })
  if (added === 0) return
  layouts.set({ open: true })
  await propose()
  if (empty) takeProposal(0)
  const text = empty ? 'toast.articles-laid' : 'toast.articles-added'
  app.set(({ place }) => ({ toast: { text, values: { n: added }, undo: place } }))
}

/** Opens as any page does: what is not saved of the page that was open is asked for first. */
export async function makePage(template: string, fields: PageFields, adShare: number): Promise<void> {
  const ask = { kind: 'new-page' as const, template, fields, adShare, templates: await ownTemplates() }
  const made = await engine.layOut(ask, 'page-made')
  if (!made) return
  if (!made.ok) {
    tellProblem(made.diagnostics)
    return
  }
  const { bytes, fileName } = made.value
  await openAnswer({ ok: true, name: fileName, bytes })
}

/** Another template under the page, laid out: one step. */
export async function changeTemplate(name: string): Promise<void> {
  await inTurn(async () => {
    const live = livePage()
    if (!live) return
    const { doc } = live
    const templates = await ownTemplates()
    const ask = {
      kind: 'apply-template' as const,
      doc,
      template: name,
      corrections: [...live.corrections],
      templates,
    }
    const answer = await engine.layOut(ask, 'page-changed')
    if (!answer || livePage() !== live) return
    if (!answer.ok) {
      tellProblem(answer.diagnostics)
      return
    }
    const next = answer.value.doc
    changePage({ name: 'apply-template' }, (now) => (now === doc ? next : now))
    tellProblem(answer.value.diagnostics)
  })
  if (layouts.get().open) openLayouts()
}
