/** A press's profile as a proof shows it: its paper, its black, and pictures in its inks. */
import { describe, expect, it } from 'vitest'
import { startDecoder } from '../../src/adapters/pictures/decode.ts'
import { inkPicture, pressTable } from '../../src/adapters/pictures/separate.ts'
import { mostInkOf } from '../../src/core/proof/ink.ts'
import { ALL_ON } from '../../src/core/proof/plates.ts'
import { colourOnPress } from '../../src/core/proof/press-table.ts'
import { proofPixels } from '../../src/core/proof/proof-picture.ts'
import { readMagick, testPictures, wholeProfile } from '../support/pictures.ts'

await startDecoder(readMagick)
const pictures = await testPictures()
const table = pressTable(wholeProfile())
const rgbOf = (colour: string) => [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16))

describe('newsprint', () => {
  it('has gray paper and a black that is none', () => {
    const paper = rgbOf(colourOnPress(table, [0, 0, 0, 0]))
    const black = rgbOf(colourOnPress(table, [0, 0, 0, 100]))
    expect(Math.max(...paper)).toBeLessThan(235)
    expect(Math.min(...paper)).toBeGreaterThan(180)
    // Warm: less blue than red.
    expect(paper[2] as number).toBeLessThan(paper[0] as number)
    expect(Math.min(...black)).toBeGreaterThan(35)
    expect(Math.max(...black)).toBeLessThan(100)
  })

  it('has inks of their own hue', () => {
    const [r, g, b] = rgbOf(colourOnPress(table, [0, 100, 0, 0])) as [number, number, number]
    expect(r).toBeGreaterThan(g)
    expect(r).toBeGreaterThan(b)
    const cyan = rgbOf(colourOnPress(table, [100, 0, 0, 0])) as [number, number, number]
    expect(cyan[2]).toBeGreaterThan(cyan[0])
  })
})

describe('pictures', () => {
  it.each(pictures.map((each) => [each.file, each] as const))(
    '%s keeps its colours',
    (file, { bytes, shows }) => {
      const inked = inkPicture(bytes, file, 120, wholeProfile(), 'perceptual')
      if (!inked.ok) throw new Error(inked.error.code)
      const { width, height, inks, alpha } = inked.value
      expect([width, height]).toEqual([120, 80])
      const rgba = proofPixels(table, inks, { kind: 'plates', plates: ALL_ON }, alpha)
      const at = (x: number, y: number) => [...rgba.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)]
      const strongest = (colour: number[]) => colour.indexOf(Math.max(...colour))
      if (shows === 'colour') expect([at(20, 20), at(64, 20), at(20, 60)].map(strongest)).toEqual([0, 1, 2])
      const colourInk = inks.filter((_, i) => (i & 3) !== 3).reduce((sum, value) => sum + value, 0)
      if (shows === 'gray' || shows === 'bilevel') expect(colourInk).toBe(0)
      const most = mostInkOf(inks, width, alpha).percent
      if (shows === 'flood') expect(most).toBeGreaterThan(390)
      else expect(most).toBeLessThan(240)
    },
  )
})
