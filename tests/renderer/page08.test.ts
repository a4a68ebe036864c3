/** What the window makes of the real page: the model behind lists, inspector and source panel. */
import { beforeAll, describe, expect, it } from 'vitest'
import { rebuildPage } from '../../src/core/pipeline/rebuild-page.ts'
import { fitFigures } from '../../src/renderer/canvas/fit-tints.ts'
import { findLine, linesOf, sourceLines } from '../../src/renderer/source/source-lines.ts'
import {
  articleCharacters,
  buildPageModel,
  creditOf,
  type PageModel,
} from '../../src/renderer/state/page-model.ts'
import { sourceFate } from '../../src/renderer/stories/fate.ts'
import { storyParts } from '../../src/renderer/stories/story-parts.ts'
import { message } from '../../src/shared/messages.ts'
import { openShaper, openSource, openTemplate, sampleBytes } from '../support/real-page.ts'

let model: PageModel

beforeAll(async () => {
  const source = openSource(sampleBytes())
  const rebuilt = rebuildPage(source, openTemplate(), await openShaper(), () => undefined)
  if (!rebuilt.ok) throw new Error(rebuilt.error.code)
  model = buildPageModel('page08.txt', {
    ...rebuilt.value,
    source,
    corrections: [],
    unapplied: [],
  })
})

const say = (key: Parameters<typeof message>[1], values?: Parameters<typeof message>[2]) =>
  message('zh', key, values)

describe('page 08', () => {
  it('lists four articles in reading order with their lengths', () => {
    expect(
      model.articles.map((entry) => [entry.number, entry.article.kind, articleCharacters(model, entry)]),
    ).toEqual([
      [1, 'lead', 1635],
      [2, 'brief', 498],
      [3, 'brief', 551],
      [4, 'column', 356],
    ])
  })

  it('lists the parts of a brief in reading order, its credit last', () => {
    const brief = model.articles[2]
    if (!brief) throw new Error('no third article')
    expect(creditOf(model, brief)).toBe('向青松')
    expect(storyParts(model, brief, say).map(({ label, note }) => `${label} ${note}`)).toEqual([
      '引题 宜昌高新区',
      expect.stringMatching(/^主题 1\d 字 · \d+ pt$/),
      '正文 2 框 · 30 行',
      '署名 向青松',
    ])
  })

  it('walks every frame once, heads before bodies, the folio after the articles', () => {
    const ids = model.frames.map((frame) => frame.id)
    expect(new Set(ids).size).toBe(ids.length)
    const roles = model.frames.filter((frame) => frame.article === model.articles[1]?.id)
    expect(roles.map((frame) => frame.story?.story.role)).toEqual(['kicker', 'headline', 'body', 'body'])
    const kinds = [...new Set(model.frames.map(({ frame }) => frame.kind))]
    expect(kinds).toEqual(['text', 'picture', 'ad', 'shape', 'rule'])
  })

  it('accounts for every character of the source', () => {
    const fate = sourceFate(model)
    if (!fate) throw new Error('no fate')
    const { body, heads, folio, shadows, unplaced, total } = fate
    expect(unplaced).toBe(0)
    expect(body + heads + folio + shadows).toBe(total)
    expect(fate.articles.reduce((sum, article) => sum + article.characters, 0)).toBe(body + heads)
  })

  it('leads from every placed source line to a composed line that holds its first characters', () => {
    const lines = sourceLines(model).filter((line) => line.target)
    expect(lines.length).toBeGreaterThan(220)
    for (const line of lines) {
      const found = line.target && findLine(model, line.target)
      expect(found, `line ${line.number}`).toBeDefined()
    }
  })

  it('narrows the source to a story', () => {
    const body = model.articles[0]?.stories.find(({ story }) => story.role === 'body')
    const lines = linesOf(sourceLines(model), { article: model.articles[0]?.id, story: body?.id })
    expect(lines.length).toBeGreaterThanOrEqual(140)
    expect(lines.every((line) => line.target?.story === body?.id)).toBe(true)
  })

  it('hatches the doubled head and greys the folio', () => {
    const pieces = sourceLines(model).flatMap((line) => line.pieces)
    expect(pieces.some(({ fate }) => fate === 'shadow')).toBe(true)
    expect(pieces.some(({ fate }) => fate === 'folio')).toBe(true)
  })

  it('counts each line of a story once in the fit figures', () => {
    const body = model.articles[2]?.stories.find(({ story }) => story.role === 'body')
    const lines = model.frames.filter((frame) => frame.story === body).flatMap((frame) => frame.lines)
    const figures = fitFigures(lines)
    expect(figures.lines).toBe(30)
    const { natural, squeezed, stretched, copyfit } = figures
    expect(natural + squeezed.lines + stretched.lines + copyfit.lines).toBe(30)
  })
})
