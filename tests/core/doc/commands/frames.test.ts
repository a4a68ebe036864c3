/** Commands of frames: each gives the next document, refuses what is locked, and leaves the rest the same objects. */
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../src/core/diagnostics.ts'
import { alignFrames, distributeFrames } from '../../../../src/core/doc/commands/arrange.ts'
import type { Command } from '../../../../src/core/doc/commands/command.ts'
import {
  dropLoneGroups,
  groupFrames,
  stepInto,
  ungroupFrames,
  unitsOf,
  withGroups,
} from '../../../../src/core/doc/commands/groups.ts'
import { addGuide, moveGuide, removeGuide } from '../../../../src/core/doc/commands/guides.ts'
import {
  divideText,
  fillFrames,
  hideFrames,
  insetText,
  lockFrames,
  nameFrame,
  strokeFrames,
  wrapAround,
} from '../../../../src/core/doc/commands/look.ts'
import { orderFrames, paintOrder } from '../../../../src/core/doc/commands/order.ts'
import { moveFrames, placeFrames } from '../../../../src/core/doc/commands/place.ts'
import { deleteFrames } from '../../../../src/core/doc/commands/remove.ts'
import {
  defineSwatch,
  removeSwatch,
  renameSwatch,
  swatchUses,
} from '../../../../src/core/doc/commands/swatches.ts'
import type { PageDoc } from '../../../../src/core/doc/schema.ts'
import { page, place, text } from '../../../support/plain-page.ts'

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const refusal = (result: Result<unknown>): string => (result.ok ? '–' : result.error.code)

const two = () => page().text('a', [50, 60, 90, 120]).picture('b', [150, 60, 90, 60])

describe('moving and placing', () => {
  it('moves frames and leaves the others the same objects', () => {
    const doc = two().doc()
    const next = done(moveFrames(doc, ['a'], 10, -12))
    expect(place(next, 'a')).toBe('60,48 90×120')
    expect(next.frames.b).toBe(doc.frames.b)
    expect(next.stories).toBe(doc.stories)
  })

  it('is the same document when nothing moves', () => {
    const doc = two().doc()
    expect(done(moveFrames(doc, ['a'], 0, 0))).toBe(doc)
    expect(done(placeFrames(doc, { a: { x: 50, y: 60, width: 90, height: 120 } }))).toBe(doc)
  })

  it('refuses locked frames, unknown ones and sizes that nothing fits into', () => {
    const locked = lockFrames(two().doc(), ['b'], true)
    expect(refusal(moveFrames(locked, ['a', 'b'], 1, 1))).toBe('frame-locked')
    expect(refusal(moveFrames(locked, ['z'], 1, 1))).toBe('frame-missing')
    expect(refusal(placeFrames(locked, { a: { x: 0, y: 0, width: 2, height: 9 } }))).toBe('frame-too-small')
  })

  it('keeps sums of floats out of the file', () => {
    const next = done(moveFrames(two().doc(), ['a'], 0.1 + 0.2, 0))
    expect(next.frames.a?.x).toBe(50.3)
  })
})

describe('deleting', () => {
  const threaded = () =>
    page()
      .thread('s', [text('一'.repeat(40))], { a: [50, 60, 90, 60], b: [150, 60, 90, 60] })
      .doc()

  it('lets the text go on in the other frames of the thread', () => {
    const next = done(deleteFrames(threaded(), ['a']))
    expect(next.stories.s?.frames).toEqual(['b'])
  })

  it('keeps a story whose last frame goes as unplaced, unless told otherwise', () => {
    expect(done(deleteFrames(threaded(), ['a', 'b'])).stories.s?.frames).toEqual([])
    expect(done(deleteFrames(threaded(), ['a', 'b'], 'delete')).stories.s).toBeUndefined()
  })

  it('takes an empty story with its last frame, and unties captions of a picture that goes', () => {
    const doc = two().text('c', [250, 60, 90, 12], '').doc()
    doc.stories['a-story'] = { ...doc.stories['a-story']!, captionOf: 'b' }
    const next = done(deleteFrames(doc, ['b', 'c']))
    expect(next.stories['c-story']).toBeUndefined()
    expect(next.stories['a-story']).not.toHaveProperty('captionOf')
  })
})

