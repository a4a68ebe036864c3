/** A picture separated through a table has the inks that Little CMS gives its colours one by one. */
import { PNG } from 'pngjs'
import { describe, expect, it } from 'vitest'
import { startDecoder, withPicture } from '../../src/adapters/pictures/decode.ts'
import { mostInk } from '../../src/adapters/pictures/ink.ts'
import { inksThrough, NODES, nodeColours } from '../../src/adapters/pictures/ink-table.ts'
import { separated, separatedWithin } from '../../src/adapters/pictures/separate.ts'
import type { PictureIntent } from '../../src/core/pdf/picture.ts'
import { readMagick, wholeProfile } from '../support/pictures.ts'

await startDecoder(readMagick)

const SIDE = 210
const PART = 105

/** Every pixel another colour, drawn from all there are. */
function colourAt(x: number, y: number): [number, number, number] {
  const mixed = Math.imul(y * SIDE + x, 0x9e3779b1) >>> 0
  return [mixed & 255, (mixed >>> 8) & 255, (mixed >>> 16) & 255]
}

function draw(left: number, top: number, side: number): Uint8Array {
  const png = new PNG({ width: side, height: side })
  for (let y = 0; y < side; y++)
    for (let x = 0; x < side; x++) png.data.set([...colourAt(left + x, top + y), 255], 4 * (y * side + x))
  return PNG.sync.write(png, { colorType: 2 })
}

function inksOf(png: Uint8Array, intent: PictureIntent): Uint8Array {
  const inks = withPicture(png, 'colours.png', (image) => separated(image, wholeProfile(), intent))
  if (!inks.ok) throw new Error(inks.error.code)
  return inks.value
}

describe('a table of inks', () => {
  it('gives its nodes back as they are', () => {
    const table = Uint8Array.from({ length: 4 * NODES }, (_, i) => Math.imul(i, 0x9e3779b1) >>> 24)
    expect(inksThrough(table, nodeColours())).toEqual(table)
  })

  it('goes straight between two nodes, along every axis and through the middle', () => {
    const corner = [...nodeColours().subarray(0, 3)]
    expect(corner).toEqual([0, 0, 0])
    // As much cyan as red, and so on: what lies between is that level itself.
    const colours = nodeColours()
    const table = new Uint8Array(4 * NODES)
    for (let i = 0; i < NODES; i++) table.set(colours.subarray(3 * i, 3 * i + 3), 4 * i)
    for (const rgb of [
      [4, 0, 0],
      [0, 4, 0],
      [0, 0, 4],
      [100, 101, 102],
      [102, 101, 100],
      [101, 99, 103],
      [254, 1, 130],
      [255, 255, 255],
    ]) {
      const inks = inksThrough(table, Uint8Array.from(rgb))
      for (const [i, level] of rgb.entries()) expect(Math.abs((inks[i] as number) - level)).toBeLessThan(2)
    }
  })

  it.each(['perceptual', 'relative'] as const)('is as good as asking for each colour, %s', (intent) => {
    const whole = inksOf(draw(0, 0, SIDE), intent)
    const differences: number[] = []
    for (const [left, top] of [
      [0, 0],
      [PART, PART],
    ] as const) {
      // Too small for a table.
      const part = inksOf(draw(left, top, PART), intent)
      part.forEach((ink, i) => {
        const [pixel, channel] = [i >> 2, i & 3]
        const [x, y] = [left + (pixel % PART), top + Math.floor(pixel / PART)]
        differences.push(Math.abs(ink - (whole[4 * (y * SIDE + x) + channel] as number)))
      })
    }
    const share = (most: number) => differences.filter((each) => each <= most).length / differences.length
    expect(PART * PART).toBeLessThan(NODES)
    expect(SIDE * SIDE).toBeGreaterThan(NODES)
    expect(differences.reduce((sum, each) => sum + each, 0) / differences.length).toBeLessThan(0.3)
    expect(share(2)).toBeGreaterThan(0.995)
    expect(Math.max(...differences)).toBeLessThan(16)
    // A comparison of a picture with itself would find nothing at all.
    expect(share(0)).toBeLessThan(1)
  })

  const unlimited = mostInk(inksOf(draw(0, 0, SIDE), 'perceptual'))
  it.each([
    ['close above', unlimited + 1, false],
    ['close under', unlimited - 8, false],
    ['far under', unlimited - 60, true],
  ])('keeps every pixel within a limit %s what the profile gives', (_, inkLimit, told) => {
    const order = { profile: wholeProfile(), intent: 'perceptual', inkLimit } as const
    const within = withPicture(draw(0, 0, SIDE), 'colours.png', (image) => separatedWithin(image, order))
    if (!within.ok) throw new Error(within.error.code)
    expect(mostInk(within.value.inks)).toBeLessThanOrEqual(inkLimit)
    expect(mostInk(within.value.inks)).toBeGreaterThan(Math.min(inkLimit, unlimited) - 8)
    expect(within.value.most).toEqual(told ? unlimited : undefined)
  })
})
