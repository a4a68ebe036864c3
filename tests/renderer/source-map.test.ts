import { describe, expect, it } from 'vitest'
import { alignToSource } from '../../src/renderer/source/align.ts'

const whole = (lines: readonly string[]) =>
  lines.flatMap((text, index) => (text === '' ? [] : [{ line: index + 1, start: 0, end: text.length }]))

const align = (text: string, lines: readonly string[]) => alignToSource(text, whole(lines), lines)

describe('aligning a paragraph with its source', () => {
  it('finds the stretch of text that each printed line became', () => {
    expect(align('今天开会。明天再开。', ['今天开', '', '会。明天', '', '再开。'])).toEqual([
      { line: 1, start: 0, end: 3 },
      { line: 3, start: 3, end: 7 },
      { line: 5, start: 7, end: 10 },
    ])
  })

  it('passes over blanks that stand only in the dump', () => {
    expect(align('产值占比2024年', ['产 值 占 比', ' 2024 年 '])).toEqual([
      { line: 1, start: 0, end: 4 },
      { line: 2, start: 4, end: 9 },
    ])
  })

  it('skips second copies and marks', () => {
    expect(align('振兴开新局', ['▶振兴振兴开新局开新局'])).toEqual([{ line: 1, start: 0, end: 5 }])
  })

  it('leaves out a line of which nothing is in the text', () => {
    expect(align('正文', ['别的', '正文'])).toEqual([{ line: 2, start: 0, end: 2 }])
  })

  it('keeps to the spans it is given', () => {
    expect(alignToSource('乙', [{ line: 1, start: 1, end: 2 }], ['甲乙丙'])).toEqual([
      { line: 1, start: 0, end: 1 },
    ])
  })
})