describe('groups', () => {
  it('are moved, deleted and aligned as one, and dissolve', () => {
    const doc = done(groupFrames(two().picture('c', [0, 0, 10, 10]).doc(), ['a', 'b']))
    expect(unitsOf(doc, ['a', 'b', 'c'])).toEqual([['a', 'b'], ['c']])
    expect(place(done(moveFrames(doc, ['a'], 5, 0)), 'b')).toBe('155,60 90×60')
    const aligned = done(alignFrames(doc, ['a', 'b', 'c'], 'left'))
    expect([place(aligned, 'a'), place(aligned, 'b')]).toEqual(['0,60 90×120', '100,60 90×60'])
    expect(Object.keys(done(deleteFrames(doc, ['b'])).frames)).toEqual(['c'])
    expect(done(ungroupFrames(doc, ['a'])).frames.b).not.toHaveProperty('group')
  })

  it('of one frame are refused', () => {
    expect(refusal(groupFrames(two().doc(), ['a']))).toBe('group-too-small')
    const grouped = done(groupFrames(two().doc(), ['a', 'b']))
    expect(refusal(groupFrames(grouped, ['a']))).toBe('group-too-small')
  })

  const nested = () => {
    const inner = done(
      groupFrames(two().picture('c', [0, 0, 10, 10]).picture('d', [20, 0, 10, 10]).doc(), ['a', 'b']),
    )
    return done(groupFrames(inner, ['a', 'c']))
  }

  it('may be in groups, which dissolve from the outside', () => {
    const doc = nested()
    expect(unitsOf(doc, ['a', 'b', 'c', 'd'])).toEqual([['a', 'b', 'c'], ['d']])
    expect(withGroups(doc, ['c'])).toEqual(['c', 'a', 'b'])
    const open = done(ungroupFrames(doc, ['c']))
    expect(unitsOf(open, ['a', 'b', 'c'])).toEqual([['a', 'b'], ['c']])
    expect(done(ungroupFrames(open, ['a'])).frames).toEqual(
      two().picture('c', [0, 0, 10, 10]).picture('d', [20, 0, 10, 10]).doc().frames,
    )
  })

  it('are stepped into one level at a time', () => {
    const doc = nested()
    const first = stepInto(doc, 'a', withGroups(doc, ['a']))
    expect(first).toEqual(['a', 'b'])
    expect(stepInto(doc, 'a', first)).toEqual(['a'])
    expect(stepInto(doc, 'c', withGroups(doc, ['c']))).toEqual(['c'])
  })

  it('end where only one frame or one group is left in them', () => {
    const { c: _, ...frames } = nested().frames
    const doc = dropLoneGroups({ ...nested(), frames })
    expect(doc.frames.a?.group).toBe('group-1')
    const { b: __, ...rest } = doc.frames
    expect(dropLoneGroups({ ...doc, frames: rest }).frames.a).not.toHaveProperty('group')
  })

  it('are refused beyond what the format can name', () => {
    let doc = nested()
    let problem: string | undefined
    for (let n = 0; n < 20 && problem === undefined; n++) {
      const id = `more-${n}`
      const frame = { ...doc.frames.d, order: `z${n}` } as typeof doc.frames.d
      const { group: __, ...alone } = frame as NonNullable<typeof frame>
      const result = groupFrames({ ...doc, frames: { ...doc.frames, [id]: alone as never } }, ['a', id])
      if (result.ok) doc = result.value
      else problem = result.error.code
    }
    expect(problem).toBe('group-too-deep')
    for (const { group } of Object.values(doc.frames)) expect(group?.length ?? 0).toBeLessThanOrEqual(80)
  })
})

describe('aligning and distributing', () => {
  const three = () =>
    page().picture('a', [0, 0, 10, 10]).picture('b', [100, 20, 20, 20]).picture('c', [50, 80, 30, 10]).doc()

  it.each([
    ['left', '0,0 0,20 0,80'],
    ['center', '55,0 50,20 45,80'],
    ['right', '110,0 100,20 90,80'],
    ['top', '0,0 100,0 50,0'],
    ['middle', '0,40 100,35 50,40'],
    ['bottom', '0,80 100,70 50,80'],
  ] as const)('to the %s edge of the selection', (edge, want) => {
    const next = done(alignFrames(three(), ['a', 'b', 'c'], edge))
    expect(['a', 'b', 'c'].map((id) => place(next, id).split(' ')[0]).join(' ')).toBe(want)
  })

  it('to a box that is given', () => {
    const next = done(alignFrames(three(), ['b'], 'right', { x: 50, y: 60, width: 290, height: 480 }))
    expect(place(next, 'b')).toBe('320,20 20×20')
  })

  it('gives equal gaps between the outer two, or a gap that is given', () => {
    // 10 | gap | 30 | gap | 20 within 120: (120 − 60) / 2 = 30.
    const even = done(distributeFrames(three(), ['a', 'b', 'c'], 'x'))
    expect([even.frames.a?.x, even.frames.c?.x, even.frames.b?.x]).toEqual([0, 40, 100])
    const fixed = done(distributeFrames(three(), ['a', 'b', 'c'], 'x', 5))
    expect([fixed.frames.a?.x, fixed.frames.c?.x, fixed.frames.b?.x]).toEqual([0, 15, 50])
  })
})

