/** What is painted anew after a change: the frames that differ, where they were and where they are. */
import { describe, expect, it } from 'vitest'
import { createComposer } from '../../../src/core/compose/composer.ts'
import { orderFrames } from '../../../src/core/doc/commands/order.ts'
import { moveFrames } from '../../../src/core/doc/commands/place.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { changedBoxes } from '../../../src/core/paint/changed-boxes.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { page, text } from '../../support/plain-page.ts'

const started = () =>
  page()
    .text('a', [50, 60, 90, 60], '一二三四五六七八九十'.repeat(3))
    .text('b', [150, 60, 90, 60])
    .picture('p', [250, 60, 90, 60])
    .doc()

function changed(edit: (doc: PageDoc) => PageDoc): string[] | undefined {
  const composer = createComposer(fakeShaper)
  const doc = started()
  const before = composer.compose(doc)
  return changedBoxes(before, composer.compose(edit(doc)))?.map(({ x, y }) => `${x + 12},${y + 12}`)
}

const done = (result: ReturnType<typeof moveFrames>): PageDoc => {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}

describe('what is painted anew', () => {
  it('nothing when nothing changed', () => expect(changed((doc) => doc)).toEqual([]))

  it('a frame where it was and where it is', () => {
    expect(changed((doc) => done(moveFrames(doc, ['b'], 0, 120)))).toEqual(['150,60', '150,180'])
  })

  it('a frame whose text differs', () => {
    const retyped = (doc: PageDoc): PageDoc => ({
      ...doc,
      stories: { ...doc.stories, 'b-story': { ...doc.stories['b-story']!, paragraphs: [text('秋收')] } },
    })
    expect(changed(retyped)).toEqual(['150,60', '150,60'])
  })

  it('all when frames lie in another order', () => {
    expect(changed((doc) => done(orderFrames(doc, ['a'], 'front')))).toBeUndefined()
  })
})
