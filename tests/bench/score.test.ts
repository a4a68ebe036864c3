import { describe, expect, it } from 'vitest'
import type { Reconstruction } from '../../src/core/reconstruct/types.ts'
import { binsOf, calibrationError } from './reconstruction/calibration-bins.ts'
import { judgeDecisions } from './reconstruction/decisions.ts'
import { readPage08, readPages } from './reconstruction/drawn-pages.ts'
import { foldedTotal } from './reconstruction/folded.ts'
import type { PageText } from './reconstruction/page-text.ts'
import { scorePage } from './reconstruction/score.ts'
import { FIGURES, type Figure, totalOf } from './reconstruction/totals.ts'

const pages = [...readPages('tests/drawn/pages'), ...readPages('tests/drawn/exam'), readPage08()]

/** Two articles with everything, a picture, and a folio. */
const gold: PageText = {
  page: { section: '高新园区', number: '08', date: '2025-03-17' },
  articles: [
    {
      kind: 'lead',
      kicker: '一线见闻',
      headline: '小机器人 大本领',
      deck: '订单排到了明年',
      byline: '本报记者 何小雨',
      paragraphs: [
        { kind: 'body', text: '清晨的车间里，十二台机器人同时开工。' },
        { kind: 'subhead', text: '从图纸到样机' },
        { kind: 'body', text: '三年前，这里只有一张图纸和两名工程师。' },
      ],
      captions: [{ text: '机器人在装配车间作业。丁一摄' }],
    },
    {
      kind: 'brief',
      section: '园区动态',
      headline: '招聘会送岗上门',
      credit: '司马文',
      paragraphs: [
        { kind: 'body', text: '本报讯 昨日，高新区举办春季专场招聘会。' },
        { kind: 'body', text: '八十六家企业带来两千多个岗位。' },
      ],
      captions: [],
    },
  ],
}

/** The figures that fall below 1 when the gold is damaged so. */
function fallen(damage: (page: PageText) => void): Figure[] {
  const damaged = structuredClone(gold)
  damage(damaged)
  const figures = totalOf([scorePage(gold, damaged, [])])
  return FIGURES.filter((name) => figures[name] !== null && figures[name] < 1)
}

describe('the score of a page', () => {
  it('is 1 in every figure for the gold itself', () => {
    for (const page of pages) {
      const figures = totalOf([scorePage(page.gold, page.gold, page.furniture)])
      expect(Object.values(figures).filter((value) => value !== null && Math.abs(value - 1) > 1e-9)).toEqual(
        [],
      )
    }
  })

  it('does not ask in which order the articles come', () => {
    for (const page of pages) {
      const turned = { ...page.gold, articles: page.gold.articles.toReversed() }
      expect(totalOf([scorePage(page.gold, turned, page.furniture)]).overall).toBeGreaterThan(0.97)
    }
  })

  it('is 0 in what is asked of the text when nothing was found', () => {
    const { kept, clusters, exact, headline } = totalOf([scorePage(gold, { page: {}, articles: [] }, [])])
    expect([kept, clusters, exact, headline]).toEqual([0, 0, 0, 0])
  })
})

describe('damage shows in its own figure and in no other', () => {
  it.each<[string, Figure[], (page: PageText) => void]>([
    ['two headlines exchanged', ['headline'], swapHeadlines],
    ['a deck with its words turned', ['deck'], ({ articles }) => (articles[0]!.deck = '订单排到明年了')],
    ['a byline lost', ['kept', 'byline'], ({ articles }) => delete articles[0]!.byline],
    [
      'a headline doubled',
      ['kept', 'headline'],
      ({ articles }) => (articles[1]!.headline += '招聘会送岗上门'),
    ],
    ['a caption in the other article', ['caption'], moveCaption],
    ['a column head in the other article', ['section'], moveSection],
    ['another kind', ['kind'], ({ articles }) => (articles[1]!.kind = 'column')],
    ['another page number', ['meta'], ({ page }) => (page.number = '80')],
    ['a subhead as body', ['subheads'], ({ articles }) => (articles[0]!.paragraphs[1]!.kind = 'body')],
    ['two paragraphs in one', ['exact', 'paragraphs'], joinParagraphs],
    ['a paragraph in the other article', ['clusters', 'paragraphs'], moveParagraph],
  ])('%s', (_, figures, damage) => {
    expect(fallen(damage)).toEqual(figures)
  })

  it('but for a page number with a nought before it, and the photographer at the end of a caption', () => {
    const harmless = ({ page, articles }: PageText) => {
      page.number = '8'
      articles[0]!.captions = [{ text: '机器人在装配车间作业。' }]
      articles[0]!.credit = '丁一摄'
    }
    expect(fallen(harmless)).toEqual([])
  })
})

