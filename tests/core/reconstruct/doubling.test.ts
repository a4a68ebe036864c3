import { describe, expect, it } from 'vitest'
import { isSurelyDoubled, undouble, undoubleLines } from '../../../src/core/reconstruct/lines/doubling.ts'
import { annotatedLines } from './helpers.ts'

const single = (...lines: string[]) =>
  undoubleLines(annotatedLines(...lines)).lines.map((line) => line.text.text)

describe('a line doubled by runs', () => {
  it('takes each run once', () => {
    expect(single('长春高新区长春高新区：：为可持续为可持续振兴开新局振兴开新局')).toEqual([
      '长春高新区：为可持续振兴开新局',
    ])
  })

  it('keeps the gap between two clauses', () => {
    expect(single('手上有准头手上有准头 心里有火苗心里有火苗')).toEqual(['手上有准头 心里有火苗'])
  })

  it('lets a true repeat survive', () => {
    expect(single('天天', '人人', '天天向上', '看看再说')).toEqual(['天天', '人人', '天天向上', '看看再说'])
    expect(single('天天向上天天向上')).toEqual(['天天向上'])
  })

  it('leaves a two-character line said as two runs alone', () => {
    const [line] = annotatedLines('一一二二')
    expect(isSurelyDoubled(undouble(line!)!)).toBe(false)
    expect(isSurelyDoubled(undouble(annotatedLines('要闻要闻')[0]!)!)).toBe(true)
  })

  it('knows which copy is the shadow', () => {
    const { lines, shadows } = undoubleLines(annotatedLines('要闻要闻'))
    expect(lines[0]!.text.places).toEqual([0, 1])
    expect(shadows[0]!.places).toEqual([2, 3])
  })
})

describe('a head doubled over lines', () => {
  it('is read as a chain, each line starting with the rest of the one before', () => {
    expect(single('全国首个', '全国首个竹基复合', '竹基复合材料', '材料')).toEqual(['全国首个竹基复合材料'])
  })

  it('needs the last rest to be said again', () => {
    expect(single('全国首个', '全国首个竹基复合', '本报讯')).toEqual([
      '全国首个',
      '全国首个竹基复合',
      '本报讯',
    ])
  })

  it('puts a quotation that broke the chain together again', () => {
    expect(single('让中试', '让中试', '“', '“', '卡脖子', '卡脖子')).toEqual(['让中试“卡脖子'])
  })

  it('does not take a sentence printed twice for display type', () => {
    const sentence = '长春高新区将立足项目建设扩总量，'
    expect(single(sentence, sentence)).toEqual([sentence, sentence])
  })

  it('takes copies that are interleaved, however their lines are cut', () => {
    expect(single('以', '以““链链””聚势让', '老厂区长出新动能', '聚势让老厂区长出新动能')).toEqual([
      '以“链”聚势让老厂区长出新动能',
    ])
    expect(single('写写你家的写写你家的““传家味', '传家味””')).toEqual(['写写你家的“传家味”'])
  })

  it('gives back every character once, as text or as shadow', () => {
    const lines = annotatedLines(
      '以',
      '以““链链””聚势让',
      '老厂区长出新动能',
      '聚势让老厂区长出新动能',
      '本报讯 3月7日',
    )
    const { lines: kept, shadows } = undoubleLines(lines)
    const places = [...kept.map(({ text }) => text), ...shadows].flatMap(({ text, places }) =>
      places.filter((_, i) => text[i] !== ' '),
    )
    const all = lines.flatMap(({ text, places }) => places.filter((_, i) => text[i] !== ' '))
    expect(places.sort((a, b) => a - b)).toEqual(all)
  })
})

describe('a line with a doubled and a plain part', () => {
  it('is two lines, of which one is doubled', () => {
    const { lines } = undoubleLines(annotatedLines('长春高新区长春高新区 记者手记'))
    expect(lines.map(({ text, doubled }) => [text.text, doubled])).toEqual([
      ['长春高新区', true],
      ['记者手记', false],
    ])
  })

  it('stays one where a word is only said twice', () => {
    expect(single('天天 向上', '研究研究 再说', '好好学习 天天向上')).toEqual([
      '天天 向上',
      '研究研究 再说',
      '好好学习 天天向上',
    ])
  })
})
