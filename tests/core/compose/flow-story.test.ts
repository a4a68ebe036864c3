import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import type { ComposedLine } from '../../../src/core/compose/composition.ts'
import type { PageDoc, Paragraph } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const body = (text: string, style = 'body'): Paragraph => ({ style, runs: [{ text }] })

/** A page with one story in legs of `widthEm` × `rows`, at the page's corner. */
function pageWith(paragraphs: Paragraph[], legs: number, widthEm: number, rows: number): PageDoc {
  const page = new PageBuilder(openTemplate())
  page.doc.setup = { ...page.doc.setup, top: 0 }
  const boxes = Array.from({ length: legs }, (_, i) => ({
    x: i * 200,
    y: 0,
    width: widthEm * 9,
    height: rows * 13.5,
  }))
  page.story('story', 'body', paragraphs, boxes, { vertical: 'grid' })
  return page.doc
}

function textOf(doc: PageDoc): string[][] {
  const { items } = composePage(doc, fakeShaper)
  const lineText = (line: ComposedLine) => line.runs.map((run) => run.texts.join('')).join('')
  return items.flatMap((item) => (item.kind === 'text' ? [item.lines.map(lineText)] : []))
}

describe('a story through its frames', () => {
  it('goes on in the next leg, on the same baselines', () => {
    const doc = pageWith([body('一二三四五六七八九十')], 2, 4, 2)
    expect(textOf(doc)).toEqual([['一二', '三四五六'], ['七八九十']])
    const [first, second] = composePage(doc, fakeShaper).items
    const baseline = (item: typeof first) => (item?.kind === 'text' ? item.lines[0]?.baseline : undefined)
    expect(baseline(first)).toBeCloseTo(10.17)
    expect(baseline(second)).toBeCloseTo(10.17)
  })

  it('counts what finds no room in lines and characters', () => {
    const { stories, diagnostics } = composePage(
      pageWith([body('一二三四五六七八九十')], 1, 4, 1),
      fakeShaper,
    )
    expect(stories.story).toEqual({ lines: 3, oversetLines: 2, oversetCharacters: 8 })
    expect(diagnostics).toMatchObject([
      { code: 'overset', severity: 'error', params: { lines: 2, characters: 8 } },
    ])
  })

  it('never leaves a subhead at the foot of a leg', () => {
    const doc = pageWith([body('一二三四五六'), body('小题', 'subhead'), body('七八')], 2, 4, 4)
    expect(textOf(doc)).toEqual([
      ['一二', '三四五六'],
      ['小题', '七八'],
    ])
  })

  it('sets the credit at the right of the last line, or on a line of its own', () => {
    const signed = (text: string): Paragraph => ({
      style: 'body',
      runs: [{ text }, { text: '张三', style: 'credit' }],
    })
    const short = composePage(pageWith([signed('一二')], 1, 8, 3), fakeShaper)
    const long = composePage(pageWith([signed('一二三四五')], 1, 8, 3), fakeShaper)
    expect(short.stories.story?.lines).toBe(1)
    expect(long.stories.story?.lines).toBe(2)
    const credit = short.items[0]?.kind === 'text' ? short.items[0].lines[0]?.runs.at(-1) : undefined
    expect(credit?.texts).toEqual(['张', '三'])
    // Eight em of measure less half an em inset and two em of name, counted from the line's start two em in.
    expect(credit?.xs[0]).toBeCloseTo((8 - 0.5 - 2 - 2) * 9)
  })

  it('places a line in a frame narrower than one character and says that it is too wide', () => {
    const { diagnostics, stories } = composePage(pageWith([body('一二三')], 1, 0.5, 9), fakeShaper)
    expect(stories.story?.lines).toBe(3)
    expect(diagnostics.map(({ code }) => code)).toEqual(['line-overfull', 'line-overfull', 'line-overfull'])
  })

  it('names a character that no face has, and where it stands', () => {
    const { diagnostics } = composePage(pageWith([body('一\u{e000}三')], 1, 8, 3), fakeShaper)
    expect(diagnostics).toMatchObject([
      { code: 'missing-glyph', severity: 'error', at: { story: 'story' }, params: { character: '\u{e000}' } },
    ])
  })

  it('counts a story without frames as overset', () => {
    const { stories } = composePage(pageWith([body('一二三四五六七八九十一二三四')], 0, 8, 3), fakeShaper)
    expect(stories.story).toMatchObject({ oversetCharacters: 14 })
  })
})
