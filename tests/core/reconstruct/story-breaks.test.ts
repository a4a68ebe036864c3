import { describe, expect, it } from 'vitest'
import { buildItems, textOf } from '../../../src/core/reconstruct/stories/runs.ts'
import { partRuns, signAll } from '../../../src/core/reconstruct/stories/story-breaks.ts'
import { columnLines, labelledLines } from './helpers.ts'

type Lines = Parameters<typeof labelledLines>[1][]

const runsOf = (...lines: Lines) =>
  signAll(partRuns(buildItems(labelledLines(16, ...lines)))).flatMap((item) =>
    item.type === 'body' ? [item] : [],
  )

const PLAIN = [
  '洛坪的沙地里，一排排蓝色的光伏板沿着沙丘起伏，板下的苜蓿已经返青，三月的风里还带着沙粒。',
  '基地负责人简乔算了一笔账：板面挡住了风，近地面风速降低了四成，清洗板面的水又顺势浇灌了草地。',
  '草长高了会遮住板子，基地请来了附近三个村的羊，羊吃草，粪肥地，村民还不用再买饲料，一举好几得。',
]

describe('a run', () => {
  it('of one story stays one', () => {
    expect(runsOf(...columnLines(16, ...PLAIN))).toHaveLength(1)
  })

  it('is parted behind an item that is signed, where another item begins', () => {
    const runs = runsOf(
      ...columnLines(
        16,
        '据国家统计局消息，二月份全国居民消费价格同比上涨，食品价格由降转涨，核心价格保持平稳。（据《洛坪日报》）',
        '我国科学家近日在南海发现一种新的深海鱼类，它能发出微弱的蓝光，研究成果已经发表。（据《柘坪晚报》）',
      ),
    )
    expect(runs.map((run) => run.credit?.text.text)).toEqual(['据《洛坪日报》', '据《柘坪晚报》'])
    expect(runs.map((run) => run.freshStart)).toEqual([false, true])
  })

  it('keeps its paragraphs in order, and its credit at the last part', () => {
    const runs = runsOf(...columnLines(16, ...PLAIN, '如今，板间放养的滩羊有两万多只，销路也不愁。 夏未央'))
    expect(runs.flatMap((run) => run.paragraphs.map((each) => textOf(each).text.slice(0, 4)))).toEqual([
      '洛坪的沙',
      '基地负责',
      '草长高了',
      '如今，板',
    ])
    expect(runs.at(-1)!.credit!.text.text).toBe('夏未央')
  })
})

it('takes words that no list knows off the last paragraph as its credit', () => {
  const [run] = runsOf(...columnLines(16, ...PLAIN.slice(0, 2), '销路也不愁。（据《洛坪日报》）'))
  expect(run!.credit).toMatchObject({ where: 'brackets', text: { text: '据《洛坪日报》' } })
  expect(textOf(run!.paragraphs.at(-1)!).text).toBe('销路也不愁。')
})
