/** Corrections made of what a person does, the queue of doubts, and undo over both. */
import { describe, expect, it } from 'vitest'
import type { Correction, Doubt } from '../../src/core/reconstruct/types.ts'
import { applyCorrections } from '../../src/core/review/apply-corrections.ts'
import { articleCard } from '../../src/renderer/review/article-cards.ts'
import {
  currentIndex,
  decide,
  doubtKey,
  doubtQueue,
  doubtsAt,
  followingKey,
} from '../../src/renderer/review/doubt-queue.ts'
import * as edits from '../../src/renderer/review/edits.ts'
import { selectLine, selectLines, selectStretch } from '../../src/renderer/review/text-selection.ts'
import { twoStories } from './review-page.ts'

const page = twoStories()
const line = (n: number) => selectLine(page.rows[n - 1]!)
const [first, second] = page.reconstruction.articles
if (!first || !second) throw new Error('no articles')

/** The page after corrections, one line an article; every correction must have found its place. */
function after(corrections: Correction[]): string[] {
  const { reconstruction, unapplied } = applyCorrections(page.source, page.reconstruction, corrections)
  expect(unapplied).toEqual([])
  return reconstruction.articles.map(({ headline, credit, paragraphs }) =>
    [headline, ...paragraphs.map(({ text }) => text), credit].filter(Boolean).join(' / '),
  )
}

const AS_READ = [
  '春耕 / 三月里来好风光，家家户户种田忙，种下一年好收成。 / 人人都夸。 / 王小二',
  '秋收 / 八月桂花香。',
]

describe('what is done to a selection', () => {
  it('changes a role in the text’s own story, second copies left where they are', () => {
    const [correction] = edits.changeRole(page, line(2), 'kicker')
    expect(correction).toMatchObject({ kind: 'place', as: 'kicker', text: [{ line: 2, start: 0, end: 2 }] })
    expect(after([correction!])[0]).not.toContain('春耕')
  })

  it('changes nothing when the text has the role', () => {
    expect(edits.changeRole(page, line(8), 'headline')).toEqual([])
  })

  it('gives a text outside all stories to the nearest one', () => {
    expect(after(edits.changeRole(page, line(10), 'body'))[1]).toBe('秋收 / 八月桂花香。 / 广告热线')
  })

  it('makes a subhead of the middle of a paragraph, with the text around it parted', () => {
    const made = edits.changeRole(page, line(4), 'subhead')
    expect(made.map(({ kind }) => kind)).toEqual(['break', 'place'])
    expect(after(made)[0]).toBe(
      '春耕 / 三月里来好风光， / 家家户户种田忙， / 种下一年好收成。 / 人人都夸。 / 王小二',
    )
  })

  it('makes a subhead of the beginning of a paragraph, before its rest', () => {
    expect(after(edits.changeRole(page, line(3), 'subhead'))[0]).toBe(
      '春耕 / 三月里来好风光， / 家家户户种田忙，种下一年好收成。 / 人人都夸。 / 王小二',
    )
  })

  it('moves text to another story in its role', () => {
    expect(after(edits.moveTo(page, selectStretch(6, 6, 9), second))).toEqual([
      AS_READ[0]!.replace(' / 王小二', ''),
      '秋收 / 八月桂花香。 / 王小二',
    ])
    expect(edits.moveTo(page, line(9), second)).toEqual([])
  })

  it('makes a story of its own from head and body', () => {
    const made = edits.newArticle(page, selectLines(page.rows, 2, 5))
    expect(after(made).sort()).toEqual(
      ['春耕 / 三月里来好风光，家家户户种田忙，种下一年好收成。', '人人都夸。 / 王小二', AS_READ[1]!].sort(),
    )
  })

  it('merges and parts stories', () => {
    expect(after(edits.mergeInto(second, first))).toHaveLength(1)
    expect(edits.mergeInto(first, first)).toEqual([])
    expect(after(edits.splitHere(page, line(6)))).toHaveLength(3)
    // Before its first paragraph a story cannot be parted.
    expect(edits.splitHere(page, line(3))).toEqual([])
  })

  it('breaks a paragraph at a caret inside a line, and joins it again', () => {
    const made = edits.breakHere(page, selectStretch(3, 3, 3))
    expect(made).toEqual([{ kind: 'break', at: { line: 3, at: 3 } }])
    expect(after(made)[0]).toContain('三月里 / 来好风光，')
    expect(after([...made, { kind: 'join', at: { line: 3, at: 3 } }])).toEqual(AS_READ)
    expect(edits.breakHere(page, line(2))).toEqual([])
    expect(edits.joinBefore(page, line(3))).toEqual([])
  })

  it('moves a paragraph up and down', () => {
    const swapped = '春耕 / 人人都夸。 / 三月里来好风光，家家户户种田忙，种下一年好收成。 / 王小二'
    expect(after(edits.moveParagraph(page, selectStretch(6, 0, 5), -1))[0]).toBe(swapped)
    expect(after(edits.moveParagraph(page, line(4), 1))[0]).toBe(swapped)
    expect(edits.moveParagraph(page, line(4), -1)).toEqual([])
  })
})

