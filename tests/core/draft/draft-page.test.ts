import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import { checkReferences } from '../../../src/core/doc/check-references.ts'
import type { PageDoc } from '../../../src/core/doc/schema.ts'
import { draftPage } from '../../../src/core/draft/draft-page.ts'
import { overlap } from '../../../src/core/geometry.ts'
import { rebuildPage } from '../../../src/core/pipeline/rebuild-page.ts'
import type { Article } from '../../../src/core/reconstruct/types.ts'
import { openShaper, openSource, openTemplate, sampleBytes } from '../../support/real-page.ts'

const shaper = await openShaper()
const template = openTemplate()
const folder = join(import.meta.dirname, '../../refs/dumps')
const dumps: [string, Uint8Array][] = [
  ['page08', sampleBytes()],
  ...readdirSync(folder).map((name): [string, Uint8Array] => [
    name,
    new Uint8Array(readFileSync(join(folder, name))),
  ]),
]

function rebuild(bytes: Uint8Array) {
  const rebuilt = rebuildPage(openSource(bytes), template, shaper)
  if (!rebuilt.ok) throw new Error(JSON.stringify(rebuilt.error))
  return rebuilt.value
}

const sorted = (text: string) => [...text.replace(/\s/g, '')].sort().join('')

function wordsOnPage(doc: PageDoc, article: string): string {
  const stories = Object.values(doc.stories).filter((story) => story.article === article)
  const runs = stories.flatMap((story) => story.paragraphs.flatMap((paragraph) => paragraph.runs))
  return runs
    .filter((run) => run.style !== 'marker')
    .map((run) => run.text)
    .join('')
}

function wordsOf(article: Article): string {
  const { section, kicker, headline, deck, byline, credit, paragraphs, captions } = article
  const texts = [...paragraphs, ...captions].map(({ text }) => text)
  return [section, kicker, headline, deck, byline, credit, ...texts].join('')
}

describe.each(dumps)('a page drafted from %s', (_name, bytes) => {
  const { doc, composition, reconstruction } = rebuild(bytes)

  it('holds every character of its articles, once', () => {
    for (const article of reconstruction.articles) {
      expect(sorted(wordsOnPage(doc, article.id)), article.id).toBe(sorted(wordsOf(article)))
    }
  })

  it('sets every character of its stories, or counts it as overset', () => {
    for (const [id, story] of Object.entries(doc.stories)) {
      const wanted = story.paragraphs.flatMap((paragraph) => paragraph.runs.map((run) => run.text)).join('')
      const lines = composition.items.flatMap((item) =>
        item.kind === 'text' && item.story === id ? item.lines : [],
      )
      const set = lines.flatMap((line) => line.runs.flatMap((run) => run.texts)).join('')
      const missing = wanted.replace(/\s/g, '').length - set.replace(/\s/g, '').length
      expect(missing, id).toBe(composition.stories[id]?.oversetCharacters)
    }
  })

  it('keeps its frames inside the type area and off each other', () => {
    const { left, top, rows, leadingPt } = doc.setup
    const frames = Object.entries(doc.frames).filter(
      ([, frame]) => frame.kind === 'text' || frame.kind === 'picture',
    )
    for (const [id, frame] of frames) {
      expect(frame.x, id).toBeGreaterThanOrEqual(left - 0.01)
      expect(frame.y + frame.height, id).toBeLessThanOrEqual(top + rows * leadingPt + 0.01)
    }
    frames.forEach(([id, frame], i) => {
      for (const [other, box] of frames.slice(i + 1))
        expect(overlap(frame, box), `${id} ${other}`).toBe(false)
    })
  })

  it('names nothing that is not there', () => {
    expect(
      checkReferences(doc, ['song-400', 'song-700', 'song-900', 'hei-500', 'hei-700', 'kai-500']),
    ).toEqual([])
  })
})

describe('a page with far more columns than it holds', () => {
  const { reconstruction } = rebuild(sampleBytes())
  const column = reconstruction.articles.find(({ section }) => section !== undefined) as Article
  const columns = Array.from(
    { length: 40 },
    (_, i): Article => ({ ...column, id: `c${i + 1}`, captions: [] }),
  )
  const [lead] = reconstruction.articles
  const articles = [lead as Article, ...columns]
  const { doc } = draftPage({ ...reconstruction, articles }, template, draftComposer(shaper))

  it('still holds every character once, whether it found a frame or not', () => {
    const frameless = Object.values(doc.stories).filter(({ frames }) => frames.length === 0)
    expect(frameless.length).toBeGreaterThan(0)
    for (const article of articles) {
      expect(sorted(wordsOnPage(doc, article.id)), article.id).toBe(sorted(wordsOf(article)))
    }
  })
})
