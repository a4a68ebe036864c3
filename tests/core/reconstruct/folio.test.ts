import { describe, expect, it } from 'vitest'
import { takeFolio } from '../../../src/core/reconstruct/folio.ts'
import { annotatedLines, PAGE08_FIELDS } from './helpers.ts'

const folioOf = (...lines: string[]) => takeFolio(annotatedLines(...lines))
const pageOf = (...lines: string[]) => folioOf(...lines).page
const BODY = ['3月5日，长春高新区召开', '开2025年重点工作落实推', '进会议，总结2024年工作成']

describe('the folio', () => {
  it('is read from its date, names and address', () => {
    const page = pageOf(
      '高新园区 08 2025年3月17日星期一',
      '编辑：邓淑华 组版：王新明',
      '邮箱：dengsh@stdaily.com',
      ...BODY,
    )
    expect(page).toEqual(PAGE08_FIELDS)
  })

  it('leaves a date inside a sentence alone', () => {
    const { page, rest } = folioOf('本办法自2025年3月1日起施行', ...BODY)
    expect(page).toEqual({})
    expect(rest).toHaveLength(4)
  })

  it('stands at the end of the dump as well, and goes over lines', () => {
    const { page, rest } = folioOf(
      ...BODY,
      '综合新闻',
      '综合新闻10',
      '10 二〇二五年三月十八日 星期二',
      '编辑 易青 组版 简雨桐',
    )
    expect(page).toMatchObject({
      section: '综合新闻',
      number: '10',
      date: '2025-03-18',
      editor: '易青',
      layout: '简雨桐',
    })
    expect(rest).toHaveLength(3)
  })

  it('takes a doubled page number once only where something else is doubled', () => {
    expect(pageOf('要闻要闻0404 2025年3月17日 星期一')).toMatchObject({ section: '要闻', number: '04' })
    expect(pageOf('要闻 99 2025年3月17日 星期一')).toMatchObject({ section: '要闻', number: '99' })
  })

  it('sets the paper’s name apart', () => {
    const { page, furniture } = folioOf('要闻 2版 2025.3.17 星期一', '霁州日报', ...BODY)
    expect(page).toEqual({ section: '要闻', number: '2', date: '2025-03-17', weekday: '星期一' })
    expect(furniture).toContainEqual(expect.objectContaining({ rule: 'paper-name' }))
  })
})
