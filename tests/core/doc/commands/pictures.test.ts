/** Pictures by command: what each step changes, and what it must leave alone. */
import { describe, expect, it } from 'vitest'
import {
  assetId,
  captionsOf,
  FILLING,
  fitFrameToPicture,
  fitPicture,
  likelyCaption,
  newPictureBox,
  newPictureFrameId,
  placeInFrame,
  placeOnPage,
  relinkPicture,
  removePicture,
  setPlacement,
  tieCaption,
} from '../../../../src/core/doc/commands/pictures.ts'
import type { Asset, PageDoc, PictureFrame } from '../../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../../support/real-page.ts'

const asset = (digit: string, widthPx = 3000, heightPx = 2000): Asset => ({
  sha256: digit.repeat(64),
  name: `${digit}.jpg`,
  mime: 'image/jpeg',
  widthPx,
  heightPx,
})

/** Two picture frames, a caption close below the first, another far off, and some text. */
function page(): PageDoc {
  const builder = new PageBuilder(openTemplate())
  const line = (text: string) => [{ style: 'body', runs: [{ text }] }]
  builder.story('near', 'caption', line('近'), [{ x: 100, y: 305, width: 200, height: 20 }], {
    vertical: 'top',
  })
  builder.story('far', 'caption', line('远'), [{ x: 100, y: 700, width: 200, height: 20 }], {
    vertical: 'top',
  })
  builder.story('text', 'body', line('文'), [{ x: 100, y: 301, width: 200, height: 20 }], {
    vertical: 'grid',
  })
  const frame = (y: number): PictureFrame => ({
    kind: 'picture',
    x: 100,
    y,
    width: 200,
    height: 200,
    order: '0001',
  })
  return { ...builder.doc, frames: { ...builder.doc.frames, one: frame(100), two: frame(900) } }
}

const picture = (doc: PageDoc, id: string) => doc.frames[id] as PictureFrame
const locked = (doc: PageDoc): PageDoc => ({
  ...doc,
  frames: { ...doc.frames, one: { ...picture(doc, 'one'), locked: true } },
})

describe('placing', () => {
  it('fills the frame and keeps the picture once, however often it is placed', () => {
    const a = asset('a')
    const placed = placeInFrame(placeInFrame(page(), 'one', a), 'two', a)
    expect(picture(placed, 'one')).toMatchObject({ asset: assetId(a), placement: FILLING })
    expect(Object.keys(placed.assets ?? {})).toEqual([assetId(a)])
  })

  it('drops a picture that no frame shows any more', () => {
    const placed = placeInFrame(placeInFrame(page(), 'one', asset('a')), 'one', asset('b'))
    expect(Object.values(placed.assets ?? {}).map(({ name }) => name)).toEqual(['b.jpg'])
    expect(removePicture(placed, 'one')).toEqual(page())
  })

  it('leaves locked frames and frames of text alone', () => {
    for (const [doc, id] of [
      [locked(page()), 'one'],
      [page(), 'text'],
      [page(), 'none'],
    ] as const)
      expect(placeInFrame(doc, id, asset('a'))).toBe(doc)
    const shown = locked(placeInFrame(page(), 'one', asset('a')))
    for (const step of [removePicture, fitFrameToPicture]) expect(step(shown, 'one')).toBe(shown)
    expect(setPlacement(shown, 'one', { zoom: 2 })).toBe(shown)
  })

  it('makes a new frame above all others', () => {
    const doc = page()
    const id = newPictureFrameId(doc)
    const placed = placeOnPage(doc, id, asset('a'), { x: 1, y: 2, width: 3, height: 4 })
    const orders = Object.entries(placed.frames).map(([key, { order }]) => [order, key] as const)
    expect(orders.sort().at(-1)?.[1]).toBe(id)
    expect(newPictureFrameId(placed)).not.toBe(id)
  })
})

