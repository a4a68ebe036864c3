import { describe, expect, it } from 'vitest'
import { layOpen } from '../../../src/core/reconstruct/roles/snippets.ts'
import { buildItems } from '../../../src/core/reconstruct/stories/runs.ts'
import { columnLines, labelledLines } from './helpers.ts'

const NEWS = '本报讯 3月7日，望津港第一条自动化集装箱码头开始试运行，码头装卸效率提高近三成。'
const laidOpen = (...lines: Parameters<typeof labelledLines>[1][]) =>
  layOpen(buildItems(labelledLines(12, ...lines)))
const displayed = (line: string) =>
  laidOpen(['display', line]).map((item) => (item.type === 'display' ? item.text.text : item.type))

describe('a line of display type', () => {
  it('is parted at its gaps', () => {
    expect(displayed('手上有准头 心里有火苗')).toEqual(['手上有准头', '心里有火苗'])
    expect(displayed('港区动态   自动化码头开始试运行')).toEqual(['港区动态', '自动化码头开始试运行'])
  })

  it('stays whole where the gap parts names, digits or a single character', () => {
    for (const line of ['▶ 樊晨 本报记者 邓淑华', '我 在现场', '自动化码头']) {
      expect(displayed(line)).toEqual([line])
    }
  })

  it('stays whole where it is as long as a sentence', () => {
    const long =
      '望津港第一条自动化集装箱码头开始试运行码头装卸效率提高近三成 据港务部门介绍集装箱从卸船到离港平均用时缩短'
    expect(displayed(long)).toEqual([long])
  })
})

describe('a run', () => {
  const caption = columnLines(12, '光伏羊在板下吃草，板间的苜蓿已经返青。')

  it('is laid open by paragraphs where it is short', () => {
    const items = laidOpen(...caption, ...columnLines(12, '村民把羊赶进了板间。'))
    expect(items.map((item) => item.type === 'short' && item.text.text)).toEqual([
      '光伏羊在板下吃草，板间的苜蓿已经返青。',
      '村民把羊赶进了板间。',
    ])
  })

  it('is running text where it is long, begins as news, or has a subhead', () => {
    const long = columnLines(12, NEWS.slice(10).repeat(4))
    for (const lines of [long, columnLines(12, NEWS), [['subhead', '板间放羊'] as const, ...caption]]) {
      expect(laidOpen(...(lines as typeof long)).map((item) => item.type)).toEqual(['body'])
    }
  })
})