describe('an article on several pages', () => {
  it('counts once, and what was found too much counts for one page of them', () => {
    const found = structuredClone(gold)
    found.articles[1]!.deck = '想象的副题'
    const scored = [gold, gold, gold, found].map((each) => ({
      page: { ...pages[0]!, sources: ['l1', 'b1'] },
      found: each as Reconstruction,
      score: scorePage(gold, each, []),
    }))
    const { articles, figures } = foldedTotal(scored)
    expect(articles).toBe(2)
    // one deck that is right on all pages against a quarter of one that is wrong
    expect(figures.deck).toBeCloseTo(1 / 1.25)
    expect(figures.headline).toBe(1)
  })
})

describe('a decision', () => {
  const decided = (damage: (page: PageText) => void) => {
    const page = structuredClone(gold)
    damage(page)
    const judged = judgeDecisions(gold, withConfidence(page, 0.9), scorePage(gold, page, []))
    return judged.filter(({ right }) => !right).map(({ kind }) => kind)
  }

  it('is right where text, role and article are', () => {
    expect(decided(() => {})).toEqual([])
  })

  it('is wrong in the wrong article, whatever it says', () => {
    expect(decided(swapHeadlines)).toEqual(['headline', 'headline'])
    expect(decided(moveCaption)).toEqual(['caption'])
  })

  it('is wrong in the wrong role', () => {
    expect(decided(({ articles }) => (articles[0]!.paragraphs[1]!.kind = 'body'))).toEqual(['paragraph'])
  })

  it('is wrong in an article that is none', () => {
    const invented = ({ articles }: PageText) => {
      articles.push({ kind: 'brief', headline: '别的事', paragraphs: [], captions: [] })
    }
    expect(decided(invented)).toEqual(['headline'])
  })
})

describe('calibration', () => {
  const decisions = [0.55, 0.55, 0.96, 1].map((confidence, i) => ({
    kind: 'headline' as const,
    confidence,
    right: i !== 0,
    article: 0,
  }))

  it('puts every decision in one bin, also the surest', () => {
    const filled = binsOf(decisions).filter(({ count }) => count > 0)
    expect(filled.map(({ from, count, right }) => [from, count, right])).toEqual([
      [0.5, 2, 0.5],
      [0.95, 2, 1],
    ])
  })

  it('is the mean distance of confidence and share right', () => {
    expect(calibrationError(decisions)).toBeCloseTo((0.05 + 0.02) / 2)
  })
})

function swapHeadlines({ articles: [a, b] }: PageText): void {
  const headline = a!.headline
  a!.headline = b!.headline
  b!.headline = headline
}

function moveCaption({ articles: [a, b] }: PageText): void {
  b!.captions = a!.captions
  a!.captions = []
}

function moveSection({ articles: [a, b] }: PageText): void {
  a!.section = b!.section
  delete b!.section
}

function joinParagraphs({ articles: [, b] }: PageText): void {
  b!.paragraphs = [{ kind: 'body', text: b!.paragraphs.map(({ text }) => text).join('') }]
}

function moveParagraph({ articles: [a, b] }: PageText): void {
  b!.paragraphs.unshift(a!.paragraphs.pop()!)
}

/** A page as the reconstruction would give it, every decision with the same confidence. */
function withConfidence(page: PageText, confidence: number): Reconstruction {
  const source = { from: [], confidence, rule: 'test' }
  const fields = ['section', 'kicker', 'headline', 'deck', 'byline', 'credit'] as const
  const articles = page.articles.map((article, i) => ({
    ...article,
    id: `a${i + 1}`,
    kind: article.kind as 'brief',
    paragraphs: article.paragraphs.map((each) => ({ ...each, ...source })),
    captions: article.captions.map((each) => ({ ...each, ...source })),
    from: Object.fromEntries(fields.filter((field) => article[field]).map((field) => [field, source])),
  }))
  const none = { doubts: [], furniture: [], shadows: [], unplaced: [] }
  return { schema: 'banxin.reconstruction/1', page: page.page, articles, ...none }
}