describe('a new frame’s place', () => {
  const { setup } = page()
  const step = (setup.columnEm + setup.gutterEm) * setup.bodyPt
  const at = (column: number, row: number) => ({
    x: setup.left + column * step + 1,
    y: setup.top + row * setup.leadingPt + 1,
  })

  it('is whole columns and rows from the point, as wide as the pixels allow', () => {
    const box = newPictureBox(page(), asset('a'), at(2, 10))
    expect([box.x, box.y]).toEqual([setup.left + 2 * step, setup.top + 10 * setup.leadingPt])
    expect(box.height % setup.leadingPt).toBeCloseTo(0)
    expect(box.width).toBeCloseTo(4 * step - setup.gutterEm * setup.bodyPt)
    const small = newPictureBox(page(), asset('a', 300, 200), at(2, 10))
    expect(small.width).toBeCloseTo(setup.columnEm * setup.bodyPt)
  })

  it.each([
    [asset('a', 400, 90_000), -3, -3],
    [asset('a', 9000, 10), 99, 999],
    [asset('a', 5000, 5000), 7, 100],
  ])('stays inside the type area: %o', (picture, column, row) => {
    const box = newPictureBox(page(), picture, at(column, row))
    const width = setup.columns * step - setup.gutterEm * setup.bodyPt
    expect(box.x).toBeGreaterThanOrEqual(setup.left)
    expect(box.y).toBeGreaterThanOrEqual(setup.top)
    expect(box.x + box.width).toBeLessThanOrEqual(setup.left + width + 0.01)
    expect(box.y + box.height).toBeLessThanOrEqual(setup.top + setup.rows * setup.leadingPt + 0.01)
  })
})

describe('fitting', () => {
  const placed = placeInFrame(page(), 'one', asset('a'))
  const moved = setPlacement(placed, 'one', { zoom: 1.5, dx: 4, rotation: 5 })

  it('changes what is asked and nothing else', () => {
    expect(picture(moved, 'one').placement).toEqual({ ...FILLING, zoom: 1.5, dx: 4, rotation: 5 })
    expect(picture(fitPicture(moved, 'one', 'cover'), 'one').placement).toEqual({ ...FILLING, rotation: 5 })
    expect(picture(fitPicture(moved, 'one', 'enclose'), 'one').placement?.fit).toBe('fit')
    expect(picture(fitPicture(moved, 'one', 'center'), 'one').placement).toMatchObject({ dx: 0, zoom: 1.5 })
    expect(fitPicture(placed, 'one', 'cover')).toBe(placed)
  })

  it('brings the frame to the shape of the picture, of a turned one too', () => {
    expect(picture(fitFrameToPicture(placed, 'one'), 'one').height).toBeCloseTo((200 * 2) / 3)
    const turned = setPlacement(placed, 'one', { rotation: -90 })
    expect(picture(fitFrameToPicture(turned, 'one'), 'one')).toMatchObject({ height: 300, width: 200 })
  })
})

describe('linking anew', () => {
  it('shows the new picture wherever the old one was, placed as it was', () => {
    const a = asset('a')
    const both = setPlacement(placeInFrame(placeInFrame(page(), 'one', a), 'two', a), 'two', { zoom: 2 })
    const next = relinkPicture(both, assetId(a), asset('b'))
    expect([picture(next, 'one').asset, picture(next, 'two').asset]).toEqual([
      assetId(asset('b')),
      assetId(asset('b')),
    ])
    expect(picture(next, 'two').placement?.zoom).toBe(2)
    expect(Object.keys(next.assets ?? {})).toEqual([assetId(asset('b'))])
  })

  it('only moves the origin of the same picture', () => {
    const a = asset('a')
    const origin = { path: '/new/a.jpg', size: 5, modifiedMs: 7 }
    const next = relinkPicture(placeInFrame(page(), 'one', a), assetId(a), { ...a, origin })
    expect(next.assets?.[assetId(a)]?.origin).toEqual(origin)
  })
})

describe('captions', () => {
  it('are tied to a picture frame and untied, and never to text', () => {
    const tied = tieCaption(page(), 'near', 'one')
    expect(captionsOf(tied, 'one')).toEqual(['near'])
    expect(tieCaption(tied, 'near', undefined)).toEqual(page())
    const doc = page()
    expect(tieCaption(doc, 'near', 'text')).toBe(doc)
  })

  it('are guessed by where they stand', () => {
    expect(likelyCaption(page(), 'one')).toBe('near')
    expect(likelyCaption(page(), 'two')).toBeUndefined()
    expect(likelyCaption(tieCaption(page(), 'near', 'two'), 'one')).toBeUndefined()
  })
})
