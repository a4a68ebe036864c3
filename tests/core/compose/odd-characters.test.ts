/** Characters that the fonts which ship with Banxin lack, set in those fonts. */
import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { openShaper, openTemplate } from '../../support/real-page.ts'

const shaper = await openShaper()

function compose(text: string) {
  const page = new PageBuilder(openTemplate())
  const box = { x: 0, y: page.doc.setup.top, width: 270, height: 54 }
  page.story('story', 'body', [{ style: 'body', runs: [{ text }] }], [box], { vertical: 'grid' })
  const { items, diagnostics } = composePage(page.doc, shaper)
  const lines = items.flatMap((item) => (item.kind === 'text' ? item.lines : []))
  return { lines, diagnostics, drawn: lines.flatMap(({ runs }) => runs.flatMap(({ texts }) => texts)) }
}

describe('a character that no face has', () => {
  it.each(['😀', '👩‍👧', '🇨🇳', '\u{e000}', '\u0e01'])(
    '%s is one place in the line, and named',
    (character) => {
      const { lines, drawn, diagnostics } = compose(`一${character}二`)
      expect(drawn.join('')).toBe(`一${character}二`)
      expect(drawn[0]).toBe('一')
      expect(lines[0]?.carets?.stops.filter((stop) => !Number.isNaN(stop))).toHaveLength(4)
      expect(diagnostics).toMatchObject([{ code: 'missing-glyph', severity: 'error' }])
    },
  )

  it('is looked for in the fallback first: rare characters are no fault', () => {
    const { drawn, diagnostics } = compose('朱镕基、陶喆、é、①')
    expect(drawn.join('')).toBe('朱镕基、陶喆、é、①')
    expect(diagnostics).toEqual([])
  })
})

describe('a combining mark', () => {
  it('stands on its letter and takes no width', () => {
    const { lines, diagnostics } = compose('he\u0301llo')
    const plain = compose('hello')
    expect(diagnostics).toEqual([])
    expect(lines[0]?.carets?.stops.at(-1)).toBeCloseTo(plain.lines[0]?.carets?.stops.at(-1) as number, 1)
  })
})
