/**
 * Line-break fidelity (对行率): each article's paragraphs are set again at the measure of the print, and the
 * lines counted whose start and end both fall where the print had them.
 */
import { lineEnds } from '../compose/copyfit.ts'
import { draftComposer } from '../compose/draft-composer.ts'
import { printedEnds } from '../compose/printed-ends.ts'
import { TypeRoom } from '../compose/units.ts'
import type { PageDoc, Paragraph } from '../doc/schema.ts'
import { bodyParagraphs } from '../draft/manuscript.ts'
import { PageBuilder } from '../draft/page-builder.ts'
import type { Template } from '../draft/template.ts'
import type { Shaper } from '../fonts.ts'
import type { Article, ArticleParagraph, Reconstruction } from '../reconstruct/types.ts'
import type { Em } from '../units.ts'

export interface Fidelity {
  lines: number
  /** Lines that come back without any data on single lines. */
  matched: number
  matchedWithCopyfit: number
  /** Copyfit records that the second figure rests on. */
  copyfitRecords: number
  stories: StoryFidelity[]
}

export interface StoryFidelity {
  article: string
  measureEm: Em
  lines: number
  matched: number
  matchedWithCopyfit: number
  /** Free-running paragraphs' printed lines that did not come back, with what stands there instead. */
  misses: { printed: string; composed: string }[]
}

export function measureFidelity(
  reconstruction: Reconstruction,
  template: Template,
  shaper: Shaper,
): Fidelity {
  const total: Fidelity = { lines: 0, matched: 0, matchedWithCopyfit: 0, copyfitRecords: 0, stories: [] }
  const room = new TypeRoom(shaper)
  for (const article of reconstruction.articles) {
    if (article.measureEm === undefined) continue
    const story = measureStory(article, article.measureEm, template, shaper, room, total)
    if (story.lines === 0) continue
    total.stories.push(story)
    total.lines += story.lines
    total.matched += story.matched
    total.matchedWithCopyfit += story.matchedWithCopyfit
  }
  return total
}

function measureStory(
  article: Article,
  measureEm: Em,
  template: Template,
  shaper: Shaper,
  room: TypeRoom,
  total: Fidelity,
): StoryFidelity {
  const page = new PageBuilder(template)
  const paragraphs = bodyParagraphs({ ...article, credit: undefined }, page, draftComposer(shaper), measureEm)
  const story: StoryFidelity = {
    article: article.id,
    measureEm,
    lines: 0,
    matched: 0,
    matchedWithCopyfit: 0,
    misses: [],
  }
  article.paragraphs.forEach((source, i) => {
    const paragraph = paragraphs[i] as Paragraph
    total.copyfitRecords += paragraph.copyfit?.length ?? 0
    addParagraph(story, source, paragraph, page.doc, room)
  })
  return story
}

function addParagraph(
  story: StoryFidelity,
  source: ArticleParagraph,
  paragraph: Paragraph,
  doc: PageDoc,
  room: TypeRoom,
): void {
  const printed = source.kind === 'body' && source.lines ? printedEnds(paragraph, source.lines) : null
  if (printed === null) return
  const free = lineEnds(doc, { ...paragraph, copyfit: [] }, story.measureEm, room)
  const fitted = lineEnds(doc, paragraph, story.measureEm, room)
  const text = paragraph.runs.map((run) => run.text).join('')
  story.lines += printed.length
  story.matchedWithCopyfit += countMatches(printed, fitted)
  story.matched += countMatches(printed, free)
  const found = new Set(ranges(free))
  printed.forEach((end, i) => {
    const start = printed[i - 1] ?? 0
    if (found.has(`${start}-${end}`)) return
    const stop = free.find((other) => other > start) ?? text.length
    const from = free.findLast((other) => other <= start) ?? 0
    story.misses.push({ printed: text.slice(start, end).trim(), composed: text.slice(from, stop).trim() })
  })
}

const ranges = (ends: readonly number[]): string[] => ends.map((end, i) => `${ends[i - 1] ?? 0}-${end}`)

function countMatches(printed: readonly number[], composed: readonly number[]): number {
  const found = new Set(ranges(composed))
  return ranges(printed).filter((range) => found.has(range)).length
}
