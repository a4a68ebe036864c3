import { describe, expect, it } from 'vitest'
import { FACES } from '../../../../src/adapters/harfbuzz.ts'
import { composePage } from '../../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../../src/core/compose/draft-composer.ts'
import { checkReferences } from '../../../../src/core/doc/check-references.ts'
import { assetId, placeInFrame } from '../../../../src/core/doc/commands/pictures.ts'
import type { Asset, PageDoc } from '../../../../src/core/doc/schema.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../../../../src/core/draft/again/lay-out-again.ts'
import { manuscriptsOf } from '../../../../src/core/draft/again/manuscripts-of.ts'
import { offersFor } from '../../../../src/core/draft/again/offers.ts'
import { splitOff } from '../../../../src/core/draft/again/split-off.ts'
import type { Manuscript } from '../../../../src/core/draft/manuscript.ts'
import { addArticle } from '../../../../src/core/draft/new/add-article.ts'
import { bringPictures } from '../../../../src/core/draft/new/bring-pictures.ts'
import { newPage } from '../../../../src/core/draft/new/new-page.ts'
import { readManuscript } from '../../../../src/core/draft/new/read-manuscript.ts'
import { overlap } from '../../../../src/core/geometry.ts'
import { fakeShaper } from '../../../support/fake-shaper.ts'
import { openTemplate } from '../../../support/real-page.ts'

const template = openTemplate()
const composer = draftComposer(fakeShaper)
const faces = FACES.map(({ id }) => id)
const fields = { section: '要闻', number: 'A08', date: '2025-03-18', editor: '邓淑华' }
const SENTENCE = '园区里的新鲜事一件接着一件，说也说不完，今天就先说到这里。'

const manuscript = (head: string, sentences: number): Manuscript => {
  const paragraphs = Array.from({ length: Math.ceil(sentences / 4) }, (_, i) =>
    SENTENCE.repeat(Math.min(4, sentences - 4 * i)),
  )
  return readManuscript([head, ...paragraphs].join('\n'), 'x')
}

const withArticles = (page: PageDoc, manuscripts: readonly Manuscript[]): PageDoc =>
  manuscripts.reduce((doc, each) => addArticle(doc, each, [template], composer).doc, page)

function layOut(doc: PageDoc) {
  const standing = readStandingPage(doc, [template])
  const { proposals, diagnostics } = proposeAgain(standing, composer)
  return { doc: drawAgain(doc, standing, composer, proposals[0]), proposal: proposals[0], diagnostics }
}

function expectSound(doc: PageDoc, whole = true) {
  expect(checkReferences(doc, faces)).toEqual([])
  const { stories } = composePage(doc, fakeShaper)
  if (whole) for (const [id, { oversetLines }] of Object.entries(stories)) expect(oversetLines, id).toBe(0)
  const frames = Object.entries(doc.frames).filter(([, { kind }]) => ['text', 'picture', 'ad'].includes(kind))
  frames.forEach(([id, a], i) => {
    for (const [other, b] of frames.slice(i + 1)) expect(overlap(a, b), `${id} ${other}`).toBe(false)
  })
}

describe('a new page', () => {
  it('has a folio and nothing else, and can be laid out empty', () => {
    const page = newPage(template, fields)
    expect(Object.values(page.stories).map(({ role }) => role)).toEqual(['folio', 'folio', 'folio'])
    expectSound(page)
    const { doc, diagnostics } = layOut(page)
    expect(diagnostics.map(({ code }) => code)).toEqual(['page-without-articles'])
    expect(Object.keys(doc.frames).sort()).toEqual(Object.keys(page.frames).sort())
  })

  it('takes articles and lays them out above the advertisement that is sold', () => {
    const page = newPage(template, fields, 30)
    const { doc, proposal } = layOut(
      withArticles(page, [manuscript('园区新增企业百家', 60), manuscript('招聘会开了三天', 20)]),
    )
    expect(proposal.modules).toHaveLength(2)
    expect(doc.frames.ad).toEqual(page.frames.ad)
    expectSound(doc)
  })

  it.each([
    ['an article of nothing, to be typed', [readManuscript('', 'x')]],
    ['an article without text', [manuscript('园区新增企业百家', 0)]],
    [
      'a head of 60 characters',
      [manuscript('园区新增企业百家再传捷报喜迎春天里的好消息'.repeat(3).slice(0, 60), 20)],
    ],
    ['one word', [readManuscript('启航', 'x')]],
    ['a text of one character', [readManuscript('正文：好', 'x')]],
    ['forty briefs', Array.from({ length: 40 }, (_, i) => manuscript(`园区简讯第${i + 1}条`, 4))],
  ])('with %s is a page', (_name, manuscripts) => {
    const { doc, proposal } = layOut(withArticles(newPage(template, fields), manuscripts))
    expect(proposal.modules).toHaveLength(manuscripts.length)
    expectSound(doc)
    for (const { frames } of Object.values(doc.stories)) expect(frames.length).toBeGreaterThan(0)
  })
})

