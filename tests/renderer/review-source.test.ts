/** The source as 复核 lists it: every character with its owner, folds, heights, selection. */
import { describe, expect, it } from 'vitest'
import { linesOfRow, listRows, rowOfLine } from '../../src/renderer/review/fold-rows.ts'
import { rowHeights, rowsBetween } from '../../src/renderer/review/row-heights.ts'
import { segments } from '../../src/renderer/review/segments.ts'
import { countRows } from '../../src/renderer/review/source-rows.ts'
import {
  selectedPieces,
  selectLine,
  selectLines,
  selectStretch,
  stepCharacter,
  stepPiece,
  weighty,
} from '../../src/renderer/review/text-selection.ts'
import { reviewPage, twoStories } from './review-page.ts'

const SHOWN = { shadows: true, furniture: true, blanks: false, fold: true }
const none: ReadonlySet<number> = new Set()

describe('rows', () => {
  it('give every character of a line to one piece', () => {
    for (const { text, pieces } of twoStories().rows) {
      expect(pieces.map(({ start, end }) => text.slice(start, end)).join('')).toBe(text)
    }
  })

  it('are known by what is rare in them: a credit on a line of body', () => {
    const { rows } = twoStories()
    expect(rows[5]?.pieces.map(({ owner }) => owner?.role)).toEqual(['body', 'credit'])
    expect(rows[5]?.main?.role).toBe('credit')
    expect(rows[1]?.main?.role).toBe('headline')
  })

  it('keep what no record accounts for, and count it as lost', () => {
    const { rows } = reviewPage([
      [
        ['1 body 0', '有着落'],
        ['', '没有'],
      ],
      ['unplaced', '未归的'],
    ])
    expect(rows[0]?.pieces.at(-1)).toMatchObject({ start: 3, end: 5, owner: undefined })
    expect(countRows(rows).lostCharacters).toBe(5)
  })

  it('are counted once each by what they are', () => {
    expect(countRows(twoStories().rows)).toEqual({
      written: 9,
      body: 5,
      heads: 2,
      captions: 0,
      furniture: 1,
      unplaced: 1,
      shadows: 1,
      lostCharacters: 4,
    })
  })
})

/** `n` lines of one story's body, the third of them in doubt when asked. */
const longBody = (n: number) =>
  reviewPage([
    ['1 headline', '题目'],
    ...Array.from({ length: n }, (_, index): [string, string] => ['1 body 0', `第${index}行`]),
    ['1 subhead 1', '小标题'],
    ...Array.from({ length: n }, (_, index): [string, string] => ['1 body 2', `又第${index}行`]),
  ])

const shape = (list: ReturnType<typeof listRows>) =>
  list.map((row) => (row.kind === 'line' ? String(row.row.line) : `${row.kind} ${row.from}–${row.to}`))

describe('folding', () => {
  it('folds long runs of body behind their first line, and whole ones behind a subhead', () => {
    const { rows } = longBody(6)
    expect(shape(listRows(rows, SHOWN, none, none))).toEqual(['1', '2', 'fold 3–7', '8', 'fold 9–14'])
  })

  it('leaves short runs alone', () => {
    expect(shape(listRows(longBody(3).rows, SHOWN, none, none))).toHaveLength(8)
  })

  it('opens the fold that holds an opened line, and marks its lines', () => {
    const list = listRows(longBody(6).rows, SHOWN, new Set([5]), none)
    expect(shape(list).slice(0, 8)).toEqual(['1', '2', '3', '4', '5', '6', '7', '8'])
    expect(list[3]).toMatchObject({ kind: 'line', fold: { from: 3, to: 7 } })
  })

  it('never hides a line in doubt', () => {
    const list = listRows(longBody(12).rows, SHOWN, none, new Set([8]))
    expect(shape(list)).toContain('8')
  })

  it('hides folio and second copies when asked, and shows blank lines as runs', () => {
    const { rows } = twoStories()
    const bare = listRows(rows, { ...SHOWN, furniture: false }, none, none)
    expect(shape(bare)[0]).toBe('2')
    const blanks = listRows(rows, { ...SHOWN, blanks: true }, none, none)
    expect(shape(blanks)).toContain('blank 7–7')
    const [, head] = listRows(rows, SHOWN, none, none)
    if (head?.kind !== 'line') throw new Error('no head')
    expect(segments(head.row, [], false).map(({ text }) => text)).toEqual(['春耕'])
    expect(segments(head.row, [], true).map(({ look }) => look)).toEqual(['plain', 'shadow'])
  })

  it('repeats a role only where it changes', () => {
    const labels = listRows(twoStories().rows, SHOWN, none, none).flatMap((row) =>
      row.kind === 'line' ? [row.label] : [],
    )
    expect(labels).toEqual([true, true, true, false, false, true, true, true, true])
  })

  it('finds the row of any line, in a fold too', () => {
    const list = listRows(longBody(6).rows, SHOWN, none, none)
    for (let line = 1; line <= 14; line++) {
      const [from, to] = linesOfRow(list[rowOfLine(list, line)]!)
      expect(line >= from && line <= to, `line ${line}`).toBe(true)
    }
  })
})

