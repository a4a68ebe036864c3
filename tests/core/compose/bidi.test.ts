import { describe, expect, it } from 'vitest'
import { bidiLevels, visualOrder } from '../../../src/core/compose/bidi.ts'

/** As in the examples of UAX #9: capitals stand for letters that run from right to left (here Hebrew). */
const hebrew = (text: string): string =>
  text.replace(/[A-Z]/g, (letter) => String.fromCharCode(0x5d0 + letter.charCodeAt(0) - 65))

function seen(text: string): string {
  const real = hebrew(text)
  return visualOrder([...bidiLevels(real)])
    .map((i) => text[i])
    .join('')
}

describe('text that runs from right to left', () => {
  it.each([
    ['一二三', '一二三'],
    ['一ABC二', '一CBA二'],
    ['一ABC DE二', '一ED CBA二'],
    // A number within it runs from left to right, and goes with it.
    ['一ABC 123 DE二', '一ED 123 CBA二'],
    ['一ABC 12.5%二', '一12.5% CBA二'],
    // Marks between two of its words go with them, all others with the page.
    ['一AB，CD，二', '一DC，BA，二'],
    ['一“AB”二', '一“BA”二'],
    // What is in front of it, and Latin in it, stays.
    ['he said AB 5, ok', 'he said 5 BA, ok'],
    ['一AB car CD二', '一BA car DC二'],
  ])('%s is seen as %s', (text, expected) => {
    expect(seen(text)).toBe(expected)
  })

  it('knows Arabic numbers from European ones by the letters before them: no plus goes with those', () => {
    expect([...bidiLevels('\u0627 1+2')]).toEqual([1, 1, 2, 1, 2])
    expect([...bidiLevels('\u05d0 1+2')]).toEqual([1, 1, 2, 2, 2])
  })
})
