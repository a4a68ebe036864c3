/** What a proof shows of plates, paper and ink, with a press so simple that a reader can count the answer. */
import { describe, expect, it } from 'vitest'
import type { Composition, Ink, PageItem } from '../../../src/core/compose/composition.ts'
import { inkPlaces, mostInkOf, totalInk } from '../../../src/core/proof/ink.ts'
import { inkLook, isInked, plateLook, proofComposition } from '../../../src/core/proof/look.ts'
import { ALL_ON, lonePlate, maskInks, type Plates } from '../../../src/core/proof/plates.ts'
import { colourOnPress, type PressTable, showInks, tableInks } from '../../../src/core/proof/press-table.ts'
import { proofPixels } from '../../../src/core/proof/proof-picture.ts'

/** Paper is 200; each ink takes its own colour away, black all of them, evenly. */
const table: PressTable = (() => {
  const inks = tableInks()
  const rgb = new Uint8Array((inks.length / 4) * 3)
  for (let i = 0; i < inks.length / 4; i++) {
    const k = 1 - (inks[4 * i + 3] as number) / 255
    for (let part = 0; part < 3; part++)
      rgb[3 * i + part] = Math.round(200 * k * (1 - (inks[4 * i + part] as number) / 255))
  }
  return { rgb }
})()

const ink = (...cmyk: [number, number, number, number]): Ink => ({ cmyk, screen: '#123456' })
const BLACK = ink(0, 0, 0, 100)
const BLUE = ink(100, 60, 0, 10)
const SPOT: Ink = { cmyk: [0, 100, 100, 0], spot: '专色红', screen: '#ff0000' }

const shape = (frame: string, fill: Ink, x = 0, width = 100): PageItem => ({
  kind: 'shape',
  frame,
  box: { x, y: 0, width, height: 100 },
  fill,
  strokePt: 0,
})
const rule = (frame: string, stroke: Ink): PageItem => ({
  kind: 'rule',
  frame,
  from: { x: 10, y: 50 },
  to: { x: 90, y: 50 },
  stroke,
  strokePt: 1,
})
const picture: PageItem = {
  kind: 'picture',
  frame: 'p',
  box: { x: 200, y: 200, width: 50, height: 50 },
  asset: 'a',
  transform: [100, 0, 0, 100, 180, 190],
  widthPx: 10,
  heightPx: 10,
  ppi: 72,
}
const pageOf = (...items: PageItem[]): Composition => ({
  width: 400,
  height: 400,
  items,
  stories: {},
  diagnostics: [],
  grid: { left: 0, top: 0, columnWidth: 50, gutter: 5, columns: 4, rows: 10, leading: 10, ascent: 8 },
})

describe('the press’s table', () => {
  it('gives the nodes themselves, and between them what lies between', () => {
    expect(colourOnPress(table, [0, 0, 0, 0])).toBe('#c8c8c8')
    expect(colourOnPress(table, [100, 0, 0, 0])).toBe('#00c8c8')
    expect(colourOnPress(table, [0, 0, 0, 100])).toBe('#000000')
    for (let k = 0; k <= 255; k += 7) {
      const out = new Uint8Array(4)
      showInks(table, Uint8Array.of(0, 0, 0, k), out)
      expect(Math.abs((out[0] as number) - 200 * (1 - k / 255))).toBeLessThanOrEqual(1)
    }
  })
})