describe('heights', () => {
  const half = (character: string) => (character < '\u2000' ? 0.5 : 1)
  const noTag = () => 0

  it('wrap a long line and leave short ones at 25 px', () => {
    const { rows } = reviewPage([
      ['1 body 0', '字'.repeat(10)],
      ['1 body 0', '字'.repeat(25)],
      ['1 body 0', 'ab'.repeat(10)],
    ])
    const list = listRows(rows, SHOWN, none, none)
    const { tops, lines } = rowHeights(list, 140, half, noTag)
    expect([...lines]).toEqual([1, 3, 1])
    expect([...tops]).toEqual([0, 25, 94, 119])
  })

  it('name the rows in sight', () => {
    const tops = Float64Array.from([0, 25, 94, 119, 144])
    expect(rowsBetween(tops, 0, 25)).toEqual([0, 2])
    expect(rowsBetween(tops, 30, 93)).toEqual([1, 2])
    expect(rowsBetween(tops, -250, 1000)).toEqual([0, 4])
  })
})

describe('selecting', () => {
  const { rows } = twoStories()
  const text = (spans: readonly { line: number; start: number; end: number }[]) =>
    spans.map(({ line, start, end }) => rows[line - 1]?.text.slice(start, end))

  it('goes over lines, without the blank ones, in the order of the source', () => {
    expect(selectLines(rows, 8, 6).spans.map(({ line }) => line)).toEqual([6, 8])
  })

  it('steps into a line by pieces, and out again to the whole line', () => {
    const line = rows[5]!
    const body = stepPiece(line, selectLine(line), 1)!
    expect(text(body.spans)).toEqual(['人人都夸。'])
    const credit = stepPiece(line, body, 1)!
    expect(text(credit.spans)).toEqual(['王小二'])
    expect(stepPiece(line, credit, 1)?.whole).toBe(true)
    expect(text(stepPiece(line, selectLine(line), -1)!.spans)).toEqual(['王小二'])
  })

  it('grows and shrinks by whole characters', () => {
    const caret = selectStretch(1, 3, 3)
    const one = stepCharacter('甲𠮷乙丙', caret, -1)
    expect(one.spans).toEqual([{ line: 1, start: 1, end: 3 }])
    expect(stepCharacter('甲𠮷乙丙', one, 1).spans).toEqual([{ line: 1, start: 3, end: 3 }])
    expect(stepCharacter('甲', selectStretch(1, 0, 1), 1).spans[0]?.end).toBe(1)
  })

  it('leaves second copies out unless they alone are meant', () => {
    const line = selectLine(rows[1]!)
    expect(text(weighty(selectedPieces(rows, line.spans)))).toEqual(['春耕'])
    const copy = selectStretch(2, 2, 4)
    expect(weighty(selectedPieces(rows, copy.spans))[0]?.owner?.role).toBe('shadow')
  })
})
