import { describe, expect, it } from 'vitest'
import type { Correction } from '../../src/core/reconstruct/types.ts'
import { describeCorrection, describeCorrections, quote } from '../../src/renderer/review/describe.ts'
import { type MessageKey, message, type Values } from '../../src/shared/messages.ts'
import { REVIEW_WINDOW_TEXTS } from '../../src/shared/messages-review-window.ts'

const say = (key: MessageKey, values?: Values) => message('zh', key, values)
const LINES = ['宜昌高新区', '企业跨市迁移登记', '一行很长很长的字，比引号里放得下的还要长得多']

describe('corrections in words', () => {
  const text = [{ line: 1, start: 0, end: 5 }]
  const cases: [Correction, string][] = [
    [{ kind: 'place', text, as: 'kicker', article: { line: 2, at: 0 } }, '“宜昌高新区”：引题'],
    [{ kind: 'place', text, as: 'body', article: 'new' }, '“宜昌高新区”：另立一稿'],
    [
      { kind: 'merge', article: { line: 1, at: 0 }, into: { line: 2, at: 0 } },
      '“宜昌高新区”所在的稿并入“企业跨市迁移登记”',
    ],
    [{ kind: 'split', at: { line: 2, at: 2 } }, '从“跨市迁移登记”起分稿'],
    [{ kind: 'break', at: { line: 2, at: 2 } }, '从“跨市迁移登记”起另起一段'],
    [{ kind: 'join', at: { line: 2, at: 0 } }, '“企业跨市迁移登记”并入上段'],
    [{ kind: 'accept', text, code: 'doubtful-role' }, '“宜昌高新区”：照原样'],
  ]

  it.each(cases)('says what was done: %o', (correction, words) => {
    expect(describeCorrection(correction, LINES, say)).toBe(words)
  })

  it('counts what goes with the first', () => {
    const made = [cases[0]![0], cases[5]![0]]
    expect(describeCorrections(made, LINES, say)).toBe('“宜昌高新区”：引题，另有 1 处')
  })

  it('quotes the beginning of a long text', () => {
    expect(quote(LINES[2]!)).toBe('“一行很长很长的字，比引号里放得下的…”')
    expect(quote('登记“零跑动”')).toBe('“登记‘零跑动’”')
  })
})

describe('the words of 复核', () => {
  const values = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]).sort()

  it('quote the same values in both languages, and keep to the house words', () => {
    for (const [key, { zh, en }] of Object.entries(REVIEW_WINDOW_TEXTS)) {
      expect(values(en), key).toEqual(values(zh))
      expect(zh, key).not.toMatch(/请您|抱歉|！|成功/)
    }
  })
})
