import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { StoryCarets, type TextPlace } from '../../../src/core/compose/caret.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import type { Frame, PageDoc, Paragraph, TextFrame } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import type { Box } from '../../../src/core/geometry.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const EM = 9
const ROW = 13.5
/** The em stands in the middle of its row. */
const AIR = (ROW - EM) / 2
const body = (text: string): Paragraph => ({ style: 'body', runs: [{ text }] })

/** One story in frames of `columns` × rows side by side, four em apart from left to right. */
function page(
  texts: string[],
  columns: { em: number; rows: number }[],
  frame: Partial<TextFrame> = {},
): PageDoc {
  const builder = new PageBuilder(openTemplate())
  const { doc } = builder
  doc.setup = { ...doc.setup, top: 0 }
  let x = 0
  const boxes = columns.map(({ em, rows }) => {
    const box = { x, y: 0, width: em * EM, height: rows * ROW }
    x += (em + 4) * EM
    return box
  })
  builder.story('story', 'body', texts.map(body), boxes, { vertical: 'grid' })
  for (const id of doc.stories.story?.frames ?? []) {
    doc.frames[id] = { ...(doc.frames[id] as TextFrame), ...frame }
  }
  return doc
}

const caretsOf = (doc: PageDoc) => new StoryCarets(composePage(doc, fakeShaper), 'story')

/** In em and rows: `x,row`. */
const spot = (box: Box | undefined): string =>
  box ? `${Math.round((box.x / EM) * 100) / 100},${Math.round((box.y - AIR) / ROW)}` : 'nowhere'

const at = (paragraph: number, offset: number, atLineEnd?: true): TextPlace =>
  atLineEnd ? { paragraph, offset, atLineEnd } : { paragraph, offset }

const centre = ({ x, y, width, height }: Box) => ({ x: x + width / 2, y: y + height / 2 })

describe('a caret', () => {
  // Six em, the first line two em in: 一二三四 五六七八九十 一二
  const carets = caretsOf(page(['一二三四五六七八九十一二'], [{ em: 6, rows: 9 }]))

  it('stands before its character, as tall as the em', () => {
    expect(carets.boxAt(at(0, 0))).toEqual({ x: 2 * EM, y: AIR, width: 0, height: EM })
    expect(spot(carets.boxAt(at(0, 1)))).toBe('3,0')
    expect(spot(carets.boxAt(at(0, 12)))).toBe('2,2')
  })

  it('stands at the next line where one ends, or at the end of the first', () => {
    expect(spot(carets.boxAt(at(0, 4)))).toBe('0,1')
    expect(spot(carets.boxAt(at(0, 4, true)))).toBe('6,0')
  })

  it('stands nowhere behind the text', () => {
    expect(carets.boxAt(at(0, 13))).toBeUndefined()
    expect(carets.boxAt(at(1, 0))).toBeUndefined()
  })

  it('goes by clusters: letters, marks and halves of figures, but never into an emoji', () => {
    const text = 'ab25e\u0301👩‍👩‍👧——'
    const odd = caretsOf(page([text], [{ em: 30, rows: 2 }]))
    const stops: [number, string][] = []
    for (let place: TextPlace | undefined = at(0, 0); place; place = odd.step(place, 1)) {
      stops.push([place.offset, spot(odd.boxAt(place))])
    }
    expect(stops.map(([offset]) => offset)).toEqual([0, 1, 2, 3, 4, 6, 14, 15, 16])
    expect(stops.slice(0, 3).map(([, where]) => where)).toEqual(['2,0', '2.5,0', '3,0'])
  })

  it('stands at the edge of a squeezed mark, not where its glyph begins', () => {
    // Eight em for nine: the quotes give up half an em each.
    const squeezed = caretsOf(page(['一“二”三四五六'], [{ em: 9, rows: 2 }]))
    const xs = [0, 1, 2, 3, 4, 5].map((offset) => spot(squeezed.boxAt(at(0, offset))))
    expect(xs).toEqual(['2,0', '3,0', '3.5,0', '4.5,0', '5,0', '6,0'])
  })

  it('goes on over the spaces that end a paragraph, no further than the measure', () => {
    const open = caretsOf(page(['一二  ', `一二三四${' '.repeat(8)}`], [{ em: 6, rows: 9 }]))
    expect([2, 3, 4].map((offset) => spot(open.boxAt(at(0, offset))))).toEqual(['4,0', '4.5,0', '5,0'])
    expect(spot(open.boxAt(at(1, 12)))).toBe('6,1')
  })

  it('stands on an empty paragraph, and behind a forced break', () => {
    const open = caretsOf(page(['', '一\n', '二\n三'], [{ em: 6, rows: 9 }]))
    expect(spot(open.boxAt(at(0, 0)))).toBe('2,0')
    expect([0, 1, 2].map((offset) => spot(open.boxAt(at(1, offset))))).toEqual(['2,1', '3,1', '0,2'])
    expect([1, 2].map((offset) => spot(open.boxAt(at(2, offset))))).toEqual(['3,3', '0,4'])
  })

  it('lies across a line of vertical text', () => {
    const down = caretsOf(
      page(['一二三四五六'], [{ em: 9, rows: 4 }], { writing: 'vertical', vertical: 'top' }),
    )
    // Six em down, less two for the indent, in a column whose axis is half a row from the right.
    expect(down.boxAt(at(0, 1))).toEqual({ x: 9 * EM - ROW / 2 - EM / 2, y: 3 * EM, width: EM, height: 0 })
    expect(down.boxAt(at(0, 5))).toMatchObject({ x: 9 * EM - 1.5 * ROW - EM / 2, y: EM })
  })

  it('stands in a credit at the right end of the last line', () => {
    const doc = page(['一二三'], [{ em: 12, rows: 2 }])
    const runs = [{ text: '一二三' }, { text: '新华社', style: 'signed' }]
    doc.characterStyles = { ...doc.characterStyles, signed: { endInsetEm: 1 } }
    doc.stories.story = {
      ...(doc.stories.story as PageDoc['stories'][string]),
      paragraphs: [{ style: 'body', runs }],
    }
    const signed = caretsOf(doc)
    const where = [2, 3, 4, 5, 6].map((offset) => spot(signed.boxAt(at(0, offset))))
    expect(where).toEqual(['4,0', '5,0', '9,0', '10,0', '11,0'])
  })

  it('stands in no text that is hidden or overset', () => {
    const doc = page(['一二三四五六七八九十'], [{ em: 4, rows: 2 }])
    expect(caretsOf(doc).boxAt(at(0, 9))).toBeUndefined()
    expect(caretsOf(doc).boxAt(at(0, 6, true))).toBeDefined()
    doc.frames.story = { ...(doc.frames.story as TextFrame), hidden: true }
    expect(caretsOf(doc).boxAt(at(0, 0))).toBeUndefined()
  })
})

