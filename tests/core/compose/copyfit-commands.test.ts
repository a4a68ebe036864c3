import { describe, expect, it } from 'vitest'
import { composePage } from '../../../src/core/compose/composer.ts'
import { fitStory, pullLine, pushLine } from '../../../src/core/compose/copyfit-commands.ts'
import { TypeRoom } from '../../../src/core/compose/units.ts'
import type { PageDoc, Paragraph } from '../../../src/core/doc/schema.ts'
import { PageBuilder } from '../../../src/core/draft/page-builder.ts'
import { fakeShaper } from '../../support/fake-shaper.ts'
import { openTemplate } from '../../support/real-page.ts'

const body = (text: string): Paragraph => ({ style: 'body', runs: [{ text }] })
const han = (count: number): string => '一二三四五六七八九十'.repeat(20).slice(0, count)
const room = () => new TypeRoom(fakeShaper)

/** One leg of 20 em; a paragraph of n characters takes n + 2 em. */
function pageWith(counts: number[], rows: number): PageDoc {
  const page = new PageBuilder(openTemplate())
  page.doc.setup = { ...page.doc.setup, top: 0 }
  const boxes = [{ x: 0, y: 0, width: 180, height: rows * 13.5 }]
  page.story(
    'story',
    'body',
    counts.map((count) => body(han(count))),
    boxes,
    { vertical: 'grid' },
  )
  return page.doc
}

function linesWith(doc: PageDoc, change: Partial<PageDoc['stories'][string]>) {
  const story = { ...(doc.stories.story as PageDoc['stories'][string]), ...change }
  return composePage({ ...doc, stories: { story } }, fakeShaper).stories.story
}

describe('收一行, pulling a line back', () => {
  it('tightens the paragraph just enough to save its last line', () => {
    // 39 em in lines of 20: one character stands alone on a third line.
    const doc = pageWith([39], 5)
    const pulled = pullLine(doc, 'story', 0, room())
    expect(pulled).toMatchObject({ ok: true, value: { paragraph: 0 } })
    if (!pulled.ok) return
    expect(pulled.value.trackingEm).toBeLessThan(0)
    expect(pulled.value.trackingEm).toBeGreaterThanOrEqual(-0.06)
    const paragraphs = [{ ...body(han(39)), copyfit: pulled.value.records }]
    expect(linesWith(doc, { paragraphs })?.lines).toBe(2)
  })

  it('takes the paragraph that needs least where none is named', () => {
    const doc = pageWith([45, 39, 30], 10)
    expect(pullLine(doc, 'story', undefined, room())).toMatchObject({ ok: true, value: { paragraph: 1 } })
  })

  it('refuses to squeeze text beyond the limits of the preset', () => {
    const doc = pageWith([55], 10)
    expect(pullLine(doc, 'story', 0, room())).toMatchObject({ ok: false, error: { code: 'copyfit-no-line' } })
  })

  it('adds to what was done before, up to the same limits', () => {
    const doc = pageWith([39], 5)
    const first = pullLine(doc, 'story', 0, room())
    if (!first.ok) throw new Error(first.error.code)
    const paragraphs = [{ ...body(han(39)), copyfit: first.value.records }]
    const fitted = {
      ...doc,
      stories: { story: { ...(doc.stories.story as PageDoc['stories'][string]), paragraphs } },
    }
    expect(pullLine(fitted, 'story', 0, room()).ok).toBe(false)
  })
})

describe('放一行, gaining a line', () => {
  it('loosens the paragraph until its last line holds more than one character', () => {
    const doc = pageWith([37], 5)
    const pushed = pushLine(doc, 'story', 0, room())
    if (!pushed.ok) throw new Error(pushed.error.code)
    expect(pushed.value.trackingEm).toBeGreaterThan(0)
    const paragraphs = [{ ...body(han(37)), copyfit: pushed.value.records }]
    expect(linesWith(doc, { paragraphs })?.lines).toBe(3)
    const { items } = composePage(
      {
        ...doc,
        stories: { story: { ...(doc.stories.story as never as PageDoc['stories'][string]), paragraphs } },
      },
      fakeShaper,
    )
    const lines = items[0]?.kind === 'text' ? items[0].lines : []
    expect(lines[2]?.runs[0]?.texts.length).toBeGreaterThan(1)
  })
})

describe('适合文框, fitting a story to its frames', () => {
  it('tightens an overset story by tracking alone where that does', () => {
    const doc = pageWith([39, 39], 4)
    const fit = fitStory(doc, 'story', fakeShaper)
    if (!fit.ok) throw new Error(fit.error.code)
    expect(fit.value.trackingEm).toBeLessThan(0)
    expect(fit.value.leadingPt).toBeUndefined()
    expect(linesWith(doc, { fit: fit.value })?.oversetLines).toBe(0)
  })

  it('takes leading too where tracking is not enough', () => {
    // Eighteen lines in seventeen rows.
    const doc = pageWith(
      Array.from({ length: 9 }, () => 30),
      17,
    )
    const fit = fitStory(doc, 'story', fakeShaper)
    if (!fit.ok) throw new Error(fit.error.code)
    expect(fit.value.leadingPt).toBeLessThan(13.5)
    expect(fit.value.leadingPt).toBeGreaterThanOrEqual(13.5 * 0.94)
    expect(linesWith(doc, { fit: fit.value })?.oversetLines).toBe(0)
  })

  it('says so where no fit within the limits is enough', () => {
    expect(fitStory(pageWith([200], 3), 'story', fakeShaper)).toMatchObject({
      ok: false,
      error: { code: 'copyfit-beyond-limits' },
    })
  })

  it('opens a story that leaves rows free', () => {
    const doc = pageWith(
      Array.from({ length: 9 }, () => 30),
      19,
    )
    const fit = fitStory(doc, 'story', fakeShaper)
    if (!fit.ok) throw new Error(fit.error.code)
    expect(fit.value.leadingPt).toBeGreaterThan(13.5)
    expect(linesWith(doc, { fit: fit.value })?.oversetLines).toBe(0)
  })
})
