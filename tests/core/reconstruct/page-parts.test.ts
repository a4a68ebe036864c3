import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { isBlank } from '../../../src/core/language/characters.ts'
import type { AnnotatedText } from '../../../src/core/reconstruct/lines/annotated-text.ts'
import { findStories, type PageParts } from '../../../src/core/reconstruct/page-parts.ts'
import { BODY_LABELS, type LineLabel } from '../../../src/core/reconstruct/paragraphs/line-costs.ts'
import type { LabelledLine } from '../../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { columnLines, drawnPages, labelledLines, SEED } from './helpers.ts'

/** All text that the stages hand on, of whatever part. */
function textsOf({ stories, lost }: PageParts): AnnotatedText[] {
  const parts = stories.flatMap(({ story, head, section, byline, credit, captions }) => [
    ...(story?.paragraphs.flatMap((paragraph) => paragraph.printed) ?? []),
    ...[head.kicker, head.headline, head.deck].flatMap((part) => (part ? [part.text] : [])),
    ...[section, byline].flatMap((link) => (link ? [link.line.text] : [])),
    ...(credit ? [credit.text, ...credit.furniture] : []),
    ...captions.flatMap(({ text, mark }) => [text, mark]),
  ])
  return [...parts, ...lost.map((line) => line.text)]
}

const placesOf = (texts: readonly AnnotatedText[]) =>
  texts.flatMap(({ text, places }) => places.filter((_, i) => !isBlank(text[i]!))).sort((a, b) => a - b)

/** Nothing lost and nothing twice between the paragraph pass and the articles. */
const expectWhole = (lines: readonly LabelledLine[]) =>
  expect(placesOf(textsOf(findStories(lines)))).toEqual(placesOf(lines.map((line) => line.tidy)))

describe('from labelled lines to articles', () => {
  it('keeps a name that the paragraph pass took for the credit of what is a caption', () => {
    const news = columnLines(
      16,
      '本报讯 3月7日，望津港第一条自动化集装箱码头开始试运行，码头装卸效率提高近三成。',
    )
    const lines = labelledLines(
      16,
      ...news,
      ['display', '自动化码头开始试运行'],
      ['single', '▲望津港自动化码头的无人集卡。'],
      ['credit', '储良 摄'],
    )
    expectWhole(lines)
    const captions = findStories(lines).stories.flatMap((parts) =>
      parts.captions.map(({ text }) => text.text),
    )
    expect(captions).toContain('望津港自动化码头的无人集卡。储良 摄')
  })

  it('keeps every character, whatever a line was taken for', () => {
    const texts = drawnPages().flatMap(([, dump]) =>
      dump.split(/[\n\f]/u).filter((line) => line.trim() !== ''),
    )
    const odd = [
      '▲',
      '（李明）',
      '。（李明）',
      '好！',
      '（李明',
      '王芳 摄',
      '▶ 本报记者 王芳',
      '高新 园区 动态',
      '——',
      '8 8',
    ]
    const label = fc.constantFrom<LineLabel[]>(...BODY_LABELS, 'display')
    const text = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...texts) }, fc.constantFrom(...odd))
    const page = fc.array(fc.tuple(label, text), { minLength: 1, maxLength: 40 })
    fc.assert(
      fc.property(page, fc.constantFrom(8, 12, 20), (labelled, measure) => {
        const lines = labelledLines(
          measure,
          ...labelled.map(([of, line]): [LineLabel, string] => [of, line.trim()]),
        )
        expectWhole(lines)
      }),
      { seed: SEED, numRuns: 60 },
    )
  })
})
