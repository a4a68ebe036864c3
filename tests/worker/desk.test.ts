/// <reference types="vite/client" />
/** The engine with a page that is corrected and edited, saved, opened again. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { type PageEdit, presetEdit } from '../../src/core/doc/edits.ts'
import type { Correction } from '../../src/core/reconstruct/types.ts'
import type { CopyfitCommand, EngineRequest, OpenedPage } from '../../src/shared/engine.ts'
import { answer } from '../../src/worker/desk.ts'
import { openShaper, openTemplate, sampleBytes } from '../support/real-page.ts'

vi.mock('../../src/worker/workshop.ts', () => ({
  openShaper: () => shaper,
  openTemplates: () => [openTemplate()],
}))

let shaper: Awaited<ReturnType<typeof openShaper>>
beforeAll(async () => {
  shaper = await openShaper()
})

type Wish = EngineRequest extends infer R ? (R extends { id: number } ? Omit<R, 'id'> : never) : never
const ask = async (wish: Wish) => answer({ id: 1, ...wish } as EngineRequest, () => {})

async function page(wish: Wish): Promise<OpenedPage> {
  const reply = await ask(wish)
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply))
  return reply.page
}

const open = (bytes: Uint8Array, name = 'page08.txt') => page({ kind: 'open', name, bytes })
const headlines = ({ reconstruction }: OpenedPage) => reconstruction!.articles.map((each) => each.headline)

/** The doubtful caption of page 08 becomes the headline of its column. */
const captionAsHeadline = ({ reconstruction }: OpenedPage): Correction[] =>
  reconstruction!.doubts.find(({ code }) => code === 'caption-or-headline')!.readings[1]!.corrections

const HEADLINE = '2025年宝鸡高新区“春风行动”暨民营企业专场招聘会现场'

describe('a page under review', () => {
  it('opens without corrections', async () => {
    expect(await open(sampleBytes())).toMatchObject({
      corrections: [],
      unapplied: [],
      edits: [],
      unappliedEdits: [],
    })
  })

  it('follows its corrections, in the page that is laid out too', async () => {
    const opened = await open(sampleBytes())
    const corrections = captionAsHeadline(opened)
    const corrected = await page({ kind: 'correct', corrections, edits: [] })
    expect(headlines(corrected)[3]).toBe(HEADLINE)
    expect(corrected).toMatchObject({ corrections, unapplied: [] })
    const heads = Object.values(corrected.doc.stories).filter(({ role }) => role === 'headline')
    const words = heads.map((head) =>
      head.paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''),
    )
    expect(words).toContain(HEADLINE)
    expect(Object.keys(corrected.composition.stories)).toHaveLength(Object.keys(corrected.doc.stories).length)
  })

  it('goes back to the page it was when they are undone', async () => {
    const opened = await open(sampleBytes())
    await page({ kind: 'correct', corrections: captionAsHeadline(opened), edits: [] })
    expect(await page({ kind: 'correct', corrections: [], edits: [] })).toEqual(opened)
  })

  it('opens again as it was saved', async () => {
    const corrections = captionAsHeadline(await open(sampleBytes()))
    const corrected = await page({ kind: 'correct', corrections, edits: [] })
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    const again = await open(saved.bytes, saved.fileName)
    expect(again.doc).toEqual(corrected.doc)
    expect(again).toMatchObject({ corrections, unapplied: [] })
    expect(headlines(again)).toEqual(headlines(corrected))
    expect(headlines(await page({ kind: 'correct', corrections: [], edits: [] }))[3]).toBeUndefined()
  })

  it('keeps a correction that no longer applies, and names it', async () => {
    const corrections: Correction[] = [
      { kind: 'join', at: { line: 9000, at: 0 } },
      ...captionAsHeadline(await open(sampleBytes())),
    ]
    await page({ kind: 'correct', corrections, edits: [] })
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect(await open(saved.bytes, saved.fileName)).toMatchObject({ corrections, unapplied: [0] })
  })
})

describe('a page with copyfit', () => {
  const LEAD = 'a1-body'
  const lines = ({ composition }: OpenedPage) => composition.stories[LEAD]!.lines

  async function edited(command: CopyfitCommand, paragraph?: number): Promise<PageEdit[]> {
    const reply = await ask({ kind: 'copyfit', command, story: LEAD, paragraph })
    if (reply.kind !== 'edited') throw new Error(JSON.stringify(reply))
    return reply.edits
  }

  it('answers a command with the edit, and changes nothing before it is made', async () => {
    const opened = await open(sampleBytes())
    const edits = await edited('pull')
    expect(await edited('pull')).toEqual(edits)
    const pulled = await page({ kind: 'correct', corrections: [], edits })
    expect(lines(pulled)).toBe(lines(opened) - 1)
    expect(pulled).toMatchObject({ edits, unappliedEdits: [] })
    expect(await page({ kind: 'correct', corrections: [], edits: [] })).toEqual(opened)
  })

  it('takes what the print had back too', async () => {
    const opened = await open(sampleBytes())
    const records = (of: OpenedPage) =>
      of.doc.stories[LEAD]!.paragraphs.flatMap(({ copyfit }) => copyfit ?? [])
    expect(records(opened).length).toBeGreaterThan(0)
    expect(records(await page({ kind: 'correct', corrections: [], edits: await edited('remove') }))).toEqual(
      [],
    )
    expect(await ask({ kind: 'copyfit', command: 'remove', story: LEAD })).toMatchObject({
      kind: 'failed',
      diagnostics: [{ code: 'copyfit-none' }],
    })
  })

  it('says why it cannot, and knows no story that is not there', async () => {
    await open(sampleBytes())
    for (const story of ['a1-headline', 'nowhere']) {
      expect(await ask({ kind: 'copyfit', command: 'push', story })).toMatchObject({
        kind: 'failed',
        diagnostics: [{ code: 'copyfit-no-line', at: { story } }],
      })
    }
  })

  it('keeps its edits through a later correction, and through the file', async () => {
    const opened = await open(sampleBytes())
    const pulled = await edited('pull')
    const preset = opened.doc.presets.clreq!
    const edits: PageEdit[] = [
      ...pulled,
      { op: 'define-preset', name: 'own', preset },
      presetEdit(opened.doc, 'a2-body', 'own'),
    ]
    const corrections = captionAsHeadline(opened)
    const both = await page({ kind: 'correct', corrections, edits })
    expect(both).toMatchObject({ corrections, edits, unappliedEdits: [] })
    expect(lines(both)).toBe(lines(opened) - 1)
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    const again = await open(saved.bytes, saved.fileName)
    expect(again.doc).toEqual(both.doc)
    expect(again).toMatchObject({ corrections, edits, unapplied: [], unappliedEdits: [] })
    // Undoing what came before the file was saved drafts the page anew, and the edits are made on it.
    const uncorrected = await page({ kind: 'correct', corrections: [], edits })
    expect(lines(uncorrected)).toBe(lines(opened) - 1)
    expect(uncorrected.doc.stories['a2-body']?.preset).toBe('own')
  })

  it('keeps an edit whose text is gone, and names it', async () => {
    const opened = await open(sampleBytes())
    const gone: PageEdit = { ...presetEdit(opened.doc, LEAD, 'gb'), begins: '不在了' } as PageEdit
    const edits = [gone, ...(await edited('pull'))]
    expect(await page({ kind: 'correct', corrections: [], edits })).toMatchObject({
      edits,
      unappliedEdits: [0],
    })
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect(await open(saved.bytes, saved.fileName)).toMatchObject({ edits, unappliedEdits: [0] })
  })
})
