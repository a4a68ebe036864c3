import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePage } from '../../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../../src/core/compose/draft-composer.ts'
import { draftPage } from '../../../../src/core/draft/draft-page.ts'
import { proposePages } from '../../../../src/core/draft/layout/propose.ts'
import type { Proposal, ProposeOptions } from '../../../../src/core/draft/layout/types.ts'
import { overlap } from '../../../../src/core/geometry.ts'
import type { Article, Reconstruction } from '../../../../src/core/reconstruct/types.ts'
import { fakeShaper } from '../../../support/fake-shaper.ts'
import { openTemplate } from '../../../support/real-page.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 12 }
const composer = draftComposer(fakeShaper)
const FROM = { from: [], confidence: 1, rule: 'test' }
const WORDS = '这里是一篇稿件的正文，说的是园区里的新鲜事。'

interface Sketch {
  kind: Article['kind']
  characters: number
  head: number
  captions: number
  kicker: boolean
  byline: boolean
  /** Kicker, deck, byline, section and captions longer than any line. */
  wordy: boolean
}

const text = (length: number) => WORDS.repeat(Math.ceil(length / WORDS.length)).slice(0, length)

function articleOf({ kind, characters, head, captions, kicker, byline, wordy }: Sketch, i: number): Article {
  return {
    id: `a${i + 1}`,
    kind,
    ...(head > 0 && { headline: text(head) }),
    ...(kicker && { kicker: wordy ? text(40) : '佛山高新区' }),
    ...(wordy && { deck: text(45) }),
    ...(byline && { byline: wordy ? text(30) : '本报记者 樊晨' }),
    ...(kind === 'column' && { section: wordy ? '园区动态里的新鲜事与旧事' : '园区动态' }),
    paragraphs: characters > 0 ? [{ kind: 'body', text: text(characters), ...FROM }] : [],
    captions: Array.from({ length: captions }, () => ({
      text: wordy ? text(90) : '招聘会现场气氛热烈。',
      ...FROM,
    })),
    from: {},
  }
}

const reconstructionOf = (articles: Article[]): Reconstruction => ({
  schema: 'banxin.reconstruction/1',
  page: { section: '高新园区', number: '08' },
  articles,
  doubts: [],
  furniture: [],
  shadows: [],
  unplaced: [],
})

const template = openTemplate()
const propose = (articles: Article[], options?: ProposeOptions) =>
  proposePages(reconstructionOf(articles), template, composer, options)
const brief = (i: number, sketch: Partial<Sketch> = {}) =>
  articleOf(
    {
      kind: 'brief',
      characters: 300,
      head: 12,
      captions: 0,
      kicker: false,
      byline: false,
      wordy: false,
      ...sketch,
    },
    i,
  )
const broken = (proposal: Proposal) =>
  proposal.findings.filter((finding) => finding.broken).map(({ rule }) => rule)

const sketch = fc.record<Sketch>({
  kind: fc.constantFrom('brief', 'brief', 'column', 'photo', 'lead'),
  characters: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 900 })),
  head: fc.oneof(fc.constant(0), fc.integer({ min: 2, max: 60 })),
  captions: fc.constantFrom(0, 0, 0, 1, 2, 3),
  kicker: fc.boolean(),
  byline: fc.boolean(),
  wordy: fc.boolean(),
})

/** What no article may break, whatever it is. */
const NEVER = [
  'overlap',
  'outside-type-area',
  'article-missing',
  'article-twice',
  'off-the-grid',
  'parts-overlap',
]
const ALWAYS_KEPT = [...NEVER, 'legs-uneven', 'box-not-whole', 'picture-ends-leg', 'head-narrower-than-text']

describe('proposals for any articles', () => {
  it('place each article once or name it as left out, on the grid and off each other', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 11 }), (sketches) => {
        const articles = sketches.map(articleOf)
        const matter = articles.filter(
          (article) =>
            Object.keys(article).length > 5 || article.paragraphs.length + article.captions.length > 0,
        )
        for (const proposal of propose(articles).proposals) {
          for (const rule of ALWAYS_KEPT) expect(broken(proposal)).not.toContain(rule)
          const placed = proposal.modules.map(({ article }) => article)
          const cut = proposal.cut.map(({ article }) => article)
          expect([...placed, ...cut].sort()).toEqual(matter.map(({ id }) => id).sort())
        }
      }),
      settings,
    )
  })

  it('become pages that lose no character and run over nowhere', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 1, maxLength: 8 }), (sketches) => {
        const articles = sketches.map(articleOf)
        const { doc, layout } = draftPage(reconstructionOf(articles), template, composer)
        const whole = layout.proposals[0].cut.length === 0
        const { stories } = composePage(doc, fakeShaper)
        if (whole) for (const [id, fit] of Object.entries(stories)) expect(fit.oversetLines, id).toBe(0)
        const frames = Object.values(doc.frames).filter(({ kind }) => kind === 'text' || kind === 'picture')
        frames.forEach((a, i) => {
          for (const b of frames.slice(i + 1)) expect(overlap(a, b)).toBe(false)
        })
      }),
      settings,
    )
  })

  it('are plain data, the same each time, and named by what they hold', () => {
    fc.assert(
      fc.property(fc.array(sketch, { minLength: 2, maxLength: 7 }), (sketches) => {
        const articles = sketches.map(articleOf)
        const { proposals } = propose(articles)
        expect(JSON.parse(JSON.stringify(proposals))).toEqual(proposals)
        expect(propose(articles).proposals).toEqual(proposals)
        expect(new Set(proposals.map(({ id }) => id)).size).toBe(proposals.length)
      }),
      { ...settings, numRuns: 8 },
    )
  })
})

