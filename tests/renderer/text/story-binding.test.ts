import fc from 'fast-check'
import { joinBackward, splitBlock } from 'prosemirror-commands'
import { EditorState, TextSelection } from 'prosemirror-state'
import { describe, expect, it } from 'vitest'
import { LivePage } from '../../../src/core/doc/live/live-page.ts'
import type { PageDoc, Paragraph } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { placeOf, positionOf } from '../../../src/renderer/text/places.ts'
import { storySchema } from '../../../src/renderer/text/schema.ts'
import { StoryBinding } from '../../../src/renderer/text/story-binding.ts'
import { openTemplate } from '../../support/real-page.ts'

const settings = { seed: Number(process.env.SEED ?? 20250317), numRuns: 120 }
console.log(`text edits: SEED=${settings.seed}`)

function startPage(): PageDoc {
  const page = new PageBuilder(openTemplate())
  const paragraphs: Paragraph[] = [
    {
      style: 'body',
      runs: [{ text: '本报讯', style: 'dateline' }, { text: '高新区为可持续振兴开新局' }],
      copyfit: [{ start: 3, end: 9, trackingEm: -0.02, by: 'print' }],
      from: [{ line: 3, start: 0, end: 15 }],
    },
    { style: 'subhead', runs: [{ text: '小标题' }] },
    { style: 'body', runs: [{ text: '二〇二五年开局' }, { text: '邓淑华', style: 'credit' }] },
  ]
  page.story('lead', 'body', paragraphs, [{ x: 0, y: 40, width: 108, height: 200 }], { vertical: 'grid' })
  page.story('empty', 'body', [], [{ x: 0, y: 240, width: 108, height: 200 }], { vertical: 'grid' })
  return page.doc
}

/** A text view without its DOM. */
class View {
  state: EditorState
  readonly binding: StoryBinding

  constructor(
    readonly live: LivePage,
    story: string,
  ) {
    const binding = StoryBinding.open(live, story, 'body', () => {
      const tr = this.binding.bring(this.state)
      if (tr) this.state = this.state.apply(tr)
    })
    if (!binding) throw new Error('no such story')
    this.binding = binding
    this.state = EditorState.create({ schema: storySchema, doc: binding.common })
  }

  dispatch = (tr: EditorState['tr']) => {
    this.state = this.state.apply(tr)
    this.binding.write(this.state.doc)
  }

  select(from: number, to = from): void {
    this.state = this.state.apply(this.state.tr.setSelection(TextSelection.create(this.state.doc, from, to)))
  }
}

/** The same edits on plain texts. */
type Plain = string[]

const edit = fc.oneof(
  fc.record({
    kind: fc.constant('type' as const),
    at: fc.nat(40),
    text: fc.constantFrom('新', '，', '一个', 'a b', '👍', '的的'),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.nat(40), length: fc.nat(20) }),
  fc.record({ kind: fc.constant('split' as const), at: fc.nat(40) }),
  fc.record({ kind: fc.constant('join' as const), paragraph: fc.nat(5) }),
  fc.record({ kind: fc.constant('undo' as const), steps: fc.integer({ min: 1, max: 3 }) }),
)

const whole = (texts: Plain): string => texts.join('\n')

const textsOf = (doc: PageDoc, story = 'lead'): Plain =>
  doc.stories[story]?.paragraphs.map(({ runs }) => runs.map(({ text }) => text).join('')) ?? []

