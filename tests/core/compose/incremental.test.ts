import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { composePage, createComposer } from '../../../src/core/compose/composer.ts'
import type { Composition } from '../../../src/core/compose/composition.ts'
import type { Frame, PageDoc, Paragraph, Story, TextFrame } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 60 }
console.log(`incremental composition: SEED=${settings.seed}`)

const body = (text: string): Paragraph => ({ style: 'body', runs: [{ text }] })

/** A lead through three columns beside a picture, a second story in balanced columns, a head above. */
function startPage(): PageDoc {
  const page = new PageBuilder(openTemplate())
  const text = '高新区为可持续振兴开新局，“三量”齐升。2025年，GDP增长5.5%；'
  const leg = (x: number, rows: number) => ({ x, y: 40, width: 108, height: rows * 13.5 })
  const paragraphs = [
    body(text.repeat(3)),
    { ...body('小标题'), style: 'subhead' },
    body(text.repeat(4)),
    body(text),
  ]
  page.story('lead', 'body', paragraphs, [leg(0, 9), leg(130, 9), leg(260, 9)], { vertical: 'grid' })
  page.story('brief', 'body', [body(text.repeat(2))], [{ x: 400, y: 40, width: 234, height: 200 }], {
    vertical: 'grid',
  })
  page.story(
    'head',
    'headline',
    [{ ...body('长春高新区开新局'), style: 'headline' }],
    [{ x: 0, y: 0, width: 360, height: 150 }],
    { vertical: 'center' },
  )
  const { doc } = page
  doc.frames.brief = {
    ...(doc.frames.brief as TextFrame),
    columns: { count: 2, gutterPt: 18, balance: true, rulePt: 0.3 },
  }
  doc.frames.picture = {
    kind: 'picture',
    x: 120,
    y: 80,
    width: 80,
    height: 60,
    order: '9',
    wrap: { top: 4, right: 4, bottom: 4, left: 4 },
  } as Frame
  return doc
}

const letters = fc.constantFrom('新', '，', '2', '“', 'a', '。', '——', '', '一个新的园区')
const edit = fc.oneof(
  {
    weight: 8,
    arbitrary: fc.record({
      kind: fc.constant('type' as const),
      story: fc.constantFrom('lead', 'brief', 'head'),
      paragraph: fc.nat(4),
      at: fc.nat(120),
      cut: fc.nat(6),
      text: letters,
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('split' as const), paragraph: fc.nat(4), at: fc.nat(120) }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('drop' as const), paragraph: fc.nat(4) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      frame: fc.constantFrom('picture', 'lead-2', 'brief', 'head'),
      x: fc.nat(300),
      y: fc.nat(100),
      width: fc.integer({ min: 30, max: 300 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('look' as const),
      frame: fc.constantFrom('picture', 'lead-2', 'brief', 'head'),
      inset: fc.nat(20),
      hidden: fc.boolean(),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('preset' as const),
      preset: fc.constantFrom('kjrb', 'gb', 'clreq'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('fit' as const),
      trackingEm: fc.constantFrom(-0.02, 0, 0.03),
      leadingPt: fc.constantFrom(13.5, 13, 14),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('size' as const), sizePt: fc.constantFrom(8.5, 9, 10.5) }),
  },
)
type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function withStory(doc: PageDoc, id: string, change: (story: Story) => Story): PageDoc {
  return { ...doc, stories: { ...doc.stories, [id]: change(doc.stories[id] as Story) } }
}

function applyEdit(doc: PageDoc, step: Edit): PageDoc {
  switch (step.kind) {
    case 'type':
      return withStory(doc, step.story, (story) => {
        const index = step.paragraph % story.paragraphs.length
        const {
          runs: [run],
          ...paragraph
        } = story.paragraphs[index] as Paragraph
        const old = run?.text ?? ''
        const at = step.at % (old.length + 1)
        const text = old.slice(0, at) + step.text + old.slice(at + step.cut)
        return {
          ...story,
          paragraphs: story.paragraphs.with(index, { ...paragraph, runs: [{ ...run, text }] }),
        }
      })
    case 'split':
      return withStory(doc, 'lead', (story) => {
        const index = step.paragraph % story.paragraphs.length
        const paragraph = story.paragraphs[index] as Paragraph
        const text = paragraph.runs[0]?.text ?? ''
        const at = step.at % (text.length + 1)
        const parts = [text.slice(0, at), text.slice(at)].map((part) => ({
          ...paragraph,
          runs: [{ text: part }],
        }))
        return { ...story, paragraphs: story.paragraphs.toSpliced(index, 1, ...parts) }
      })
    case 'drop':
      return withStory(doc, 'lead', (story) =>
        story.paragraphs.length < 2
          ? story
          : { ...story, paragraphs: story.paragraphs.toSpliced(step.paragraph % story.paragraphs.length, 1) },
      )
    case 'move': {
      const frame = doc.frames[step.frame] as Frame
      return {
        ...doc,
        frames: { ...doc.frames, [step.frame]: { ...frame, x: step.x, y: step.y, width: step.width } },
      }
    }
    case 'look': {
      const { hidden: _, ...frame } = doc.frames[step.frame] as TextFrame
      const inset = { top: step.inset, right: 2, bottom: step.inset, left: 3 }
      const own = frame.kind === 'text' ? { ...frame, inset } : frame
      return {
        ...doc,
        frames: { ...doc.frames, [step.frame]: { ...own, ...(step.hidden && { hidden: true as const }) } },
      }
    }
    case 'preset':
      return withStory(doc, 'lead', (story) => ({ ...story, preset: step.preset }))
    case 'fit':
      return withStory(doc, 'lead', (story) => ({
        ...story,
        fit: { trackingEm: step.trackingEm, leadingPt: step.leadingPt },
      }))
    case 'size': {
      const style = doc.paragraphStyles.body
      if (!style) throw new Error('no body style')
      return { ...doc, paragraphStyles: { ...doc.paragraphStyles, body: { ...style, sizePt: step.sizePt } } }
    }
  }
}

describe('composing after an edit', () => {
  it('gives what composing from nothing gives, whatever is edited', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (steps) => {
        const composer = createComposer(fakeShaper)
        let doc = startPage()
        composer.compose(doc)
        for (const step of steps) {
          doc = applyEdit(doc, step)
          expect(composer.compose(doc)).toEqual(composePage(doc, fakeShaper))
        }
      }),
      settings,
    )
  })

  it('keeps the lines that an edit does not reach as the same objects', () => {
    const composer = createComposer(fakeShaper)
    const doc = startPage()
    const before = composer.compose(doc)
    const typed = applyEdit(doc, { kind: 'type', story: 'lead', paragraph: 3, at: 30, cut: 0, text: '新' })
    const after = composer.compose(typed)
    const first = (composition: Composition) =>
      composition.items.find((item) => item.kind === 'text' && item.frame === 'lead-1')
    const [was, is] = [first(before), first(after)]
    if (was?.kind !== 'text' || is?.kind !== 'text') throw new Error('the lead has no lines')
    expect(was.lines.length).toBeGreaterThan(4)
    expect(is.lines.every((line, i) => line === was.lines[i])).toBe(true)
  })

  it('composes the same page in whatever state it was before', () => {
    const composer = createComposer(fakeShaper)
    const doc = startPage()
    const first = composer.compose(doc)
    composer.compose(applyEdit(doc, { kind: 'drop', paragraph: 0 }))
    expect(composer.compose(doc)).toEqual(first)
  })
})
