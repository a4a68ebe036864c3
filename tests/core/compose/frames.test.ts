import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import type { ComposedLine, Composition, GlyphRun } from '../../../src/core/compose/composition.ts'
import type { Frame, PageDoc, Paragraph, ParagraphStyle, TextFrame } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const EM = 9
const ROW = 13.5
const han = (count: number): string => '一二三四五六七八九十'.repeat(20).slice(0, count)
const body = (text: string, style = 'body'): Paragraph => ({ style, runs: [{ text }] })

/** A page with one story in a frame of `widthEm` × `rows` at its corner, and other frames on top. */
function page(
  paragraphs: Paragraph[],
  frame: { widthEm: number; rows: number } & Partial<TextFrame>,
  others: Record<string, Partial<Frame> & { x: number; y: number; width: number; height: number }> = {},
): PageDoc {
  const { widthEm, rows, ...rest } = frame
  const builder = new PageBuilder(openTemplate())
  const box = { x: 0, y: 0, width: widthEm * EM, height: rows * ROW }
  builder.story('story', 'body', paragraphs, [box], { vertical: 'grid' })
  const { doc } = builder
  doc.setup = { ...doc.setup, top: 0 }
  doc.frames.story = { ...(doc.frames.story as TextFrame), ...rest }
  for (const [id, other] of Object.entries(others)) {
    doc.frames[id] = { kind: 'picture', order: '9', ...other } as Frame
  }
  return doc
}

const styled = (doc: PageDoc, change: Partial<ParagraphStyle>): PageDoc => ({
  ...doc,
  paragraphStyles: {
    ...doc.paragraphStyles,
    body: { ...(doc.paragraphStyles.body as ParagraphStyle), ...change },
  },
})

const compose = (doc: PageDoc): Composition => composePage(doc, fakeShaper)

const linesOf = (composition: Composition): ComposedLine[] =>
  composition.items.flatMap((item) => (item.kind === 'text' && item.frame === 'story' ? item.lines : []))

const textOf = (line: ComposedLine): string => line.runs.map((run) => run.texts.join('')).join('')

/** Lines as `x,row text`, x in em. */
const places = (composition: Composition): string[] =>
  linesOf(composition).map(
    (line) => `${line.x / EM},${Math.round((line.baseline - 10.17) / ROW)} ${textOf(line)}`,
  )

describe('columns inside a frame (分栏)', () => {
  const doc = page([body(han(14))], {
    widthEm: 10,
    rows: 3,
    columns: { count: 2, gutterPt: 2 * EM, rulePt: 0.3 },
  })

  it('are filled one after the other, with the gutter between them', () => {
    expect(places(compose(doc))).toEqual(['2,0 一二', '0,1 三四五六', '0,2 七八九十', '6,0 一二三四'])
  })

  it('have a rule in the middle of each gutter', () => {
    const rule = compose(doc).items.find((item) => item.kind === 'rule')
    expect(rule).toMatchObject({ from: { x: 5 * EM, y: 0 }, to: { x: 5 * EM, y: 3 * ROW }, strokePt: 0.3 })
  })

  it('come to even feet when they are balanced', () => {
    const balanced = page([body(han(14))], {
      widthEm: 10,
      rows: 9,
      columns: { count: 2, gutterPt: 2 * EM, balance: true },
    })
    expect(places(compose(balanced))).toEqual(['2,0 一二', '0,1 三四五六', '6,0 七八九十', '6,1 一二三四'])
  })
})

describe('the rules between columns', () => {
  it('part where the text goes round a picture', () => {
    const doc = page(
      [body(han(14))],
      { widthEm: 10, rows: 6, columns: { count: 2, gutterPt: 2 * EM, rulePt: 0.3 } },
      {
        across: {
          x: 0,
          y: 2 * ROW,
          width: 10 * EM,
          height: ROW,
          wrap: { top: 1, right: 0, bottom: 2, left: 0 },
        },
        // Beside the gutter's middle: its rule is not touched.
        beside: {
          x: 0,
          y: 0,
          width: 5 * EM - 1,
          height: ROW,
          wrap: { top: 0, right: 0, bottom: 0, left: 0 },
        },
      },
    )
    const rules = compose(doc).items.flatMap((item) =>
      item.kind === 'rule' ? [[item.from.y, item.to.y]] : [],
    )
    expect(rules).toEqual([
      [0, 2 * ROW - 1],
      [3 * ROW + 2, 6 * ROW],
    ])
  })
})

