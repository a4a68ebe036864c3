import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import { composePage } from '../../../src/core/compose/composer.ts'
import { draftComposer } from '../../../src/core/compose/draft-composer.ts'
import { checkReferences } from '../../../src/core/doc/check-references.ts'
import { applyTemplate } from '../../../src/core/draft/again/apply-template.ts'
import { drawAgain, proposeAgain, readStandingPage } from '../../../src/core/draft/again/lay-out-again.ts'
import { saveAsTemplate, templateJson } from '../../../src/core/draft/save-template.ts'
import { readTemplate } from '../../../src/core/draft/template.ts'
import { rebuildSample } from '../../support/real-page.ts'

const { doc, shaper, template } = await rebuildSample()
const composer = draftComposer(shaper)
const title = { zh: '高新版', en: 'High-tech zone' }
const faces = FACES.map(({ id }) => id)

function shipped(name: string) {
  const path = join(import.meta.dirname, `../../../assets/templates/${name}.json`)
  const read = readTemplate(JSON.parse(readFileSync(path, 'utf8')), name)
  if (!read.ok) throw new Error(JSON.stringify(read.error))
  return read.value
}

const changed = {
  ...doc,
  swatches: {
    ...doc.swatches,
    accent: { cmyk: [0, 100, 100, 10] as [number, number, number, number], screen: '#aa1111' },
  },
  presets: { ...doc.presets, own: doc.presets.kjrb as (typeof doc.presets)[string] },
}

describe("a page's look as a template of one's own", () => {
  const own = saveAsTemplate(changed, [template], 'own-1', title)

  it('goes through JSON and comes back, with its colours and presets', () => {
    const read = readTemplate(JSON.parse(JSON.stringify(templateJson(own))), 'own-1')
    expect(read).toEqual({ ok: true, value: own })
    expect(own.swatches.accent?.screen).toBe('#aa1111')
    expect(JSON.stringify(templateJson(own))).toContain('"own"')
    expect(JSON.stringify(templateJson(own))).not.toContain('"clreq"')
  })

  it('has no style that belongs to one head', () => {
    expect(Object.keys(own.paragraphStyles).filter((name) => /^a\d/.test(name))).toEqual([])
    expect(own.paragraphStyles.body).toEqual(doc.paragraphStyles.body)
  })
})

describe('another template under a page', () => {
  it('of the same grid changes colours and keeps every frame', () => {
    const own = saveAsTemplate(changed, [template], 'own-1', title)
    const next = applyTemplate(doc, own)
    expect(next.swatches.accent?.screen).toBe('#aa1111')
    expect(next.template).toBe('own-1')
    expect(next.stories).toEqual(doc.stories)
    // The box is drawn when the page is laid out again.
    const frames = Object.keys(doc.frames).filter((id) => id !== 'a4-box')
    expect(Object.keys(next.frames).sort()).toEqual(frames.sort())
  })

  it('of another grid is laid out with all its text, and what was written into the folio', () => {
    const other = shipped('broadsheet-8x11')
    const number = doc.stories['folio-number']
    const written = {
      ...doc,
      stories: {
        ...doc.stories,
        'folio-number': { ...number, paragraphs: [{ style: 'folio-number', runs: [{ text: '88' }] }] },
      },
    } as typeof doc
    const next = applyTemplate(written, other)
    const standing = readStandingPage(next, [template, other])
    expect(standing.template.look).toEqual(other.look)
    const { proposals } = proposeAgain(standing, composer)
    const laid = drawAgain(next, standing, composer, proposals[0])
    expect(checkReferences(laid, faces)).toEqual([])
    expect(laid.setup).toEqual(other.setup)
    expect(laid.stories['folio-number']?.paragraphs[0]?.runs[0]?.text).toBe('88')
    for (const [id, fit] of Object.entries(composePage(laid, shaper).stories))
      expect(fit.oversetLines, id).toBe(0)
  })
})

describe('a border of several lines', () => {
  it('is drawn line by line round a box, and goes with the box when the page is laid out again', () => {
    const border = [
      { strokePt: 2, insetPt: 0, swatch: 'black' },
      { strokePt: 0.4, insetPt: 3, swatch: 'accent' },
    ]
    const own = { ...template, name: 'own-border', look: { ...template.look, border } }
    const next = applyTemplate(doc, own)
    const standing = readStandingPage(next, [own], undefined)
    const laid = drawAgain(next, standing, composer, proposeAgain(standing, composer).proposals[0])
    const [outer, inner] = [laid.frames['a4-box'], laid.frames['a4-box-2']]
    expect(outer).toMatchObject({ kind: 'shape', stroke: 'black', strokePt: 2 })
    expect(inner).toMatchObject({ kind: 'shape', stroke: 'accent', strokePt: 0.4, article: 'a4' })
    expect((inner?.x ?? 0) - (outer?.x ?? 0)).toBeCloseTo(3)
    expect((outer?.height ?? 0) - (inner?.height ?? 0)).toBeCloseTo(6)
    const back = applyTemplate(laid, template)
    const plain = readStandingPage(back, [template])
    const without = drawAgain(back, plain, composer, proposeAgain(plain, composer).proposals[0])
    expect(without.frames['a4-box-2']).toBeUndefined()
  })
})
