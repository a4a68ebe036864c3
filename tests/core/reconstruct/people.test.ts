import { describe, expect, it } from 'vitest'
import { readPeople, readSignature } from '../../../src/core/reconstruct/lines/people.ts'
import { takeCredit, takeLastWords } from '../../../src/core/reconstruct/stories/credits.ts'
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

const signature = (line: string) => {
  const { text, furniture } = readSignature(annotatedLines(line)[0]!)
  return [text.text, ...furniture.map((each) => each.text)]
}

describe('a signature', () => {
  it('is what stands inside the mark and the brackets, whoever it names', () => {
    expect(signature('▶ 樊晨 本报记者 邓淑华')).toEqual(['樊晨 本报记者 邓淑华', '▶'])
    expect(signature('（据《洛坪日报》）')).toEqual(['据《洛坪日报》', '（', '）'])
    expect(signature('■（ 洛坪小学四年级 何小雨 ）')).toEqual(['洛坪小学四年级 何小雨', '■', '（', '）'])
  })

  it('keeps brackets that stand inside it', () => {
    expect(signature('何小雨（洛坪小学）')).toEqual(['何小雨（洛坪小学）'])
    expect(signature('（文）何小雨（图）储良')).toEqual(['（文）何小雨（图）储良'])
    expect(signature('（何小雨）（储良）')).toEqual(['（何小雨）（储良）'])
  })
})

const lastWords = (...lines: string[]) => {
  const cut = takeLastWords(annotatedLines(...lines))
  return (
    cut && { text: cut.credit.text.text, where: cut.credit.where, left: cut.printed.map((line) => line.text) }
  )
}

describe('the last words of a story', () => {
  it('are its credit, whoever they name', () => {
    expect(lastWords('把书香送到更多村镇。（据《洛坪日报》）')).toEqual({
      text: '据《洛坪日报》',
      where: 'brackets',
      left: ['把书香送到更多村镇。'],
    })
    expect(lastWords('馆长表示，夜读计划', '将持续到年底。 洛坪小学四年级 何小雨')).toEqual({
      text: '洛坪小学四年级 何小雨',
      where: 'last-line',
      left: ['馆长表示，夜读计划', '将持续到年底。'],
    })
  })

  it('may be broken over two lines', () => {
    expect(lastWords('把书香送到更多村镇。（洛坪小学四年', '级 何小雨）')).toEqual({
      text: '洛坪小学四年级 何小雨',
      where: 'brackets',
      left: ['把书香送到更多村镇。'],
    })
  })

  it('are no reference, no photographer and no sentence', () => {
    for (const line of [
      '规模扩大。（下转第二版）',
      '书香飘远。（储良 摄）',
      '他来了。 她也来了。',
      '书香飘远。',
      '书香飘远。（完）',
    ]) {
      expect(lastWords(line)).toBeNull()
    }
  })
})
