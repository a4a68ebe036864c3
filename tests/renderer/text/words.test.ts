import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  characterAfter,
  characterBefore,
  wordAfter,
  wordAt,
  wordBefore,
} from '../../../src/renderer/text/words.ts'

describe('words', () => {
  it('are Chinese words, not sentences', () => {
    const text = '科技公司负责人张女士'
    expect(wordAt(text, 1)).toEqual({ start: 0, end: 2 })
    expect(wordAfter(text, 0)).toBe(2)
    expect(wordBefore(text, 4)).toBe(2)
  })

  it('a Latin word and a number are whole, marks stand alone', () => {
    const text = 'GDP增长5.5%，'
    expect(wordAt(text, 1)).toEqual({ start: 0, end: 3 })
    expect(text.slice(0, wordAt(text, 6).end)).toBe('GDP增长5.5')
    expect(wordAt(text, text.length)).toEqual({ start: text.length - 1, end: text.length })
  })

  it('go on behind blank space', () => {
    expect(wordAfter('one two', 0)).toBe(4)
    expect(wordBefore('one two', 4)).toBe(0)
  })

  it('never part a character from its marks', () => {
    const text = 'a👨‍👩‍👧e\u0301'
    expect(characterAfter(text, 1)).toBe(1 + '👨‍👩‍👧'.length)
    expect(characterBefore(text, text.length)).toBe(text.length - 2)
  })

  it('lead through any text from end to end and back', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (text) => {
        let at = 0
        while (at < text.length) {
          const next = wordAfter(text, at)
          expect(next).toBeGreaterThan(at)
          at = next
        }
        while (at > 0) {
          const before = wordBefore(text, at)
          expect(before).toBeLessThan(at)
          at = before
        }
      }),
    )
  })
})
