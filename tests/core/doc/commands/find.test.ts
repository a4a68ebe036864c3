import { describe, expect, it } from 'vitest'
import { type FindQuery, findInPage, replaceFound } from '../../../../src/core/doc/commands/find.ts'
import { paragraphText } from '../../../../src/core/doc/paragraph-text.ts'
import type { PageDoc } from '../../../../src/core/doc/schema.ts'
import { body, pageOf } from './story-page.ts'

const LITERAL: FindQuery = { text: '', regex: false, matchCase: true, matchWidth: true }

function found(doc: PageDoc, query: Partial<FindQuery>) {
  const answer = findInPage(doc, { ...LITERAL, ...query })
  if (!answer.ok) throw new Error(answer.error.code)
  return answer.value
}

const replaced = (doc: PageDoc, query: Partial<FindQuery>): string[] =>
  Object.values(replaceFound(doc, found(doc, query)).stories).flatMap(({ paragraphs }) =>
    paragraphs.map(paragraphText),
  )

describe('finding', () => {
  it('goes in the order of reading: articles by number, in each the head before the body', () => {
    const doc = pageOf({ b: [body('园区'), body('园区园区')], a: [body('园区')], z: [body('园区')] })
    doc.articles = {
      second: { kind: 'brief', number: 2, title: '', stories: ['b'] },
      first: { kind: 'lead', number: 1, title: '', stories: ['a', 'z'] },
    }
    const z = doc.stories.z
    if (z) z.role = 'headline'
    const places = found(doc, { text: '园区' }).map(({ story, paragraph, start }) => [
      story,
      paragraph,
      start,
    ])
    expect(places).toEqual([
      ['z', 0, 0],
      ['a', 0, 0],
      ['b', 0, 0],
      ['b', 1, 0],
      ['b', 1, 2],
    ])
  })

  it('looks in the stories that it is told', () => {
    const doc = pageOf({ a: [body('园区')], b: [body('园区')] })
    expect(found(doc, { text: '园区', stories: ['b'] }).map(({ story }) => story)).toEqual(['b'])
  })

  it('takes capitals, and full-width characters, for the same only where it is told', () => {
    const doc = pageOf({ a: [body('ＧＤＰ, gdp，GDP')] })
    expect(found(doc, { text: 'GDP' })).toHaveLength(1)
    expect(found(doc, { text: 'GDP', matchCase: false })).toHaveLength(2)
    expect(found(doc, { text: 'GDP', matchCase: false, matchWidth: false })).toHaveLength(3)
    expect(found(doc, { text: ',', matchWidth: false }).map(({ text }) => text)).toEqual([',', '，'])
  })

  it('a sign that is special in patterns is only itself in plain text', () => {
    const doc = pageOf({ a: [body('5.5% 5x5%')] })
    expect(found(doc, { text: '5.5%' })).toHaveLength(1)
  })

  it('a pattern that is none is a value, and one that matches nothing finds nothing', () => {
    const doc = pageOf({ a: [body('园区')] })
    const answer = findInPage(doc, { ...LITERAL, text: '(', regex: true })
    expect(answer).toMatchObject({ ok: false, error: { code: 'find-bad-pattern' } })
    expect(found(doc, { text: 'x*', regex: true })).toEqual([])
    expect(found(doc, { text: '' })).toEqual([])
  })
})

describe('replacing', () => {
  it('puts every new text in its place, from the first to the last of a paragraph', () => {
    const doc = pageOf({ a: [body('一一二一'), body('一')] })
    expect(replaced(doc, { text: '一', replacement: '十一' })).toEqual(['十一十一二十一', '十一'])
  })

  it('quotes what a pattern found', () => {
    const doc = pageOf({ a: [body('3月17日，12月1日')] })
    const query = { text: '(?<m>\\d+)月(\\d+)日', regex: true, replacement: '$<m>/$2（$&）$$$9' }
    expect(replaced(doc, query)).toEqual(['3/17（3月17日）$$9，12/1（12月1日）$$9'])
  })

  it('keeps the style and the copyfit of what is replaced', () => {
    const paragraph = {
      style: 'body',
      runs: [{ text: '本报讯', style: 'dateline' }, { text: '张女士说，张女士走了。' }],
      copyfit: [
        { start: 3, end: 6, trackingEm: -0.02, by: 'print' as const },
        { start: 6, end: 14, trackingEm: 0.01, by: 'hand' as const },
      ],
    }
    const doc = pageOf({ a: [paragraph] })
    const next = replaceFound(doc, found(doc, { text: '张女士', replacement: '张先生二' })).stories.a
    expect(next?.paragraphs[0]).toEqual({
      style: 'body',
      runs: [{ text: '本报讯', style: 'dateline' }, { text: '张先生二说，张先生二走了。' }],
      copyfit: [
        { start: 3, end: 7, trackingEm: -0.02, by: 'print' },
        { start: 7, end: 16, trackingEm: 0.01, by: 'hand' },
      ],
    })
    const short = replaceFound(doc, found(doc, { text: '讯张', replacement: '' })).stories.a?.paragraphs[0]
    expect(short?.runs).toEqual([{ text: '本报', style: 'dateline' }, { text: '女士说，张女士走了。' }])
    expect(short?.copyfit?.[0]).toEqual({ start: 2, end: 4, trackingEm: -0.02, by: 'print' })
  })

  it('leaves alone what no longer stands where it was found, and shares what it does not touch', () => {
    const doc = pageOf({ a: [body('园区'), body('新')], b: [body('新')] })
    const places = found(doc, { text: '园区', replacement: '高新区' })
    const changed = replaceFound(doc, [
      { story: 'a', paragraph: 0, start: 0, end: 2, text: '园林', replacement: '' },
    ])
    expect(changed).toBe(doc)
    const next = replaceFound(doc, places)
    expect(next.stories.b).toBe(doc.stories.b)
    expect(next.stories.a?.paragraphs[1]).toBe(doc.stories.a?.paragraphs[1])
  })
})
