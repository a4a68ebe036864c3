/** A doubt carries its text, the ways to decide it, the corrections that do so, and what speaks for what was taken. */
import { describe, expect, it } from 'vitest'
import { DOUBT_CODES, SURE } from '../../../src/core/reconstruct/doubts/doubt-codes.ts'
import { findDoubts } from '../../../src/core/reconstruct/doubts/doubts.ts'
import type { Article, Doubt, FieldSource, Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { applyCorrections } from '../../../src/core/review/apply-corrections.ts'
import type { SourceText } from '../../../src/core/source/types.ts'
import { dump, page08, reconstructed, sourceOf } from './helpers.ts'

const PAGES = [
  page08(),
  ...[
    'chromium-pdfjs-shuffled',
    'chromium-pdftotext-raw-heads-last',
    'chromium-pdftotext-scrambled',
    'typst-mutool-not-doubled',
  ].map(dump),
]

/** A page of two stories, each line of the source one text. */
const LINES = [
  '自动化码头开始试运行',
  '望津港的自动化码头昨天开始试运行，首艘集装箱船靠泊。',
  '夜读计划走进图书馆',
  '市图书馆的夜读计划昨晚启动，读者可以读到零点。',
  '望津港',
]
const source: SourceText = sourceOf(LINES.join('\n'))
const at = (line: number, rest: Partial<FieldSource> = {}): FieldSource => ({
  from: [{ line, start: 0, end: LINES[line - 1]!.length }],
  confidence: 0.97,
  rule: 'given',
  ...rest,
})

function story(id: string, line: number, headline: Partial<FieldSource> = {}): Article {
  return {
    id,
    kind: 'brief',
    headline: LINES[line - 1]!,
    paragraphs: [{ kind: 'body', text: LINES[line]!, ...at(line + 1) }],
    captions: [],
    from: { headline: at(line, headline) },
  }
}

const page = (...articles: Article[]): Reconstruction => ({
  schema: 'banxin.reconstruction/1',
  page: {},
  articles,
  doubts: [],
  furniture: [],
  shadows: [],
  unplaced: [],
})

const lost = { text: LINES[4]!, from: at(5).from, rule: 'line-without-article' }
const doubtsOf = (reconstruction: Reconstruction): Doubt[] =>
  findDoubts(source, reconstruction, {
    lines: 5,
    costPerLine: 0,
    tangled: false,
    restored: [],
    lost: reconstruction.unplaced,
  })

/** The page when a doubt is decided by one of its readings. */
function decided(reconstruction: Reconstruction, { readings }: Doubt, choice: number): Reconstruction {
  const { reconstruction: next, unapplied } = applyCorrections(
    source,
    reconstruction,
    readings[choice]!.corrections,
  )
  expect(unapplied).toEqual([])
  return next
}

describe('a decision that is not sure', () => {
  it('is a doubt, and one that is sure is none', () => {
    expect(doubtsOf(page(story('a1', 1, { confidence: SURE }), story('a2', 3)))).toEqual([])
    const [doubt] = doubtsOf(
      page(story('a1', 1, { confidence: SURE - 0.01, rule: 'head/shared-words' }), story('a2', 3)),
    )
    expect(doubt).toMatchObject({ code: 'weak-head-link', article: 'a1', at: { line: 1 }, from: at(1).from })
  })

  it('offers what the decision itself thought of, and last to leave the text unplaced', () => {
    const others = [{ as: 'caption' as const, article: 'a2', confidence: 0.3 }]
    const reconstruction = page(story('a1', 1, { confidence: 0.6, others }), story('a2', 3))
    const [doubt] = doubtsOf(reconstruction)
    expect(doubt).toMatchObject({ code: 'doubtful-role', choices: ['headline', 'caption', 'unplaced'] })
    expect(decided(reconstruction, doubt!, 1).articles[1]!.captions).toMatchObject([{ text: LINES[0] }])
    expect(decided(reconstruction, doubt!, 2).unplaced).toMatchObject([{ text: LINES[0] }])
  })

  it('keeps the reasons of the decision, and has those of its rule where it has none', () => {
    const reasons = [{ code: 'ends-open', supports: false, strength: 'strong' as const }]
    const [own, ruled] = doubtsOf(
      page(
        story('a1', 1, { confidence: 0.5, rule: 'head/by-place', reasons }),
        story('a2', 3, { confidence: 0.7, rule: 'head/by-place' }),
      ),
    )
    expect(own!.reasons).toEqual(reasons)
    expect(ruled!.reasons.map(({ code }) => code)).toEqual(['stands-above', 'shares-no-words'])
  })
})

describe('a head that may be another article’s', () => {
  it('changes places with the head that stands there', () => {
    const wrong = page(
      {
        ...story('a1', 1),
        headline: LINES[2]!,
        from: { headline: at(3, { confidence: 0.5, rule: 'head/shared-words' }) },
      },
      { ...story('a2', 3), headline: LINES[0]!, from: { headline: at(1) } },
    )
    const [doubt] = doubtsOf(wrong)
    expect(doubt).toMatchObject({ code: 'weak-head-link', choices: ['headline', 'headline', 'unplaced'] })
    const right = decided(wrong, doubt!, 1)
    expect(right.articles.map(({ headline }) => headline)).toEqual([LINES[0], LINES[2]])
    expect(right.unplaced).toEqual([])
  })
})

describe('a kicker that may be the headline’s first line', () => {
  it('makes one headline with it', () => {
    const kicker = at(5, { confidence: 0.7, rule: 'kicker/long-head' })
    const reconstruction = page({
      ...story('a1', 1),
      kicker: LINES[4]!,
      from: { kicker, headline: at(1) },
    })
    const [doubt] = doubtsOf(reconstruction)
    expect(doubt!.choices).toEqual(['kicker', 'headline', 'unplaced'])
    const [article] = decided(reconstruction, doubt!, 1).articles
    expect(article!.headline).toBe(LINES[4]! + LINES[0]!)
    expect(article!.kicker).toBeUndefined()
  })
})

describe('a paragraph that may not end', () => {
  const open = { confidence: 0.5, rule: 'paragraph/open' }
  const two: Article = {
    ...story('a1', 1),
    paragraphs: [
      { kind: 'body', text: LINES[1]!, ...at(2, open) },
      { kind: 'body', text: LINES[3]!, ...at(4) },
    ],
  }

  it('is joined to the next', () => {
    const [doubt] = doubtsOf(page(two))
    expect(doubt).toMatchObject({ code: 'paragraph-break', choices: ['keep', 'join'] })
    expect(decided(page(two), doubt!, 1).articles[0]!.paragraphs).toHaveLength(1)
  })

  it('is parted where its two pieces were put together', () => {
    const from = [...at(2).from, ...at(4).from]
    const joined: Article = {
      ...two,
      paragraphs: [
        { kind: 'body', text: LINES[1]! + LINES[3]!, from, confidence: 0.6, rule: 'paragraph/joined' },
      ],
    }
    const [doubt] = doubtsOf(page(joined))
    expect(doubt).toMatchObject({ choices: ['keep', 'break'] })
    const parts = decided(page(joined), doubt!, 1).articles[0]!.paragraphs
    expect(parts.map(({ text }) => text)).toEqual([LINES[1], LINES[3]])
  })
})

describe('a line without an article', () => {
  it('is offered first to the article without a head that shares its words', () => {
    const { headline: _, ...headless } = { ...story('a1', 1), from: {} }
    const reconstruction = { ...page(story('a2', 3), headless), unplaced: [lost] }
    const [doubt] = doubtsOf(reconstruction)
    expect(doubt).toMatchObject({
      code: 'line-without-article',
      readings: [
        { as: 'unplaced' },
        { as: 'headline', article: 'a1' },
        { as: 'subhead' },
        { as: 'furniture' },
      ],
    })
    expect(decided(reconstruction, doubt!, 1).articles[1]!.headline).toBe('望津港')
  })
})

describe('the queue', () => {
  it('has the most consequential first, the page itself before all', () => {
    for (const text of PAGES) {
      const weights = reconstructed(text).doubts.map(({ weight }) => weight)
      expect(weights).toEqual([...weights].sort((a, b) => b - a))
    }
    const [first] = reconstructed(dump('chromium-pdftotext-scrambled')).doubts
    expect(first).toMatchObject({ code: 'scrambled-dump', readings: [] })
  })

  it('holds only readings that can be taken, each settling its doubt', () => {
    let taken = 0
    for (const text of PAGES) {
      const whole = sourceOf(text)
      const reconstruction = reconstructed(text)
      for (const doubt of reconstruction.doubts) {
        expect(DOUBT_CODES).toContain(doubt.code)
        expect(doubt.readings[0]?.corrections ?? []).toEqual([])
        expect(doubt.choices).toHaveLength(doubt.readings.length)
        const accept = { kind: 'accept' as const, text: doubt.from, code: doubt.code }
        const ways = [[accept], ...doubt.readings.slice(1).map(({ corrections }) => corrections)]
        for (const corrections of ways) {
          const { reconstruction: next, unapplied } = applyCorrections(whole, reconstruction, corrections)
          expect(unapplied, JSON.stringify(corrections)).toEqual([])
          const again = next.doubts.filter(
            ({ code, from }) => code === doubt.code && JSON.stringify(from) === JSON.stringify(doubt.from),
          )
          expect(again).toEqual([])
          taken += 1
        }
      }
    }
    expect(taken).toBeGreaterThan(20)
  })
})