describe("a frame's insets", () => {
  const inset = { top: 5, right: EM, bottom: 2 * ROW, left: 2 * EM }

  it('keep text from its edges, on the grid: the first line goes down to the next row', () => {
    const doc = page([body(han(9))], { widthEm: 8, rows: 5, inset })
    const composition = compose(doc)
    expect(places(composition)).toEqual(['4,1 一二三', '2,2 四五六七八'])
    expect(composition.stories.story).toMatchObject({ oversetLines: 1, oversetCharacters: 1 })
  })

  it('move text that stands on no grid by just their width', () => {
    const doc = page([body(han(2))], { widthEm: 8, rows: 5, inset, vertical: 'top' })
    const [line] = linesOf(compose(doc))
    const [bare] = linesOf(compose(page([body(han(2))], { widthEm: 8, rows: 5, vertical: 'top' })))
    expect([line?.x, line?.baseline]).toEqual([(bare?.x ?? 0) + 2 * EM, (bare?.baseline ?? 0) + 5])
  })

  it('narrow its columns, and its rules with them', () => {
    const columns = { count: 2, gutterPt: EM, rulePt: 0.3 }
    const composition = compose(page([body(han(9))], { widthEm: 12, rows: 5, columns, inset }))
    expect(places(composition)).toEqual(['4,1 一二', '2,2 三四五六', '7,1 七八九'])
    const rule = composition.items.find((item) => item.kind === 'rule')
    expect(rule).toMatchObject({ from: { x: 6.5 * EM, y: 5 }, to: { x: 6.5 * EM, y: 3 * ROW } })
  })

  it('hold for vertical text: the right one is before its first line', () => {
    const doc = page([body(han(5))], { widthEm: 8, rows: 5, inset, writing: 'vertical', vertical: 'top' })
    const [bare] = linesOf(
      compose(page([body(han(5))], { widthEm: 8, rows: 5, writing: 'vertical', vertical: 'top' })),
    )
    const [line] = linesOf(compose(doc))
    expect(line?.x).toBe((bare?.x ?? 0) - EM)
    expect(line?.baseline).toBe((bare?.baseline ?? 0) + 5)
    expect(line?.measure).toBe(5 * ROW - 5 - 2 * ROW - 2 * EM)
  })
})

describe('frames on the grid', () => {
  it('set their first line on the next row of the page, wherever they begin', () => {
    const doc = page([body(han(9))], { widthEm: 8, rows: 5 })
    const frame = doc.frames.story as TextFrame
    const lowered = { ...doc, frames: { story: { ...frame, y: 4 } } }
    expect(places(compose(lowered))).toEqual(['2,1 一二三四五六', '0,2 七八九'])
  })
})

describe('a hidden frame', () => {
  it('is not drawn, but its text keeps its place and others still go round it', () => {
    const wrap = { top: 0, right: 0, bottom: 0, left: 0 }
    const picture = { x: 4 * EM, y: 0, width: 4 * EM, height: ROW, wrap }
    const doc = page([body(han(12))], { widthEm: 8, rows: 2 }, { picture: { ...picture, hidden: true } })
    const composition = compose(doc)
    expect(composition.items.map(({ kind }) => kind)).toEqual(['text'])
    expect(places(composition)[0]).toBe('2,0 一二')

    const hidden = {
      ...doc,
      frames: { story: { ...(doc.frames.story as TextFrame), hidden: true as const } },
    }
    expect(compose(hidden).items).toEqual([])
    expect(compose(hidden).stories).toEqual(
      compose({ ...doc, frames: { story: doc.frames.story as TextFrame } }).stories,
    )
  })
})

