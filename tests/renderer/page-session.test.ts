/** What is done to a page in the moments before the window can compose: nothing of it may be forgotten. */
import { beforeEach, expect, it, vi } from 'vitest'
import { composePage } from '../../src/core/compose/composer.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import { fakeShaper } from '../support/fake-shaper.ts'
import { page } from '../support/plain-page.ts'

const faces = vi.hoisted(() => ({ here: false, waiting: [] as (() => void)[] }))

vi.mock('../../src/renderer/state/type-setter.ts', () => ({
  TypeSetter: class {
    compose = (doc: PageDoc) => (faces.here ? composePage(doc, fakeShaper) : undefined)
    wantsWhole = async () => false
    load = async () => {
      await new Promise<void>((here) => faces.waiting.push(here))
      faces.here = true
    }
  },
}))
vi.mock('../../src/renderer/bridge.ts', () => ({ main: { ask: async () => undefined } }))
vi.mock('../../src/renderer/state/engine.ts', () => ({ engine: {} }))
vi.mock('../../src/renderer/state/page-file.ts', () => ({ adoptFile: async () => undefined }))
vi.mock('../../src/renderer/state/page-journal.ts', () => ({ followPage: () => undefined }))
vi.mock('../../src/renderer/pictures/shelf.ts', () => ({ shelvePictures: () => undefined }))

const { app } = await import('../../src/renderer/state/app-state.ts')
const { changePage, startSession } = await import('../../src/renderer/state/page-session.ts')
const { selectedFrames, selectFrames } = await import('../../src/renderer/editor/selection.ts')

const doc = page().text('old', [50, 60, 90, 240], '春种一粒粟').doc()

beforeEach(() => {
  vi.stubGlobal('requestAnimationFrame', (run: () => void) => run())
  faces.here = false
  startSession('页.banxin', {
    doc,
    composition: composePage(doc, fakeShaper),
    outlines: {},
    corrections: [],
    unapplied: [],
  })
})

it('knows a new frame, and the place in the history, before its text can be set', async () => {
  const [frame, story] = [doc.frames.old, doc.stories['old-story']]
  if (!frame || !story) throw new Error('no frame')
  changePage({ name: 'paste' }, (before) => ({
    ...before,
    frames: { ...before.frames, new: { ...frame, x: 150, story: 'new-story' } as typeof frame },
    stories: { ...before.stories, 'new-story': { ...story, frames: ['new'] } },
  }))
  selectFrames(['new'])
  expect(selectedFrames(app.get())).toEqual(['new'])
  expect(app.get().steps.past.map(({ name }) => name)).toEqual(['paste'])
  expect(app.get().place).toBeGreaterThan(0)
  expect(app.get().page?.stories.get('new-story')?.lines).toBe(0)

  for (const here of faces.waiting.splice(0)) here()
  await vi.waitFor(() => expect(app.get().page?.stories.get('new-story')?.lines).toBe(1))
  expect(selectedFrames(app.get())).toEqual(['new'])
})
