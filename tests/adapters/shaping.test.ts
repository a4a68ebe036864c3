/** What HarfBuzz answers with the real faces: half-width marks, columns, other scripts, other units. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import faces from '../../assets/fonts/faces.json' with { type: 'json' }
import { fontFile, withFallbacks } from '../../src/adapters/font-files.ts'
import { loadShaper } from '../../src/adapters/harfbuzz.ts'
import { loadSubsetter } from '../../src/adapters/harfbuzz-subset.ts'
import type { ShapedToken } from '../../src/core/fonts.ts'
import { openShaper } from '../support/real-page.ts'

const root = join(import.meta.dirname, '../..')
const read = (path: string) => new Uint8Array(readFileSync(join(root, path)))
const shaper = await openShaper()

/** What a face lacks or borrows is taken from its fallback, as composition does. */
function shapeSomewhere(face: string, text: string, shape: (face: string) => ShapedToken) {
  const { borrowed, fallback } = shaper.face(face)
  const [first, ...others] = withFallbacks(borrowed?.includes(text) && fallback ? [fallback] : [face])
  const having = [first as string, ...others].find((each) => shape(each).missing === undefined)
  if (having === undefined) throw new Error(`no face has ${text}`)
  return { face: having, token: shape(having) }
}

/** The ink of a shaped glyph in em, as a page shows it: y down, from the pen. */
function ink(face: string, { glyphs: [glyph] }: ShapedToken) {
  const { id, dx, dy = 0 } = glyph!
  const numbers = shaper
    .outline(face, id)
    .match(/-?\d+(\.\d+)?/g)!
    .map(Number)
  const xs = numbers.filter((_, i) => i % 2 === 0).map((x) => x / 1000 + dx)
  const ys = numbers.filter((_, i) => i % 2 === 1).map((y) => -(y / 1000 + dy))
  return { left: Math.min(...xs), right: Math.max(...xs), top: Math.min(...ys), bottom: Math.max(...ys) }
}

describe.each(faces.map(({ id }) => id))('half-width marks in %s', (id) => {
  const halved = (mark: string) => shapeSomewhere(id, mark, (face) => shaper.shape(face, mark, ['halt']))

  it.each([
    ['closing', '，。、；：）》】」”’', 0],
    ['opening', '（《【「“‘', -0.5],
    ['centred', '・', -0.25],
  ])('%s marks %s keep the half that is inked', (_, marks, dx) => {
    for (const mark of marks) {
      const { face, token } = halved(mark)
      expect(token, mark).toMatchObject({ advance: 0.5, glyphs: [{ advance: 0.5, dx }] })
      const { left, right } = ink(face, token)
      expect([left >= 0, right <= 0.5], `${mark} ${left} ${right}`).toEqual([true, true])
    }
  })

  it.each([...'！？'])('%s is whole in its half', (mark) => {
    const { face, token } = halved(mark)
    const { left, right } = ink(face, token)
    expect([token.advance, left >= 0, right <= 0.5], `${left} ${right}`).toEqual([0.5, true, true])
  })

  it('leaves dashes, ellipses and Han at their width', () => {
    for (const text of ['——', '……', '国', '丶']) {
      expect(shaper.shape(id, text, ['halt']).advance, text).toBe([...text].length)
    }
  })
})

describe.each(faces.map(({ id }) => id))('a column in %s', (id) => {
  const down = (text: string) => shapeSomewhere(id, text, (face) => shaper.shapeVertical(face, text, []))
  const inkOf = (text: string) => {
    const { face, token } = down(text)
    return ink(face, token)
  }

  it('sets Han in the middle of their em', () => {
    const { id: glyph } = shaper.shape(id, '国', []).glyphs[0]!
    const glyphs = [{ id: glyph, text: '国', advance: 1, dx: -0.5, dy: -0.88 }]
    expect(shaper.shapeVertical(id, '国', [])).toEqual({ advance: 1, glyphs })
    const { left, right, top, bottom } = inkOf('国')
    expect([(left + right) / 2, (top + bottom) / 2]).toEqual([expect.closeTo(0, 1), expect.closeTo(0.5, 1)])
  })

  it('sets commas and stops in the upper right of theirs', () => {
    for (const mark of '，。、') {
      const { left, right, top, bottom } = inkOf(mark)
      expect([left > 0, right < 0.5, top > 0, bottom < 0.5], mark).toEqual([true, true, true, true])
    }
  })

  it('lays brackets and quotes across, opening ones at the foot of their em', () => {
    for (const mark of '（《「“') expect(inkOf(mark).top, mark).toBeGreaterThan(0.45)
    for (const mark of '）》」”') expect(inkOf(mark).bottom, mark).toBeLessThan(0.55)
    const { left, right, top, bottom } = inkOf('（')
    expect(right - left).toBeGreaterThan(bottom - top)
  })

  it('halves marks without cutting into them, wherever in their em they stand', () => {
    for (const mark of '，。、：；（）《》「」“”') {
      const { face, token: full } = down(mark)
      const token = shaper.shapeVertical(face, mark, ['vhal'])
      const { top, bottom } = ink(face, token)
      if (ink(face, full).bottom - ink(face, full).top > 0.5) continue
      expect([token.advance, top >= 0, bottom <= 0.5], `${mark} ${top} ${bottom}`).toEqual([0.5, true, true])
    }
  })

  it('draws a dash of two characters as one stroke of two em, on the centre line', () => {
    const { face, token } = down('——')
    expect(token.advance).toBe(2)
    const { left, right, top } = ink(face, token)
    expect((left + right) / 2).toBeCloseTo(0, 2)
    expect([right - left < 0.1, top >= 0, top < 0.1]).toEqual([true, true, true])
  })

  it('stacks the dots of an ellipsis', () => {
    const { left, right, top, bottom } = inkOf('…')
    expect((left + right) / 2).toBeCloseTo(0, 2)
    expect(bottom - top).toBeGreaterThan(5 * (right - left))
  })
})