it('a column label as wide as its box stands in one line', () => {
  const { doc } = draftPage(
    reconstructionOf([
      articleOf(
        { kind: 'column', characters: 1, head: 0, captions: 3, kicker: false, byline: false, wordy: true },
        0,
      ),
      brief(1, { characters: 0, head: 0, captions: 2, wordy: true }),
      brief(2, { characters: 1, head: 0, wordy: true }),
    ]),
    template,
    composer,
  )
  const label = composePage(doc, fakeShaper).stories['a1-section']
  expect(label).toEqual({ lines: 1, oversetLines: 0, oversetCharacters: 0 })
})

describe('a page of some stories', () => {
  const articles = [
    articleOf(
      { kind: 'lead', characters: 1400, head: 11, captions: 1, kicker: true, byline: true, wordy: false },
      0,
    ),
    brief(1, { characters: 420 }),
    brief(2, { characters: 350 }),
    articleOf(
      { kind: 'column', characters: 380, head: 0, captions: 2, kicker: false, byline: false, wordy: false },
      3,
    ),
    brief(4, { characters: 260 }),
    articleOf(
      { kind: 'photo', characters: 0, head: 6, captions: 1, kicker: false, byline: false, wordy: false },
      5,
    ),
  ]
  const { proposals } = propose(articles)

  it('is filled, breaks no rule, and comes in several ways', () => {
    expect(proposals.length).toBe(3)
    for (const proposal of proposals) expect(broken(proposal)).toEqual([])
    for (const { filled } of proposals) expect(filled).toBeGreaterThan(0.97)
  })

  it('gives as many proposals as are asked for', () => {
    expect(propose(articles, { count: 1 }).proposals.map(({ id }) => id)).toEqual([proposals[0].id])
  })

  it('leaves every module where it is pinned, whichever it is', () => {
    for (const module of proposals[0].modules) {
      const again = propose(articles, { pinned: [module] })
      expect(again.diagnostics).toEqual([])
      for (const { modules } of again.proposals) expect(modules).toContainEqual(module)
    }
  })

  it('lays the rest out round a module that was moved by hand', () => {
    const photo = proposals[0].modules.find(({ article }) => article === 'a6')!
    const moved = { ...photo, column: 8 - photo.shape.span, row: 0 }
    const again = propose(articles, { pinned: [moved] })
    expect(again.diagnostics).toEqual([])
    expect(again.proposals[0].modules).toContainEqual(moved)
    expect(again.proposals[0].modules.length).toBe(articles.length)
  })

  it('says which pins leave no room, and lays out without them', () => {
    const [first, second] = proposals[0].modules as [Proposal['modules'][0], Proposal['modules'][0]]
    const over = { ...second, column: first.column, row: first.row }
    const again = propose(articles, { pinned: [first, over] })
    expect(again.diagnostics).toMatchObject([{ code: 'pins-leave-no-room', params: { count: 1 } }])
    expect(broken(again.proposals[0])).not.toContain('overlap')
  })
})

describe('what no page was made for', () => {
  it('no article: an empty page that says so', () => {
    const { proposals, diagnostics } = propose([])
    expect(proposals[0].modules).toEqual([])
    expect(diagnostics).toMatchObject([{ code: 'page-without-articles' }])
  })

  it('one word, a head alone, a head of sixty characters: a page that has them', () => {
    const odd = [
      [brief(0, { characters: 1, head: 0 })],
      [brief(0, { characters: 0 })],
      [brief(0, { head: 60 })],
    ]
    for (const articles of odd) {
      const { proposals, diagnostics } = propose(articles)
      expect(proposals[0].modules.length).toBe(1)
      expect(diagnostics).toEqual([])
    }
  })

  it('a story alone that makes no legs over the whole width: in the first columns', () => {
    const { proposals } = propose([brief(0, { characters: 235, head: 2 })])
    expect(proposals[0].modules[0]?.shape).toMatchObject({ span: 8, legs: { length: 5 } })
    expect(broken(proposals[0])).toEqual([])
  })

  it('forty briefs: all on the page', () => {
    const { proposals } = propose(
      Array.from({ length: 40 }, (_, i) => brief(i, { characters: 90 + 7 * (i % 9) })),
    )
    expect(proposals[0].modules.length).toBe(40)
    expect(proposals[0].cut).toEqual([])
  })

  it('far too much: the greater articles on the page, the lesser ones listed with what they would take', () => {
    const { proposals, diagnostics } = propose(
      Array.from({ length: 30 }, (_, i) => brief(i, { characters: 600 })),
    )
    const [{ modules, cut, tightness }] = proposals
    expect(tightness).toBe(2)
    expect(modules.length + cut.length).toBe(30)
    expect(cut[0]?.article).toBe('a30')
    for (const { columnRows } of cut) expect(columnRows).toBeGreaterThan(600 / 12)
    expect(diagnostics).toMatchObject([{ code: 'page-too-full', params: { count: cut.length } }])
  })

  it('one article larger than the page: cut off at the foot, and nothing lost', () => {
    const articles = [brief(0, { characters: 20_000 }), brief(1)]
    const { doc, layout } = draftPage(reconstructionOf(articles), template, composer)
    expect(layout.diagnostics).toMatchObject([{ code: 'page-too-full', params: { count: 2 } }])
    const { stories } = composePage(doc, fakeShaper)
    expect(stories['a1-body']?.oversetCharacters).toBeGreaterThan(5_000)
    expect(stories['a2-body']?.oversetCharacters).toBe(300)
  })
})
