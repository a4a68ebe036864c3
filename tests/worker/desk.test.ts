/// <reference types="vite/client" />
/** The engine: a page opened, drafted with corrections, fitted, saved, opened again. */
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { setRecords } from '../../src/core/doc/commands/copyfit.ts'
import { followDraft } from '../../src/core/doc/follow-draft.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import type { Correction, Reconstruction } from '../../src/core/reconstruct/types.ts'
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

async function open(bytes: Uint8Array, name = 'page08.txt'): Promise<OpenedPage> {
  const reply = await ask({ kind: 'open', name, bytes })
  if (reply.kind !== 'opened') throw new Error(JSON.stringify(reply))
  return reply.page
}

async function draft({ doc }: OpenedPage, before: Correction[], corrections: Correction[]) {
  const reply = await ask({ kind: 'draft', before, corrections, setup: doc.setup })
  if (reply.kind !== 'drafted') throw new Error(JSON.stringify(reply))
  return reply
}

async function save(doc: PageDoc, corrections: Correction[]) {
  const reply = await ask({ kind: 'save', doc, corrections, pictures: new Map() })
  if (reply.kind !== 'saved') throw new Error(JSON.stringify(reply))
  return open(reply.bytes, reply.fileName)
}

const headlines = ({ reconstruction }: { reconstruction?: Reconstruction }) =>
  reconstruction!.articles.map((each) => each.headline)

/** The doubtful caption of page 08 becomes the headline of its column. */
const captionAsHeadline = ({ reconstruction }: OpenedPage): Correction[] =>
  reconstruction!.doubts.find(({ code }) => code === 'caption-or-headline')!.readings[1]!.corrections

const HEADLINE = '2025年宝鸡高新区“春风行动”暨民营企业专场招聘会现场'
const headsOf = (doc: PageDoc): string[] =>
  Object.values(doc.stories)
    .filter(({ role }) => role === 'headline')
    .map(({ paragraphs }) => paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)).join(''))

describe('a page under review', () => {
  it('opens without corrections', async () => {
    expect(await open(sampleBytes())).toMatchObject({ corrections: [], unapplied: [] })
  })

  it('is drafted with its corrections, beside the draft that it had', async () => {
    const opened = await open(sampleBytes())
    const drafted = await draft(opened, [], captionAsHeadline(opened))
    expect(headlines(drafted)[3]).toBe(HEADLINE)
    expect(drafted.unapplied).toEqual([])
    expect(headsOf(drafted.before)).toEqual(headsOf(opened.doc))
    expect(headsOf(drafted.after)).toContain(HEADLINE)
  })

  it('says what the source says with other corrections', async () => {
    const opened = await open(sampleBytes())
    const said = await ask({ kind: 'review', corrections: captionAsHeadline(opened) })
    expect(said.kind === 'reviewed' && headlines(said)[3]).toBe(HEADLINE)
    const back = await ask({ kind: 'review', corrections: [] })
    expect(back.kind === 'reviewed' && headlines(back)).toEqual(headlines(opened))
  })

  it('opens again as it was saved', async () => {
    const opened = await open(sampleBytes())
    const corrections = captionAsHeadline(opened)
    const { after } = await draft(opened, [], corrections)
    const again = await save(after, corrections)
    expect(again.doc).toEqual(after)
    expect(again).toMatchObject({ corrections, source: opened.source })
    // the page is shown first; what its source says is asked for then
    expect(again.reconstruction).toBeUndefined()
    const said = await ask({ kind: 'review', corrections })
    expect(said).toMatchObject({ kind: 'reviewed', unapplied: [] })
    expect(said.kind === 'reviewed' && headlines(said)[3]).toBe(HEADLINE)
    expect(headsOf((await draft(again, corrections, [])).after)).toEqual(headsOf(opened.doc))
  })

  it('keeps a correction that no longer applies, and names it', async () => {
    const opened = await open(sampleBytes())
    const corrections: Correction[] = [
      { kind: 'join', at: { line: 9000, at: 0 } },
      ...captionAsHeadline(opened),
    ]
    expect(await save(opened.doc, corrections)).toMatchObject({ corrections })
    expect(await ask({ kind: 'review', corrections })).toMatchObject({ kind: 'reviewed', unapplied: [0] })
  })
})

describe('a page with copyfit', () => {
  const LEAD = 'a1-body'

  async function pulled(doc: PageDoc): Promise<PageDoc> {
    const reply = await ask({ kind: 'copyfit', doc, command: 'pull', story: LEAD })
    if (reply.kind !== 'fitted' || 'fit' in reply.fit) throw new Error(JSON.stringify(reply))
    return setRecords(doc, LEAD, reply.fit.paragraph, reply.fit.records)
  }

  it('loses a line by the records that the command answers', async () => {
    const opened = await open(sampleBytes())
    const again = await save(await pulled(opened.doc), [])
    expect(again.composition.stories[LEAD]!.lines).toBe(opened.composition.stories[LEAD]!.lines - 1)
  })

  it('says why it cannot, and knows no story that is not there', async () => {
    const { doc } = await open(sampleBytes())
    for (const story of ['a1-headline', 'nowhere']) {
      expect(await ask({ kind: 'copyfit', doc, command: 'push', story })).toMatchObject({
        kind: 'failed',
        diagnostics: [{ code: 'copyfit-no-line', at: { story } }],
      })
    }
  })

  it('keeps its records through a later correction', async () => {
    const opened = await open(sampleBytes())
    const mine = await pulled(opened.doc)
    const { before, after } = await draft(opened, [], captionAsHeadline(opened))
    const { doc, stray } = followDraft(before, after, mine)
    expect(stray).toBe(0)
    expect(headsOf(doc)).toContain(HEADLINE)
    expect(doc.stories[LEAD]!.paragraphs).toEqual(mine.stories[LEAD]!.paragraphs)
  })
})