describe('a point', () => {
  const carets = caretsOf(page(['一二三四五六七八九十一二'], [{ em: 6, rows: 9 }]))

  it('is in the gap nearest to it, on the line nearest to it', () => {
    expect(carets.placeAt({ x: 3.4 * EM, y: 5 })).toEqual(at(0, 1))
    expect(carets.placeAt({ x: 3.6 * EM, y: 5 })).toEqual(at(0, 2))
    expect(carets.placeAt({ x: -50, y: 1.5 * ROW })).toEqual(at(0, 4))
    expect(carets.placeAt({ x: 99, y: 5 })).toEqual(at(0, 4, true))
    expect(carets.placeAt({ x: 99, y: 500 })).toEqual(at(0, 12))
  })

  it('below the text of a column belongs to that column', () => {
    const two = caretsOf(
      page(
        ['一二三四五六七八九'],
        [
          { em: 4, rows: 2 },
          { em: 4, rows: 9 },
        ],
      ),
    )
    expect(two.placeAt({ x: 8.2 * EM, y: 2.4 * ROW })).toEqual(at(0, 6))
    expect(two.placeAt({ x: 8.2 * EM, y: 0 }, 'story-1')).toEqual(at(0, 2, true))
  })

  it('is in the part of a row that it is nearest to', () => {
    const doc = page(['一二三四五六七八九十一二三四五六七八九十'], [{ em: 14, rows: 6 }])
    const wrap = { top: 0, right: 0, bottom: 0, left: 0 }
    doc.frames.picture = {
      kind: 'picture',
      x: 5 * EM,
      y: 0,
      width: 4 * EM,
      height: ROW,
      order: '9',
      wrap,
    } as Frame
    const parted = caretsOf(doc)
    // 一二三 | 四五六七八
    expect(parted.placeAt({ x: 6 * EM, y: 5 })).toEqual(at(0, 3, true))
    expect(parted.placeAt({ x: 8 * EM, y: 5 })).toEqual(at(0, 3))
    expect(parted.stepRow(at(0, 3), 1)?.place).toEqual(at(0, 17))
    expect(parted.stepRow(at(0, 17), -1)?.place).toEqual(at(0, 3))
  })
})

describe('rows', () => {
  // 一二三四 / 五六七八九十 / 一 ‖ second column: 二三四 …
  const carets = caretsOf(
    page(
      ['一二三四五六七八九十一', '二三四五六七八九'],
      [
        { em: 6, rows: 4 },
        { em: 6, rows: 9 },
      ],
    ),
  )

  it('above and below keep to the goal over a shorter line', () => {
    const below = carets.stepRow(at(0, 9), 1)
    expect(below?.place).toEqual(at(0, 11))
    expect(carets.stepRow(below?.place as TextPlace, 1, below?.goal)?.place).toEqual(at(1, 3))
    expect(carets.stepRow(at(0, 0), -1)).toBeUndefined()
  })

  it('go on in the next column, as far in as before', () => {
    const over = carets.stepRow(at(1, 3), 1)
    // Five em in, where the line is only four long.
    expect(over?.place).toEqual(at(1, 8))
    expect(carets.stepRow(over?.place as TextPlace, -1, over?.goal)?.place).toEqual(at(1, 3))
  })

  it('have a start and an end', () => {
    expect(carets.lineStart(at(0, 7))).toEqual(at(0, 4))
    expect(carets.lineEnd(at(0, 7))).toEqual(at(0, 10, true))
    expect(carets.lineEnd(at(0, 10))).toEqual(at(0, 11))
    expect(carets.lineStart(at(0, 10, true))).toEqual(at(0, 4))
  })
})