describe('order', () => {
  const stack = () =>
    page()
      .picture('a', [0, 0, 50, 50])
      .picture('b', [0, 0, 50, 50])
      .picture('c', [200, 0, 50, 50])
      .picture('d', [0, 0, 50, 50])
      .doc()
  const after = (doc: PageDoc) => paintOrder(doc.frames).join('')

  it.each([
    ['a', 'front', 'bcda'],
    ['d', 'back', 'dabc'],
    // Past the next frame that it lies on: c lies elsewhere.
    ['b', 'forward', 'acdb'],
    ['d', 'backward', 'adbc'],
    ['a', 'forward', 'bacd'],
    ['a', 'back', 'abcd'],
  ] as const)('brings %s to %s: %s', (id, step, want) => {
    expect(after(done(orderFrames(stack(), [id], step)))).toBe(want)
  })

  it('writes one frame once the page has fractional indices', () => {
    const first = done(orderFrames(stack(), ['b'], 'back'))
    const second = done(orderFrames(first, ['d'], 'backward'))
    const written = Object.keys(second.frames).filter((id) => second.frames[id] !== first.frames[id])
    expect(written).toEqual(['d'])
  })

  it('stays right over many steps', () => {
    let doc = stack()
    for (let i = 0; i < 60; i++) doc = done(orderFrames(doc, ['a'], i % 2 ? 'backward' : 'forward'))
    expect(after(doc)).toBe('abcd')
  })
})

describe('looks', () => {
  const run = (doc: PageDoc, command: Command) => done(command(doc))

  it('locks and opens; all others refuse what is locked', () => {
    const locked = lockFrames(two().doc(), ['a'], true)
    expect(locked.frames.a).toMatchObject({ locked: true })
    expect(refusal(nameFrame(locked, 'a', '头条'))).toBe('frame-locked')
    expect(refusal(hideFrames(locked, ['a'], true))).toBe('frame-locked')
    expect(lockFrames(locked, ['a'], false).frames.a).not.toHaveProperty('locked')
  })

  it('sets and takes back names, wrap, insets, columns, fill and stroke', () => {
    const sides = { top: 1, right: 2, bottom: 3, left: 4 }
    const doc = two().doc()
    let next = done(nameFrame(doc, 'a', ' 头条正文 '))
    next = run(next, wrapAround(['b'], sides))
    next = run(next, insetText(['a'], sides))
    next = run(next, divideText(['a'], { count: 2, gutterPt: 10, rulePt: 0.3 }))
    next = run(next, fillFrames(['a', 'b'], 'accent'))
    next = run(next, strokeFrames(['b'], 'black', 0.75))
    expect(next.frames.a).toMatchObject({
      name: '头条正文',
      inset: sides,
      fill: 'accent',
      columns: { count: 2 },
    })
    expect(next.frames.b).toMatchObject({ wrap: sides, fill: 'accent', stroke: 'black', strokePt: 0.75 })
    next = done(nameFrame(next, 'a', ''))
    next = run(next, wrapAround(['b'], undefined))
    next = run(next, insetText(['a'], undefined))
    next = run(next, divideText(['a'], { count: 1, gutterPt: 10 }))
    next = run(next, fillFrames(['a', 'b'], undefined))
    next = run(next, strokeFrames(['b'], undefined, 0))
    expect(next.frames).toEqual(doc.frames)
  })

  it('refuses swatches that are not there, and text settings of pictures', () => {
    expect(refusal(fillFrames(['a'], '朱红')(two().doc()))).toBe('swatch-missing')
    expect(refusal(insetText(['b'], undefined)(two().doc()))).toBe('frame-not-text')
  })
})

describe('swatches', () => {
  it('are defined with what a screen shows, in process and spot colours', () => {
    const doc = done(defineSwatch(two().doc(), '朱红', [0, 90, 85, 0], 'PANTONE 485 C'))
    expect(doc.swatches.朱红).toMatchObject({ cmyk: [0, 90, 85, 0], spot: 'PANTONE 485 C' })
    const [red = 0, green = 0] = [1, 3].map((at) =>
      Number.parseInt(doc.swatches.朱红!.screen.slice(at, at + 2), 16),
    )
    expect(red).toBeGreaterThan(2 * green)
    expect(done(defineSwatch(doc, '白', [0, 0, 0, 0], undefined)).swatches.白?.screen).toBe('#ffffff')
    expect(refusal(defineSwatch(doc, 'x', [0, 0, 0, 101], undefined))).toBe('swatch-ink')
  })

  it('are renamed and removed with all that has them', () => {
    const doc = done(fillFrames(['a'], 'accent')(two().doc()))
    const uses = swatchUses(doc, 'accent')
    const renamed = done(renameSwatch(doc, 'accent', '报头蓝'))
    expect(renamed.frames.a).toMatchObject({ fill: '报头蓝' })
    expect(swatchUses(renamed, '报头蓝')).toBe(uses)
    const removed = done(removeSwatch(renamed, '报头蓝', 'black'))
    expect(removed.frames.a).toMatchObject({ fill: 'black' })
    expect(removed.swatches).not.toHaveProperty('报头蓝')
  })

  it('that composition needs stay', () => {
    expect(refusal(removeSwatch(two().doc(), 'frame-line', 'black'))).toBe('swatch-needed')
  })
})

describe('guides', () => {
  it('are added, moved and removed; the last leaves no empty list', () => {
    const doc = two().doc()
    const added = addGuide(addGuide(doc, { axis: 'x', at: 100 }), { axis: 'y', at: 200 })
    expect(moveGuide(added, 0, 120).guides).toEqual([
      { axis: 'x', at: 120 },
      { axis: 'y', at: 200 },
    ])
    expect(removeGuide(removeGuide(added, 0), 0)).toEqual(doc)
  })
})
