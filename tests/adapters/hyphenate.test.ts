import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { hyphenate } from '../../src/adapters/hyphenate.ts'

/** `-` where a break shows a hyphen, `|` where the word has one already. */
function shown(word: string): string {
  const points = new Map(hyphenate(word).map(({ at, hyphen }) => [at, hyphen ? '-' : '|']))
  return [...word].map((letter, i) => (points.get(i) ?? '') + letter).join('')
}

describe('hyphenation', () => {
  it.each([
    ['hyphenation', 'hy-phen-ation'],
    ['innovation', 'in-no-va-tion'],
    ['Manufacturing', 'Man-u-fac-tur-ing'],
    // Exceptions to the patterns: ta-ble leaves three letters, present is a noun and a verb.
    ['table', 'ta-ble'],
    ['present', 'present'],
    // Two letters before and three after, whatever the patterns allow.
    ['economy', 'econ-omy'],
    ['ability', 'abil-ity'],
    ['data', 'data'],
  ])('breaks %s as %s', (word, breaks) => {
    expect(shown(word)).toBe(breaks)
  })

  it.each([
    ['well-established', 'well-|established'],
    ['ASEAN-China', 'ASEAN-|China'],
    ['e-mail', 'e-mail'],
    ['company’s', 'com-pany’s'],
    ["workers'", "work-ers'"],
  ])('breaks %s as %s: behind its own hyphen, before an apostrophe', (word, breaks) => {
    expect(shown(word)).toBe(breaks)
  })

  it.each([
    'UNESCO',
    'GitHub',
    'GB18030',
    'name@example.com',
    'www.example.com',
    'input/output',
    'COVID-19',
    '版心',
    '',
    'a'.repeat(100_000),
  ])('leaves %.20s whole', (word) => {
    expect(hyphenate(word)).toEqual([])
  })

  it('keeps every word together and its ends long enough', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[A-Z]?[a-z'’-]{0,20}$/), (word) => {
        const points = hyphenate(word)
        expect(points.map(({ at }) => at)).toEqual(
          [...new Set(points.map(({ at }) => at))].sort((a, b) => a - b),
        )
        for (const { at, hyphen } of points) {
          expect(at).toBeGreaterThanOrEqual(2)
          expect(at).toBeLessThanOrEqual(word.length - (hyphen ? 3 : 2))
          expect(word[at - 1] === '-').toBe(!hyphen)
        }
      }),
      { seed: Number(process.env.SEED ?? 20250317) },
    )
  })
})