describe('ground and outline', () => {
  const look = { fill: 'ad-tint', stroke: 'black', strokePt: 0.5 }

  it('lie below and above the text', () => {
    const items = compose(page([body(han(2))], { widthEm: 8, rows: 2, ...look })).items
    expect(items.map(({ kind }) => kind)).toEqual(['shape', 'text', 'shape'])
    expect(items[0]).toMatchObject({ fill: { screen: expect.any(String) }, strokePt: 0 })
    expect(items[0]).not.toHaveProperty('stroke')
    expect(items[2]).toMatchObject({ box: { x: 0, y: 0, width: 8 * EM, height: 2 * ROW }, strokePt: 0.5 })
    expect(items[2]).not.toHaveProperty('fill')
  })

  it('lie below and above a picture', () => {
    const doc = page(
      [],
      { widthEm: 1, rows: 1, hidden: true },
      { picture: { x: 0, y: 0, width: 40, height: 30, ...look } },
    )
    const asset = {
      sha256: 'a'.repeat(64),
      name: 'a.png',
      mime: 'image/png' as const,
      widthPx: 40,
      heightPx: 30,
    }
    const placed = {
      ...doc,
      assets: { photo: asset },
      frames: { ...doc.frames, picture: { ...doc.frames.picture, asset: 'photo' } as Frame },
    }
    expect(compose(placed).items.map(({ kind }) => kind)).toEqual(['shape', 'picture', 'shape'])
  })

  it("take the place of an empty picture frame's tint and hairline", () => {
    const doc = page(
      [],
      { widthEm: 1, rows: 1, hidden: true },
      { picture: { x: 0, y: 0, width: 40, height: 30, ...look } },
    )
    const [shape, ...labels] = compose(doc).items
    expect(shape).toMatchObject({ fill: doc.swatches['ad-tint'], stroke: doc.swatches.black, strokePt: 0.5 })
    expect(labels.map(({ kind }) => kind)).toEqual(['text'])
  })
})

describe('text around a picture (绕排)', () => {
  it('is broken in two parts where the picture stands in the middle', () => {
    const doc = page(
      [body(han(40))],
      { widthEm: 14, rows: 6 },
      {
        picture: {
          x: 5 * EM,
          y: ROW,
          width: 4 * EM,
          height: ROW,
          wrap: { top: 0, right: 0, bottom: 0, left: 0 },
        },
      },
    )
    expect(places(compose(doc))).toEqual([
      '2,0 一二三四五六七八九十一二',
      '0,1 三四五六七',
      '9,1 八九十一二',
      '0,2 三四五六七八九十一二三四五六',
      '0,3 七八九十',
    ])
  })

  it('keeps its distance, and passes over rows and parts that hold no text', () => {
    const doc = page(
      [body(han(20))],
      { widthEm: 10, rows: 6 },
      {
        // Five em wide with its distance: five are left of it and none right.
        picture: {
          x: 6 * EM,
          y: ROW,
          width: 4 * EM,
          height: ROW,
          wrap: { top: 0, right: 0, bottom: 5, left: EM },
        },
      },
    )
    expect(places(compose(doc))).toEqual([
      '2,0 一二三四五六七八',
      '0,1 九十一二三',
      '0,2 四五六七八',
      '0,3 九十',
    ])
  })

  it('runs on over it where the frame says so', () => {
    const doc = page(
      [body(han(18))],
      { widthEm: 10, rows: 3, overWraps: true },
      {
        picture: { x: 0, y: 0, width: 90, height: 90, wrap: { top: 0, right: 0, bottom: 0, left: 0 } },
      },
    )
    expect(places(compose(doc))).toEqual(['2,0 一二三四五六七八', '0,1 九十一二三四五六七八'])
  })

  it('leaves a part empty that is narrower than an unbreakable word', () => {
    const doc = page(
      [body('一二Wordwordwordw三')],
      { widthEm: 9, rows: 4 },
      {
        picture: {
          x: 5 * EM,
          y: ROW,
          width: 4 * EM,
          height: ROW,
          wrap: { top: 0, right: 0, bottom: 0, left: 0 },
        },
      },
    )
    expect(places(compose(doc))).toEqual(['2,0 一二', '0,2 Wordwordwordw三'])
  })
})

describe('lines that stand together', () => {
  // Ten lines of four em: column one ends after its sixth row.
  const doc = page([body(han(22)), body(han(18))], {
    widthEm: 10,
    rows: 7,
    columns: { count: 2, gutterPt: 2 * EM },
  })

  it('fill every column to its foot where nothing else is asked', () => {
    expect(places(compose(doc)).slice(6, 8)).toEqual(['2,6 一二', '6,0 三四五六'])
  })

  it('leave no single first line at a foot', () => {
    const kept = styled(doc, { keepLines: { foot: 2, top: 1 } })
    expect(places(compose(kept)).slice(6, 8)).toEqual(['8,0 一二', '6,1 三四五六'])
  })

  it('leave no single last line at a top', () => {
    const long = page([body(han(30))], { widthEm: 10, rows: 7, columns: { count: 2, gutterPt: 2 * EM } })
    expect(places(compose(long)).at(-1)).toBe('6,0 七八九十')
    const kept = styled(long, { keepLines: { foot: 1, top: 2 } })
    expect(places(compose(kept)).slice(-2)).toEqual(['6,0 三四五六', '6,1 七八九十'])
  })
})

