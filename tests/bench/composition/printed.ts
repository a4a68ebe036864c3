/** The four stories of page 08 as the print has them: the text and measures that every engine is given. */
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import type { Template } from '../../../src/core/draft/template.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import type { Em } from '../../../src/core/units.ts'

export interface PrintedParagraph {
  text: string
  lines: string[]
}

export interface PrintedStory {
  measureEm: Em
  paragraphs: PrintedParagraph[]
}

/** Offsets in a paragraph's text at which its lines end. */
export type Ends = number[]

/** By story, then by paragraph. */
export type StoryEnds = Ends[][]

const solid = (line: string): string => line.replace(/\s/g, '')

export function printedStories(reconstruction: Reconstruction): PrintedStory[] {
  return reconstruction.articles.flatMap(({ measureEm, paragraphs }) => {
    const printed = paragraphs.flatMap(({ kind, lines }) =>
      kind === 'body' && lines ? [{ text: solid(lines.join('')), lines: lines.map(solid) }] : [],
    )
    return measureEm !== undefined && printed.length > 0 ? [{ measureEm, paragraphs: printed }] : []
  })
}

export const charactersIn = (stories: readonly PrintedStory[]): number =>
  stories.reduce((sum, { paragraphs }) => sum + paragraphs.reduce((own, { text }) => own + text.length, 0), 0)

export const endsOf = (lines: readonly string[]): Ends => {
  let at = 0
  return lines.map((line) => {
    at += line.length
    return at
  })
}

/** Printed lines whose start and end both fall where `composed` has them. */
export function countMatches(stories: readonly PrintedStory[], composed: StoryEnds): number {
  let matches = 0
  stories.forEach(({ paragraphs }, s) => {
    paragraphs.forEach(({ lines }, p) => {
      const found = new Set(ranges(composed[s]?.[p] ?? []))
      matches += ranges(endsOf(lines)).filter((range) => found.has(range)).length
    })
  })
  return matches
}

const ranges = (ends: Ends): string[] => ends.map((end, i) => `${ends[i - 1] ?? 0}-${end}`)

/** The stories so many times over, each one long column of a page that has nothing else. */
export function storiesPage(stories: readonly PrintedStory[], template: Template, times = 1): PageDoc {
  const page = new PageBuilder(template)
  const { bodyPt } = template.setup
  stories.forEach(({ measureEm, paragraphs }, i) => {
    const body = Array.from({ length: times }, () => paragraphs).flat()
    const box = { x: 0, y: 0, width: measureEm * bodyPt, height: 1e6 }
    const set = body.map(({ text }) => ({ style: 'body', runs: [{ text }] }))
    page.story(`s${i}`, 'body', set, [box], { vertical: 'grid' })
  })
  return page.doc
}
