import { describe, expect, it } from 'vitest'
import { placeOf, positionOf } from '../../../src/renderer/text/places.ts'
import { storySchema } from '../../../src/renderer/text/schema.ts'

const { doc, paragraph } = storySchema.nodes
const storyOf = (...texts: string[]) =>
  doc.create(
    null,
    texts.map((text) => paragraph.create({ style: 'body' }, text === '' ? [] : storySchema.text(text))),
  )

describe('places and positions', () => {
  it('are the same for every place of a text', () => {
    const story = storyOf('高新区', '', 'ab')
    for (const [index, length] of [3, 0, 2].entries()) {
      for (let offset = 0; offset <= length; offset++) {
        const place = { paragraph: index, offset }
        expect(placeOf(story, positionOf(story, place))).toEqual(place)
      }
    }
    expect(positionOf(story, { paragraph: 0, offset: 0 })).toBe(1)
    expect(positionOf(story, { paragraph: 2, offset: 2 })).toBe(story.content.size - 1)
  })

  it('bring what the text no longer has to the nearest place', () => {
    const story = storyOf('高新区', 'ab')
    expect(placeOf(story, positionOf(story, { paragraph: 0, offset: 9 }))).toEqual({
      paragraph: 0,
      offset: 3,
    })
    expect(placeOf(story, positionOf(story, { paragraph: 7, offset: 0 }))).toEqual({
      paragraph: 1,
      offset: 2,
    })
    expect(placeOf(story, 0)).toEqual({ paragraph: 0, offset: 0 })
    expect(placeOf(story, 99)).toEqual({ paragraph: 1, offset: 2 })
  })
})
