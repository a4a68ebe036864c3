/** Another template under a page: grid, styles, colours and folio are the template's, articles stay as they are. */
import type { PageDoc, ParagraphStyle } from '../../doc/schema.ts'
import { draftFolio } from '../folio.ts'
import { Grid } from '../grid.ts'
import { HEAD_BASES, PageBuilder } from '../page-builder.ts'
import { isOfOneHead } from '../save-template.ts'
import type { Template } from '../template.ts'
import { isFolioFrame } from './page-template.ts'
import { stays } from './standing.ts'

/** The page is still to be laid out. Pins hold on their own grid only: on another they are let go. */
export function applyTemplate(doc: PageDoc, template: Template): PageDoc {
  const sameGrid = JSON.stringify(doc.setup) === JSON.stringify(template.setup)
  const styles = { ...doc.paragraphStyles, ...template.paragraphStyles, ...headsOf(doc, template) }
  const whole: Template = {
    ...template,
    paragraphStyles: styles,
    characterStyles: { ...doc.characterStyles, ...template.characterStyles },
    swatches: { ...doc.swatches, ...template.swatches },
    presets: { ...doc.presets, ...template.presets },
  }
  const page = new PageBuilder(whole, sameGrid ? doc : { ...doc, articles: unpinned(doc) })
  const folio = Object.entries(doc.frames).filter(
    ([id, frame]) =>
      isFolioFrame(id) || (frame.kind === 'text' && doc.stories[frame.story]?.role === 'folio'),
  )
  // Boxes get the template's border when they are drawn anew.
  const boxes = Object.entries(doc.frames).filter(
    ([id, { article }]) => article !== undefined && isBox(id, article) && !stays(doc, article),
  )
  page.clear(
    [...folio, ...boxes].map(([id]) => id),
    [],
  )
  draftFolio(page, new Grid(template.setup), doc.meta)
  for (const [id, story] of Object.entries(page.doc.stories)) {
    const before = doc.stories[id]
    if (before?.role === 'folio') page.doc.stories[id] = withWordsOf(story, before)
  }
  return page.doc
}

const isBox = (id: string, article: string): boolean =>
  id === `${article}-box` || id.startsWith(`${article}-box-`)

type Story = PageDoc['stories'][string]

/** What a person has written into the folio stays. */
function withWordsOf(story: Story, before: Story): Story {
  if (story.paragraphs.length !== before.paragraphs.length) return story
  const paragraphs = story.paragraphs.map((paragraph, i) => {
    const runs = before.paragraphs[i]?.runs ?? paragraph.runs
    return { ...paragraph, runs }
  })
  return { ...story, paragraphs }
}

/** Heads of single articles look as their style does in the new template, unless a person has changed them. */
function headsOf(doc: PageDoc, template: Template): Record<string, ParagraphStyle> {
  const withoutSize = (style: ParagraphStyle | undefined) =>
    JSON.stringify({ ...style, sizePt: 0, leadingPt: 0 })
  const heads = Object.entries(doc.paragraphStyles).flatMap(([name, style]) => {
    if (!isOfOneHead(name)) return []
    const base = HEAD_BASES.find((each) => withoutSize(doc.paragraphStyles[each]) === withoutSize(style))
    const next = base && template.paragraphStyles[base]
    return next ? [[name, { ...next, sizePt: style.sizePt, leadingPt: style.leadingPt }] as const] : []
  })
  return Object.fromEntries(heads)
}

const unpinned = (doc: PageDoc): PageDoc['articles'] =>
  Object.fromEntries(Object.entries(doc.articles).map(([id, { pinned: _, ...article }]) => [id, article]))
