/// <reference types="vite/client" />
/** The engine with a page under review: corrected, saved, opened again. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import type { Correction } from '../../src/core/reconstruct/types.ts'
import type { EngineRequest, OpenedPage } from '../../src/shared/engine.ts'
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
    expect(await open(sampleBytes())).toMatchObject({ corrections: [], unapplied: [] })
  })

  it('follows its corrections, in the page that is laid out too', async () => {
    const opened = await open(sampleBytes())
    const corrections = captionAsHeadline(opened)
    const corrected = await page({ kind: 'correct', corrections })
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
    await page({ kind: 'correct', corrections: captionAsHeadline(opened) })
    expect(await page({ kind: 'correct', corrections: [] })).toEqual(opened)
  })

  it('opens again as it was saved', async () => {
    const corrections = captionAsHeadline(await open(sampleBytes()))
    const corrected = await page({ kind: 'correct', corrections })
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    const again = await open(saved.bytes, saved.fileName)
    expect(again.doc).toEqual(corrected.doc)
    expect(again).toMatchObject({ corrections, unapplied: [] })
    expect(headlines(again)).toEqual(headlines(corrected))
    expect(headlines(await page({ kind: 'correct', corrections: [] }))[3]).toBeUndefined()
  })

  it('keeps a correction that no longer applies, and names it', async () => {
    const corrections: Correction[] = [
      { kind: 'join', at: { line: 9000, at: 0 } },
      ...captionAsHeadline(await open(sampleBytes())),
    ]
    await page({ kind: 'correct', corrections })
    const saved = await ask({ kind: 'save' })
    if (saved.kind !== 'saved') throw new Error(saved.kind)
    expect(await open(saved.bytes, saved.fileName)).toMatchObject({ corrections, unapplied: [0] })
  })
})
