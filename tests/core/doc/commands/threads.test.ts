/** Threads, new frames and clips. */
import { describe, expect, it } from 'vitest'
import type { Result } from '../../../../src/core/diagnostics.ts'
import { checkReferences } from '../../../../src/core/doc/check-references.ts'
import { clipFrames, pasteFrames, readClip } from '../../../../src/core/doc/commands/clip.ts'
import { groupFrames } from '../../../../src/core/doc/commands/groups.ts'
import { continueInNewFrame, drawFrame, placeStory } from '../../../../src/core/doc/commands/new-frames.ts'
import { paintOrder } from '../../../../src/core/doc/commands/order.ts'
import { deleteFrames } from '../../../../src/core/doc/commands/remove.ts'
import {
  cutThread,
  splitFrame,
  threadFrames,
  unthreadFrame,
} from '../../../../src/core/doc/commands/thread.ts'
import { paragraphText } from '../../../../src/core/doc/paragraph-text.ts'
import type { PageDoc } from '../../../../src/core/doc/schema.ts'
import { page, place, text } from '../../../support/plain-page.ts'

function done<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.code)
  return result.value
}
const refusal = (result: Result<unknown>): string => (result.ok ? '–' : result.error.code)
const threadOf = (doc: PageDoc, story: string) => doc.stories[story]?.frames.join(' ')
const wordsOf = (doc: PageDoc, story: string) => doc.stories[story]?.paragraphs.map(paragraphText)

/** Every name leads somewhere, as a file is asked when it is opened. */
const FACES = ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500', 'fang-400']
const sound = (doc: PageDoc) =>
  expect(checkReferences(doc, FACES).filter(({ params }) => params?.kind !== 'face')).toEqual([])

const three = () =>
  page()
    .thread('s', [text('一二三四五'), text('六七八九十')], {
      a: [50, 60, 90, 24],
      b: [150, 60, 90, 24],
      c: [250, 60, 90, 24],
    })
    .text('e', [50, 200, 90, 60], '')

describe('threads', () => {
  it('go on in an empty frame, and from there where they went on before', () => {
    const next = done(threadFrames(three().doc(), 'a', 'e'))
    expect(threadOf(next, 's')).toBe('a e b c')
    expect(next.stories['e-story']).toBeUndefined()
    sound(next)
  })

  it('refuse a frame with text of its own, and their own frames', () => {
    const doc = three().text('f', [50, 300, 90, 60]).doc()
    expect(refusal(threadFrames(doc, 'a', 'f'))).toBe('thread-has-text')
    expect(refusal(threadFrames(doc, 'a', 'c'))).toBe('thread-itself')
  })

  it('are cut: the text stays before the cut, what is behind is an empty thread', () => {
    const next = done(cutThread(three().doc(), 'a'))
    expect(threadOf(next, 's')).toBe('a')
    expect(wordsOf(next, 's')).toEqual(['一二三四五', '六七八九十'])
    const behind = next.frames.b?.kind === 'text' ? next.frames.b.story : ''
    expect(threadOf(next, behind)).toBe('b c')
    expect(wordsOf(next, behind)).toEqual([''])
    sound(next)
  })

  it('lose one frame, and join again', () => {
    const doc = three().doc()
    const next = done(unthreadFrame(doc, 'b'))
    expect(threadOf(next, 's')).toBe('a c')
    sound(next)
    expect(threadOf(done(threadFrames(next, 'a', 'b')), 's')).toBe('a b c')
  })

  it('go on in a new frame that is like the one before', () => {
    const doc = page()
      .text('a', [50, 60, 90, 60], '春', { inset: { top: 1, right: 1, bottom: 1, left: 1 } })
      .doc()
    const { doc: next, frame } = done(continueInNewFrame(doc, 'a', { x: 150, y: 60, width: 90, height: 60 }))
    expect(threadOf(next, 'a-story')).toBe(`a ${frame}`)
    expect(next.frames[frame]).toMatchObject({ inset: { top: 1 }, x: 150, story: 'a-story' })
    sound(next)
  })

  it('are made of one frame that is divided', () => {
    const doc = page().text('a', [50, 60, 290, 60]).doc()
    const { doc: next, frames } = done(splitFrame(doc, 'a', 3, 10))
    expect(frames.map((id) => place(next, id))).toEqual(['50,60 90×60', '150,60 90×60', '250,60 90×60'])
    expect(threadOf(next, 'a-story')).toBe(frames.join(' '))
    sound(next)
    expect(refusal(splitFrame(doc, 'a', 40, 10))).toBe('frame-too-small')
  })

  it('are divided from the right where lines run down', () => {
    const doc = page().text('a', [50, 60, 190, 60], '竖', { writing: 'vertical' }).doc()
    const { doc: next, frames } = done(splitFrame(doc, 'a', 2, 10))
    expect(frames.map((id) => next.frames[id]?.x)).toEqual([150, 50])
  })
})

