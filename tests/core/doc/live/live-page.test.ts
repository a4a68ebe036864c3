import fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { packPage } from '../../../../src/core/doc/banxin-file.ts'
import { type JournalEntry, LivePage } from '../../../../src/core/doc/live/live-page.ts'
import { paragraphText } from '../../../../src/core/doc/paragraph-text.ts'
import type { Frame, PageDoc, Paragraph, Story } from '../../../../src/core/doc/schema.ts'
import type { Correction } from '../../../../src/core/reconstruct/types.ts'
import { rebuildSample } from '../../../support/real-page.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 40 }
console.log(`live page: SEED=${settings.seed}`)

let sample: PageDoc
beforeAll(async () => {
  sample = (await rebuildSample()).doc
})

const live = (): LivePage => LivePage.from(sample)
const step = { name: 'test' }

const moveFrame =
  (id: string, dx: number) =>
  (doc: PageDoc): PageDoc => ({
    ...doc,
    frames: { ...doc.frames, [id]: { ...(doc.frames[id] as Frame), x: (doc.frames[id] as Frame).x + dx } },
  })

const withParagraphs =
  (id: string, edit: (paragraphs: Paragraph[]) => Paragraph[]) =>
  (doc: PageDoc): PageDoc => {
    const story = doc.stories[id] as Story
    return { ...doc, stories: { ...doc.stories, [id]: { ...story, paragraphs: edit(story.paragraphs) } } }
  }

const storyIds = () => Object.keys(sample.stories).sort()
const frameIds = () => Object.keys(sample.frames).sort()
const bodyId = () => storyIds().find((id) => sample.stories[id]?.role === 'body') as string

describe('the live page', () => {
  it('holds the page it was made from', () => {
    expect(live().doc).toEqual(JSON.parse(JSON.stringify(sample)))
  })

  it('keeps every record and paragraph that a step did not touch', () => {
    const page = live()
    const before = page.doc
    const id = bodyId()
    page.change(
      step,
      withParagraphs(id, ([first, ...rest]) => [{ ...(first as Paragraph), style: 'subhead' }, ...rest]),
    )
    const { doc } = page
    expect(doc.frames).toBe(before.frames)
    expect(doc.stories[id]).not.toBe(before.stories[id])
    expect(doc.stories[id]?.paragraphs[1]).toBe(before.stories[id]?.paragraphs[1])
    for (const other of storyIds()) if (other !== id) expect(doc.stories[other]).toBe(before.stories[other])
  })

  it('knows a step that changes nothing', () => {
    const page = live()
    const before = page.doc
    expect(page.change(step, (doc) => structuredClone(doc))).toBe(false)
    expect(page.doc).toBe(before)
    expect(page.steps.past).toEqual([])
  })

  it('names its steps, and leads back to where the eyes were', () => {
    let eyes = 'lead'
    const page = LivePage.from(sample, [], { focus: () => eyes })
    const [frame = ''] = frameIds()
    page.change({ name: 'move', values: { n: 1 } }, moveFrame(frame, 4))
    eyes = 'brief'
    page.change({ name: 'nudge' }, moveFrame(frame, 1))
    expect(page.steps.past.map(({ name }) => name)).toEqual(['move', 'nudge'])
    eyes = 'elsewhere'
    expect(page.undo()).toEqual({ step: { name: 'nudge' }, focus: 'brief' })
    expect(page.undo()).toEqual({ step: { name: 'move', values: { n: 1 } }, focus: 'lead' })
    expect(page.undo()).toBeUndefined()
    expect(page.steps.future.map(({ name }) => name)).toEqual(['move', 'nudge'])
    expect(page.redo()).toMatchObject({ step: { name: 'move' }, focus: 'elsewhere' })
  })

  it('takes corrections back together with what they did to the page', () => {
    const page = live()
    const correction: Correction = { kind: 'break', at: { line: 4, at: 0 } }
    const [frame = ''] = frameIds()
    page.change(step, moveFrame(frame, 4), { corrections: [correction] })
    expect(page.corrections).toEqual([correction])
    page.undo()
    expect(page.corrections).toEqual([])
    expect(page.doc.frames[frame]).toEqual(sample.frames[frame])
  })

  it('keeps copyfit records on the text they hold', () => {
    const page = live()
    const id = bodyId()
    const [first] = sample.stories[id]?.paragraphs ?? []
    const records: Paragraph['copyfit'] = [
      { start: 2, end: 6, trackingEm: -0.01, by: 'print' },
      { start: 0, end: paragraphText(first as Paragraph).length, trackingEm: 0.02, by: 'hand' },
    ]
    page.change(
      step,
      withParagraphs(id, ([, ...rest]) => [{ ...(first as Paragraph), copyfit: records }, ...rest]),
    )
    const text = page.textOf(id, 'editor')?.get(0)
    page.ydoc.transact(() => {
      const inner = (text as unknown as { get(i: number): { insert(at: number, text: string): void } }).get(0)
      inner.insert(0, '新增')
    }, 'editor')
    expect(page.doc.stories[id]?.paragraphs[0]?.copyfit).toContainEqual(
      expect.objectContaining({ start: 4, end: 8, by: 'print' }),
    )
  })
})

/** A step of a random session: moves, removals, texts, styles, corrections, undo and redo. */
type Act =
  | { act: 'move'; frame: number; dx: number }
  | { act: 'drop'; frame: number }
  | { act: 'type'; story: number; paragraph: number; at: number; gone: number; text: string }
  | { act: 'split' | 'merge'; story: number; paragraph: number }
  | { act: 'tint'; value: number }
  | { act: 'correct'; line: number }
  | { act: 'undo' | 'redo' }

