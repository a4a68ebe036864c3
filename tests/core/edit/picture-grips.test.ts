/** A picture under its frame, by hand: a frame of 120 × 60 at 100, 100, filled by a picture of 300 × 100 pixels. */
import { describe, expect, it } from 'vitest'
import { placePicture } from '../../../src/core/compose/place-picture.ts'
import { placeInFrame } from '../../../src/core/doc/commands/pictures.ts'
import type { Asset, PageDoc, PictureFrame } from '../../../src/core/doc/schema.ts'
import { page } from '../../support/plain-page.ts'
import { TestEditor } from './test-editor.ts'

const ASSET: Asset = {
  sha256: 'a'.repeat(64),
  name: 'a.jpg',
  mime: 'image/jpeg',
  widthPx: 300,
  heightPx: 100,
}
const editor = () => {
  const doc = placeInFrame(page().picture('p', [100, 100, 120, 60]).doc(), 'p', ASSET)
  return new TestEditor(doc).click([130, 130])
}
const frame = (doc: PageDoc) => doc.frames.p as PictureFrame
const transform = (doc: PageDoc) =>
  placePicture('p', frame(doc), ASSET).transform.map((part) => Math.round(part * 100) / 100)
/** Outside the upper right corner, and in the middle. */
const TURN = [234, 86] as const
const SHIFT = [160, 130] as const

describe('the grips of a picture', () => {
  it('turn it about its middle, with Shift in steps of 15°', () => {
    const desk = editor()
    expect(desk.cursorAt(TURN)).toBe('turn')
    // From the upper right to the lower left: half a turn.
    desk.drag(TURN, [86, 174])
    expect([frame(desk.doc).placement?.rotation, desk.steps]).toEqual([-180, ['turn-picture']])
    const stepped = editor().drag(TURN, [239, 91], { shift: true })
    expect(Math.abs((frame(stepped.doc).placement?.rotation ?? 1) % 15)).toBe(0)
  })

  it('move it under its frame, with Shift along one axis; Esc leaves it', () => {
    const desk = editor().drag(SHIFT, [150, 133])
    expect(frame(desk.doc)).toMatchObject({ x: 100, y: 100, placement: { dx: -10, dy: 3 } })
    const straight = editor().drag(SHIFT, [150, 133], { shift: true })
    expect(frame(straight.doc).placement).toMatchObject({ dx: -10, dy: 0 })
    const left = editor().press(SHIFT).moveTo([150, 133])
    expect([left.state, left.escape(), left.steps, left.preview]).toEqual([
      'select.shift-picture',
      true,
      [],
      undefined,
    ])
  })

  it('are not there for an empty frame', () => {
    const desk = new TestEditor(page().picture('p', [100, 100, 120, 60]).doc()).click([130, 130])
    expect([desk.cursorAt(TURN), desk.cursorAt(SHIFT)]).toEqual(['default', 'move'])
  })
})

describe('with Ctrl a handle crops the picture', () => {
  it('which stays where and as large as it is, turned or not', () => {
    const turned = editor().drag(TURN, [239, 101])
    for (const desk of [editor(), turned]) {
      const before = transform(desk.doc)
      desk.drag([220, 160], [180, 150], { mod: true })
      expect(frame(desk.doc)).toMatchObject({ width: 80, height: 50 })
      transform(desk.doc).forEach((part, i) => {
        expect(part).toBeCloseTo(before[i] ?? 0, 1)
      })
      expect(desk.steps.at(-1)).toBe('crop-picture')
    }
  })

  it('and without Ctrl the picture follows its frame', () => {
    const desk = editor()
    const before = transform(desk.doc)
    desk.drag([220, 160], [180, 150])
    expect(desk.steps).toEqual(['resize'])
    expect(transform(desk.doc)).not.toEqual(before)
  })
})