/** A run's places to a tenth of a point. */
const rounded = (run: GlyphRun | undefined) => {
  const tenths = (values: number[] | undefined) => values?.map((value) => Math.round(value * 10) / 10)
  return { xs: tenths(run?.xs), ys: tenths(run?.ys) }
}

describe('vertical text (竖排)', () => {
  const doc = page([body('高新区25年', 'headline')], {
    widthEm: 20,
    rows: 1,
    writing: 'vertical',
    vertical: 'top',
  })
  const style = doc.paragraphStyles.headline as ParagraphStyle
  doc.paragraphStyles.headline = { ...style, sizePt: 20, leadingPt: 30, align: 'start', trackingEm: 0 }
  doc.frames.story = { ...(doc.frames.story as TextFrame), x: 100, y: 50, width: 60, height: 60 }

  it('runs down and from right to left, on the axis of its line', () => {
    const lines = linesOf(compose(doc))
    expect(lines.map(textOf)).toEqual(['高新区', '25年'])
    expect(lines.map(({ x }) => x)).toEqual([145, 115])
    expect(lines.every(({ baseline, vertical }) => baseline === 50 && vertical)).toBe(true)
    // Each glyph's origin stands half an em left of the axis, and 0.88 em below the top of its em.
    expect(rounded(lines[0]?.runs[0])).toEqual({ xs: [-10, -10, -10], ys: [17.6, 37.6, 57.6] })
  })

  it('sets a number of two figures side by side in one em (纵中横)', () => {
    const figures = linesOf(compose(doc))[1]?.runs[0]
    expect(figures?.texts).toEqual(['2', '5', '年'])
    expect(rounded(figures)).toEqual({ xs: [-10, 0, -10], ys: [17.6, 17.6, 37.6] })
  })

  it('squeezes marks on the side where they are white', () => {
    // Three em for four: the quotes give up half an em each, the opening one before it and the closing one behind.
    const quoted = {
      ...doc,
      stories: { story: { ...doc.stories.story, paragraphs: [body('“新”区', 'headline')] } },
      paragraphStyles: {
        ...doc.paragraphStyles,
        headline: { ...doc.paragraphStyles.headline, preset: 'kjrb' },
      },
    }
    const [line] = linesOf(compose(quoted as PageDoc))
    expect(rounded(line?.runs[0]).ys).toEqual([7.6, 27.6, 47.6, 57.6])
    expect(line?.fit.squeezedEm).toBe(1)
  })

  it('turns a word on its side and keeps initials upright', () => {
    const words = {
      ...doc,
      stories: { story: { ...doc.stories.story, paragraphs: [body('AI与Word', 'headline')] } },
    }
    const runs = linesOf(compose(words as PageDoc)).flatMap((line) => line.runs)
    expect(runs.map(({ texts, turned }) => [texts.join(''), turned === true])).toEqual([
      ['AI', false],
      ['与', false],
      ['Word', true],
    ])
  })
})

describe('styles within a line', () => {
  it('raise a superscript above the baseline, in its smaller size', () => {
    const doc = page([{ style: 'body', runs: [{ text: '面积9平方米' }, { text: '2', style: 'super' }] }], {
      widthEm: 12,
      rows: 2,
    })
    doc.characterStyles = { ...doc.characterStyles, super: { sizePt: 5.4, riseEm: 0.4 } }
    const raised = linesOf(compose(doc))[0]?.runs.at(-1)
    expect(raised?.sizePt).toBe(5.4)
    expect(raised?.ys?.[0]).toBeCloseTo(-0.4 * EM)
  })

  it('take the preset of their story, and its tracking', () => {
    const doc = page([body(han(10))], { widthEm: 11, rows: 2 })
    const story = doc.stories.story as PageDoc['stories'][string]
    expect(linesOf(compose(doc)).map(textOf)).toEqual(['一二三四五六七八九', '十'])
    // The national standard's preset leaves no character alone.
    const other = { ...doc, stories: { story: { ...story, preset: 'gb' } } }
    expect(linesOf(compose(other)).map(textOf)).toEqual(['一二三四五六七八', '九十'])
    const tracked = { ...doc, stories: { story: { ...story, fit: { trackingEm: 0.01 } } } }
    expect(linesOf(compose(tracked)).map(textOf)).toEqual(['一二三四五六七八', '九十'])
  })

  it('leave the grid for the leading of a story that was fitted', () => {
    const doc = page([body(han(18))], { widthEm: 10, rows: 3 })
    const story = doc.stories.story as PageDoc['stories'][string]
    const fitted = { ...doc, stories: { story: { ...story, fit: { trackingEm: 0, leadingPt: 13 } } } }
    const [first, second] = linesOf(compose(fitted))
    expect((second?.baseline ?? 0) - (first?.baseline ?? 0)).toBeCloseTo(13)
  })
})

