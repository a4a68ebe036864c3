/** What to cut where a page is too full: last paragraphs, those of the lesser articles first (倒金字塔). */
import type { PageDoc } from '../../doc/schema.ts'
import type { DraftComposer } from '../composer.ts'
import { rankArticles } from '../layout/rank.ts'
import type { StandingPage } from './lay-out-again.ts'
import { stays } from './standing.ts'

/** The last paragraphs of one article's text. */
export interface Cut {
  article: string
  story: string
  paragraphs: number
  lines: number
  characters: number
}

/** No text is cut down to less than its first paragraph, nor to less than this share of its lines. */
const LEAST_SHARE = 0.4

/** Cuts that save at least so many column-lines; all that can be cut where that is less. */
export function cutList(
  doc: PageDoc,
  { matter, template }: StandingPage,
  composer: DraftComposer,
  columnRows: number,
): Cut[] {
  const cuts: Cut[] = []
  let saved = 0
  for (const { article } of rankArticles(matter.articles).reverse()) {
    const story = article.kept?.stories.body
    const body = article.kept?.body ?? []
    if (story === undefined || stays(doc, article.id)) continue
    const rows = body.map((paragraph) =>
      composer.lines(doc, [paragraph], template.setup.columnEm).reduce((sum, line) => sum + line.rows, 0),
    )
    const whole = rows.reduce((sum, of) => sum + of, 0)
    const cut: Cut = { article: article.id, story, paragraphs: 0, lines: 0, characters: 0 }
    for (let i = body.length - 1; i > 0 && saved < columnRows; i--) {
      const lines = rows[i] as number
      if (whole - cut.lines - lines < LEAST_SHARE * whole) break
      cut.paragraphs++
      cut.lines += lines
      cut.characters += body[i]?.runs.reduce((sum, { text }) => sum + text.replace(/\s/gu, '').length, 0) ?? 0
      saved += lines
      // A subhead does not stay behind without its text.
      if (body[i - 1]?.style === 'subhead' && i - 1 > 0 && saved >= columnRows) {
        cut.paragraphs++
        cut.lines += rows[i - 1] as number
      }
    }
    if (cut.paragraphs > 0) cuts.push(cut)
    if (saved >= columnRows) break
  }
  return cuts
}

export function applyCuts(doc: PageDoc, cuts: readonly Cut[]): PageDoc {
  const stories = { ...doc.stories }
  for (const { story, paragraphs } of cuts) {
    const of = stories[story]
    if (of) stories[story] = { ...of, paragraphs: of.paragraphs.slice(0, -paragraphs) }
  }
  return { ...doc, stories }
}