describe('a story and its view', () => {
  it('are the same after any edits, and undo gives back the same document', () => {
    fc.assert(
      fc.property(fc.array(edit, { minLength: 1, maxLength: 25 }), (steps) => {
        const live = LivePage.from(startPage())
        const start = JSON.stringify(live.doc)
        const view = new View(live, 'lead')
        const plain: Plain[] = [textsOf(live.doc)]
        for (const step of steps) {
          live.endTyping()
          const before = plain.at(-1) as Plain
          const next = doEdit(view, step, before, () => {
            for (let i = 0; step.kind === 'undo' && i < step.steps && plain.length > 1; i++) {
              plain.pop()
              live.undo()
            }
          })
          if (next && whole(next) !== whole(before)) plain.push(next)
          expect(whole(textsOf(live.doc))).toBe(whole(plain.at(-1) as Plain))
          expect(textsOf(live.doc)).toEqual(view.state.doc.children.map((each) => each.textContent))
        }
        while (live.undo()) expect(view.state.doc.childCount).toBe(textsOf(live.doc).length)
        expect(JSON.stringify(live.doc)).toBe(start)
      }),
      settings,
    )
  })

  function doEdit(
    view: View,
    step: typeof edit extends fc.Arbitrary<infer T> ? T : never,
    texts: Plain,
    undo: () => void,
  ): Plain | undefined {
    const text = whole(texts)
    const at = 'at' in step ? step.at % (text.length + 1) : 0
    const place = (offset: number) => {
      const before = text.slice(0, offset).split('\n')
      return positionOf(view.state.doc, { paragraph: before.length - 1, offset: before.at(-1)?.length ?? 0 })
    }
    switch (step.kind) {
      case 'type':
        view.dispatch(view.state.tr.insertText(step.text, place(at)))
        return (text.slice(0, at) + step.text + text.slice(at)).split('\n')
      case 'delete': {
        const end = Math.min(text.length, at + step.length)
        view.dispatch(view.state.tr.delete(place(at), place(end)))
        return (text.slice(0, at) + text.slice(end)).split('\n')
      }
      case 'split':
        view.select(place(at))
        splitBlock(view.state, view.dispatch)
        return `${text.slice(0, at)}\n${text.slice(at)}`.split('\n')
      case 'join': {
        const paragraph = step.paragraph % texts.length
        if (paragraph === 0) return undefined
        view.select(positionOf(view.state.doc, { paragraph, offset: 0 }))
        joinBackward(view.state, view.dispatch)
        return texts.toSpliced(paragraph - 1, 2, `${texts[paragraph - 1]}${texts[paragraph]}`)
      }
      case 'undo':
        undo()
        return undefined
    }
  }

  it('keep styles, copyfit and where the text came from with the characters they are for', () => {
    const live = LivePage.from(startPage())
    const view = new View(live, 'lead')
    view.dispatch(view.state.tr.insertText('又', positionOf(view.state.doc, { paragraph: 0, offset: 5 })))
    expect(live.doc.stories.lead?.paragraphs[0]).toEqual({
      style: 'body',
      runs: [{ text: '本报讯', style: 'dateline' }, { text: '高新又区为可持续振兴开新局' }],
      copyfit: [{ start: 3, end: 10, trackingEm: -0.02, by: 'print' }],
      from: [{ line: 3, start: 0, end: 15 }],
    })
  })

  it('the caret stays with its text when the page is changed by a command', () => {
    const live = LivePage.from(startPage())
    const view = new View(live, 'lead')
    view.select(positionOf(view.state.doc, { paragraph: 2, offset: 2 }))
    live.change({ name: 'test' }, (doc) => {
      const story = doc.stories.lead
      if (!story) throw new Error('no lead')
      const paragraphs = story.paragraphs.toSpliced(0, 1, { style: 'body', runs: [{ text: '短' }] })
      return { ...doc, stories: { ...doc.stories, lead: { ...story, paragraphs } } }
    })
    expect(placeOf(view.state.doc, view.state.selection.head)).toEqual({ paragraph: 2, offset: 2 })
    expect(view.state.doc.child(0).textContent).toBe('短')
  })

  it('an empty story takes its first paragraph when something is typed', () => {
    const live = LivePage.from(startPage())
    const before = JSON.stringify(live.doc)
    const view = new View(live, 'empty')
    expect(JSON.stringify(live.doc)).toBe(before)
    view.dispatch(view.state.tr.insertText('新', 1))
    expect(live.doc.stories.empty?.paragraphs).toEqual([{ style: 'body', runs: [{ text: '新' }] }])
    live.undo()
    expect(JSON.stringify(live.doc)).toBe(before)
    expect(view.state.doc.textContent).toBe('')
  })
})
