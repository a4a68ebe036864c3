import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fitHead, type HeadRoom } from '../../../src/core/compose/fit-head.ts'
import { breakHeadLines, type Division } from '../../../src/core/compose/head-lines.ts'

const SEED = Number(process.env.SEED ?? 20250317)

/** `甲乙2丙丁` costs 2 between 乙 and 丙; without a digit no line may end. Each character is an em wide. */
function read(marked: string): { text: string; costs: number[] } {
  const costs: number[] = []
  let text = ''
  for (const [, cost, character] of marked.matchAll(/(\d*)(\D)/gu)) {
    costs.push(cost ? Number(cost) : Number.POSITIVE_INFINITY)
    text += character
  }
  return { text, costs }
}

const widthOf = (from: number, to: number): number => to - from

function linesOf(marked: string, division: Partial<Division>): string {
  const { text, costs } = read(marked)
  const full = { measureEm: 99, most: 4, ...division }
  return breakHeadLines(costs, widthOf, text.length, full)
    .lines.map(({ from, to }) => text.slice(from, to))
    .join('|')
}

describe('dividing a head', () => {
  it('into even lines where every break is as good', () => {
    expect(linesOf('甲2乙2丙2丁2戊2己', { lines: 2 })).toBe('甲乙丙|丁戊己')
    expect(linesOf('甲2乙2丙2丁2戊2己', { lines: 3 })).toBe('甲乙|丙丁|戊己')
  })

  it('with the longer of two lines below', () => {
    expect(linesOf('甲2乙2丙2丁2戊', { lines: 2 })).toBe('甲乙|丙丁戊')
  })

  it('at a better break not far from the middle, but not at any price', () => {
    expect(linesOf('甲7乙7丙7丁2戊7己', { lines: 2 })).toBe('甲乙丙丁|戊己')
    expect(linesOf('甲7乙7丙7丁7戊7己7庚7辛7壬2癸', { lines: 2 })).toBe('甲乙丙丁戊|己庚辛壬癸')
  })

  it('never leaves the end of a clause inside a line that is torn elsewhere', () => {
    expect(linesOf('甲3乙0丙3丁3戊3己', { lines: 2 })).toBe('甲乙|丙丁戊己')
  })

  it('takes no more lines than the measure asks for, and one more rather than tear a word', () => {
    expect(linesOf('甲2乙2丙2丁', { measureEm: 4 })).toBe('甲乙丙丁')
    expect(linesOf('甲2乙2丙2丁', { measureEm: 3 })).toBe('甲乙|丙丁')
    const torn = '甲乙丙2丁戊30己庚2辛壬癸'
    expect(linesOf(torn, { measureEm: 5 })).toBe('甲乙丙|丁戊己庚|辛壬癸')
    expect(linesOf(torn, { measureEm: 5, most: 2 })).toBe('甲乙丙丁戊|己庚辛壬癸')
  })

  it('stands over the measure only where it cannot be helped', () => {
    const { text, costs } = read('甲乙丙丁戊2己')
    const found = breakHeadLines(costs, widthOf, text.length, { measureEm: 4, most: 3 })
    expect(found.lines).toEqual([
      { from: 0, to: 5, width: 5 },
      { from: 5, to: 6, width: 1 },
    ])
    expect(found.over).toBe(1)
  })

  it('gives fewer lines than wanted where there are no breaks, and none for nothing', () => {
    expect(linesOf('甲乙丙', { lines: 3 })).toBe('甲乙丙')
    expect(linesOf('甲2乙', { lines: 9 })).toBe('甲|乙')
    expect(linesOf('', { lines: 2 })).toBe('')
    const story = new Array(100_000).fill(2)
    expect(breakHeadLines(story, widthOf, story.length, { measureEm: 20, most: 8 })).toMatchObject({
      lines: [{ from: 0, to: 100_000 }],
      over: 99_980,
    })
  })

  it('loses nothing, and stands over the measure no further than any other division', () => {
    const cost = fc.constantFrom(0, 1, 4, 12, 30, Number.POSITIVE_INFINITY)
    const head = fc.array(cost, { minLength: 1, maxLength: 9 })
    const small = fc.integer({ min: 1, max: 6 })
    fc.assert(
      fc.property(head, small, small, (costs, most, measureEm) => {
        const { lines, over } = breakHeadLines(costs, widthOf, costs.length, { measureEm, most })
        const borders = [0, ...lines.map(({ to }) => to)]
        expect(lines.map(({ from }) => from)).toEqual(borders.slice(0, -1))
        expect(borders.at(-1)).toBe(costs.length)
        expect(over).toBe(leastOver(costs, 0, most, measureEm))
      }),
      { seed: SEED, numRuns: 500 },
    )
  })
})

