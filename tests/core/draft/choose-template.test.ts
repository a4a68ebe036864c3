import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { chooseTemplate } from '../../../src/core/draft/choose-template.ts'
import { readTemplate, type Template } from '../../../src/core/draft/template.ts'
import { reconstruct } from '../../../src/core/reconstruct/reconstruct.ts'
import type { Reconstruction } from '../../../src/core/reconstruct/types.ts'
import { openSource, sampleBytes } from '../../support/real-page.ts'

const folder = join(import.meta.dirname, '../../../assets/templates')
const files = readdirSync(folder).sort()

function read(file: string): Template {
  const template = readTemplate(JSON.parse(readFileSync(join(folder, file), 'utf8')), file)
  if (!template.ok) throw new Error(JSON.stringify(template.error))
  return template.value
}

function sample(): Reconstruction {
  const found = reconstruct(openSource(sampleBytes()))
  if (!found.ok) throw new Error(JSON.stringify(found.error))
  return found.value
}

describe.each(files)('the template %s', (file) => {
  const template = read(file)
  const { setup, look, paragraphStyles } = template

  it('is named as its file, in Chinese and English', () => {
    expect(`${template.name}.json`).toBe(file)
    expect(template.title.zh).toMatch(/^[对四]开/)
    expect(template.title.en).not.toBe('')
  })

  it('has its columns and rows on the sheet', () => {
    const width = (setup.columns * setup.columnEm + (setup.columns - 1) * setup.gutterEm) * setup.bodyPt
    expect(setup.left + width).toBeLessThan(setup.width)
    expect(setup.left * 2 + width).toBeCloseTo(setup.width, -0.5)
    expect(setup.top + setup.rows * setup.leadingPt).toBeLessThan(setup.height)
  })

  it('sets what stands on the line grid in whole rows of it', () => {
    for (const name of ['body', 'caption', 'byline', 'subhead']) {
      const style = paragraphStyles[name]
      expect(style?.leadingPt, name).toBe((style?.rows ?? 0) * setup.leadingPt)
    }
  })

  it('has larger heads for wider spans, and the largest for the lead', () => {
    const sizes = look.heads.map(({ sizePt }) => sizePt[1])
    expect([...sizes].sort((a, b) => a - b)).toEqual(sizes)
    expect(look.heads.at(-1)?.span).toBe(setup.columns)
    expect(look.leadSpan).toBeGreaterThan(setup.columns / 2)
  })
})

describe('choosing a template', () => {
  const templates = files.map(read)

  it('takes the grid that has the measures of the print', () => {
    expect(chooseTemplate(sample(), templates).name).toBe('broadsheet-8x12')
  })

  it('takes a small page for little matter and a large one for much, where no measure is known', () => {
    const page = sample()
    const articles = page.articles.map(({ measureEm: _, ...article }) => article)
    const few = { ...page, articles: articles.slice(1, 4) }
    const many = { ...page, articles: [...articles, ...articles, ...articles] }
    expect(chooseTemplate(few, templates).name).toMatch(/^tabloid/)
    expect(chooseTemplate(many, templates).name).toMatch(/^broadsheet/)
  })
})
