/** What pictures are before they are placed: recognised, measured, and refused when they are not all there. */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { withPicture } from '../../src/adapters/pictures/decode.ts'
import { inspectPicture } from '../../src/adapters/pictures/header.ts'
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
        expect(outcome.ok ? outcome.value : outcome.error.code).toMatch(
          /^picture-(file-empty|unreadable|unknown-kind)$/,
        )
      }),
      { seed: SEED, numRuns: 150 },
    )
  })

  it.each([
    ['SVG', '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'],
    ['SVG', '<!-- drawn -->\n<svg/>'],
    ['EPS', '%!PS-Adobe-3.0'],
    ['GIF', 'GIF89a'],
    ['PDF', '%PDF-1.7'],
    ['HEIC', '\0\0\0\x18ftypheic'],
  ])('of another kind is refused by its name: %s', (kind, text) => {
    const outcome = inspectPicture(new TextEncoder().encode(text), 'photo.jpg')
    expect(outcome).toMatchObject({ error: { code: 'picture-foreign-kind', params: { kind } } })
  })

  it('that is none is refused, and an empty one is said to be empty', () => {
    const codeOf = (bytes: Uint8Array) => {
      const outcome = inspectPicture(bytes, 'photo.jpg')
      return outcome.ok ? 'taken' : outcome.error.code
    }
    expect(codeOf(new TextEncoder().encode('notes'))).toBe('picture-unknown-kind')
    expect(codeOf(new Uint8Array())).toBe('picture-file-empty')
  })

  it('with damage anywhere in its header never throws', () => {
    const damage = fc.tuple(fc.constantFrom(...pictures), fc.nat(300), fc.integer({ min: 0, max: 255 }))
    fc.assert(
      fc.property(damage, ([{ file, bytes }, at, value]) => {
        const damaged = bytes.slice()
        damaged[at] = value
        expect(typeof inspectPicture(damaged, file).ok).toBe('boolean')
      }),
      { seed: SEED, numRuns: 2000 },
    )
  })

  it('that claims more pixels than any newspaper prints is refused before it is decoded', () => {
    const png = pictures.find(({ file }) => file === 'drawing.png')?.bytes.slice() as Uint8Array
    new DataView(png.buffer).setUint32(16, 200_000)
    const outcome = inspectPicture(png, 'bomb.png')
    expect(outcome.ok ? 'taken' : outcome.error.code).toBe('picture-too-large')
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
