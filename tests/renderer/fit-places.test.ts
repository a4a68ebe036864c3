/** The 排齐 overlay: what it marks in a line is what composition did to the line. */
import { beforeAll, describe, expect, it } from 'vitest'
import { composePage } from '../../src/core/compose/composer.ts'
import type { ComposedLine } from '../../src/core/compose/composition.ts'
import type { PageDoc, Paragraph } from '../../src/core/doc/schema.ts'
import { PageBuilder } from '../../src/core/draft/page-builder.ts'
import { type FitPlace, fitPlaces, fitSettingOf } from '../../src/renderer/canvas/fit-places.ts'
import { fitFigures, fitTint, isLoose } from '../../src/renderer/canvas/fit-tints.ts'
import { pickLine } from '../../src/renderer/canvas/pick.ts'
import type { FrameEntry } from '../../src/renderer/state/page-model.ts'
import { fakeShaper } from '../support/fake-shaper.ts'
import { openTemplate, rebuildSample } from '../support/real-page.ts'

const SIZE = 9

interface SetText {
  text: string
  em: number
  preset?: string
  copyfit?: Paragraph['copyfit']
}

/** The lines of a text without indent in a column of so many em, and what the overlay marks in each. */
function setText({ text, em, preset = 'kjrb', copyfit }: SetText) {
  const page = new PageBuilder(openTemplate())
  const style = page.doc.paragraphStyles.body!
  page.doc.paragraphStyles = { ...page.doc.paragraphStyles, body: { ...style, indentEm: 0 } }
  const paragraph = { style: 'body', runs: [{ text }], ...(copyfit && { copyfit }) }
  const box = { x: 0, y: 0, width: em * SIZE, height: 135 }
  page.story('story', 'body', [paragraph], [box], { vertical: 'grid' })
  const doc: PageDoc = page.doc
  const story = doc.stories.story!
  story.preset = preset
  const item = composePage(doc, fakeShaper).items.find(({ kind }) => kind === 'text')
  const lines = item?.kind === 'text' ? item.lines : []
  const setting = fitSettingOf(doc.presets, story, paragraph, style.preset)!
  return lines.map((line) => ({ line, places: inEm(fitPlaces(line, setting)) }))
}

const inEm = (places: FitPlace[]) =>
  places.map(({ kind, at, length, em }) => ({
    kind,
    at: round(at / SIZE),
    length: round(length / SIZE),
    em: round(em),
  }))
const round = (value: number) => Math.round(value * 1000) / 1000

describe('places in a line', () => {
  it('are none where nothing was done', () => {
    expect(setText({ text: '春种一粒粟，秋收', em: 8 })[0]?.places).toEqual([])
  })

  it('show a squeezed mark in the room that it was left', () => {
    // Nine em in eight and a half: the comma gives half of its own.
    const [first] = setText({ text: '春种一粒粟，秋收万颗子', em: 8.5 })
    expect(first?.places).toEqual([{ kind: 'squeezed', at: 5, length: 0.5, em: 0.5 }])
  })

  it('show the room of an opening mark at its right, where its ink is', () => {
    const [first] = setText({ text: '春种《悯农》秋收万颗子', em: 8 })
    const opening = first?.places.find(({ at }) => at < 3)
    expect(opening?.kind).toBe('squeezed')
    expect(opening!.at + opening!.length).toBeLessThanOrEqual(3)
    expect(round(first!.places.reduce((sum, { em }) => sum + em, 0))).toBe(round(first!.line.fit.squeezedEm))
  })

  it('show every gap as wide as it was widened, and none inside a number', () => {
    // The comma may not start the second line, so seven characters fill eight em.
    const [first] = setText({ text: '四海无闲田农夫犹，饿死春种', em: 8, preset: 'gb' })
    const widened = first?.places.filter(({ kind }) => kind === 'widened') ?? []
    if (first?.line.fit.stretchEm === 0) throw new Error('the example does not stretch')
    expect(widened).toHaveLength(6)
    expect(widened.reduce((sum, { em }) => sum + em, 0)).toBeCloseTo(1, 2)
    const [number] = setText({ text: '共有2025粒粟子一二，三四五六七八九十', em: 8.5, preset: 'gb' })
    const inside = number?.places.filter(({ at }) => at > 2.3 && at < 4.2) ?? []
    expect(inside).toEqual([])
  })

  it('leave out what a copyfit record did to every character', () => {
    const copyfit = [{ start: 0, end: 8, trackingEm: 0.05, by: 'hand' as const }]
    const [first] = setText({ text: '春种一粒粟秋收万颗子四海', em: 8.4, copyfit })
    expect(first?.places.filter(({ kind }) => kind === 'squeezed')).toEqual([])
    expect(fitTint(first!.line)?.kind).toBe('copyfit')
  })
})

