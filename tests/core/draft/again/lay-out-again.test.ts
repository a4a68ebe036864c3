import { describe, expect, it } from 'vitest'
import { composePage } from '../../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../../src/core/compose/draft-composer.ts'
import type { Frame, PageDoc } from '../../../../src/core/doc/schema.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../../../../src/core/draft/again/lay-out-again.ts'
import { overlap } from '../../../../src/core/geometry.ts'
import { rebuildSample } from '../../../support/real-page.ts'

const { doc, reconstruction, shaper, template } = await rebuildSample()
const composer = draftComposer(shaper)

function again(page: PageDoc, index = 0, printed = reconstruction) {
  const standing = readStandingPage(page, [template], printed)
  const { proposals, diagnostics } = proposeAgain(standing, composer, { count: 5 })
  const proposal = proposals[index]
  if (!proposal) throw new Error(`${proposals.length} proposals`)
  return { proposals, proposal, diagnostics, doc: drawAgain(page, standing, composer, proposal) }
}

const framesOf = (page: PageDoc, article: string) =>
  Object.fromEntries(Object.entries(page.frames).filter(([, frame]) => frame.article === article))

const textsOf = (page: PageDoc) =>
  Object.fromEntries(
    Object.entries(page.stories).map(([id, { paragraphs }]) => [
      id,
      paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''),
    ]),
  )

function expectWhole(page: PageDoc) {
  for (const [id, { oversetLines }] of Object.entries(composePage(page, shaper).stories))
    expect(oversetLines, id).toBe(0)
  const frames = Object.entries(page.frames).filter(([, { kind }]) =>
    ['text', 'picture', 'ad'].includes(kind),
  )
  frames.forEach(([id, a], i) => {
    for (const [other, b] of frames.slice(i + 1)) expect(overlap(a, b), `${id} ${other}`).toBe(false)
  })
}

/** The page with one article's text so many times over. */
function longer(page: PageDoc, story: string, times: number): PageDoc {
  const of = page.stories[story]
  if (!of) throw new Error(`no story ${story}`)
  const paragraphs = Array.from({ length: times }, () => of.paragraphs.slice(0, 2)).flat()
  return {
    ...page,
    stories: { ...page.stories, [story]: { ...of, paragraphs: [...of.paragraphs, ...paragraphs] } },
  }
}

describe('page 08 laid out again', () => {
  it('is the same page where nothing has changed', () => {
    const next = again(doc).doc
    expect(Object.keys(next.frames).sort()).toEqual(Object.keys(doc.frames).sort())
    for (const [id, frame] of Object.entries(doc.frames)) {
      const { order: _, ...place } = next.frames[id] as Frame
      const { order: __, ...was } = frame
      expect(place, id).toEqual(was)
    }
    expect(next.stories).toEqual(doc.stories)
  })

  it('as another proposal keeps all text, has no overset, and leads back to the printed lines', () => {
    const { proposals, doc: other } = again(doc, 1)
    expect(proposals.length).toBeGreaterThan(1)
    expect(textsOf(other)).toEqual(textsOf(doc))
    expectWhole(other)
    const back = again(other)
    expect(back.doc.stories).toEqual(doc.stories)
  })

  it('finds room for a longer text', () => {
    const { doc: next, proposal } = again(longer(doc, 'a2-body', 2))
    expect(proposal.cut).toEqual([])
    expectWhole(next)
  })

  it('leaves a pinned article and a locked frame where they are', () => {
    const article = { ...(doc.articles.a2 as PageDoc['articles'][string]), pinned: true as const }
    const page = longer({ ...doc, articles: { ...doc.articles, a2: article } }, 'a1-body', 1)
    const { doc: next, diagnostics } = again(page)
    expect(diagnostics).toEqual([])
    expect(framesOf(next, 'a2')).toEqual(framesOf(doc, 'a2'))
    expect(framesOf(next, 'a1')).not.toEqual(framesOf(doc, 'a1'))
    expectWhole(next)
    const head = doc.frames['a2-headline'] as Frame
    const locked = { ...doc, frames: { ...doc.frames, 'a2-headline': { ...head, locked: true as const } } }
    expect(framesOf(again(locked).doc, 'a2')).toEqual(framesOf(locked, 'a2'))
  })

  it('closes up after an article is gone', () => {
    const { a3: _, ...articles } = doc.articles
    const keep = ([, { article }]: [string, { article?: string | undefined }]) => article !== 'a3'
    const page = {
      ...doc,
      articles,
      frames: Object.fromEntries(Object.entries(doc.frames).filter(keep)),
      stories: Object.fromEntries(Object.entries(doc.stories).filter(keep)),
    }
    const { doc: next, proposal } = again(page)
    expect(proposal.modules.map(({ article }) => article).sort()).toEqual(['a1', 'a2', 'a4'])
    expectWhole(next)
  })

  it('lays out round an advertisement that the desk has put in', () => {
    const { top, left, leadingPt, bodyPt } = doc.setup
    const ad: Frame = {
      kind: 'ad',
      x: left + 5 * 14 * bodyPt,
      y: top + 30 * leadingPt,
      width: 40 * bodyPt,
      height: 20 * leadingPt,
      order: '9',
    }
    const page = { ...doc, frames: { ...doc.frames, sold: ad } }
    const { doc: next } = again(page)
    expect(next.frames.sold).toEqual(ad)
    expectWhole(next)
  })

  it('ends above an advertisement that is locked at the foot', () => {
    const { ad } = doc.frames
    const page = { ...doc, frames: { ...doc.frames, ad: { ...(ad as Frame), locked: true as const } } }
    const { doc: next } = again(longer(page, 'a2-body', 1))
    expect(next.frames.ad).toEqual(page.frames.ad)
    expectWhole(next)
  })

  it('keeps a picture in its frame, and the look that a person gave a head', () => {
    const { 'a1-picture-1': picture } = doc.frames
    const own = doc.paragraphStyles['a2-headline'] as PageDoc['paragraphStyles'][string]
    const page: PageDoc = {
      ...doc,
      paragraphStyles: { ...doc.paragraphStyles, 'a2-headline': { ...own, swatch: 'accent' } },
      frames: Object.fromEntries(
        Object.entries(doc.frames).map(([id, frame]) => [
          id,
          frame.kind === 'picture' ? { ...frame, asset: 'photo', name: '照片' } : frame,
        ]),
      ),
    }
    const { doc: next } = again(page, 1)
    expect(picture === undefined).toBe(doc.frames['a1-picture-1'] === undefined)
    const pictures = Object.values(next.frames).filter(({ kind }) => kind === 'picture')
    expect(pictures.length).toBeGreaterThan(0)
    for (const frame of pictures) expect(frame).toMatchObject({ asset: 'photo', name: '照片' })
    const style = next.stories['a2-headline']?.paragraphs[0]?.style ?? ''
    expect(next.paragraphStyles[style]?.swatch).toBe('accent')
  })
})
