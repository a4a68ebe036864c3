/** Whatever a person corrects, every character of the source stands in one place, as the source has it. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { accountFor } from '../../../src/core/reconstruct/account-for.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { applyCorrections } from '../../../src/core/review/apply-corrections.ts'
import type { SourceText } from '../../../src/core/source/types.ts'
import { DUMPS, dump, page08, sourceOf, textAt, visible } from '../reconstruct/helpers.ts'
import { Wishes, wish } from './wishes.ts'

const PAGES: [string, SourceText, number][] = [
  ['page 08', sourceOf(page08()), 150],
  ...DUMPS.map((name): [string, SourceText, number] => [name, sourceOf(dump(name)), 40]),
]

function expectSourced(source: SourceText, page: Reconstruction) {
  expect(accountFor(source, page)).toEqual({ missing: [], twice: [] })
  for (const article of page.articles) {
    for (const [field, { from }] of Object.entries(article.from)) {
      expect(textAt(source, from)).toBe(visible(article[field as 'headline']!))
    }
    for (const { text, from } of [...article.paragraphs, ...article.captions]) {
      expect(text).not.toBe('')
      expect(textAt(source, from)).toBe(visible(text))
    }
    for (const { text, lines } of article.paragraphs) {
      if (lines) expect(visible(lines.join(''))).toBe(visible(text))
    }
  }
  for (const { text, from } of [...page.furniture, ...page.shadows, ...page.unplaced]) {
    expect(textAt(source, from)).toBe(visible(text))
  }
}

function expectInOrder({ articles, doubts }: Reconstruction) {
  const ids = articles.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  for (const { paragraphs, captions, from } of articles) {
    expect(paragraphs.length + captions.length + Object.keys(from).length).toBeGreaterThan(0)
  }
  for (const { article, readings, choices } of doubts) {
    if (article !== undefined) expect(ids).toContain(article)
    expect(choices).toHaveLength(readings.length)
    for (const reading of readings) {
      if (reading.article !== undefined && reading.article !== 'new') expect(ids).toContain(reading.article)
    }
  }
}

const read = (source: SourceText): Reconstruction => {
  const result = reconstruct(source)
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('whatever is corrected', () => {
  const seed = Number(process.env.SEED ?? 20250317)
  console.log(`review: SEED=${seed}`)

  it.each(PAGES)(
    '%s keeps every character once, and as it was',
    (_, source, numRuns) => {
      const page = read(source)
      const before = structuredClone(page)
      const wishes = new Wishes(source, page)
      let applied = 0
      let all = 0
      fc.assert(
        fc.property(fc.array(wish, { minLength: 1, maxLength: 12 }), (made) => {
          const corrections = made.map((each) => wishes.correction(each))
          const { reconstruction, unapplied } = applyCorrections(source, page, corrections)
          expectSourced(source, reconstruction)
          expectInOrder(reconstruction)
          const kept = corrections.filter((_, i) => !unapplied.includes(i))
          expect(applyCorrections(source, page, kept)).toEqual({ reconstruction, unapplied: [] })
          const again = JSON.parse(JSON.stringify(corrections))
          expect(applyCorrections(source, read(source), again)).toEqual({ reconstruction, unapplied })
          applied += kept.length
          all += corrections.length
        }),
        { seed, numRuns },
      )
      expect(page).toEqual(before)
      // a test of corrections that never apply would show nothing
      expect(applied / all).toBeGreaterThan(0.5)
    },
    60_000,
  )

  it('changes nothing where nothing is corrected', () => {
    const [, source] = PAGES[0]!
    const page = read(source)
    expect(applyCorrections(source, page, []).reconstruction).toBe(page)
  })
})
