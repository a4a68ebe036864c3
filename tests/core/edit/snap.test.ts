/**
 * Snapping. The page is 400 × 600 with columns at 50–140, 150–240, 250–340 and rows of 12 from 60 to 540; 6 pt is near.
 */
import { describe, expect, it } from 'vitest'
import { resizeBox } from '../../../src/core/edit/resize.ts'
import { type Snapped, snapBox, snapEdge, snapTargets } from '../../../src/core/edit/snap.ts'
import type { Box } from '../../../src/core/geometry.ts'
import { page } from '../../support/plain-page.ts'

const box = (x: number, y: number, width: number, height: number): Box => ({ x, y, width, height })
const kinds = ({ marks }: Snapped) => marks.map(({ axis, kind }) => `${axis} ${kind}`)
const at = (from: Box, { dx, dy }: Snapped) => [from.x + dx, from.y + dy]
const empty = snapTargets(page().doc(), [], { guides: true })

describe('columns and rows', () => {
  /*
   *   50      140 150
   *   │┌──────┐│  │         the left edge comes to the column's,
   *   ├┼──────┼┼──┤  ← row  the top to the row's
   */
  it('draws the edges of what is near', () => {
    const from = box(53, 86, 60, 20)
    const snapped = snapBox(from, empty, 6)
    expect(at(from, snapped)).toEqual([50, 84])
    expect(kinds(snapped)).toEqual(['x column', 'y row'])
  })

  it('by the right edge too', () => {
    const from = box(76, 300, 66, 25)
    expect(from.x + snapBox(from, empty, 6).dx).toBe(74)
  })

  it('nothing that is further away than the reach', () => {
    expect(snapBox(box(60, 90, 60, 24), empty, 2)).toEqual({ dx: 0, dy: 0, marks: [] })
  })

  it('only on the axes that are free', () => {
    expect(snapBox(box(53, 86, 60, 20), empty, 6, { x: true, y: false }).dy).toBe(0)
  })

  it('the middle to the middle of the page', () => {
    const from = box(162, 300, 70, 24)
    const snapped = snapBox(from, empty, 6)
    expect(from.x + snapped.dx + 35).toBe(200)
    expect(kinds(snapped)).toContain('x page')
  })
})

describe('frames and guides', () => {
  /*
   *   ┌─ a ─┐
   *   └─────┘        a ends at 203, off the grid:
   *        ┌─ moved ─┐   its foot is meant before the row at 204
   */
  it('go before rows', () => {
    const targets = snapTargets(page().picture('a', [50, 180, 90, 23]).doc(), [], { guides: true })
    const snapped = snapBox(box(150, 203.6, 90, 30), targets, 6)
    expect(snapped.dy).toBeCloseTo(-0.6)
    expect(kinds(snapped)).toContain('y frame')
  })

  it('not those that are moved themselves, nor hidden ones', () => {
    const built = page().picture('a', [71, 180, 40, 23]).picture('b', [73, 300, 40, 23], { hidden: true })
    const targets = snapTargets(built.doc(), ['a'], { guides: true })
    expect(snapEdge('x', 72, box(72, 0, 5, 5), targets, 3)).toEqual({ by: 0, marks: [] })
  })

  it('guides are snapped to as long as they are shown', () => {
    const doc = { ...page().doc(), guides: [{ axis: 'x' as const, at: 100 }] }
    const seen = snapTargets(doc, [], { guides: true })
    const unseen = snapTargets(doc, [], { guides: false })
    expect(snapEdge('x', 103, box(103, 0, 5, 5), seen, 6).by).toBe(-3)
    expect(snapEdge('x', 103, box(103, 0, 5, 5), unseen, 6).by).toBe(0)
  })
})

describe('equal gaps', () => {
  const gapsOf = (snapped: Snapped) =>
    snapped.marks.flatMap((mark) => (mark.kind === 'gap' ? mark.spans.map(([from, to]) => to - from) : []))

  /*
   *   ┌ a ┐     ┌ moved ┐     ┌ b ┐
   *   └───┘←17.5→└──────┘←17.5→└──┘
   */
  it('between two neighbours', () => {
    const doc = page().picture('a', [60, 205, 20, 20]).picture('b', [305, 205, 20, 20]).doc()
    const targets = snapTargets(doc, [], { guides: true })
    const from = box(102, 207, 181, 15)
    const snapped = snapBox(from, targets, 6)
    expect(from.x + snapped.dx).toBeCloseTo(80 + (225 - 181) / 2)
    expect(gapsOf(snapped)).toEqual([22, 22])
  })

  /*
   *   ┌ a ┐    ┌ b ┐    ┌ moved ┐
   *   └───┘←26→└───┘←26→└───────┘
   */
  it('behind two others, as far as they are apart', () => {
    const doc = page().picture('a', [10, 205, 20, 20]).picture('b', [56, 205, 20, 20]).doc()
    const targets = snapTargets(doc, [], { guides: true })
    const from = box(99, 207, 24, 15)
    expect(gapsOf(snapBox(from, targets, 6))).toEqual([26, 26])
    expect(from.x + snapBox(from, targets, 6).dx).toBe(102)
  })

  it('not with frames that lie above or below', () => {
    const doc = page().picture('a', [10, 5, 20, 20]).picture('b', [56, 5, 20, 20]).doc()
    expect(gapsOf(snapBox(box(99, 207, 24, 15), snapTargets(doc, [], { guides: true }), 6))).toEqual([])
  })
})

describe('pulling a handle', () => {
  const from = box(100, 100, 60, 30)
  const wish = { fromCentre: false, keepRatio: false, least: 3 }
  it.each([
    ['e', 10, 5, box(100, 100, 70, 30)],
    ['w', 10, 5, box(110, 100, 50, 30)],
    ['n', 10, -6, box(100, 94, 60, 36)],
    ['se', 10, 6, box(100, 100, 70, 36)],
    ['nw', -10, -6, box(90, 94, 70, 36)],
  ] as const)('%s', (handle, dx, dy, want) => expect(resizeBox(from, handle, dx, dy, wish)).toEqual(want))

  it('from the middle', () => {
    expect(resizeBox(from, 'e', 10, 0, { ...wish, fromCentre: true })).toEqual(box(90, 100, 80, 30))
  })

  it('with its ratio kept', () => {
    expect(resizeBox(from, 'se', 20, 0, { ...wish, keepRatio: true })).toEqual(box(100, 100, 80, 40))
    expect(resizeBox(from, 's', 0, 15, { ...wish, keepRatio: true })).toEqual(box(85, 100, 90, 45))
  })

  it('never inside out', () => {
    expect(resizeBox(from, 'e', -500, 0, wish)).toEqual(box(100, 100, 3, 30))
    expect(resizeBox(from, 'nw', 500, 500, wish)).toEqual(box(157, 127, 3, 3))
  })
})
