import { describe, expect, it } from 'vitest'
import { accountFor } from '../../../src/core/reconstruct/account-for.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import { page08, reconstructed, sourceOf } from './helpers.ts'

const codeOf = (text: string) => {
  const result = reconstruct(sourceOf(text))
  return result.ok ? 'ok' : result.error.code
}
const doubtsIn = (text: string) => reconstructed(text).doubts
const doubtsOf = (text: string) => doubtsIn(text).map((doubt) => doubt.code)
const expectWhole = (text: string) =>
  expect(accountFor(sourceOf(text), reconstructed(text))).toEqual({ missing: [], twice: [] })

/** The rare character of a name was drawn by another font, and the extractor put it behind the line. */
const STRAY_GLYPHS = `春耕开始
　　本报讯 三月的田里，机器声比往年早了半个月。
易 说，今年的秧苗育得早，种子也换了新的品种，再过十天就能下田了。
䶮
村里的人都来看他的秧苗。`

const SENTENCE = '他走进那间屋子，看见桌上放着一封信，心里很不是滋味。'

describe('text that is no page', () => {
  it('gives no articles out of figures, blanks or a sole folio', () => {
    const figures = Array.from({ length: 100 }, (_, i) => `${i} ${i * 7} ${i * 13}`).join('\n')
    expect(codeOf(figures)).toBe('no-articles')
    expect(codeOf('\n \n')).toBe('no-articles')
    expect(codeOf('要闻 2版 2025年3月17日 星期一')).toBe('no-articles')
  })

  it('reads a novel as text without heads', () => {
    const novel = Array.from({ length: 200 }, (_, i) => `　　第${i}天，${SENTENCE.repeat(3)}`).join('\n')
    const { articles } = reconstructed(novel)
    expect(articles.flatMap((article) => article.paragraphs)).toHaveLength(200)
    expect(articles[0]!.paragraphs[0]!.lines).toBeUndefined()
    expectWhole(novel)
  })

  it('says of an English page that the rules are not made for it', () => {
    const english =
      'The quick brown fox jumps over the lazy dog and\nruns away from the wolf. Then it sleeps.\n'.repeat(50)
    expect(doubtsOf(english)).toContain('little-han')
    expectWhole(english)
  })

  it('drops control characters inside a page', () => {
    const text = page08().replaceAll('高新区', '高\u0007新区')
    expect(reconstructed(text).articles[0]!.headline).toBe('长春高新区：为可持续振兴开新局')
    expectWhole(text)
  })
})

describe('text without bounds', () => {
  it('comes to an end, and what is too long is left unread', () => {
    expect(codeOf(SENTENCE.repeat(200_000))).toBe('no-articles')
    const long = `${page08()}\n${SENTENCE.repeat(200_000)}`
    const { articles, unplaced, doubts } = reconstructed(long)
    expect(articles).toHaveLength(4)
    expect(unplaced).toEqual([expect.objectContaining({ rule: 'beyond-a-page' })])
    expect(doubts).toContainEqual(expect.objectContaining({ code: 'page-too-long' }))
  })

  it.each([
    ['one character', '一'.repeat(300_000)],
    ['letter-spacing', '一 '.repeat(150_000)],
    ['brackets', '好。（'.repeat(100_000)],
    ['a gap', `一${' '.repeat(300_000)}二`],
    ['short lines', '天天\n'.repeat(9_000)],
    ['names', '李明\n王芳\n'.repeat(4_000)],
    ['heads', Array.from({ length: 5_000 }, (_, i) => `第${i}个短句标题`).join('\n')],
  ])(
    'comes to an end on %s',
    (_, text) => {
      expect(['ok', 'no-articles']).toContain(codeOf(text))
    },
    30_000,
  )
})

describe('text with the columns mixed', () => {
  it('is said to be scrambled', () => {
    const lines = page08()
      .split('\n')
      .filter((line) => line.trim() !== '')
    const half = Math.ceil(lines.length / 2)
    const mixed = lines.slice(0, half).flatMap((line, i) => [line, lines[half + i] ?? ''])
    expect(doubtsOf(mixed.join('\n'))).toContain('scrambled-dump')
  })

  it('is said so of glyphs that stand away from their words, and which', () => {
    const [first] = doubtsIn(STRAY_GLYPHS).filter(({ code }) => code === 'scrambled-dump')
    expect(first).toMatchObject({
      at: { line: 4 },
      from: [{ line: 4, start: 0, end: 1 }],
      reasons: [{ code: 'stray-glyphs', params: { glyphs: '䶮' } }],
    })
    expect(doubtsOf(STRAY_GLYPHS.replace('易 说', '易䶮说').replace('\n䶮', ''))).not.toContain(
      'scrambled-dump',
    )
  })
})