/** By trying every division. */
function leastOver(costs: readonly number[], from: number, most: number, measure: number): number {
  const beyond = (to: number) => Math.max(0, to - from - measure)
  let least = beyond(costs.length)
  for (let to = from + 1; most > 1 && to < costs.length; to++) {
    if (Number.isFinite(costs[to]))
      least = Math.min(least, beyond(to) + leastOver(costs, to, most - 1, measure))
  }
  return least
}

describe('fitting a head to its room', () => {
  const fit = (marked: string, room: Partial<HeadRoom>) => {
    const { text, costs } = read(marked)
    const full: HeadRoom = { widthPt: 100, fill: 1, minPt: 10, maxPt: 50, most: 2, leading: 1, ...room }
    const found = fitHead({ length: text.length, costs, widthOf, countOf: (from, to) => to - from }, full)
    return { ...found, texts: found.lines.map(({ from, to }) => text.slice(from, to)).join('|') }
  }

  it('is as large as the width allows', () => {
    expect(fit('甲乙丙丁', { most: 1 })).toMatchObject({ texts: '甲乙丙丁', sizePt: 25, fits: true })
    expect(fit('甲乙丙丁', { most: 1, fill: 0.8 })).toMatchObject({ sizePt: 20 })
    expect(fit('甲2乙2丙2丁', { most: 1, maxPt: 12 })).toMatchObject({ sizePt: 12 })
  })

  it('is as large as the height allows', () => {
    expect(fit('甲2乙2丙2丁', { heightPt: 100 })).toMatchObject({ texts: '甲乙|丙丁', sizePt: 50 })
    expect(fit('甲2乙2丙2丁', { heightPt: 60 })).toMatchObject({ texts: '甲乙|丙丁', sizePt: 30 })
    expect(fit('甲2乙2丙2丁', { heightPt: 30 })).toMatchObject({ texts: '甲乙丙丁', sizePt: 25 })
  })

  it('gives up some of its size for a better break', () => {
    expect(fit('甲9乙9丙9丁9戊2己9庚9辛9壬9癸', {})).toMatchObject({
      texts: '甲乙丙丁戊|己庚辛壬癸',
      sizePt: 20,
    })
    expect(fit('甲9乙9丙9丁2戊9己9庚9辛9壬9癸', {})).toMatchObject({
      texts: '甲乙丙丁|戊己庚辛壬癸',
      sizePt: 16,
    })
  })

  it('is tracked out to its width where little is wanting', () => {
    expect(fit('甲乙丙', { most: 1, mostTrackingEm: 0.05 })).toMatchObject({
      sizePt: 33,
      trackingEm: (100 / 33 - 3) / 3,
    })
    expect(fit('甲乙丙', { most: 1, maxPt: 20, mostTrackingEm: 0.05 })).toMatchObject({
      sizePt: 20,
      trackingEm: 0,
    })
    expect(fit('甲乙丙', { most: 1 }).trackingEm).toBe(0)
  })

  it('says when even the least size is too wide, or too high', () => {
    expect(fit('甲乙丙丁戊己庚辛壬癸', { minPt: 20 })).toMatchObject({ sizePt: 20, fits: false })
    expect(fit('甲乙', { heightPt: 5 })).toMatchObject({ sizePt: 10, fits: false, texts: '甲乙' })
  })
})
