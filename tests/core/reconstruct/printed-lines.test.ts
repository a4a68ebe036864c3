import { describe, expect, it } from 'vitest'
import { SourceIndex } from '../../../src/core/reconstruct/lines/annotated-text.ts'
import {
  isLetterSpaced,
  joinLines,
  printedLines,
  tidySpaces,
} from '../../../src/core/reconstruct/lines/printed-lines.ts'
import { annotatedLines, sourceOf } from './helpers.ts'

const tidy = (text: string) => tidySpaces(annotatedLines(text)[0]!, isLetterSpaced(text)).text

describe('letter-spaced lines', () => {
  it('are those with three single characters in a row, a quarter of all', () => {
    expect(isLetterSpaced('业 产 值 占 比 长 春 新 区')).toBe(true)
    expect(isLetterSpaced('记 者 ： 对 今 天 的 年 轻 人 ，')).toBe(true)
    expect(isLetterSpaced('▶ 樊晨 本报记者 邓淑华')).toBe(false)
    expect(isLetterSpaced('开 2025 年重点工作落实推')).toBe(false)
  })

  it('lose their spaces', () => {
    expect(tidy('业 产 值 占 比 长 春 新 区')).toBe('业产值占比长春新区')
    expect(tidy('千 瓦 ， 占 地 约 23 万 亩 。 截 至 2 月')).toBe('千瓦，占地约23万亩。截至2月')
  })
})

describe('spaces', () => {
  it('go at the border of Han and digits, and stay before a name', () => {
    expect(tidy('授信 30 亿元，合计授信 90 亿元。   邓国燊')).toBe('授信30亿元，合计授信90亿元。 邓国燊')
    expect(tidy('开 2025 年重点工作落实推')).toBe('开2025年重点工作落实推')
  })

  it('stay behind a dateline', () => {
    expect(tidy('本报讯 3月 7日，佛山')).toBe('本报讯 3月7日，佛山')
    expect(tidy('新华社北京3月7日电 2024年')).toBe('新华社北京3月7日电 2024年')
  })

  it('stay between Latin words, and come where lines join', () => {
    expect(tidy('the quick fox')).toBe('the quick fox')
    expect(joinLines(annotatedLines('the quick', 'fox')).text).toBe('the quick fox')
    expect(joinLines(annotatedLines('创新驱', '动')).text).toBe('创新驱动')
  })
})

describe('cleaning', () => {
  it('turns Kangxi radicals into Han, drops blank lines and remembers places', () => {
    const source = sourceOf('\n  ⻓春\u200b⾼新\n')
    const index = new SourceIndex(source)
    const { lines } = printedLines(source, index)
    expect(lines.map((line) => line.text)).toEqual(['长春高新'])
    expect(index.spansOf(lines[0]!)).toEqual([{ line: 2, start: 2, end: 7 }])
  })
})
