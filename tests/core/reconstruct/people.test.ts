import { describe, expect, it } from 'vitest'
import { takeCredit } from '../../../src/core/reconstruct/credits.ts'
import { readPeople } from '../../../src/core/reconstruct/people.ts'
import { annotatedLines } from './helpers.ts'

const people = (line: string) => readPeople(annotatedLines(line)[0]!)
const credit = (...lines: string[]) => {
  const cut = takeCredit(annotatedLines(...lines))
  return cut && { text: cut.credit.text.text, left: cut.printed.map((line) => line.text) }
}

describe('a line of people', () => {
  it('is names and roles, without its mark', () => {
    const byline = people('▶ 樊晨 本报记者 邓淑华')!
    expect(byline).toMatchObject({ names: 2, roles: 1, marked: true, bare: false })
    expect(byline.text.text).toBe('樊晨 本报记者 邓淑华')
    expect(byline.furniture.map((mark) => mark.text)).toEqual(['▶'])
  })

  it('knows surnames, so that a place is at most an uncertain name', () => {
    expect(people('欧阳小川')).toMatchObject({ names: 1, unknownNames: 0, bare: true })
    expect(people('灯塔园')).toMatchObject({ names: 1, unknownNames: 1 })
    expect(people('产业支撑经济稳增长')).toBeNull()
    expect(people('本报讯')).toMatchObject({ unknownNames: 1 })
  })
})

describe('a credit', () => {
  it('stands behind the last full stop', () => {
    expect(credit('合计授信90亿元。 邓国燊')).toEqual({ text: '邓国燊', left: ['合计授信90亿元。'] })
  })

  it('may stand in brackets and be broken over lines', () => {
    expect(credit('招聘会现场气氛热烈。（骆小', '川）')).toEqual({
      text: '骆小川',
      left: ['招聘会现场气氛热烈。'],
    })
    expect(credit('更多机遇。', '本报记者 李新光')).toEqual({ text: '本报记者 李新光', left: ['更多机遇。'] })
  })

  it('is no photographer and no other words in brackets', () => {
    expect(credit('为一线职工书写寄语。 桑晚 摄')).toBeNull()
    expect(credit('规模继续扩大。（下转第二版，有删节）')).toBeNull()
  })
})
