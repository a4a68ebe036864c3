/**
 * Read-back finds what it is there for. A page is written as it should be and held against a page that differs in one
 * thing; or it is written by a font engine that errs. Without these, a comparison that compares nothing would pass.
 */

import { PDFDocument } from '@cantoo/pdf-lib'
import { describe, expect, it } from 'vitest'
import type { Composition, GlyphRun, PageItem, PictureItem } from '../../../src/core/compose/composition.ts'
import { runsOf } from '../../../src/core/compose/runs-of.ts'
import { embedFonts } from '../../../src/core/pdf/embed-fonts.ts'
import { pageBoxes } from '../../../src/core/pdf/page-boxes.ts'
import type { PrintPicture } from '../../../src/core/pdf/picture.ts'
import { readBack } from '../../../src/core/pdf/read-back/read-back.ts'
import type { FontSubsetter } from '../../../src/core/pdf/subset.ts'
import { type PrintSettings, writePdf } from '../../../src/core/pdf/write-pdf.ts'
import { newsprint, openSubsetter, rebuildSample } from '../../support/real-page.ts'

const { composition } = await rebuildSample()
const subsetter = await openSubsetter()
const settings: PrintSettings = {
  standard: 'x4',
  facts: {
    title: '高新园区 <08> 版',
    created: '2025-03-17T00:00:00Z',
    creator: 'Banxin',
    producer: 'Banxin',
  },
  intent: newsprint(),
  bleedPt: 0,
}

const pdf = await writePdf(composition, settings, subsetter)
if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
const bytes = pdf.bytes
const fonts = embedFonts((await PDFDocument.create()).context, runsOf(composition), subsetter)

/** What read-back finds when the page should have been this one. */
async function found(page: Composition, wanted: PrintSettings = settings): Promise<unknown[]> {
  const boxes = pageBoxes(page, wanted.bleedPt, wanted.marks !== undefined)
  const differences = await readBack(bytes, { composition: page, settings: wanted, boxes, fonts })
  return differences.map(({ code, params }) => {
    expect(code).toBe('readback-differs')
    return params?.what
  })
}

function withItem<K extends PageItem['kind']>(
  kind: K,
  change: (item: Extract<PageItem, { kind: K }>) => PageItem,
): Composition {
  const index = composition.items.findIndex(
    (item) => item.kind === kind && (item.kind !== 'text' || item.lines.length > 3),
  )
  const items = [...composition.items]
  items[index] = change(items[index] as Extract<PageItem, { kind: K }>)
  return { ...composition, items }
}

const withRun = (change: (run: GlyphRun) => GlyphRun): Composition =>
  withItem('text', (item) => ({
    ...item,
    lines: item.lines.map((line, i) =>
      i === 2 ? { ...line, runs: line.runs.map((run, at) => (at === 0 ? change(run) : run)) } : line,
    ),
  }))

describe('read-back', () => {
  it('finds nothing on the page that was written', async () => {
    expect(await found(composition)).toEqual([])
  })

  it('finds another character, place, size, ink or face', async () => {
    expect(await found(withRun((run) => ({ ...run, texts: run.texts.with(1, '错') })))).toEqual(['text'])
    const moved = withRun((run) => ({ ...run, xs: run.xs.map((x, i) => (i === 3 ? x + 0.02 : x)) }))
    expect(await found(moved)).toEqual([expect.stringMatching(/^place of ./)])
    expect(await found(withRun((run) => ({ ...run, sizePt: run.sizePt + 0.02 })))).toContain('size')
    const gray = { cmyk: [0, 0, 0, 90] as const, screen: '#333333' }
    expect(await found(withRun((run) => ({ ...run, ink: gray })))).toEqual(['ink', 'overprint'])
    expect(await found(withRun((run) => ({ ...run, face: 'hei-700' })))).toContain('face')
  })

  it('finds an area, a rule or a frame that stands elsewhere or has another ink', async () => {
    const moved = withItem('rule', (rule) => ({ ...rule, to: { ...rule.to, x: rule.to.x + 0.1 } }))
    expect(await found(moved)).toEqual(['place'])
    expect(await found(withItem('rule', (rule) => ({ ...rule, strokePt: 0.9 })))).toEqual(['place'])
    const wide = withItem('shape', (shape) => ({ ...shape, box: { ...shape.box, width: 3 } }))
    expect(await found(wide)).toContain('place')
    const red = { cmyk: [0, 100, 100, 0] as const, screen: '#ff0000' }
    expect(await found(withItem('rule', (rule) => ({ ...rule, stroke: red })))).toEqual(['ink', 'overprint'])
  })

  it('finds what is missing and what nobody asked for', async () => {
    const last = composition.items.at(-1) as PageItem
    expect((await found({ ...composition, items: [...composition.items, last] })).length).toBeGreaterThan(0)
    expect((await found({ ...composition, items: composition.items.slice(0, -1) })).length).toBeGreaterThan(0)
  })

  it('finds other boxes, another title, another standard, another press', async () => {
    expect(await found(composition, { ...settings, bleedPt: 3 })).toContain('BleedBox')
    const facts = { ...settings.facts, title: '另一个版' }
    expect(await found(composition, { ...settings, facts })).toEqual(['title in Info', 'title in XMP'])
    expect(await found(composition, { ...settings, standard: 'x1a' })).toEqual([
      'version in Info',
      'version in XMP',
    ])
    const profile = settings.intent.profile?.map((byte, i) => (i === 50_000 ? byte ^ 1 : byte))
    expect(await found(composition, { ...settings, intent: { ...settings.intent, profile } })).toEqual([
      'output profile',
    ])
  })
})