describe('new frames', () => {
  it.each(['text', 'picture', 'shape', 'rule'] as const)('%s: on top of all others, and sound', (kind) => {
    const height = kind === 'rule' ? 0 : 48
    const { doc, frame } = done(drawFrame(three().doc(), kind, { x: 50, y: 300, width: 90, height }))
    expect(paintOrder(doc.frames).at(-1)).toBe(frame)
    sound(doc)
  })

  it('are refused below the least size', () => {
    expect(refusal(drawFrame(three().doc(), 'text', { x: 0, y: 0, width: 2, height: 50 }))).toBe(
      'frame-too-small',
    )
    expect(refusal(drawFrame(three().doc(), 'rule', { x: 0, y: 0, width: 0, height: 0 }))).toBe(
      'frame-too-small',
    )
  })

  it('take a story that had none', () => {
    const unplaced = done(deleteFrames(three().doc(), ['a', 'b', 'c']))
    const box = { x: 50, y: 60, width: 90, height: 240 }
    const { doc, frame } = done(placeStory(unplaced, 's', box))
    expect(threadOf(doc, 's')).toBe(frame)
    sound(doc)
    expect(refusal(placeStory(doc, 's', box))).toBe('story-placed')
  })
})

describe('clips', () => {
  const whole = () => undefined

  it('bring frames with their story, thread, group and order, and no article or source', () => {
    const built = three().picture('p', [50, 300, 90, 60])
    const doc = done(groupFrames(built.doc(), ['c', 'p']))
    doc.stories.s = {
      ...doc.stories.s!,
      paragraphs: [{ ...text('一二'), from: [{ line: 1, start: 0, end: 2 }] }],
    }
    const clip = clipFrames(doc, ['a', 'b', 'c'], whole)
    expect(Object.keys(clip.frames)).toEqual(['a', 'b', 'c', 'p'])
    const { doc: next, frames } = done(pasteFrames(doc, clip, { dx: 0, dy: 100 }))
    sound(next)
    const [a = '', b = '', c = '', p = ''] = frames
    const copy = next.frames[a]?.kind === 'text' ? next.frames[a].story : ''
    expect(threadOf(next, copy)).toBe(`${a} ${b} ${c}`)
    expect(next.stories[copy]?.paragraphs[0]).not.toHaveProperty('from')
    expect(next.frames[c]?.group).toBe(next.frames[p]?.group)
    expect(next.frames[c]?.group).not.toBe(doc.frames.c?.group)
    expect(place(next, a)).toBe('50,160 90×24')
    expect(paintOrder(next.frames).slice(-4)).toEqual(frames)
  })

  it('of a part of a thread take the text that stands there', () => {
    const range = { from: { paragraph: 0, offset: 3 }, to: { paragraph: 1, offset: 2 } }
    const clip = clipFrames(three().doc(), ['b'], () => range)
    expect(Object.values(clip.stories)[0]?.paragraphs.map(paragraphText)).toEqual(['四五', '六七'])
  })

  it('bring styles and swatches to a page that lacks them, and never change its own', () => {
    const doc = three().doc()
    doc.paragraphStyles.题 = { ...doc.paragraphStyles.body!, sizePt: 30, swatch: '朱红' }
    doc.swatches.朱红 = { cmyk: [0, 90, 85, 0], screen: '#d83a2a' }
    doc.stories.s = { ...doc.stories.s!, paragraphs: [text('大题', '题')] }
    const other = page().doc()
    other.paragraphStyles.body = { ...other.paragraphStyles.body!, sizePt: 11 }
    const clip = readClip(JSON.stringify(clipFrames(doc, ['a', 'b', 'c', 'e'], whole)))
    const { doc: next } = done(pasteFrames(other, done(clip), { dx: 0, dy: 0 }))
    expect(next.paragraphStyles.题?.sizePt).toBe(30)
    expect(next.swatches.朱红?.cmyk).toEqual([0, 90, 85, 0])
    expect(next.paragraphStyles.body?.sizePt).toBe(11)
  })

  it('that are none are refused, as are those that lead nowhere', () => {
    const clip = clipFrames(three().doc(), ['e'], whole)
    for (const broken of ['', '{}', JSON.stringify({ ...clip, stories: {} })])
      expect(refusal(readClip(broken))).toBe('clip-broken')
    const nowhere = {
      ...clip,
      paragraphStyles: {},
      stories: { 'e-story': { ...clip.stories['e-story']!, paragraphs: [text('x', 'none')] } },
    }
    expect(refusal(pasteFrames(three().doc(), nowhere, { dx: 0, dy: 0 }, FACES))).toBe(
      'page-broken-reference',
    )
  })
})
