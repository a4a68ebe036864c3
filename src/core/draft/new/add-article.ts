/** A manuscript put on a page: its stories without frames, until the page is laid out again. */
import type { PageDoc } from '../../doc/schema.ts'
import { templateOfPage } from '../again/page-template.ts'
import type { DraftComposer } from '../composer.ts'
import { keepUnplaced } from '../draw/draw-module.ts'
import { titleOf } from '../draw/draw-page.ts'
import { Grid } from '../grid.ts'
import type { Manuscript } from '../manuscript.ts'
import { PageBuilder } from '../page-builder.ts'
import type { Template } from '../template.ts'

/** The article comes last; its id is one that the page has not. An article of nothing gets an empty text to type in. */
export function addArticle(
  doc: PageDoc,
  manuscript: Manuscript,
  templates: readonly Template[],
  composer: DraftComposer,
): { doc: PageDoc; article: string } {
  const numbers = Object.values(doc.articles).map(({ number }) => number)
  const number = Math.max(0, ...numbers) + 1
  const article = freeId(doc, number)
  const { kept: _, ...written } = manuscript
  const own: Manuscript = { ...written, id: article }
  const page = new PageBuilder(templateOfPage(doc, templates), doc)
  page.doc.articles[article] = { kind: own.kind, number, title: titleOf(own), stories: [] }
  keepUnplaced({ page, grid: new Grid(doc.setup), composer }, own)
  if (page.doc.articles[article].stories.length === 0) {
    const empty = [{ style: 'body', runs: [] }]
    page.story(`${article}-body`, 'body', empty, [], { article, vertical: 'grid' })
  }
  return { doc: page.doc, article }
}

function freeId(doc: PageDoc, number: number): string {
  const taken = (id: string) =>
    doc.articles[id] !== undefined || Object.keys(doc.stories).some((story) => story.startsWith(`${id}-`))
  let next = number
  while (taken(`a${next}`)) next++
  return `a${next}`
}
