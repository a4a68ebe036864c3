/** What pictures are before they are placed: recognised, measured, and refused when they are not all there. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inspectPicture, withPicture } from '../../src/adapters/pictures/decode.ts'
import { limitInk, mostInk } from '../../src/adapters/pictures/ink.ts'
import { testPictures } from '../support/pictures.ts'

const SEED = Number(process.env.SEED ?? 20250317)
console.log(`pictures: SEED=${SEED}`)
const pictures = await testPictures()

const MIMES: Record<string, string> = {
  jpg: 'image/jpeg',
  png: 'image/png',
  tif: 'image/tiff',
  webp: 'image/webp',
}

describe('a picture’s file', () => {
  it.each(pictures.map(({ file, bytes }) => [file, bytes] as const))(
    '%s is known by its bytes',
    (file, bytes) => {
      const mime = MIMES[file.split('.')[1] ?? '']
      expect(inspectPicture(bytes, 'misnamed.txt')).toEqual({
        ok: true,
        value: { mime, widthPx: 240, heightPx: 160 },
      })
    },
  )

  it('that is cut short anywhere is refused, and none is filled with gray', () => {
    const cut = fc.tuple(
      fc.constantFrom(...pictures),
      fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }),
    )
    fc.assert(
      fc.property(cut, ([{ file, bytes }, part]) => {
        // A few closing bytes behind the pixels, a checksum for one, are no loss.
        const short = bytes.subarray(0, Math.floor(part * (bytes.length - 16)))
        const outcome = withPicture(short, file, () => 'decoded')
        expect(outcome.ok ? outcome.value : outcome.error.code).toMatch(/^picture-(unreadable|unknown-kind)$/)
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  it('of another kind is refused, whatever its name', () => {
    for (const text of ['<svg xmlns="http://www.w3.org/2000/svg"/>', '%!PS-Adobe-3.0', 'GIF89a', ''])
      expect(inspectPicture(new TextEncoder().encode(text), 'photo.jpg')).toMatchObject({
        ok: false,
        error: { code: 'picture-unknown-kind' },
      })
  })

  it('that claims more pixels than any newspaper prints is refused before it is decoded', () => {
    const png = pictures.find(({ file }) => file === 'drawing.png')?.bytes.slice() as Uint8Array
    new DataView(png.buffer).setUint32(16, 200_000)
    const outcome = inspectPicture(png, 'bomb.png')
    expect(outcome.ok ? 'taken' : outcome.error.code).toMatch(/^picture-(too-large|unreadable)$/)
  })
})

describe('the ink limit', () => {
  it('holds for every pixel, takes from no black, and leaves alone what is within it', () => {
    const inks = fc.uint8Array({ minLength: 4, maxLength: 4 })
    fc.assert(
      fc.property(inks, fc.integer({ min: 110, max: 400 }), (pixel, limit) => {
        const limited = pixel.slice()
        limitInk(limited, limit)
        expect(mostInk(limited)).toBeLessThanOrEqual(limit)
        expect(limited[3]).toBe(pixel[3])
        if (mostInk(pixel) <= Math.floor(limit * 2.55) / 2.55) expect(limited).toEqual(pixel)
      }),
      { seed: SEED },
    )
  })
})