const index = fc.nat(30)
const acts: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      act: fc.constant('move' as const),
      frame: index,
      dx: fc.integer({ min: -9, max: 9 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('drop' as const), frame: index }) },
  {
    weight: 5,
    arbitrary: fc.record({
      act: fc.constant('type' as const),
      story: index,
      paragraph: index,
      at: fc.nat(40),
      gone: fc.nat(4),
      text: fc.constantFrom('', '新', '龙头𠮷', 'GDP 5.5%', '燊䶮'),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      act: fc.constantFrom('split' as const, 'merge' as const),
      story: index,
      paragraph: index,
    }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('tint' as const), value: fc.nat(100) }) },
  {
    weight: 1,
    arbitrary: fc.record({ act: fc.constant('correct' as const), line: fc.integer({ min: 1, max: 90 }) }),
  },
  { weight: 4, arbitrary: fc.record({ act: fc.constantFrom('undo' as const, 'redo' as const) }) },
)

const pick = <T>(list: readonly T[], at: number): T => list[at % list.length] as T

function perform(page: LivePage, act: Act): void {
  const { doc } = page
  switch (act.act) {
    case 'move': {
      const frames = Object.keys(doc.frames)
      if (frames.length > 0) page.change(step, moveFrame(pick(frames, act.frame), act.dx))
      return
    }
    case 'drop': {
      const frame = pick(Object.keys(doc.frames), act.frame)
      page.change(step, ({ frames: { [frame]: _, ...frames }, ...rest }) => ({
        ...rest,
        frames,
        stories: Object.fromEntries(
          Object.entries(rest.stories).map(([id, story]) => [
            id,
            story.frames.includes(frame)
              ? { ...story, frames: story.frames.filter((each) => each !== frame) }
              : story,
          ]),
        ),
      }))
      return
    }
    case 'type':
      page.change(
        step,
        withParagraphs(pick(storyIds(), act.story), (all) => typed(all, act)),
      )
      return
    case 'split':
    case 'merge':
      page.change(
        step,
        withParagraphs(pick(storyIds(), act.story), (all) => recut(all, act)),
      )
      return
    case 'tint':
      page.change(step, (now) => ({
        ...now,
        swatches: { ...now.swatches, tint: { cmyk: [0, 0, 0, act.value], screen: '#cccccc' } },
      }))
      return
    case 'correct':
      page.change(step, (now) => now, {
        corrections: [...page.corrections, { kind: 'split', at: { line: act.line, at: 0 } }],
      })
      return
    case 'undo':
      page.undo()
      return
    case 'redo':
      page.redo()
  }
}

function typed(all: Paragraph[], { paragraph, at, gone, text }: Extract<Act, { act: 'type' }>): Paragraph[] {
  const place = paragraph % all.length
  const old = all[place] as Paragraph
  const [run = { text: '' }, ...runs] = old.runs
  const points = [...run.text]
  const next = [...points.slice(0, at), text, ...points.slice(at + gone)].join('')
  const first = next === '' ? [] : [{ ...run, text: next }]
  return all.with(place, { ...old, runs: [...first, ...runs], copyfit: undefined } as Paragraph)
}

function recut(
  all: Paragraph[],
  { act, paragraph }: { act: 'split' | 'merge'; paragraph: number },
): Paragraph[] {
  const place = paragraph % all.length
  const old = all[place] as Paragraph
  if (act === 'split')
    return [
      ...all.slice(0, place),
      old,
      { style: old.style, runs: [{ text: '又一段' }] },
      ...all.slice(place + 1),
    ]
  const next = all[place + 1]
  if (!next) return all
  return [...all.slice(0, place), { ...old, runs: [...old.runs, ...next.runs] }, ...all.slice(place + 2)]
}

describe('random sessions', () => {
  it('come back step by step, byte for byte, and forth again', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 60 }), (session) => {
        const page = live()
        for (const act of session) perform(page, act)
        const end = JSON.stringify(page.doc)
        const forth: string[] = []
        while (page.steps.past.length > 0) {
          forth.push(JSON.stringify(page.doc))
          page.undo()
        }
        expect(JSON.stringify(page.doc)).toBe(JSON.stringify(live().doc))
        expect(page.corrections).toEqual([])
        for (const state of forth.reverse()) {
          page.redo()
          expect(JSON.stringify(page.doc)).toBe(state)
        }
        expect(JSON.stringify(page.doc)).toBe(end)
      }),
      settings,
    )
  })

  it('are recovered from the journal with their undo', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (session) => {
        const page = live()
        const state = page.state()
        const journal: JournalEntry[] = []
        page.onUpdate((entry) => journal.push(entry))
        for (const act of session) perform(page, act)
        const back = LivePage.recover(state, journal)
        expect(JSON.stringify(back.doc)).toBe(JSON.stringify(page.doc))
        expect(back.corrections).toEqual(page.corrections)
        while (back.undo());
        expect(JSON.stringify(back.doc)).toBe(JSON.stringify(live().doc))
      }),
      settings,
    )
  })

  it('give the same snapshot as reading the whole document again', () => {
    fc.assert(
      fc.property(fc.array(acts, { maxLength: 40 }), (session) => {
        const page = live()
        for (const act of session) perform(page, act)
        expect(page.doc).toEqual(LivePage.recover(page.state(), []).doc)
      }),
      settings,
    )
  })
})

describe('the file of a page', () => {
  it('has the same bytes whether the page was edited and brought back or never touched', () => {
    const page = live()
    const [frame = ''] = frameIds()
    page.change(step, moveFrame(frame, 4))
    page.change(step, (doc) => ({ ...doc, frames: {} }))
    page.undo()
    page.undo()
    expect(packPage({ doc: page.doc })).toEqual(packPage({ doc: sample }))
  })
})
