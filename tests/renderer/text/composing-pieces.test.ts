import { describe, expect, it } from 'vitest'
import { piecesOf } from '../../../src/renderer/text/composing-pieces.ts'

/** A character is one wide. */
const widthOf = (text: string): number => [...text].length
const pieces = (text: string, first: number, line: number) =>
  piecesOf(text, { first, line }, widthOf).map(({ text: part, start }) => `${start} ${part}`)

describe('a composing string', () => {
  it('stays whole where its line has room', () => expect(pieces("xin'de", 6, 9)).toEqual(["0 xin'de"]))
  it('goes on in lines of their own width', () =>
    expect(pieces('abcdefgh', 3, 4)).toEqual(['0 abc', '3 defg', '7 h']))
  it('begins below where its line has no room at all', () =>
    expect(pieces('abc', 0, 2)).toEqual(['0 ', '0 ab', '2 c']))
  it('ends in a line narrower than a character, and parts no pair of surrogates', () =>
    expect(pieces('𠮷𠮷a', 1, 0.5)).toEqual(['0 𠮷', '2 𠮷', '4 a']))
})
