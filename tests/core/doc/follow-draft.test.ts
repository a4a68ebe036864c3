import { describe, expect, it } from 'vitest'
import { followDraft } from '../../../src/core/doc/follow-draft.ts'
import type { PageDoc, Paragraph } from '../../../src/core/doc/schema.ts'

/** `3:天气晴好` is a paragraph read from line 3 of the source. */
const paragraph = (text: string): Paragraph => {
  const [, line, words = text] = /^(\d+):(.*)$/.exec(text) ?? []
  const from = line === undefined ? {} : { from: [{ line: Number(line), start: 0, end: words.length }] }
  return { style: 'body', runs: [{ text: words }], ...from }
}

/** Stories by id, each in a frame of its own. */
function page(texts: Record<string, string[]>): PageDoc {
  const ids = Object.keys(texts)
  return {
    schema: 'banxin.page/3',
    setup: { width: 400, height: 600 },
    meta: {},
    articles: Object.fromEntries(
      ids.map((id, i) => [id, { kind: 'brief', number: i + 1, title: id, stories: [id] }]),
    ),
    stories: Object.fromEntries(
      Object.entries(texts).map(([id, lines]) => [
        id,
        { role: 'body', article: id, frames: [`${id}-1`], paragraphs: lines.map(paragraph) },
      ]),
    ),
    frames: Object.fromEntries(
      ids.map((id, i) => [
        `${id}-1`,
        {
          kind: 'text',
          x: 0,
          y: i * 100,
          width: 90,
          height: 90,
          order: 'a',
          story: id,
          article: id,
          vertical: 'grid',
        },
      ]),
    ),
    paragraphStyles: {},
    characterStyles: {},
    swatches: {},
    presets: {},
  } as unknown as PageDoc
}

const texts = ({ stories }: PageDoc): Record<string, string[]> =>
  Object.fromEntries(
    Object.entries(stories).map(([id, { paragraphs }]) => [
      id,
      paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')),
    ]),
  )

const before = page({ a: ['1:春耕', '2:三月'], b: ['5:秋收', '6:八月'] })

describe('a page after a correction', () => {
  it('is the new draft where nothing was done by hand', () => {
    const after = page({ a: ['1:春耕', '2:三月', '5:秋收', '6:八月'] })
    expect(followDraft(before, after, structuredClone(before))).toEqual({ doc: after, stray: 0, unfitted: 0 })
  })

  it('keeps a paragraph changed by hand, in whatever story it now stands', () => {
    const mine = page({ a: ['1:春耕', '2:三月'], b: ['5:秋收', '6:八月十五'] })
    const after = page({ a: ['1:春耕', '2:三月', '5:秋收', '6:八月'] })
    const { doc, stray } = followDraft(before, after, mine)
    expect(texts(doc)).toEqual({ a: ['春耕', '三月', '秋收', '八月十五'] })
    expect(stray).toBe(0)
  })

  it('keeps a paragraph added by hand behind the one it stood behind, and one taken out stays out', () => {
    const mine = page({ a: ['1:春耕', '手写', '2:三月'], b: ['6:八月'] })
    const after = page({ a: ['1:春耕', '2:三月', '6:八月'], b: ['5:秋收'] })
    expect(texts(followDraft(before, after, mine).doc)).toEqual({
      a: ['春耕', '手写', '三月', '八月'],
      b: [],
    })
  })

  it('never loses text whose place is gone: it stands at the end, and is told', () => {
    const mine = page({ a: ['1:春耕', '2:三月里来'], b: ['5:秋收', '6:八月'] })
    const after = page({ a: ['1:春耕 三月'], b: ['5:秋收', '6:八月'] })
    const { doc, stray } = followDraft(before, after, mine)
    expect(texts(doc)).toEqual({ a: ['春耕 三月', '三月里来'], b: ['秋收', '八月'] })
    expect(stray).toBe(1)
  })

  it('drops copyfit of lines that are no longer there, and tells', () => {
    const mine = structuredClone(before)
    mine.stories.a!.paragraphs[1]!.copyfit = [{ start: 0, end: 2, trackingEm: -0.01, by: 'hand' }]
    const after = page({ a: ['1:春耕 三月'], b: ['5:秋收', '6:八月'] })
    expect(followDraft(before, after, mine)).toEqual({ doc: after, stray: 0, unfitted: 1 })
  })

  it('keeps frames moved by hand, and points them at what became of their stories', () => {
    const mine = structuredClone(before)
    mine.frames['a-1']!.x = 50
    const after = page({ x: ['1:春耕', '2:三月'], b: ['5:秋收'], c: ['6:八月'] })
    const { doc } = followDraft(before, after, mine)
    expect(doc.frames['a-1']).toMatchObject({ x: 50, story: 'x' })
    expect(doc.stories.x?.frames).toEqual(['a-1'])
    expect(doc.stories.c?.frames).toEqual([])
    expect(texts(doc)).toEqual({ x: ['春耕', '三月'], b: ['秋收'], c: ['八月'] })
  })

  it('keeps presets, swatches and marks made by hand', () => {
    const mine = structuredClone(before)
    mine.stories.b!.preset = 'clreq'
    mine.swatches.red = { cmyk: [0, 100, 100, 0], screen: '#ff0000' }
    mine.guides = [{ axis: 'x', at: 12 }]
    mine.frames['b-1']!.locked = true
    const after = page({ a: ['1:春耕'], b: ['2:三月', '5:秋收', '6:八月'] })
    const { doc } = followDraft(before, after, mine)
    expect(doc.stories.b?.preset).toBe('clreq')
    expect(doc.swatches.red).toBeDefined()
    expect(doc.guides).toEqual(mine.guides)
    expect(doc.frames['b-1']?.locked).toBe(true)
  })
})