describe('a picture', () => {
  const item: PictureItem = {
    kind: 'picture',
    frame: 'photo',
    box: { x: 100, y: 900, width: 60, height: 40 },
    asset: 'a',
    transform: [60, 5, -5, 40, 102, 898],
    widthPx: 2,
    heightPx: 2,
    ppi: 3,
  }
  const samples = Uint8Array.from({ length: 16 }, (_, i) => 10 * i)
  const picture: PrintPicture = { widthPx: 2, heightPx: 2, colour: 'cmyk', encoding: 'raw', data: samples }
  const pageOf = (each: PictureItem) => ({ ...composition, items: [each] })
  const withPicture = (each: PrintPicture): PrintSettings => ({
    ...settings,
    pictures: new Map([['photo', each]]),
  })

  async function foundIn(each: PictureItem, wanted: PrintPicture): Promise<unknown[]> {
    const written = await writePdf(pageOf(item), withPicture(picture), subsetter)
    if (!written.ok) throw new Error(JSON.stringify(written.diagnostics))
    const page = {
      composition: pageOf(each),
      settings: withPicture(wanted),
      boxes: pageBoxes(composition, 0, false),
    }
    const differences = await readBack(written.bytes, { ...page, fonts: new Map() })
    return differences.map(({ params }) => params?.what)
  }

  it('is the one that was made ready, at its place and cropped by its frame', async () => {
    expect(await foundIn(item, picture)).toEqual([])
    expect(await foundIn(item, { ...picture, data: samples.with(5, 0) })).toEqual(['picture'])
    expect(await foundIn(item, { ...picture, colour: 'gray' })).toEqual(['picture'])
    expect(await foundIn(item, { ...picture, widthPx: 4, heightPx: 1 })).toEqual(['picture'])
    expect(await foundIn({ ...item, transform: item.transform.with(4, 103) as never }, picture)).toEqual([
      'place of picture',
    ])
    expect(await foundIn({ ...item, box: { ...item.box, width: 61 } }, picture)).toEqual(['crop'])
  })

  it('that was not made ready gives no file', async () => {
    const none = await writePdf(pageOf(item), settings, subsetter)
    expect(none).toMatchObject({
      ok: false,
      diagnostics: [{ code: 'picture-missing', at: { frame: 'photo' } }],
    })
  })
})

describe('a font engine that errs', () => {
  const writeBy = async (engine: FontSubsetter) => {
    const outcome = await writePdf(composition, settings, engine)
    return outcome.ok ? [] : outcome.diagnostics.map(({ params }) => String(params?.what))
  }

  it('gives no file when two glyphs have changed places, though the text would still read right', async () => {
    const swapping: FontSubsetter = {
      subset(face, glyphs) {
        const subset = subsetter.subset(face, glyphs)
        if (face !== 'song-400') return subset
        const renumbered = new Map(subset.renumbered)
        const [a, b] = [...renumbered.keys()].slice(40, 42) as [number, number]
        renumbered.set(a, subset.renumbered.get(b) as number)
        renumbered.set(b, subset.renumbered.get(a) as number)
        return { ...subset, renumbered }
      },
    }
    const problems = await writeBy(swapping)
    expect(problems.length).toBeGreaterThan(0)
    for (const what of problems) expect(what).toMatch(/^outline of ./)
  })
})

describe('characters that would be copied as something else', () => {
  it.each([
    ['⼀', 'U+2F00'],
    ['\ue123', 'U+E123'],
  ])('%s gives no file', async (character, codePoint) => {
    const page = withRun((run) => ({ ...run, texts: run.texts.with(0, character) }))
    expect(await writePdf(page, settings, subsetter)).toEqual({
      ok: false,
      diagnostics: [{ code: 'unprintable-character', severity: 'error', params: { character, codePoint } }],
    })
  })
})
