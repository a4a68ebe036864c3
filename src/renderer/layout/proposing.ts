/** Laying out again: proposals of the engine, shown on the page while pointed at, and taken as one step. */
import type { Diagnostic } from '../../core/diagnostics.ts'
import type { PageDoc } from '../../core/doc/schema.ts'
import type { Offer } from '../../core/draft/again/offers.ts'
import { removeArticles } from '../../core/draft/again/remove-articles.ts'
import { problemText } from '../../shared/messages.ts'
import { main } from '../bridge.ts'
import { readFiles } from '../pictures/shelf.ts'
import { type AppState, app, type Toast } from '../state/app-state.ts'
import { inTurn } from '../state/correcting.ts'
import { engine } from '../state/engine.ts'
import { changePage, livePage, type NamedStep, previewPage } from '../state/page-session.ts'
import { layouts, noProposals } from './layout-state.ts'

export function openLayouts(): void {
  layouts.set({ open: true })
  // Where it lies over the canvas, the left panel would lie over the layouts.
  app.set({ storiesOpen: false })
  void propose()
}

export function closeLayouts(): void {
  stopPreview()
  layouts.set({ open: false, ...noProposals })
}

/** Proposals for the page as it is; asked again where it changed meanwhile. */
export async function propose(): Promise<void> {
  stopPreview()
  layouts.set({ busy: true, offers: null })
  await inTurn(async () => {
    const live = livePage()
    if (!live || !layouts.get().open) return
    const { doc } = live
    const ask = {
      kind: 'propose' as const,
      doc,
      corrections: [...live.corrections],
      templates: await ownTemplates(),
    }
    const answer = await engine.layOut(ask, 'proposed')
    if (livePage() !== live || !layouts.get().open) return
    if (!answer?.ok) {
      layouts.set({ ...noProposals, base: doc, diagnostics: answer?.diagnostics ?? [] })
      return
    }
    const { pages, diagnostics } = answer.value
    const now = pages.findIndex(({ asNow }) => asNow)
    layouts.set({ ...noProposals, base: doc, pages, diagnostics, taken: now < 0 ? null : now })
    const best = pages[0]
    if (best && best.proposal.cut.length > 0) void findWays(doc)
  })
  layouts.set({ busy: false })
}

/** What can be done with too much text: looked for after the proposals are shown. */
async function findWays(doc: PageDoc): Promise<void> {
  const best = layouts.get().pages[0]
  if (!best) return
  layouts.set({ offers: 'busy' })
  const ask = { kind: 'offer-ways' as const, doc, proposal: best.proposal, templates: await ownTemplates() }
  const answer = await engine.layOut(ask, 'ways')
  if (layouts.get().base === doc) layouts.set({ offers: answer?.ok ? answer.value.offers : [] })
}

/** The desk's own templates, as they are stored. */
export const ownTemplates = (): Promise<unknown[]> => main.ask('templates:list')

/** The page was changed since the proposals were made for it. */
export function isStale(): boolean {
  const { base } = layouts.get()
  return base !== null && base !== livePage()?.doc
}

export function showProposal(index: number): void {
  const { pages, shown } = layouts.get()
  const page = pages[index]
  if (!page || shown === index || isStale()) return
  layouts.set({ shown: index })
  previewPage(page.doc)
}

export function stopPreview(): void {
  if (layouts.get().shown === null) return
  layouts.set({ shown: null })
  previewPage(null)
}

export function takeProposal(index: number): void {
  const page = layouts.get().pages[index]
  if (!page || isStale()) return
  stopPreview()
  const n = index + 1
  commit({ name: 'lay-out', values: { n } }, page.doc, { text: 'toast.laid-out', values: { n } })
  layouts.set({ taken: index, base: livePage()?.doc ?? null })
}

/** One step from the page that something was worked out for. */
function commit(step: NamedStep, next: PageDoc, toast: Pick<Toast, 'text' | 'values'>): boolean {
  const { base } = layouts.get()
  const changed = changePage(step, (doc) => (base === null || doc === base ? next : doc))
  if (changed) app.set(({ place }) => ({ toast: { ...toast, undo: place } }))
  return changed
}

/** A way out that changes this page only. */
export function takeWay(offer: Exclude<Offer, { kind: 'another-page' }>): void {
  if (isStale()) return
  stopPreview()
  const step: NamedStep =
    offer.kind === 'cut'
      ? { name: 'cut-text', values: { n: offer.characters } }
      : { name: 'smaller-type', values: { pt: offer.bodyPt } }
  if (changePage(step, () => offer.doc)) void propose()
}

export function previewWay(offer: Offer): void {
  if (offer.kind === 'another-page' || isStale()) return
  layouts.set({ shown: -1 })
  previewPage(offer.doc)
}

/** The articles that found no room are saved as the next page; this one is laid out without them. */
export async function moveToNextPage(articles: readonly string[]): Promise<void> {
  const live = livePage()
  if (!live || isStale()) return
  const { doc } = live
  const ask = {
    kind: 'split-page' as const,
    doc,
    articles: [...articles],
    pictures: await readFiles(doc.assets),
    templates: await ownTemplates(),
  }
  const made = await engine.layOut(ask, 'page-made')
  if (!made) return
  if (!made.ok) {
    tellProblem(made.diagnostics)
    return
  }
  const { bytes, fileName, rest } = made.value
  const page = { how: 'copy' as const, fileName, title: '', bytes, entries: 0 }
  const saved = await main.ask('file:save-page', page)
  if (!saved) return
  if (!saved.ok) {
    if ('error' in saved) tellProblem([saved.error])
    return
  }
  const n = articles.length
  changePage({ name: 'split-page', values: { n } }, (now) => (now === doc && rest ? rest : now))
  app.set({ toast: { text: 'toast.moved-on', values: { n, name: saved.name }, path: saved.path } })
  void propose()
}

export function tellProblem(diagnostics: readonly Diagnostic[]): void {
  const [problem] = diagnostics
  if (!problem) return
  const { what, todo } = problemText(app.get().language, problem)
  app.set({ toast: { text: 'toast.layout-failed', values: { what, todo }, warn: true } })
}

export const chosenArticle = ({ page, selection }: Pick<AppState, 'page' | 'selection'>) => {
  const id = selection?.article ?? page?.doc.stories[selection?.story ?? '']?.article
  const article = id === undefined ? undefined : page?.doc.articles[id]
  return id !== undefined && article ? { id, article } : undefined
}

export const hasPins = ({ page }: Pick<AppState, 'page'>): boolean =>
  page !== null && Object.values(page.doc.articles).some(({ pinned }) => pinned)

export function togglePin(id: string): void {
  const article = livePage()?.doc.articles[id]
  if (!article) return
  const { pinned, ...free } = article
  const step: NamedStep = pinned ? { name: 'unpin' } : { name: 'pin', values: { n: article.number } }
  const next = pinned ? free : { ...free, pinned: true as const }
  changePage(step, (doc) => ({ ...doc, articles: { ...doc.articles, [id]: next } }))
}

export function unpinAll(): void {
  changePage({ name: 'unpin' }, (doc) => ({
    ...doc,
    articles: Object.fromEntries(
      Object.entries(doc.articles).map(([id, { pinned: _, ...article }]) => [id, article]),
    ),
  }))
}

export function removeArticle(id: string): void {
  const n = livePage()?.doc.articles[id]?.number
  if (n === undefined) return
  if (!changePage({ name: 'remove-article', values: { n } }, (doc) => removeArticles(doc, [id]))) return
  app.set(({ place }) => ({
    toast: { text: 'toast.article-removed', values: { n }, undo: place },
    selection: null,
  }))
}