const doubt = (n: number, more: Partial<Doubt> = {}): Doubt => ({
  code: 'doubtful-role',
  at: { line: n },
  from: [{ line: n, start: 0, end: 2 }],
  choices: [],
  why: '',
  readings: [],
  reasons: [],
  weight: 10 - n,
  ...more,
})

describe('the queue', () => {
  const doubts = [doubt(2), doubt(8), doubt(9)]
  const [a, b, c] = doubts.map(doubtKey) as [string, string, string]
  const keys = (skipped: string[], decided: string[]) =>
    doubtQueue(doubts, new Set(skipped), new Set(decided)).map(doubtKey)

  it('keeps the order given, puts what was skipped last and leaves out what is decided', () => {
    expect(keys([], [])).toEqual([a, b, c])
    expect(keys([a], [])).toEqual([b, c, a])
    expect(keys([], [b])).toEqual([a, c])
  })

  it('stands at the first when the current one is gone', () => {
    expect(currentIndex(doubts, b)).toBe(1)
    expect(currentIndex(doubts, 'gone')).toBe(0)
    expect(currentIndex([], null)).toBe(-1)
  })

  it('goes on to the next, from the last to the first', () => {
    expect(followingKey(doubts, 0)).toBe(b)
    expect(followingKey(doubts, 2)).toBe(a)
    expect(followingKey(doubts.slice(0, 1), 0)).toBeNull()
  })

  it('accepts what is there, and brings the corrections of any other reading', () => {
    const other: Correction = { kind: 'split', at: { line: 3, at: 0 } }
    const reading = { as: 'body', confidence: 0.5, corrections: [other] } as const
    expect(decide(doubt(2), { ...reading, corrections: [] })).toEqual([
      { kind: 'accept', text: [{ line: 2, start: 0, end: 2 }], code: 'doubtful-role' },
    ])
    expect(decide(doubt(2), { ...reading, corrections: [other] })).toEqual([other])
    // What only tells something is noted.
    expect(decide(doubt(2), undefined)[0]?.kind).toBe('accept')
  })

  it('finds the doubts that a text stands in', () => {
    expect(doubtsAt(doubts, [{ line: 8, start: 1, end: 4 }])).toEqual([doubts[1]])
    expect(doubtsAt(doubts, [{ line: 8, start: 2, end: 4 }])).toEqual([])
  })
})

describe('a card', () => {
  it('lists heads, body and credit, with the doubts on each', () => {
    const card = articleCard(first, 1, [doubt(2, { article: 'a1' })])
    expect(card.heads.map(({ role, text, doubts }) => [role, text, doubts.length])).toEqual([
      ['headline', '春耕', 1],
    ])
    expect(card.body).toMatchObject({ lines: 4, subheads: 0 })
    expect(card.body?.paragraphs).toHaveLength(2)
    expect(card.credit?.text).toBe('王小二')
    expect(card.doubts).toHaveLength(1)
  })
})
