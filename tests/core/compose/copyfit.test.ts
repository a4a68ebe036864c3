import { describe, expect, it } from 'vitest'
import { bestMeasure } from '../../../src/core/compose/best-measure.ts'
import { inferCopyfit, lineEnds } from '../../../src/core/compose/copyfit.ts'
import { printedEnds } from '../../../src/core/compose/printed-ends.ts'
import { TypeRoom } from '../../../src/core/compose/units.ts'
import type { Paragraph } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const { doc } = new PageBuilder(openTemplate())
const room = new TypeRoom(fakeShaper)
const paragraph = (text: string): Paragraph => ({ style: 'body', runs: [{ text }] })

function fitted(lines: string[], measure: number) {
  const source = paragraph(lines.join(''))
  const ends = printedEnds(source, lines)
  if (ends === null) throw new Error('the lines are not the text')
  const copyfit = inferCopyfit(doc, source, measure, ends, room)
  if (copyfit === null) return null
  return { copyfit, ends, composed: lineEnds(doc, { ...source, copyfit }, measure, room) }
}

describe('inferring copyfit', () => {
  it('tightens the one line that holds more than fits', () => {
    // 8 em of text in 7.75 em: two em of indent, then seven characters where six fit.
    const result = fitted(['一二三四五六', '七八九十一二三四五', '六七'], 8.5)
    expect(result?.composed).toEqual(result?.ends)
    expect(result?.copyfit).toHaveLength(1)
    expect(result?.copyfit[0]?.trackingEm).toBeLessThan(0)
    expect(result?.copyfit[0]).toMatchObject({ start: 6, end: 15 })
  })

  it('loosens the one line that holds less than would fit', () => {
    const result = fitted(['一二三四五六', '七八九十一二三', '四五六七'], 8)
    expect(result?.composed).toEqual(result?.ends)
    expect(result?.copyfit).toHaveLength(1)
    expect(result?.copyfit[0]?.trackingEm).toBeGreaterThan(0)
  })

  it('gives up where no hand would have tracked so far', () => {
    expect(fitted(['一二', '三四五六七八九十'], 8)).toBeNull()
  })

  it('never asks for a line that begins with a closing mark', () => {
    expect(fitted(['一二三四五六', '，七八'], 8)).toBeNull()
  })

  it('reads printed lines past blanks that the text does not have', () => {
    expect(printedEnds(paragraph('一二2025年三'), ['一二 2025', ' 年三'])).toEqual([6, 8])
    expect(printedEnds(paragraph('一二三'), ['一二', '四'])).toBeNull()
  })
})

describe('finding the printed measure', () => {
  it('settles an estimate that is half an em off', () => {
    const lines = ['一二三四五六', '七，八九十一二三', '四五，六七八九十', '一二三']
    const printed = [{ paragraph: paragraph(lines.join('')), lines }]
    expect(bestMeasure(doc, printed, 8.5, room)).toBe(8)
    expect(bestMeasure(doc, printed, 7.5, room)).toBe(8)
  })

  it('finds a measure that is no whole number of em', () => {
    // The comma of the second line is squeezed by a quarter of an em; at 7.5 the third line would end sooner.
    const lines = ['一二三四五', '六，七八九十一二', '三四五六七八九', '十一']
    const printed = [{ paragraph: paragraph(lines.join('')), lines }]
    expect(bestMeasure(doc, printed, 8, room)).toBe(7.5)
  })
})
