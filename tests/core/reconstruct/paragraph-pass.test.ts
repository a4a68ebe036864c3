import { describe, expect, it } from 'vitest'
import { undoubleLines } from '../../../src/core/reconstruct/lines/doubling.ts'
import { mergeSplitLines, repairBreaks } from '../../../src/core/reconstruct/lines/kinsoku.ts'
import { describeLines } from '../../../src/core/reconstruct/lines/line-features.ts'
import { labelLines } from '../../../src/core/reconstruct/paragraphs/paragraph-pass.ts'
import { annotatedLines } from './helpers.ts'

const labelled = (...lines: string[]) =>
  labelLines(describeLines(undoubleLines(annotatedLines(...lines)).lines)).lines
const labels = (...lines: string[]) => labelled(...lines).map((line) => line.label)

const COLUMN = [
  '多维发力服务保障，优',
  '化营商环境。长春高新区将',
  '实施企业包保工作制，把惠',
  '企政策、奖补帮扶措施落实到',
  '位，以要素保障吸引人才、技',
  '术、资金集聚。',
]

describe('a column of 12 em', () => {
  it('begins paragraphs two em in, and its 13-character lines are full lines with a compressed mark', () => {
    const before = [
      '加快推进民生事业，增',
      '进民生福祉。长春高新区将',
      '推进民生工程建设、安全韧',
      '性城市建设。',
    ]
    const lines = labelled(...before, ...COLUMN).slice(before.length)
    expect(lines.map((line) => line.label)).toEqual(['first', 'middle', 'middle', 'middle', 'middle', 'last'])
    for (const { measure } of lines) expect(Math.abs(measure - 12)).toBeLessThanOrEqual(0.5)
  })

  it('parts paragraphs behind a full last line by the indent of the next', () => {
    const next = ['加快推进民生事业，增', '进民生福祉。长春高新区将', '营造和谐稳定的发展环境。']
    expect(labels(...next, ...COLUMN).slice(0, 4)).toEqual(['first', 'middle', 'last', 'first'])
  })

  it('has a letter-spaced line inside a paragraph', () => {
    const lines = [
      '一组组数据，展示着长',
      '春高新区的“成绩单”：2024',
      '年，长春高新区规模以上工',
      '业 产 值 占 比 长 春 新 区',
      '92.1%，占比长春市 11%；固',
      '作出贡献。',
    ]
    expect(labels(...lines)).toEqual(['first', 'middle', 'middle', 'middle', 'middle', 'last'])
  })

  it('has a short line between paragraphs as a subhead', () => {
    expect(labels(...COLUMN, '产业支撑经济稳增长', ...COLUMN)[6]).toBe('subhead')
  })

  it('has a name on a line of its own as a credit', () => {
    expect(labels(...COLUMN, '邓国燊', '园区动态园区动态').slice(6)).toEqual(['credit', 'display'])
  })

  it('never takes a doubled line for body', () => {
    expect(labels('振兴开新局振兴开新局', ...COLUMN)[0]).toBe('display')
  })
})

describe('breaks that no printer makes', () => {
  const repaired = (...lines: string[]) => repairBreaks(undoubleLines(annotatedLines(...lines)).lines)

  it('are undone: no line begins with a full stop', () => {
    const { lines, repairs } = repaired('就教什么”', '；现在，由企业和农', '户点单')
    expect(lines.map((line) => line.text.text)).toEqual(['就教什么”；现在，由企业和农', '户点单'])
    expect(repairs).toBe(1)
  })

  it('are undone between two marks when both pieces fill one line', () => {
    const lines = labelled(...COLUMN.slice(0, 3), '企业政策等。', '“要素保障”', ...COLUMN.slice(4))
    const merged = mergeSplitLines(lines)?.map((line) => line.text.text)
    expect(merged).toContain('企业政策等。“要素保障”')
  })
})
