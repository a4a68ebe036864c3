import { describe, expect, it } from 'vitest'
import {
  applyCharacterStyle,
  applyParagraphStyle,
  deleteCharacterStyle,
  deleteParagraphStyle,
  redefineParagraphStyle,
  renameParagraphStyle,
  styleUse,
} from '../../../../src/core/doc/commands/styles.ts'
import { body, pageOf } from './story-page.ts'

const place = (paragraph: number, offset: number) => ({ paragraph, offset })
const range = (from: [number, number], to: [number, number]) => ({
  story: 'a',
  from: place(...from),
  to: place(...to),
})

describe('styles', () => {
  it('a paragraph style is applied to every paragraph that the selection touches', () => {
    const doc = pageOf({ a: [body('一'), body('二'), body('三')] })
    const next = applyParagraphStyle(doc, range([0, 1], [1, 0]), 'subhead')
    expect(next.stories.a?.paragraphs.map(({ style }) => style)).toEqual(['subhead', 'subhead', 'body'])
    expect(next.stories.a?.paragraphs[2]).toBe(doc.stories.a?.paragraphs[2])
    expect(applyParagraphStyle(next, range([0, 0], [1, 0]), 'subhead')).toBe(next)
  })

  it('a character style is applied to the characters selected, over paragraphs, and taken away', () => {
    const doc = pageOf({ a: [body('一二三'), body('四五六')] })
    const next = applyCharacterStyle(doc, range([0, 2], [1, 1]), 'credit')
    expect(next.stories.a?.paragraphs.map(({ runs }) => runs)).toEqual([
      [{ text: '一二' }, { text: '三', style: 'credit' }],
      [{ text: '四', style: 'credit' }, { text: '五六' }],
    ])
    const back = applyCharacterStyle(next, range([0, 0], [1, 3]), undefined)
    expect(back.stories.a?.paragraphs).toEqual(doc.stories.a?.paragraphs)
    expect(applyCharacterStyle(doc, range([0, 1], [0, 1]), 'credit')).toBe(doc)
  })

  it('a style is redefined by a paragraph that looks otherwise all over', () => {
    const doc = pageOf({ a: [{ style: 'body', runs: [{ text: '一二', style: 'credit' }] }, body('三')] })
    const next = redefineParagraphStyle(doc, 'a', 0)
    if (!next.ok) throw new Error(next.error.code)
    expect(next.value.paragraphStyles.body?.face).toBe(doc.characterStyles.credit?.face)
    expect(next.value.stories.a?.paragraphs[0]?.runs).toEqual([{ text: '一二' }])
    expect(redefineParagraphStyle(doc, 'a', 1).ok).toBe(false)
  })

  it('renaming and deleting go through the whole page', () => {
    const doc = pageOf({
      a: [body('一')],
      b: [{ style: 'subhead', runs: [{ text: '二', style: 'credit' }] }],
    })
    const renamed = renameParagraphStyle(doc, 'subhead', '小标题')
    if (!renamed.ok) throw new Error(renamed.error.code)
    expect(renamed.value.stories.b?.paragraphs[0]?.style).toBe('小标题')
    expect(renamed.value.paragraphStyles.subhead).toBeUndefined()
    expect(renameParagraphStyle(doc, 'subhead', 'body').ok).toBe(false)
    const deleted = deleteParagraphStyle(renamed.value, '小标题', 'body')
    if (!deleted.ok) throw new Error(deleted.error.code)
    expect(deleted.value.stories.b?.paragraphs[0]?.style).toBe('body')
    expect(styleUse(deleted.value).paragraph.get('body')).toBe(2)
    const plain = deleteCharacterStyle(deleted.value, 'credit', undefined)
    expect(plain.characterStyles.credit).toBeUndefined()
    expect(plain.stories.b?.paragraphs[0]?.runs).toEqual([{ text: '二' }])
  })

  it('what the page itself sets its labels in stays', () => {
    const doc = pageOf({ a: [body('一')] })
    expect(deleteParagraphStyle(doc, 'label', 'body')).toMatchObject({
      ok: false,
      error: { code: 'style-needed' },
    })
    expect(deleteParagraphStyle(doc, 'body', 'no-such').ok).toBe(false)
  })
})
