/** What is typed into a field of lengths. Type is 10 pt, a row 12 pt, a column 90 pt with 10 between. */
import { describe, expect, it } from 'vitest'
import { parseLength, parseSpan } from '../../../src/core/edit/length.ts'
import { PageGrid } from '../../../src/core/edit/page-grid.ts'
import { mmToPt } from '../../../src/core/units.ts'
import { page } from '../../support/plain-page.ts'

const grid = new PageGrid(page().doc().setup)
const inPt = (text: string, unit: Parameters<typeof parseLength>[1] = 'mm') => {
  const read = parseLength(text, unit, grid)
  return read.ok ? Number(read.value.toFixed(3)) : undefined
}
const mm = (value: number) => Number(mmToPt(value).toFixed(3))

describe('lengths', () => {
  it.each([
    ['60.3', mm(60.3)],
    ['60.3+2', mm(62.3)],
    ['60.3 + 2 mm', mm(62.3)],
    ['12 pt', 12],
    ['12pt+1mm', Number((12 + mmToPt(1)).toFixed(3))],
    ['5 号', 10.5],
    ['五号', 10.5],
    ['小五', 9],
    ['小5号', 9],
    ['19 em', 190],
    ['19字', 190],
    ['3栏', 290],
    ['3 栏 − 1 em', 280],
    ['14行', 168],
    ['14 行 / 2', 84],
    ['(10+2)*3', mm(36)],
    ['2×12pt', 24],
    ['-3', mm(-3)],
    ['1cm', mm(10)],
    ['１２ｐｔ', 12],
    ['６０．３＋２', mm(62.3)],
    ['.5', mm(0.5)],
  ])('%s', (text, want) => expect(inPt(text)).toBe(want))

  it('without a unit have that of the field', () => {
    expect(inPt('3', 'row')).toBe(36)
    expect(inPt('3', 'pt')).toBe(3)
    expect(inPt('3+1mm', 'pt')).toBe(Number((3 + mmToPt(1)).toFixed(3)))
  })

  it.each(['', 'abc', '3 +', '3mm * 2mm', '2 / 3mm', '1/0', '3 尺', '九号', '(3', '--'])('not %s', (text) =>
    expect(inPt(text)).toBeUndefined(),
  )
})

describe('spans of columns', () => {
  it.each([
    ['6–8', 6, 8],
    ['8-6', 6, 8],
    ['3', 3, 3],
    ['2 栏 至 4 栏', 2, 4],
    ['１～２', 1, 2],
  ])('%s', (text, first, last) => {
    expect(parseSpan(text, 8)).toEqual({ ok: true, value: { first, last } })
  })

  it.each(['', '0–2', '7–9', '1–2–3', 'x'])('not %s', (text) => expect(parseSpan(text, 8).ok).toBe(false))
})
