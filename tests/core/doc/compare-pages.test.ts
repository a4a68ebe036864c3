import { describe, expect, it } from 'vitest'
import { comparePages } from '../../../src/core/doc/compare-pages.ts'
import type { PageDoc, TextFrame } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { openTemplate } from '../../support/real-page.ts'

function page(change: (doc: PageDoc) => void = () => undefined): PageDoc {
  const builder = new PageBuilder(openTemplate())
  builder.doc.articles.a1 = { kind: 'brief', number: 1, title: '一', stories: ['a1-body'] }
  const box = { x: 0, y: 0, width: 108, height: 27 }
  const text = '3月5日，长春高新区召开2025年重点工作落实推进会议，总结2024年工作成果。'
  const place = { article: 'a1', vertical: 'grid' as const }
  builder.story('a1-body', 'body', [{ style: 'body', runs: [{ text }] }], [box], place)
  const doc = structuredClone(builder.doc)
  change(doc)
  return doc
}
const frameOf = (doc: PageDoc) => doc.stories['a1-body']?.frames[0] as string
const run = (doc: PageDoc) => doc.stories['a1-body']!.paragraphs[0]!.runs[0]!

describe('comparing two versions of a page', () => {
  it('finds nothing between the same, whatever the order of their records', () => {
    const other = page()
    other.swatches = Object.fromEntries(Object.entries(other.swatches).reverse())
    expect(comparePages(page(), other)).toEqual([])
  })

  it('quotes the text that differs, with a little around it', () => {
    const theirs = page((doc) => {
      run(doc).text = run(doc).text.replace('重点', '各项')
    })
    expect(comparePages(page(), theirs)).toEqual([
      {
        kind: 'story',
        change: 'changed',
        story: 'a1-body',
        role: 'body',
        article: 'a1',
        mine: '…区召开2025年重点工作落实推进会议…',
        theirs: '…区召开2025年各项工作落实推进会议…',
      },
    ])
  })

  it('tells a frame that moved from one that looks otherwise', () => {
    const moved = page((doc) => {
      doc.frames[frameOf(doc)]!.x = 9
    })
    const tinted = page((doc) => {
      ;(doc.frames[frameOf(doc)] as TextFrame).fill = 'ad-tint'
    })
    expect(comparePages(page(), moved)).toMatchObject([{ kind: 'frame', change: 'changed', what: 'place' }])
    expect(comparePages(page(), tinted)).toMatchObject([{ kind: 'frame', change: 'changed', what: 'look' }])
  })

  it('says what only one of them has', () => {
    const more = page((doc) => {
      doc.frames.photo = { kind: 'picture', x: 0, y: 0, width: 90, height: 60, order: 'b' }
    })
    expect(comparePages(page(), more)).toMatchObject([{ change: 'added', frame: 'photo', of: 'picture' }])
    expect(comparePages(more, page())).toMatchObject([{ change: 'removed', frame: 'photo' }])
  })

  it('names the rest by what it is', () => {
    const theirs = page((doc) => {
      doc.meta.editor = '王新明'
      doc.setup.rows += 1
      doc.swatches.black!.screen = '#000000'
    })
    expect(comparePages(page(), theirs).map(({ kind }) => kind)).toEqual(['setup', 'meta', 'styles'])
  })
})