describe('odd text', () => {
  it('is composed line for line where the frame is narrower than a character', () => {
    const composition = compose(page([body('一二')], { widthEm: 0.5, rows: 5 }))
    expect(linesOf(composition).map(textOf)).toEqual(['一', '二'])
    expect(composition.diagnostics.map(({ code }) => code)).toEqual(['line-overfull', 'line-overfull'])
  })

  it('parts a word that is wider than its line by characters, with nothing lost', () => {
    const composition = compose(page([body('一Wxyzabcdefghij二')], { widthEm: 3, rows: 9 }))
    expect(linesOf(composition).map(textOf)).toEqual(['一', 'Wxyzab', 'cdefgh', 'ij二'])
    expect(composition.diagnostics).toEqual([])
  })

  it('sets a character without a glyph as the box that its face has for it, and says which', () => {
    const composition = compose(page([body('一\ue000二')], { widthEm: 9, rows: 2 }))
    expect(linesOf(composition).map(textOf)).toEqual(['一\ue000二'])
    expect(composition.diagnostics).toMatchObject([
      { code: 'missing-glyph', severity: 'error', params: { codePoint: 'U+E000', paragraph: 1 } },
    ])
  })

  it('leaves control characters out of the picture and in the text', () => {
    const [line] = linesOf(compose(page([body('一\u0007\u200b二')], { widthEm: 9, rows: 2 })))
    expect(line && [textOf(line), line.start, line.end]).toEqual(['一二', 0, 4])
    expect(line?.runs[0]?.xs).toEqual([0, EM])
  })

  it('goes to the end of a paragraph of 100,000 characters', () => {
    const composition = compose(page([body(han(200).repeat(500))], { widthEm: 12, rows: 10 }))
    // Ten to the first line, twelve to all others.
    expect(composition.stories.story).toEqual({
      lines: 8334,
      oversetLines: 8324,
      oversetCharacters: 100_000 - 10 - 9 * 12,
    })
  })

  it('parts a chain of marks that no line holds, and says so', () => {
    const composition = compose(page([body(`一${'、'.repeat(12)}二`)], { widthEm: 4, rows: 9 }))
    expect(linesOf(composition).map(textOf).join('')).toBe(`一${'、'.repeat(12)}二`)
    expect(composition.diagnostics.some(({ code }) => code === 'line-forced')).toBe(true)
  })

  it('sets text that runs right to left in its own order, with its brackets turned, and tells of it', () => {
    const text = '一(\u05d0\u05d1 12 \u05d2\u05d3)[\u05d4]二'
    const composition = compose(page([body(text)], { widthEm: 30, rows: 2 }))
    const [line] = linesOf(composition)
    const xs = line?.runs.flatMap((run) => run.xs) ?? []
    expect(xs).toEqual([...xs].sort((a, b) => a - b))
    // The fake font draws words as they are typed; the order of the words is what is turned.
    expect(line && textOf(line)).toBe('一(\u05d4[)\u05d2\u05d3 12 \u05d0\u05d1]二')
    const mirrored = line?.runs.flatMap((run) => run.glyphs.map((glyph, i) => [run.texts[i], glyph]))
    expect(mirrored?.find(([character]) => character === ')')?.[1]).toBe('('.charCodeAt(0))
    expect(composition.diagnostics.map(({ code, severity }) => [code, severity])).toContainEqual([
      'right-to-left',
      'info',
    ])
  })

  it('tells control characters and text that runs right to left', () => {
    const codes = compose(page([body('一\u0007二\u05d0\u05d1三')], { widthEm: 20, rows: 5 })).diagnostics
    expect(codes.map(({ code }) => code)).toEqual(['control-character', 'right-to-left'])
  })

  it('keeps a character together with its marks and an emoji with its parts', () => {
    const text = 'e\u0301\u4e00\u0301👩‍👩‍👧🇨🇳'
    const [line] = linesOf(compose(page([body(text)], { widthEm: 30, rows: 2 })))
    expect(line && textOf(line)).toBe(text)
    expect(line?.end).toBe(text.length)
  })
})
