import { describe, expect, it } from 'vitest'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../support/real-page.ts'
import { keystrokes } from './keystrokes.ts'
import { countMatches, endsOf, type PrintedStory } from './printed.ts'

const TEXT =
  '长春高新区召开重点工作落实推进会议，总结工作成果，部署重点工作任务，动员上下真抓实干、奋楫笃行，加速转型升级。'

describe('a writer at work', () => {
  it('types a burst and deletes it again, and touches nothing else', () => {
    const page = new PageBuilder(openTemplate())
    const box = { x: 0, y: 0, width: 200, height: 200 }
    const paragraph = { style: 'body', runs: [{ text: TEXT }] }
    const record = { start: 40, end: 50, trackingEm: 0.01, by: 'hand' as const }
    page.story('lead', 'body', [paragraph, { ...paragraph, copyfit: [record] }], [box], { vertical: 'grid' })
    page.story('other', 'body', [paragraph], [box], { vertical: 'grid' })

    const states = [...keystrokes(page.doc, 'lead', 48, () => '新')]
    const texts = states.map(({ stories }) =>
      stories.lead?.paragraphs.map(({ runs }) => runs[0]?.text.length),
    )
    expect(texts.slice(0, 3)).toEqual([1, 2, 3].map((typed) => [TEXT.length + typed, TEXT.length]))
    expect(states[35]?.stories.lead?.paragraphs[1]?.copyfit).toEqual([{ ...record, start: 52, end: 62 }])
    expect(states[47]?.stories.lead).toEqual(page.doc.stories.lead)
    expect(states[47]?.stories.other).toBe(page.doc.stories.other)
    expect(states[20]?.stories.lead?.paragraphs[1]).toBe(page.doc.stories.lead?.paragraphs[1])
  })
})

describe('fidelity', () => {
  const story: PrintedStory = {
    measureEm: 5,
    paragraphs: [{ text: '一二三四五六', lines: ['一二', '三四', '五六'] }],
  }

  it('counts a line only where both its ends are the printed ones', () => {
    expect(countMatches([story], [[endsOf(['一二', '三四', '五六'])]])).toBe(3)
    expect(countMatches([story], [[endsOf(['一', '二三四', '五六'])]])).toBe(1)
    expect(countMatches([story], [[endsOf(['一二三', '四', '五六'])]])).toBe(1)
    expect(countMatches([story], [[]])).toBe(0)
  })
})
