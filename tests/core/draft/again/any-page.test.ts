import fc from 'fast-check'
import { expect, it } from 'vitest'
import { FACES } from '../../../../src/adapters/harfbuzz.ts'
import { composePage } from '../../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../../src/core/compose/draft-composer.ts'
import { checkReferences } from '../../../../src/core/doc/check-references.ts'
import type { PageDoc } from '../../../../src/core/doc/schema.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../../../../src/core/draft/again/lay-out-again.ts'
import { removeArticles } from '../../../../src/core/draft/again/remove-articles.ts'
import { addArticle } from '../../../../src/core/draft/new/add-article.ts'
import { newPage } from '../../../../src/core/draft/new/new-page.ts'
import { readManuscript } from '../../../../src/core/draft/new/read-manuscript.ts'
import { overlap } from '../../../../src/core/geometry.ts'
import { fakeShaper } from '../../../support/fake-shaper.ts'
import { openTemplate } from '../../../support/real-page.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 10 }
const template = openTemplate()
const composer = draftComposer(fakeShaper)
const faces = FACES.map(({ id }) => id)
const SENTENCE = '园区里的新鲜事一件接着一件，说也说不完，今天就先说到这里。'

const manuscript = fc
  .record({
    head: fc.integer({ min: 0, max: 40 }),
    section: fc.boolean(),
    byline: fc.boolean(),
    sentences: fc.integer({ min: 0, max: 40 }),
    captions: fc.constantFrom(0, 0, 1, 2),
  })
  .map(({ head, section, byline, sentences, captions }) =>
    [
      ...(section ? ['栏目：园区动态'] : []),
      ...(head > 0
        ? [
            `主题：${SENTENCE.repeat(2)
              .replace(/[，。]/g, '')
              .slice(0, head)}`,
          ]
        : []),
      ...(byline ? ['作者：本报记者 樊晨'] : []),
      ...Array.from({ length: Math.ceil(sentences / 3) }, () => `正文：${SENTENCE.repeat(3)}`),
      ...Array.from({ length: captions }, () => '图片说明：招聘会现场气氛热烈'),
    ].join('\n'),
  )

type Edit =
  | { do: 'add'; text: string }
  | { do: 'remove'; at: number }
  | { do: 'pin'; at: number }
  | { do: 'unpin' }
  | { do: 'write'; at: number; sentences: number }

const edit: fc.Arbitrary<Edit> = fc.oneof(
  manuscript.map((text): Edit => ({ do: 'add', text })),
  fc.nat(9).map((at): Edit => ({ do: 'remove', at })),
  fc.nat(9).map((at): Edit => ({ do: 'pin', at })),
  fc.constant<Edit>({ do: 'unpin' }),
  fc
    .record({ at: fc.nat(9), sentences: fc.integer({ min: 1, max: 30 }) })
    .map((of): Edit => ({ do: 'write', ...of })),
)

function edited(doc: PageDoc, change: Edit): PageDoc {
  if (change.do === 'add') return addArticle(doc, readManuscript(change.text, 'x'), [template], composer).doc
  if (change.do === 'unpin')
    return {
      ...doc,
      articles: Object.fromEntries(
        Object.entries(doc.articles).map(([id, { pinned: _, ...of }]) => [id, of]),
      ),
    }
  const ids = Object.keys(doc.articles)
  const id = ids[change.at % Math.max(1, ids.length)]
  const article = id === undefined ? undefined : doc.articles[id]
  if (id === undefined || !article) return doc
  if (change.do === 'remove') return removeArticles(doc, [id])
  if (change.do === 'pin')
    return { ...doc, articles: { ...doc.articles, [id]: { ...article, pinned: true } } }
  const story = article.stories.find((each) => doc.stories[each]?.role === 'body')
  const of = doc.stories[story ?? '']
  if (story === undefined || !of) return doc
  const paragraphs = [
    ...of.paragraphs,
    { style: 'body', runs: [{ text: SENTENCE.repeat(change.sentences) }] },
  ]
  return { ...doc, stories: { ...doc.stories, [story]: { ...of, paragraphs } } }
}

/** The characters of each article, whichever part they stand in: a column head may be a kicker's line. */
const textOf = (doc: PageDoc): string[] =>
  [...Object.keys(doc.articles), undefined].map((id) => {
    const stories = Object.values(doc.stories).filter(({ article }) => article === id)
    const text = stories.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ runs }) => runs.map((run) => run.text)),
    )
    return `${id} ${[...text.join('')].sort().join('')}`
  })

const pinnedFrames = (doc: PageDoc): string =>
  JSON.stringify(
    Object.entries(doc.frames)
      .filter(([, { article }]) => article !== undefined && doc.articles[article]?.pinned)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )

it('any page through any edits stays whole: no text lost, nothing over another, pins unmoved', () => {
  fc.assert(
    fc.property(
      fc.array(manuscript, { minLength: 1, maxLength: 5 }),
      fc.array(edit, { maxLength: 5 }),
      (texts, edits) => {
        let doc = texts.reduce<PageDoc>(
          (page, text) => edited(page, { do: 'add', text }),
          newPage(template, { section: '要闻', number: '01' }),
        )
        for (const change of [{ do: 'unpin' } as Edit, ...edits]) {
          const before = edited(doc, change)
          const standing = readStandingPage(before, [template])
          const { proposals } = proposeAgain(standing, composer, { count: 2 })
          doc = drawAgain(before, standing, composer, proposals[proposals.length - 1] ?? proposals[0])
          expect(textOf(doc)).toEqual(textOf(before))
          expect(checkReferences(doc, faces)).toEqual([])
          expect(pinnedFrames(doc)).toBe(pinnedFrames(before))
          const cut = new Set(proposals[0].cut.map(({ article }) => article))
          for (const [id, { oversetLines }] of Object.entries(composePage(doc, fakeShaper).stories)) {
            const article = doc.stories[id]?.article ?? ''
            if (cut.size === 0 && !before.articles[article]?.pinned) expect(oversetLines, id).toBe(0)
          }
          const frames = Object.entries(doc.frames).filter(([, { kind }]) =>
            ['text', 'picture', 'ad'].includes(kind),
          )
          frames.forEach(([id, a], i) => {
            for (const [other, b] of frames.slice(i + 1)) expect(overlap(a, b), `${id} ${other}`).toBe(false)
          })
        }
      },
    ),
    settings,
  )
}, 120_000)