describe('more text than the page holds', () => {
  const page = newPage(template, fields, 40)
  const full = withArticles(page, [
    manuscript('园区新增企业百家', 130),
    manuscript('招聘会开了三天', 40),
    manuscript('百亿元级半导体集群启航', 40),
  ])
  const { proposal, diagnostics } = layOut(full)
  const offers = offersFor(full, proposal, [template], composer)
  const offered = <K extends (typeof offers)[number]['kind']>(kind: K) =>
    offers.find((offer): offer is Extract<(typeof offers)[number], { kind: K }> => offer.kind === kind)

  it('is told in column-lines and characters', () => {
    expect(proposal.cut.length).toBeGreaterThan(0)
    const told = diagnostics.find(({ code }) => code === 'page-too-full')?.params
    expect(told?.columnRows).toBeGreaterThan(20)
    const lengths = proposal.cut.map(({ article }) => {
      const stories = Object.values(full.stories).filter((story) => story.article === article)
      return stories
        .flatMap(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)))
        .join('')
    })
    expect(told?.characters).toBe(lengths.join('').length)
  })

  it('goes in when the type is smaller, and the columns are whole characters wide', () => {
    const offer = offered('smaller-type')
    expect(offer?.bodyPt).toBeLessThan(9)
    expect(offer?.doc.setup.columnEm).toSatisfy(Number.isInteger)
    expectSound(offer?.doc as PageDoc)
  })

  it('goes in when its last paragraphs are cut, first paragraphs never', () => {
    const offer = offered('cut')
    expect(offer?.lines).toBeGreaterThan(0)
    expectSound(offer?.doc as PageDoc)
    for (const cut of offer?.cuts ?? []) {
      const before = full.stories[cut.story]?.paragraphs ?? []
      expect(offer?.doc.stories[cut.story]?.paragraphs).toEqual(before.slice(0, -cut.paragraphs))
      expect(cut.paragraphs).toBeLessThan(before.length)
    }
  })

  it('goes on to another page, and no article is lost', () => {
    const articles = offered('another-page')?.articles.map(({ article }) => article) ?? []
    const { rest, next } = splitOff(full, articles, template)
    expect([...Object.keys(rest.articles), ...Object.keys(next.articles)].sort()).toEqual(['a1', 'a2', 'a3'])
    expect(next.meta.number).toBe('A09')
    for (const half of [rest, next]) {
      const laid = layOut(half)
      expect(laid.proposal.cut).toEqual([])
      expectSound(laid.doc)
    }
  })

  it('takes the pictures of what moves along, at whatever place they stand then', () => {
    const photo = readManuscript(`新馆开放\n　　${SENTENCE.repeat(6)}\n图为新馆内景。 本报记者 樊晨 摄`, 'x')
    const { doc: page } = layOut(
      withArticles(newPage(template, fields, 0), [manuscript('头条在这里', 40), photo]),
    )
    const asset = {
      sha256: '0'.repeat(64),
      name: '新馆.jpg',
      mime: 'image/jpeg' as const,
      widthPx: 300,
      heightPx: 200,
    }
    const frames = Object.entries(page.frames).map(([id, frame]) => [
      id,
      frame.kind === 'picture' ? { ...frame, asset: 'photo' } : frame,
    ])
    const article = Object.values(page.frames).find(({ kind }) => kind === 'picture')?.article ?? ''
    const shown = { ...page, assets: { photo: asset }, frames: Object.fromEntries(frames) } as PageDoc
    const { rest, next } = splitOff(shown, [article], template)
    const pictures = (doc: PageDoc) => Object.values(doc.frames).filter(({ kind }) => kind === 'picture')
    expect(pictures(layOut(next).doc)).toMatchObject([{ asset: 'photo' }])
    expect(pictures(layOut(rest).doc)).toEqual([])
  })
})

describe('an article of another page', () => {
  const photo: Asset = {
    name: 'park.jpg',
    sha256: 'ab'.repeat(32),
    mime: 'image/jpeg',
    widthPx: 1200,
    heightPx: 800,
  }

  it('brings its picture along, which the layout places with its caption', () => {
    const told = readManuscript(
      ['招聘会开了三天', SENTENCE.repeat(8), '图片说明：招聘会现场。 李新光 摄'].join('\n'),
      'x',
    )
    const other = layOut(withArticles(newPage(template, fields), [told])).doc
    const [frame = ''] = Object.entries(other.frames).flatMap(([id, { kind }]) =>
      kind === 'picture' ? [id] : [],
    )
    const from = placeInFrame(other, frame, photo)
    const [taken] = manuscriptsOf(from)
    if (!taken) throw new Error('no article')

    const page = newPage(template, fields)
    const added = addArticle(page, taken, [template], composer)
    const brought = bringPictures(added.doc, added.article, taken, from)
    const own = `${added.article}-picture-1`
    expect(brought.frames[own]).toMatchObject({ kind: 'picture', asset: assetId(photo) })
    expect(brought.frames[own]?.x).toBeGreaterThan(page.setup.width)
    expect(checkReferences(brought, faces)).toEqual([])

    const { doc } = layOut(brought)
    expect(doc.frames[own]).toMatchObject({ kind: 'picture', asset: assetId(photo) })
    expect(doc.frames[own]?.x).toBeLessThan(page.setup.width)
    expectSound(doc)
  })
})
