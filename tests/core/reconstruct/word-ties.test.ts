import { describe, expect, it } from 'vitest'
import { WordTies } from '../../../src/core/reconstruct/links/word-ties.ts'

const TEXTS = [
  '望津港自动化码头开始试运行',
  '自动驾驶公交开进老城',
  '望海楼化作一座书房，津津有味的夜读开始了',
]

describe('the ties of a line to the texts of a page', () => {
  it('are strongest to the text that has its words', () => {
    const [port, bus, library] = new WordTies(TEXTS).of('望津港码头')
    expect(port).toBeGreaterThan(library!)
    expect(bus).toBe(0)
  })

  it('do not count a longer run whose pairs stand apart in the text', () => {
    const [whole, apart] = new WordTies(['化工厂房', '化工与工厂与厂房']).of('化工厂房')
    expect(whole).toBeGreaterThan(apart!)
  })

  it('weigh what few texts have more', () => {
    const [rare, common] = new WordTies(['望津', '开始', '开始']).of('望津')
    const [, often] = new WordTies(['望津', '开始', '开始']).of('开始')
    expect(rare).toBeGreaterThan(often!)
    expect(common).toBe(0)
  })

  it('see no quotation marks and no blanks', () => {
    const plain = new WordTies(TEXTS).of('望津港码头')
    expect(new WordTies(TEXTS).of('“望津” 港码头')).toEqual(plain)
  })
})
