import { describe, expect, it } from 'vitest'
import { rangeFor } from '../../src/adapters/font-files.ts'
import { composePage } from '../../src/core/compose/composer.ts'
import { openShaper, rebuildSample } from '../support/real-page.ts'

describe('the two ranges of the faces', () => {
  it('compose the same page, glyph by glyph', async () => {
    const { doc, composition } = await rebuildSample()
    expect(composePage(doc, await openShaper('whole'))).toEqual(composition)
  })

  it('asks for whole faces only where a text is not common', () => {
    expect(rangeFor('长春高新区：3月7-8日，“零跑动”……燊䶮 GB 18030 №①℃\t\n')).toBe('common')
    expect(rangeFor('㐂')).toBe('whole')
    expect(rangeFor('𠮷')).toBe('whole')
    expect(rangeFor('\u{e000}')).toBe('whole')
  })

  it('has glyphs in the whole faces that the common ones lack', async () => {
    const [common, whole] = await Promise.all([openShaper('common'), openShaper('whole')])
    expect(common.shape('song-400', '㐂', []).missing).toBe('㐂')
    expect(whole.shape('song-400', '㐂', []).missing).toBeUndefined()
    for (const character of ['燊', '䶮', '▶', '℃', '①', '〇']) {
      expect(common.shape('song-400', character, []).missing, character).toBeUndefined()
    }
  })
})
