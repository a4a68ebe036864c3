import { describe, expect, it } from 'vitest'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import { Grid } from '../../../src/core/draft/grid.ts'
import { planHead } from '../../../src/core/draft/head.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import type { Article } from '../../../src/core/reconstruct/types.ts'
import { openShaper, openTemplate } from '../../support/real-page.ts'

const composer = draftComposer(await openShaper())

const article = (head: Partial<Article>): Article => ({
  id: 'a1',
  kind: 'brief',
  paragraphs: [],
  captions: [],
  from: {},
  ...head,
})

function plan(head: Partial<Article>, span: number, voice: 'lead' | 'song') {
  const page = new PageBuilder(openTemplate())
  const grid = new Grid(page.doc.setup)
  const wish = { id: 'a1', span, widthEm: grid.spanEm(span), voice }
  const planned = planHead(article(head), wish, { page, grid, composer })
  const size = (paragraph?: { style: string }) => page.doc.paragraphStyles[paragraph?.style ?? '']?.sizePt
  return { ...planned, size, texts: planned.headline.map((p) => p.runs.map((run) => run.text).join('')) }
}

describe('planning a head', () => {
  it('gives a lead in two parts: what leads in, and the words that count', () => {
    const lead = plan({ headline: '长春高新区：为可持续振兴开新局' }, 5, 'lead')
    expect(lead.texts).toEqual(['长春高新区：', '为可持续振兴开新局'])
    expect(lead.size(lead.headline[1])).toBe(61)
    expect(lead.rows).toBe(9)
  })

  it('sets a brief head in one line as large as its width allows', () => {
    const brief = plan({ headline: '百亿元级半导体集群启航', kicker: '佛山高新区' }, 3, 'song')
    expect(brief.texts).toEqual(['百亿元级半导体集群启航'])
    expect(brief.size(brief.headline[0])).toBe(29)
    expect(brief.rows).toBe(5)
  })

  it('breaks what would be too small in one line, at sense', () => {
    const head = plan({ headline: '国产百千瓦级空气源热泵通过低温测试' }, 2, 'song')
    expect(head.texts).toEqual(['国产百千瓦级', '空气源热泵', '通过低温测试'])
    const spaced = plan({ headline: '供热“按需分配” 居民用上“智慧暖”' }, 3, 'song')
    expect(spaced.texts).toEqual(['供热“按需分配”', '居民用上“智慧暖”'])
    expect(spaced.size(spaced.headline[0])).toBe(29)
  })

  it('breaks what would be too small, and never shrinks below what four lines give', () => {
    const long =
      '这是一个长达六十个字的新闻标题用来检验标题框能不能把它分成几行放下去而不至于小到谁也看不清楚或者大到溢出文框之外去还差几个字'
    for (const span of [1, 2, 3, 5]) {
      const head = plan({ headline: long }, span, 'song')
      expect(head.texts.join('')).toBe(long)
      expect(head.texts.length).toBeLessThanOrEqual(4)
      const width = new Grid(openTemplate().setup).pt(span * 12 + (span - 1) * 2)
      for (const text of head.texts)
        expect([...text].length * (head.size(head.headline[0]) ?? 0)).toBeLessThanOrEqual(width)
    }
  })

  it('takes no rows where there is nothing to say', () => {
    expect(plan({}, 3, 'song').rows).toBe(0)
  })
})