describe('plates', () => {
  const only = (...on: (keyof Plates)[]): Plates => ({
    ...ALL_ON,
    cyan: on.includes('cyan'),
    magenta: on.includes('magenta'),
    yellow: on.includes('yellow'),
    black: on.includes('black'),
  })

  it('show what is on them, and paper where an ink has nothing there', () => {
    const look = plateLook(table, only('cyan', 'black'), [])
    expect(look(BLUE)).toBe(colourOnPress(table, [100, 0, 0, 10]))
    expect(look(ink(0, 100, 0, 0))).toBe(colourOnPress(table, [0, 0, 0, 0]))
  })

  it('leave black text out with the black plate, so that what it overprints is seen', () => {
    const look = plateLook(table, only('cyan', 'magenta'), [])
    expect(look(BLACK)).toBeUndefined()
    const shown = proofComposition(pageOf(shape('ground', BLUE), rule('line', BLACK)), look, true)
    expect(shown.items.map(({ frame }) => frame)).toEqual(['ground'])
  })

  it('stand in black when one is looked at alone', () => {
    const plates = only('magenta')
    expect(lonePlate(plates, [])).toBe('magenta')
    expect(lonePlate(plates, ['专色红'])).toBeUndefined()
    expect(plateLook(table, plates, [])(BLUE)).toBe(colourOnPress(table, [0, 0, 0, 60]))
    expect([...maskInks(Uint8Array.of(255, 153, 0, 25), plates, 'magenta')]).toEqual([0, 0, 0, 153])
  })

  it('of spot colours are apart from those of their stand-ins', () => {
    const look = plateLook(table, { ...only(), spotsOff: [] }, ['专色红'])
    expect(look(SPOT)).toBe(colourOnPress(table, [0, 100, 100, 0]))
    const off = plateLook(table, { ...ALL_ON, spotsOff: ['专色红'] }, ['专色红'])
    expect(off(SPOT)).toBe(colourOnPress(table, [0, 0, 0, 0]))
  })

  it('leave the composition as it was', () => {
    const page = pageOf(shape('ground', BLUE), picture)
    const before = JSON.stringify(page)
    const shown = proofComposition(page, plateLook(table, ALL_ON, []), true)
    expect(JSON.stringify(page)).toBe(before)
    expect(shown.items[1]).toBe(picture)
  })
})

describe('black over a picture', () => {
  const over = (y: number, stroke = BLACK): PageItem => ({
    ...(rule('line', stroke) as Extract<PageItem, { kind: 'rule' }>),
    from: { x: 190, y },
    to: { x: 300, y },
  })
  const shown = (items: PageItem[], solid = true) =>
    proofComposition(pageOf(...items), plateLook(table, ALL_ON, []), solid).items

  it('lets the picture through, as far as both reach', () => {
    const [below, line, through] = shown([picture, over(210)])
    expect([below, line]).toMatchObject([picture, { kind: 'rule' }])
    expect(through && through.kind === 'picture' && isInked(through) && through).toMatchObject({
      frame: 'p',
      box: { x: 200, y: 200, width: 50, height: 22.5 },
      through: { kind: 'rule', frame: 'line' },
    })
  })

  it('does not where it stands below it, beside it, or knocks out', () => {
    expect(shown([over(210), picture])).toHaveLength(2)
    expect(shown([picture, over(280)])).toHaveLength(2)
    expect(shown([picture, over(210, ink(0, 100, 0, 0))])).toHaveLength(2)
    expect(shown([picture, over(210, { ...BLACK, spot: '专色黑' })])).toHaveLength(2)
    // On its own plate solid black is solid.
    expect(shown([picture, over(210)], false)).toHaveLength(2)
  })

  it('takes only those runs of a line that overprint', () => {
    const run = (text: string, of: Ink) => ({
      face: 'hei-500',
      sizePt: 10,
      ink: of,
      glyphs: [1],
      xs: [0],
      texts: [text],
    })
    const line = {
      paragraph: 0,
      start: 0,
      end: 2,
      x: 205,
      baseline: 220,
      measure: 20,
      last: true,
      runs: [run('黑', BLACK), run('蓝', BLUE)],
      fit: { squeezedEm: 0, stretchEm: 0, spacesEm: 0, copyfitEm: 0 },
    }
    const text: PageItem = {
      kind: 'text',
      frame: 't',
      box: { x: 205, y: 205, width: 20, height: 20 },
      lines: [line, { ...line, runs: [run('蓝', BLUE)] }],
    }
    const through = shown([picture, text])[2]
    if (through?.kind !== 'picture' || !isInked(through) || through.through.kind !== 'text')
      throw new Error('nothing is seen through the text')
    expect(through.through.lines.map(({ runs }) => runs.map(({ texts }) => texts.join('')))).toEqual([['黑']])
  })

  it('has the picture’s own cyan, magenta and yellow, and all black', () => {
    const inks = Uint8Array.of(0, 0, 0, 0, 255, 0, 0, 0, 51, 0, 0, 128)
    const rgb = (solid: boolean) => {
      const out = proofPixels(
        table,
        inks,
        { kind: 'plates', plates: ALL_ON, ...(solid && { solid }) },
        undefined,
      )
      return [0, 4, 8].map((at) => out[at])
    }
    expect(rgb(false)).toEqual([200, 0, expect.any(Number)])
    expect(rgb(true)).toEqual([0, 0, 0])
    const totals = proofPixels(table, inks, { kind: 'ink', limit: 150, solid: true }, undefined)
    expect([totals[0] === totals[1], [...totals.subarray(4, 7)]]).toEqual([true, [215, 38, 30]])
  })
})