describe('a selection', () => {
  it('is a box a line, over columns and frames, with its paragraphs’ ends', () => {
    const carets = caretsOf(
      page(
        ['一二三四五', '六七八九十'],
        [
          { em: 4, rows: 3 },
          { em: 4, rows: 3 },
        ],
      ),
    )
    const boxes = carets.boxesOf(at(0, 1), at(1, 3))
    expect(boxes.map(({ frame, box }) => [frame, box.x / EM, box.y / ROW, box.width / EM])).toEqual([
      ['story-1', 3, 0, 1],
      ['story-1', 0, 1, 3.3],
      ['story-1', 2, 2, 2],
      ['story-2', 8, 0, 1],
    ])
    expect(boxes.every(({ box }) => box.height === ROW)).toBe(true)
    expect(carets.boxesOf(at(0, 1), at(0, 1))).toEqual([])
  })
})

const round = (_: string, value: unknown) => (typeof value === 'number' ? Math.round(value * 50) / 50 : value)

const piece = fc.oneof(
  { weight: 10, arbitrary: fc.constantFrom(...'高新区为可持续振兴开局') },
  { weight: 3, arbitrary: fc.constantFrom(...'，。、；：“”（）！') },
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '2025',
      '12.5%',
      '——',
      'Wordword',
      ' ',
      '  ',
      'e\u0301',
      '👩‍👧',
      '\u05d0\u05d1',
      '\u0007',
      '\n',
    ),
  },
)
const text = fc.array(piece, { maxLength: 60 }).map((parts) => parts.join(''))
const writing = fc.constantFrom('horizontal' as const, 'vertical' as const)
const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 200 }

describe('any text', () => {
  const anyPage = (texts: string[], way: 'horizontal' | 'vertical'): PageDoc => {
    const doc = page(
      texts,
      [
        { em: 9, rows: 6 },
        { em: 12, rows: 8 },
        { em: 20, rows: 40 },
      ],
      {
        writing: way,
        ...(way === 'vertical' && { vertical: 'top' as const }),
      },
    )
    const wrap = { top: 1, right: 3, bottom: 1, left: 3 }
    doc.frames.picture = {
      kind: 'picture',
      x: 18 * EM,
      y: 30,
      width: 40,
      height: 30,
      order: '9',
      wrap,
    } as Frame
    return doc
  }
  const texts = fc.array(text, { minLength: 1, maxLength: 4 })

  it('has its caret where a point at the caret finds it again', () => {
    fc.assert(
      fc.property(texts, writing, (all, way) => {
        const carets = caretsOf(anyPage(all, way))
        for (const { frame, line } of carets.lines) {
          const { stops } = line.carets
          const places = [...stops.keys()]
            .filter((k) => !Number.isNaN(stops[k]))
            .map((k) => at(line.paragraph, line.start + k, k === stops.length - 1 || undefined))
          const spots = places.map((place) => JSON.stringify(carets.boxAt(place), round))
          places.forEach((place, i) => {
            const box = carets.boxAt(place) as Box
            const found = carets.placeAt(centre(box), frame) as TextPlace
            expect(JSON.stringify(carets.boxAt(found), round)).toBe(spots[i])
            const alone = spots.filter((spot) => spot === spots[i]).length === 1
            if (alone) expect(found.offset).toBe(place.offset)
          })
        }
      }),
      settings,
    )
  })

  it('is walked through from end to end and back by steps', () => {
    fc.assert(
      fc.property(texts, writing, (all, way) => {
        const carets = caretsOf(anyPage(all, way))
        const forwards: TextPlace[] = []
        for (let place: TextPlace | undefined = at(0, 0); place; place = carets.step(place, 1))
          forwards.push(place)
        expect(forwards.at(-1)).toEqual(at(all.length - 1, all.at(-1)?.length ?? 0))
        all.forEach((value, index) => {
          const own = forwards.filter(({ paragraph }) => paragraph === index).map(({ offset }) => offset)
          const starts = [...new Intl.Segmenter('zh').segment(value)].map((cluster) => cluster.index)
          expect(own).toEqual([...starts, value.length])
        })
        const backwards: TextPlace[] = []
        let back: TextPlace | undefined = forwards.at(-1)
        for (; back; back = carets.step(back, -1)) backwards.push(back)
        expect(backwards.reverse()).toEqual(forwards)
      }),
      settings,
    )
  })
})
