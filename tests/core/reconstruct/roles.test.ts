import { describe, expect, it } from 'vitest'
import { itemsOf } from '../../../src/core/reconstruct/page-parts.ts'
import { judgeRoles } from '../../../src/core/reconstruct/roles/roles.ts'
import { columnLines, labelledLines } from './helpers.ts'

const NEWS = columnLines(
  16,
  '本报讯 3月7日，望津港第一条自动化集装箱码头开始试运行，十二台无人驾驶集卡同时上线，码头装卸效率提高近三成。',
  '据港务部门介绍，集装箱从卸船到离港平均用时缩短到四十分钟，下一步还将接通铁路专线。',
)
const judged = (...lines: Parameters<typeof labelledLines>[1][]) =>
  judgeRoles(itemsOf(labelledLines(16, ...lines)))
const rolesOf = (...lines: Parameters<typeof labelledLines>[1][]) =>
  judged(...lines).map((item) => (item.type === 'display' ? [item.role, item.text.text] : [item.type]))

describe('a line of display type', () => {
  it('is what its words and its place make it', () => {
    const roles = rolesOf(
      ['display', '望津港'],
      ['display', '自动化码头开始试运行'],
      ['display', '▶ 本报记者 夏未央'],
      ...NEWS,
    )
    expect(roles).toEqual([
      ['kicker', '望津港'],
      ['headline', '自动化码头开始试运行'],
      ['byline', '▶ 本报记者 夏未央'],
      ['body'],
    ])
  })

  it('has chances that are shares of one', () => {
    for (const item of judged(...NEWS, ['display', '自动化码头开始试运行'], ['display', '储良 摄'])) {
      if (item.type === 'body') continue
      expect(Object.values(item.chances).reduce((a, b) => a + b, 0)).toBeCloseTo(1, 6)
    }
  })

  it('goes on with the line before where one head is broken, and begins anew where another head stands', () => {
    const [, upper, lower, other] = judged(
      ['display', '望津港'],
      ['display', '自动化码头开始试运'],
      ['display', '行 十二台集卡同时上线'],
      ['display', '铁路专线下一步接通'],
      ...NEWS,
    )
    const goesOn = [upper, lower, other].map((item) => (item?.type === 'display' ? item.goesOn : -1))
    expect(goesOn[1]).toBeGreaterThan(0.5)
    expect(goesOn[0]).toBeLessThan(0.5)
    expect(goesOn[2]).toBeLessThan(goesOn[1]!)
  })

  it('names nobody when it is a mark alone', () => {
    const roles = rolesOf(['display', '▶'], ...NEWS, ['display', '▶']).map(([role]) => role)
    expect(roles.filter((role) => role !== 'body')).not.toContain('byline')
    expect(roles.filter((role) => role !== 'body')).not.toContain('caption')
  })
})

describe('a credit on a line of its own', () => {
  it('signs the running text before it', () => {
    const [run] = judged(...NEWS, ['credit', '（丁一）'])
    expect(run).toMatchObject({ type: 'body', credit: { where: 'own-line', text: { text: '丁一' } } })
  })

  it('is the photographer of a caption', () => {
    const items = judged(
      ...NEWS,
      ['display', '自动化码头开始试运行'],
      ['single', '▲港口的无人集卡。'],
      ['credit', '储良 摄'],
    )
    expect(items.at(-1)).toMatchObject({
      type: 'caption',
      photographer: true,
      text: { text: '▲港口的无人集卡。储良 摄' },
    })
  })
})