describe('a mark that a face does not draw for columns', () => {
  it('counts as missing there, so that a face that does takes its place', () => {
    expect(shaper.shape('fang-400', '，', []).missing).toBeUndefined()
    expect(shaper.shapeVertical('fang-400', '，', []).missing).toBe('，')
    expect(shaper.shapeVertical('song-400', '，', []).missing).toBeUndefined()
    expect(shaper.shapeVertical('fang-400', '仿', []).missing).toBeUndefined()
  })
})

describe('shaping', () => {
  it('answers the same question with the same object', () => {
    for (const features of [[], ['halt'], ['halt', 'kern']]) {
      const first = shaper.shape('song-400', '（', features)
      expect(shaper.shape('song-400', '（', [...features])).toBe(first)
      expect(shaper.shape('song-700', '（', features)).not.toBe(first)
    }
    expect(shaper.shapeVertical('song-400', '（', [])).toBe(shaper.shapeVertical('song-400', '（', []))
    expect(shaper.shape('song-400', '（', ['halt'])).not.toBe(shaper.shape('song-400', '（', []))
  })

  it('draws a combining mark with its letter, on no width of its own', async () => {
    const whole = await openShaper('whole', ['song-400'])
    expect(whole.shape('song-400', 'x\u0301', [])).toMatchObject({
      advance: whole.shape('song-400', 'x', []).advance,
      glyphs: [{ text: 'x\u0301' }, { text: '', advance: 0 }],
    })
    expect(whole.shape('song-400', 'e\u0301', []).glyphs).toHaveLength(1)
    // The common range has no combining marks.
    expect(shaper.shape('song-400', 'x\u0301', []).missing).toBe('x\u0301')
  })

  it('names the first letter that it has no glyph for, in any script, and loses no text', () => {
    for (const word of ['مرحبا', 'שלום', 'ไทย', '한국', '🀄', 'नमस्ते']) {
      const token = shaper.shape('song-400', word, [])
      expect(word, word).toContain(token.missing)
      const told = token.glyphs.map(({ text }) => text)
      expect(told.join('').length, word).toBe(word.length)
    }
    // Right to left: the last letter is drawn first.
    expect(shaper.shape('song-400', 'שלום', []).glyphs[0]).toMatchObject({ text: 'ם' })
  })

  it('sets Greek and Cyrillic as words', () => {
    for (const word of ['Αθηνα', 'Россия']) {
      const { glyphs, missing } = shaper.shape('song-400', word, [])
      expect(missing).toBeUndefined()
      expect(glyphs.map(({ text }) => text).join('')).toBe(word)
    }
  })
})

describe('a font with other units to the em', () => {
  /** The same font told to have twice the units: everything is half the size. */
  const halfSize = (face: string) => {
    const bytes = read(`out/fonts/${fontFile(face, 'common')}`)
    const view = new DataView(bytes.buffer)
    const tables = Array.from({ length: view.getUint16(4) }, (_, i) => 12 + 16 * i)
    const head = tables.find((at) => String.fromCharCode(...bytes.subarray(at, at + 4)) === 'head')!
    view.setUint16(view.getUint32(head + 8) + 18, 2000)
    return bytes
  }

  it('gives advances in em and outlines in 1000 to the em', async () => {
    const half = await loadShaper(async (face) => halfSize(face), ['song-400'])
    const { id } = shaper.shape('song-400', '国', []).glyphs[0]!
    expect(half.shape('song-400', '国', []).advance).toBe(0.5)
    expect(half.shapeVertical('song-400', '国', []).glyphs[0]).toMatchObject({
      advance: 0.5,
      dx: -0.25,
      dy: -0.44,
    })
    const numbers = (path: string) => path.match(/-?\d+(\.\d+)?/g)!.map(Number)
    const [own, halved] = [shaper, half].map((each) => numbers(each.outline('song-400', id)))
    expect(halved).toEqual(own!.map((each) => each / 2))
  })

  it('gives a PDF its advances and metrics in 1/1000 em', async () => {
    const wasm = read('node_modules/harfbuzzjs/dist/harfbuzz-subset.wasm')
    const { id } = shaper.shape('song-400', '国', []).glyphs[0]!
    const subsetter = await loadSubsetter(wasm, halfSize)
    const { advance, metrics } = subsetter.subset('song-400', [id])
    expect([advance(id), metrics.ascent, metrics.descent]).toEqual([500, 440, -60])
  })
})
