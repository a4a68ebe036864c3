import { expect, it } from 'vitest'
import { encodeRecord, readRecords } from '../../../../src/core/doc/live/journal-record.ts'
import { type JournalEntry, LivePage } from '../../../../src/core/doc/live/live-page.ts'
import { PageBuilder } from '../../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../../support/real-page.ts'

it('a journal brings a page back as it was, and every step can be undone', () => {
  const { doc } = new PageBuilder(openTemplate())
  const live = LivePage.from(doc)
  const entries = [encodeRecord({ kind: 'state', name: '08.banxin', atMs: 1, state: live.state() })]
  live.onUpdate((entry: JournalEntry) => {
    entries.push(encodeRecord({ kind: 'step', atMs: 2, article: 'a1', ...entry }))
  })
  live.change({ name: 'guide' }, (page) => ({ ...page, guides: [{ axis: 'x', at: 9 }] }))
  live.change({ name: 'guide', values: { n: 2 } }, (page) => ({ ...page, guides: [{ axis: 'y', at: 18 }] }))
  const read = readRecords(entries)
  if (!read) throw new Error('not read')
  const again = LivePage.recover(read.state.state, read.steps)
  expect(again.doc).toEqual(live.doc)
  expect(again.steps.past).toEqual([{ name: 'guide' }, { name: 'guide', values: { n: 2 } }])
  again.undo()
  again.undo()
  expect(again.doc).toEqual(LivePage.from(doc).doc)
})

it('knows the files that belong to the page, each once', () => {
  const files = (pictures: string[], source?: { name: string; sha256: string }) =>
    encodeRecord({ kind: 'files', pictures, ...(source && { source }) })
  const state = encodeRecord({ kind: 'state', name: 'n', atMs: 1, state: new Uint8Array() })
  const source = { name: '第 08 版.txt', sha256: 'a' }
  expect(readRecords([state, files(['x'], source), files(['x', 'y'])])?.files).toEqual({
    kind: 'files',
    source,
    pictures: ['x', 'y'],
  })
})

it('is not read without its beginning, and passes over what it does not know', () => {
  const state = encodeRecord({ kind: 'state', name: 'n', atMs: 1, state: Uint8Array.of(1) })
  const odd = [new Uint8Array(), Uint8Array.of(9, 9, 9, 9, 9), encodeRecord({ kind: 'comet' } as never)]
  expect(readRecords(odd)).toBeUndefined()
  expect(readRecords([state, ...odd])).toMatchObject({ state: { name: 'n' }, steps: [] })
})
