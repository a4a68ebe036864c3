/** What is painted anew after a change: the frames that differ, where they were and where they are. */
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../src/core/compose/composer.ts'
import { orderFrames } from '../../src/core/doc/commands/order.ts'
import { moveFrames } from '../../src/core/doc/commands/place.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import type { Box } from '../../src/core/geometry.ts'
import { changedBoxes } from '../../src/renderer/canvas/changed-boxes.ts'
import { fakeShaper } from '../support/fake-shaper.ts'
import { page, text } from '../support/plain-page.ts'

const started = () =>
  page()
    .text('a', [50, 60, 90, 60], '一二三四五六七八九十'.repeat(3))
    .text('b', [150, 60, 90, 60])
    .picture('p', [250, 60, 90, 60])
    .doc()

function changed(edit: (doc: PageDoc) => PageDoc): Box[] | undefined {
  const composer = createComposer(fakeShaper)
  const doc = started()
  const before = composer.compose(doc)
  return changedBoxes(before, composer.compose(edit(doc)))
}

/** Whether the boxes cover these places, and lie beside those. */
function expectBoxes(
  boxes: Box[] | undefined,
  inside: [x: number, y: number][],
  outside: typeof inside,
): void {
  const covered = ([x, y]: [number, number]) =>
    boxes?.some((box) => x >= box.x && x <= box.x + box.width && y >= box.y && y <= box.y + box.height)
  expect([...inside, ...outside].filter(covered)).toEqual(inside)
}

const done = (result: ReturnType<typeof moveFrames>): PageDoc => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('what is painted anew', () => {
  it('nothing when nothing changed', () => expect(changed((doc) => doc)).toEqual([]))

  it('a frame where it was and where it is', () => {
    const boxes = changed((doc) => done(moveFrames(doc, ['b'], 0, 120)))
    expectBoxes(
      boxes,
      [
        [180, 70],
        [180, 190],
      ],
      [
        [70, 70],
        [300, 90],
      ],
    )
  })

  it('a frame whose text differs', () => {
    const retyped = (doc: PageDoc): PageDoc => ({
      ...doc,
      stories: { ...doc.stories, 'b-story': { ...doc.stories['b-story']!, paragraphs: [text('秋收')] } },
    })
    expectBoxes(
      changed(retyped),
      [[180, 70]],
      [
        [70, 70],
        [300, 90],
        [180, 190],
      ],
    )
  })

  it('all when frames lie in another order', () => {
    expect(changed((doc) => done(orderFrames(doc, ['a'], 'front')))).toBeUndefined()
  })
})