describe('places on page 08', () => {
  let page: Awaited<ReturnType<typeof rebuildSample>>
  beforeAll(async () => {
    page = await rebuildSample()
  })

  const bodyLines = (preset?: string) => {
    const doc: PageDoc = structuredClone(page.doc)
    const bodies = Object.values(doc.stories).filter(({ role }) => role === 'body')
    for (const story of bodies) if (preset) story.preset = preset
    const composition = composePage(doc, page.shaper)
    return composition.items.flatMap((item) => {
      const story = item.kind === 'text' && item.story !== undefined ? doc.stories[item.story] : undefined
      if (item.kind !== 'text' || story?.role !== 'body') return []
      return item.lines.flatMap((line) => {
        const paragraph = story.paragraphs[line.paragraph]!
        const style = doc.paragraphStyles[paragraph.style]!
        const setting = fitSettingOf(doc.presets, story, paragraph, style.preset)
        return style.align === 'justify' && setting ? [{ line, places: fitPlaces(line, setting) }] : []
      })
    })
  }

  it.each(['kjrb', 'gb', 'clreq'])('add up to what was squeezed in all, set by %s', (preset) => {
    const lines = bodyLines(preset).filter(({ line }) => plain(line))
    expect(lines.length).toBeGreaterThan(100)
    expect(lines.some(({ line }) => line.fit.squeezedEm > 0)).toBe(true)
    for (const { line, places } of lines) {
      const squeezed = places.filter(({ kind }) => kind === 'squeezed')
      const sum = squeezed.reduce((total, { em }) => total + em, 0)
      expect(sum, textOf(line)).toBeCloseTo(line.fit.squeezedEm, 1)
    }
  })

  it('stay inside their line', () => {
    for (const { line, places } of bodyLines()) {
      for (const { at, length } of places) {
        expect(at, textOf(line)).toBeGreaterThanOrEqual(-0.01)
        expect(at + length, textOf(line)).toBeLessThanOrEqual(line.measure + 5)
      }
    }
  })

  it('count each line once, the loose among the stretched or the copyfitted', () => {
    const lines = bodyLines().map(({ line }) => line)
    const { natural, squeezed, stretched, copyfit, loose } = fitFigures(lines)
    expect(natural + squeezed.lines + stretched.lines + copyfit.lines).toBe(lines.length)
    expect(loose).toBe(lines.filter(isLoose).length)
    expect(lines.filter(isLoose).every((line) => fitTint(line) !== undefined)).toBe(true)
  })
})

const textOf = (line: ComposedLine): string => line.runs.flatMap(({ texts }) => texts).join('')
/** Han and its marks in one face: what the page itself tells the widths of. */
const plain = (line: ComposedLine): boolean =>
  line.runs.length === 1 && !/[A-Za-z·0-9%.—…]/.test(textOf(line)) && !line.last

describe('the line under the pointer', () => {
  const line = (baseline: number, measure = 108): ComposedLine =>
    ({ x: 10, baseline, measure, runs: [{ sizePt: 9, texts: ['一'] }] }) as unknown as ComposedLine
  const lines = [line(20), line(33.5, 90)]
  const frame = { lines } as unknown as FrameEntry

  it('is the nearer one between two, and none beside them', () => {
    expect(pickLine(frame, { x: 50, y: 17 })).toBe(lines[0])
    expect(pickLine(frame, { x: 50, y: 22 })).toBe(lines[0])
    expect(pickLine(frame, { x: 50, y: 26 })).toBe(lines[1])
    expect(pickLine(frame, { x: 110, y: 30 })).toBeUndefined()
    expect(pickLine(frame, { x: 50, y: 60 })).toBeUndefined()
  })

  it('runs down where the text does', () => {
    const upright = { ...line(20), vertical: true } as ComposedLine
    expect(pickLine({ lines: [upright] } as unknown as FrameEntry, { x: 10, y: 100 })).toBe(upright)
    expect(pickLine({ lines: [upright] } as unknown as FrameEntry, { x: 60, y: 20 })).toBeUndefined()
  })
})
