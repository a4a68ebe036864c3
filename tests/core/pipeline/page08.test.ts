import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import { dumpComposition } from '../../../src/core/compose/dump-composition.ts'
import { overlap } from '../../../src/core/geometry.ts'
import { countCharacters } from '../../../src/core/pipeline/count-characters.ts'
import { measureFidelity } from '../../../src/core/pipeline/fidelity.ts'
import { expectGolden } from '../../support/golden.ts'
import { rebuildSample } from '../../support/real-page.ts'

const page = await rebuildSample()

describe('page 08 rebuilt', () => {
  it('is composed as the golden says, glyph runs, places and fits', () => {
    expectGolden('page08.composition.txt', dumpComposition(page.composition))
  })

  it('has room for all its text', () => {
    expect(page.composition.diagnostics).toEqual([])
  })

  it('brings the printed lines back: most of them free-running, all with copyfit', () => {
    const fidelity = measureFidelity(page.reconstruction, page.template, page.shaper)
    expect(fidelity.lines).toBe(220)
    expect(fidelity.matched).toBeGreaterThanOrEqual(197)
    expect(fidelity.matchedWithCopyfit).toBe(220)
    expect(fidelity.copyfitRecords).toBeLessThanOrEqual(16)
    expect(fidelity.stories.map(({ measureEm }) => measureEm)).toEqual([12, 19, 19, 17.25])
  })

  it('accounts for every character of the dump', () => {
    const account = countCharacters(page.source, page.reconstruction)
    const { total, body, heads, furniture, shadows, unplaced } = account
    expect(account).toMatchObject({ missing: 0, twice: 0, unplaced: 0 })
    expect(body + heads + furniture + shadows + unplaced).toBe(total)
  })

  it('sets every character of the articles on the page, in order', () => {
    const bare = (text: string) => text.replace(/\s/g, '')
    const set = (story: string) =>
      page.composition.items
        .flatMap((item) => (item.kind === 'text' && item.story === story ? item.lines : []))
        .map((line) => line.runs.map((run) => run.texts.join('')).join(''))
        .join('')
    for (const article of page.reconstruction.articles) {
      const wanted = article.paragraphs.map(({ text }) => text).join('') + (article.credit ?? '')
      expect(bare(set(`${article.id}-body`))).toBe(bare(wanted))
    }
  })

  it('stands on the grid: baselines on rows, no two text frames over each other', () => {
    const { grid, items } = page.composition
    const frames = items.filter((item) => item.kind === 'text' && item.story !== undefined)
    frames.forEach((a, i) => {
      for (const b of frames.slice(i + 1)) {
        if (a.kind === 'text' && b.kind === 'text')
          expect(overlap(a.box, b.box), `${a.frame} ${b.frame}`).toBe(false)
      }
    })
    for (const item of items) {
      if (item.kind !== 'text' || !item.story?.endsWith('-body')) continue
      for (const line of item.lines) {
        if (line.runs[0]?.face === 'hei-700' && line.runs[0].sizePt !== 9) continue
        const row = (line.baseline - grid.top - grid.ascent) / grid.leading
        expect(Math.abs(row - Math.round(row)), line.runs[0]?.texts.join('')).toBeLessThan(1e-6)
      }
    }
  })

  it('justifies every line but the last of a paragraph to its measure', () => {
    for (const item of page.composition.items) {
      if (item.kind !== 'text' || !item.story?.endsWith('-body')) continue
      for (const line of item.lines) {
        expect(line.fit.stretchEm).toBeLessThanOrEqual(0.4)
        if (line.last) continue
        const last = line.runs.at(-1)
        const lastX = last?.xs.at(-1) ?? 0
        expect(lastX).toBeLessThan(line.measure)
        expect(lastX).toBeGreaterThan(line.measure - 2.1 * (last?.sizePt ?? 0))
      }
    }
  })

  it('composes to the same page twice', () => {
    expect(composePage(page.doc, page.shaper)).toEqual(page.composition)
  })
})
