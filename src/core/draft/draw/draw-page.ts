/** A proposal as a page: folio, modules, the rules between them, and the advertisement at the foot. */
import type { PageDoc } from '../../doc/schema.ts'
import type { DraftComposer } from '../composer.ts'
import type { Desk } from '../desk.ts'
import { draftFolio } from '../folio.ts'
import { Grid } from '../grid.ts'
import { rankArticles } from '../layout/rank.ts'
import type { Module, Proposal } from '../layout/types.ts'
import type { Manuscript, Matter } from '../manuscript.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'
import { drawModule, keepUnplaced, type Voice } from './draw-module.ts'
import { drawStoryRules } from './story-rules.ts'

export function drawProposal(
  matter: Matter,
  template: Template,
  composer: DraftComposer,
  proposal: Proposal,
): PageDoc {
  const page = new PageBuilder(template)
  const grid = new Grid(page.doc.setup)
  const desk: Desk = { page, grid, composer }
  page.doc.meta = { ...matter.page }
  matter.articles.forEach((article, i) => {
    page.doc.articles[article.id] = {
      kind: article.kind,
      number: i + 1,
      title: titleOf(article),
      stories: [],
    }
  })
  draftFolio(page, grid, matter.page)
  drawMatter(desk, matter, proposal)
  return page.doc
}

/** Articles, the rules between them and the foot; articles that `stay` are there already. */
export function drawMatter(
  desk: Desk,
  matter: Matter,
  proposal: Proposal,
  stay: ReadonlySet<string> = new Set(),
): void {
  const ranked = rankArticles(matter.articles)
  const voices = voicesOf(proposal.modules, ranked.find(({ rank }) => rank === 'lead')?.article.id)
  for (const { article } of ranked) {
    if (stay.has(article.id)) continue
    const module = proposal.modules.find((of) => of.article === article.id)
    if (module) drawModule(desk, article, module, voices.get(article.id) ?? 'song')
    else keepUnplaced(desk, article)
  }
  drawStoryRules(desk.page, desk.grid, proposal.modules, proposal.rows)
  drawFoot(desk, proposal)
}

/** What lists call an article: its headline, or what it has in place of one. */
export function titleOf(article: Manuscript): string {
  const text = article.headline ?? article.section ?? article.captions[0]?.text ?? article.paragraphs[0]?.text
  return [...(text ?? '')].slice(0, 40).join('')
}

/** Song and Hei take turns, so that no two neighbours have heads of one face where that can be helped. */
function voicesOf(modules: readonly Module[], lead: string | undefined): Map<string, Voice> {
  const voices = new Map<string, Voice>()
  const inReadingOrder = [...modules].sort((a, b) => a.row - b.row || a.column - b.column)
  for (const module of inReadingOrder) {
    if (module.article === lead) voices.set(module.article, 'lead')
    const neighbours = modules.filter((other) => other !== module && touch(module, other))
    const count = (voice: Voice) => neighbours.filter(({ article }) => voices.get(article) === voice).length
    if (module.article !== lead) voices.set(module.article, count('song') > count('hei') ? 'hei' : 'song')
  }
  return voices
}

function touch(a: Module, b: Module): boolean {
  const across = Math.min(a.column + a.shape.span, b.column + b.shape.span) - Math.max(a.column, b.column)
  const down = Math.min(a.row + a.shape.rows + 1, b.row + b.shape.rows + 1) - Math.max(a.row, b.row)
  return across >= 0 && down >= 0 && across + down > 0
}

function drawFoot({ page, grid }: Desk, proposal: Proposal): void {
  const { left, columns } = grid.setup
  const { folioRows, adRows } = page.template.look
  const row = folioRows + (proposal.rows > 0 ? proposal.rows + 1 : 0)
  const rows = folioRows + proposal.roomRows
  if (proposal.modules.length === 0 || page.doc.frames.ad || rows - row < adRows) return
  page.frame('ad', grid.box(left, row, grid.spanEm(columns), rows - row), { kind: 'ad' })
}