describe('black over a tint', () => {
  const TINT = ink(40, 20, 0, 0)
  const stroke = (items: PageItem[], look = plateLook(table, ALL_ON, []), solid = true) => {
    const [line] = proofComposition(pageOf(...items), look, solid).items.filter(({ kind }) => kind === 'rule')
    return line?.kind === 'rule' ? line.stroke.screen : undefined
  }
  const of = (...cmyk: [number, number, number, number]) => colourOnPress(table, cmyk)
  /** The press above has nothing darker than black. */
  const halves = ({ cmyk: [c, m, y, k] }: Ink) => `${c} ${m} ${y} ${k}`

  it('is printed on top of what the tint has', () => {
    expect(stroke([shape('ground', TINT), rule('line', BLACK)], halves)).toBe('40 20 0 100')
    expect(stroke([shape('a', BLUE), shape('b', TINT), rule('line', BLACK)], halves)).toBe('40 20 0 100')
    const limit = inkLook(150)
    expect(stroke([shape('ground', TINT), rule('line', BLACK)], limit)).toBe('#d7261e')
    expect(stroke([rule('line', BLACK)], limit)).not.toBe('#d7261e')
  })

  it('is black alone beside it, half over its edge, under it, over a picture on it, and on its own plate', () => {
    for (const items of [
      [shape('ground', TINT, 300), rule('line', BLACK)],
      [shape('ground', TINT, 50), rule('line', BLACK)],
      [rule('line', BLACK), shape('ground', TINT)],
      [
        shape('ground', TINT),
        { ...picture, box: { x: 0, y: 0, width: 100, height: 100 } },
        rule('line', BLACK),
      ],
      [shape('ground', SPOT), rule('line', BLACK)],
    ])
      expect(stroke(items, halves)).toBe('0 0 0 100')
    expect(stroke([shape('ground', TINT), rule('line', BLACK)], halves, false)).toBe('0 0 0 100')
    expect(stroke([shape('ground', TINT), rule('line', BLUE)])).toBe(of(...BLUE.cmyk))
  })
})

describe('ink', () => {
  it('is the sum of the plates; a spot colour is one', () => {
    expect(totalInk(BLUE)).toBe(170)
    expect(totalInk(SPOT)).toBe(100)
    expect(inkLook(160)(BLUE)).toBe('#d7261e')
    expect(inkLook(170)(BLUE)).not.toBe('#d7261e')
  })

  it('of black over a ground is both together, and no more than that where they do not meet', () => {
    const over = inkPlaces(pageOf(shape('ground', BLUE), rule('line', BLACK)), new Map())
    expect(over.map(({ frame, percent }) => [frame, percent])).toEqual([
      ['line', 270],
      ['ground', 170],
    ])
    expect(over[0]).toMatchObject({ x: 50, y: 50 })
    const apart = inkPlaces(pageOf(shape('ground', BLUE, 300), rule('line', BLACK)), new Map())
    expect(apart[0]).toMatchObject({ frame: 'ground', percent: 170 })
  })

  it('of a picture is found at its pixel, and shown inside the frame that crops it', () => {
    const inks = new Uint8Array(4 * 10 * 10)
    inks.set([255, 255, 100, 0], 4 * (5 * 10 + 5))
    const most = mostInkOf(inks, 10)
    expect(most.percent).toBeCloseTo(239.2, 1)
    const [place] = inkPlaces(pageOf(picture), new Map([['p', most]]))
    expect(place).toMatchObject({ frame: 'p', x: 235, y: 245 })
    inks.set([255, 255, 255, 255], 0)
    const [cropped] = inkPlaces(pageOf(picture), new Map([['p', mostInkOf(inks, 10)]]))
    expect(cropped).toMatchObject({ x: 200, y: 200 })
    const alpha = new Uint8Array(100).fill(255)
    alpha[0] = 0
    expect(mostInkOf(inks, 10, alpha).percent).toBeCloseTo(239.2, 1)
  })

  it('over the limit is red in a picture, and its opacity stays', () => {
    const inks = Uint8Array.of(255, 255, 255, 0, 0, 0, 0, 100)
    const pixels = proofPixels(table, inks, { kind: 'ink', limit: 240 }, Uint8Array.of(255, 40))
    expect([...pixels.subarray(0, 4)]).toEqual([215, 38, 30, 255])
    expect(pixels[4]).toBe(pixels[5])
    expect(pixels[7]).toBe(40)
  })
})
