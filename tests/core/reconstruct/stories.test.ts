import { describe, expect, it } from 'vitest'
import type { LineLabel } from '../../../src/core/reconstruct/paragraphs/line-costs.ts'
import type { PageItem } from '../../../src/core/reconstruct/roles/roles.ts'
import type { Chances } from '../../../src/core/reconstruct/roles/verdicts.ts'
import { buildItems, textOf } from '../../../src/core/reconstruct/stories/runs.ts'
import { buildStories } from '../../../src/core/reconstruct/stories/stories.ts'
import { labelledLines } from './helpers.ts'

const UNKNOWN: Chances = {
  headline: 0,
  kicker: 0,
  deck: 0,
  section: 0,
  byline: 0,
  credit: 0,
  caption: 0,
  body: 0,
  other: 1,
}

/** The items of lines that have their labels; display type is a headline, or a caption behind ▲. */
const itemsOf = (...labelled: [LineLabel, string][]): PageItem[] =>
  buildItems(labelledLines(12, ...labelled)).map((item): PageItem => {
    if (item.type === 'body') return item
    const { order, line, text } = item
    const verdict = { chances: UNKNOWN, goesOn: 0, reasons: [] }
    if (!text.text.startsWith('▲')) return { ...item, role: 'headline', ...verdict }
    return { type: 'caption', order, line, text, photographer: false, ...verdict }
  })

/** The paragraphs of the stories of some lines, all in a column of 12 em. */
const storiesOf = (...labelled: [LineLabel, string][]): string[][] => textsOf(labelled, false)

const textsOf = (labelled: [LineLabel, string][], tangled: boolean): string[][] =>
  buildStories(itemsOf(...labelled), tangled).stories.map((story) =>
    story.paragraphs.map((paragraph) => textOf(paragraph).text),
  )

const HEAD: [LineLabel, string] = ['display', '自动化码头']
const NEWS: [LineLabel, string][] = [
  ['first', '本报讯 3月7日，望津'],
  ['last', '港试运行。 丁一'],
]

describe('stories', () => {
  it('are joined where one breaks off and another begins in the middle', () => {
    const stories = storiesOf(
      ['first', '羊吃草。板面挡住了风'],
      ['middle', '，风速降低四成。清洗板面'],
      HEAD,
      ...NEWS,
      HEAD,
      ['last', '的水灌溉了草地。'],
    )
    expect(stories).toEqual([
      ['羊吃草。板面挡住了风，风速降低四成。清洗板面的水灌溉了草地。'],
      ['本报讯 3月7日，望津港试运行。'],
    ])
  })

  it('end with a credit and begin with a dateline', () => {
    expect(storiesOf(...NEWS, ...NEWS)).toHaveLength(2)
  })

  it('go on over a caption between two columns, not over a head', () => {
    const [upper, lower]: [LineLabel, string][][] = [
      [
        ['first', '基地负责人简乔算了一'],
        ['middle', '笔账。板面挡住了风，近地'],
        ['last', '面风速降低了四成。'],
      ],
      [
        ['first', '羊吃草。如今，板间放'],
        ['last', '养的滩羊有两万多只。'],
      ],
    ]
    const over = storiesOf(...upper!, ['display', '▲光伏羊在板下吃草。'], ...lower!)
    expect(over.map((paragraphs) => paragraphs.length)).toEqual([2])
    expect(storiesOf(...upper!, HEAD, ...lower!)).toHaveLength(2)
  })

  it('of one dated text each are two photo texts', () => {
    const photo = (place: string): [LineLabel, string][] => [
      ['first', `3月5日，${place}的工人在`],
      ['middle', '车间里赶制订单，全力保障'],
      ['last', '春耕物资供应。'],
    ]
    expect(storiesOf(...photo('柘坪'), ...photo('禾津'))).toHaveLength(2)
  })

  it('lose a dated last paragraph that has none of their words', () => {
    const stories = storiesOf(
      ['first', '羊吃草。如今，板间放'],
      ['last', '养的滩羊有两万多只。'],
      ['first', '羊粪又肥了草地，村民'],
      ['last', '不用再买饲料。'],
      ['first', '3月5日，柘坪的工人在'],
      ['last', '车间里赶制订单。'],
    )
    expect(stories.map((paragraphs) => paragraphs.length)).toEqual([2, 1])
  })
})

describe('pieces of stories in a dump that mixes its columns', () => {
  const SHEEP: [LineLabel, string][][] = [
    [
      ['first', '滩羊吃草。板间放养的'],
      ['last', '滩羊有两万多只，村民高兴。'],
    ],
    [
      ['first', '羊粪又肥了草地，村民'],
      ['last', '不用再为滩羊买饲料。'],
    ],
  ]
  const PORT: [LineLabel, string][] = [
    ['first', '集装箱由无人集卡送到'],
    ['last', '堆场，岸桥昼夜不停。'],
  ]

  it('go together by their words', () => {
    const scattered = [...SHEEP[0]!, HEAD, ...PORT, HEAD, ...SHEEP[1]!]
    expect(textsOf(scattered, true).map((paragraphs) => paragraphs.length)).toEqual([2, 1])
    expect(textsOf(scattered, false)).toHaveLength(3)
  })

  it('are never of two news', () => {
    const twice: [LineLabel, string][] = [
      ['first', '本报讯 3月7日，望津'],
      ['last', '港试运行，岸桥昼夜不停。'],
    ]
    expect(textsOf([...twice, HEAD, ...twice], true)).toHaveLength(2)
  })

  it('show by a sentence that breaks off, and another that begins inside, what the dump is', () => {
    const scatters = (last: string, first: string) =>
      buildStories(
        itemsOf(
          ['first', '清洗板面的水浇了草。'],
          ['last', last],
          HEAD,
          ...PORT,
          HEAD,
          ['middle', first],
          ['last', '浇了草地。'],
        ),
        false,
      ).scattered
    expect(scatters('板面挡住了风，近地面风速', '降低了四成，清洗板面的水')).toBe(true)
    expect(scatters('板面挡住了风。', '降低了四成，清洗板面的水')).toBe(false)
  })
})
