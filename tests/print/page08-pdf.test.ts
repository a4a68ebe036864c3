/** The print PDF of page 08, read by tools that did not write it. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { composePage } from '../../src/core/compose/composer.ts'
import type { PageDoc } from '../../src/core/doc/schema.ts'
import { ALL_MARKS } from '../../src/core/pdf/mark-kinds.ts'
import { DEFAULT_EXPORT, type ExportOptions } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const { doc, composition, shaper } = await rebuildSample()
const tools = { shaper, subsetter: await openSubsetter(), intent: newsprint() }
const folder = mkdtempSync(join(tmpdir(), 'banxin-print-'))
const file = join(folder, 'page.pdf')

async function write(options: Partial<ExportOptions> = {}): Promise<Uint8Array> {
  const pdf = await exportPage(doc, composition, tools, { ...DEFAULT_EXPORT, ...options })
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  return pdf.bytes
}

/** The page whose lead begins with these characters. */
function withFirst(characters: string): PageDoc {
  const story = doc.stories['a1-body']!
  const [first, ...others] = story.paragraphs
  const [run, ...runs] = first!.runs
  const paragraphs = [{ ...first!, runs: [{ ...run!, text: characters + run!.text }, ...runs] }, ...others]
  return { ...doc, stories: { ...doc.stories, 'a1-body': { ...story, paragraphs } } }
}

writeFileSync(file, await write())
afterAll(() => rmSync(folder, { recursive: true }))

const bare = (text: string) => text.replace(/\s/g, '')
const sorted = (text: string) => [...bare(text)].sort().join('')

describe('the print PDF', () => {
  it('has a clean structure and the header of PDF/X-4', () => {
    tool('qpdf', '--check', file)
    expect(readFileSync(file).subarray(0, 8).toString('latin1')).toBe('%PDF-1.6')
  })

  it('is smaller than 220 kB, its output profile included', () => {
    expect(readFileSync(file).length).toBeLessThan(220_000)
  })

  it('is the same file every time', async () => {
    expect(await write()).toEqual(await write())
  })

  it('has what an edit brought, as if nothing had been printed before, and is the old file again without it', async () => {
    const before = await write()
    // The first is new to the page, the second was there.
    const edited = composePage(withFirst('鑫区'), shaper)
    const print = async (engine: typeof tools.subsetter, options = DEFAULT_EXPORT) => {
      const pdf = await exportPage(doc, edited, { ...tools, subsetter: engine }, options)
      if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
      return pdf.bytes
    }
    const remembering = await print(tools.subsetter)
    expect(remembering).toEqual(await print(await openSubsetter()))
    const changed = join(folder, 'edited.pdf')
    writeFileSync(changed, remembering)
    expect(tool('pdftotext', '-raw', changed, '-')).toContain('鑫区')
    expect(await print(tools.subsetter, { ...DEFAULT_EXPORT, standard: 'x1a' })).toEqual(
      await print(await openSubsetter(), { ...DEFAULT_EXPORT, standard: 'x1a' }),
    )
    expect(await write()).toEqual(before)
  })

  it('embeds one subset of each face, with its way back to text', () => {
    const fonts = tool('pdffonts', file).trim().split('\n').slice(2)
    const names = fonts.map((line) => line.split(/\s+/)[0]?.replace(/^[A-Z]{6}\+/, ''))
    const faces = [
      'LXGWWenKai-Medium',
      'NotoSansSC-Bold',
      'NotoSansSC-Medium',
      'NotoSerifSC-Black',
      'NotoSerifSC-Bold',
      'NotoSerifSC-Regular',
    ]
    expect(names.sort()).toEqual(faces)
    for (const line of fonts) expect(line).toMatch(/^[A-Z]{6}\+.* yes yes yes /)
  })

  it('has its trim where the page ends, and bleed around it when asked', async () => {
    const box = (name: string, path: string) =>
      new RegExp(`^${name}:\\s+(.*)$`, 'm')
        .exec(tool('pdfinfo', '-box', path))?.[1]
        ?.trim()
        .split(/\s+/)
        .map(Number)
    expect(box('TrimBox', file)).toEqual([0, 0, 1105.5, 1530.7])
    expect(box('MediaBox', file)).toEqual([0, 0, 1105.5, 1530.7])
    const bled = join(folder, 'bleed.pdf')
    writeFileSync(bled, await write({ bleedMm: 3 }))
    const [left, foot, right, head] = box('TrimBox', bled) ?? []
    expect([left, foot]).toEqual([8.5, 8.5])
    expect(right).toBeCloseTo(1105.5 + 8.5, 1)
    expect(head).toBeCloseTo(1530.7 + 8.5, 1)
  })

  it('gives every character of the page back when its text is taken out', () => {
    const set = composition.items
      .flatMap((item) => (item.kind === 'text' ? item.lines : []))
      .flatMap((line) => line.runs.map((run) => run.texts.join('')))
      .join('')
    expect(sorted(tool('pdftotext', '-raw', file, '-'))).toBe(sorted(set))
  })

  it('sets black text on the black plate alone, overprinting', () => {
    const runs = tool('mutool', 'trace', file).match(/<fill_text[^>]*>/g) ?? []
    const colours = new Map<string, number>()
    for (const run of runs) {
      expect(run).toContain('colorspace="DeviceCMYK"')
      const colour = /color="([^"]*)"/.exec(run)?.[1] ?? ''
      colours.set(colour, (colours.get(colour) ?? 0) + 1)
      expect(/op="1"/.test(run), run).toBe(colour === '0 0 0 1')
    }
    expect([...colours.keys()].sort()).toEqual(['0 0 0 .55', '0 0 0 0', '0 0 0 1', '1 .8 .2 .15'])
    expect(colours.get('0 0 0 1')).toBeGreaterThan(230)
  })

  it('carries its output intent, its name and its standard', () => {
    const json = JSON.parse(tool('qpdf', '--json=2', '--json-stream-data=none', file))
    const objects = json.qpdf[1]
    const values = Object.values(objects).map((entry) => (entry as { value?: Record<string, unknown> }).value)
    const intent = values.find((value) => value?.['/S'] === '/GTS_PDFX')
    expect(intent).toMatchObject({ '/OutputConditionIdentifier': 'u:CGATS TR 002' })
    const info = values.find((value) => value?.['/Trapped'])
    expect(info).toMatchObject({
      '/Title': 'u:高新园区 08 版 2025-03-17',
      '/Trapped': '/False',
      '/GTS_PDFXVersion': 'u:PDF/X-4',
    })
    const metadata = Object.values(objects).find(
      (entry) =>
        (entry as { stream?: { dict: Record<string, unknown> } }).stream?.dict['/Type'] === '/Metadata',
    )
    expect(metadata).toBeDefined()
    expect(readFileSync(file).includes('<pdfxid:GTS_PDFXVersion>PDF/X-4<')).toBe(true)
  })
})

describe('the outline', () => {
  it('leads to the articles in reading order', () => {
    const lines = tool('mutool', 'show', file, 'outline').trim().split('\n')
    const titles = lines.map((line) => /"(.*)"/.exec(line)?.[1])
    expect(titles).toEqual([
      '长春高新区：为可持续振兴开新局',
      '百亿元级半导体集群启航',
      '企业跨市迁移登记“零跑动”',
      '园区动态',
    ])
  })
})

describe('a tagged file', () => {
  it('has its text in reading order, heads and all, and the folio not in it', async () => {
    const tagged = join(folder, 'tagged.pdf')
    writeFileSync(tagged, await write({ tagged: true, marks: ALL_MARKS }))
    tool('qpdf', '--check', tagged)
    expect(tool('pdfinfo', tagged)).toMatch(/^Tagged:\s+yes$/m)
    const structure = tool('pdfinfo', '-struct-text', tagged)
    const elements = [...structure.matchAll(/^ +(H1|H3|P|Caption)\b.*\n((?: +".*"\n)+)/gm)].map(
      ([, tag, text = '']) => `${tag} ${text.replace(/^ +"(.*)"$/gm, '$1').replaceAll('\n', '')}`,
    )
    const order = [
      'H1 长春高新区：',
      'H1 为可持续振兴开新局',
      'H3 产业支撑经济稳增长',
      'P 佛山高新区',
      'H1 百亿元级半导体集群启航',
      'H1 企业跨市迁移登记“零跑动”',
      'H1 园区动态',
      'Caption 招聘会现场气氛热烈，620人次达成初步就业意向。',
    ].map((element) => elements.indexOf(element))
    expect(order).not.toContain(-1)
    expect(order).toEqual([...order].sort((a, b) => a - b))
    const texts = Object.values(doc.stories).filter(({ role }) => role !== 'folio')
    const wanted = texts.flatMap(({ paragraphs }) =>
      paragraphs.flatMap(({ runs }) => runs.map(({ text }) => text)),
    )
    expect(sorted(elements.map((element) => element.replace(/^\w+ /, '')).join(''))).toBe(
      sorted(wanted.join('')),
    )
    expect(structure).not.toContain('2025年3月17日　星期一')
  })

  it('is for PDF/X-4', async () => {
    const options = { ...DEFAULT_EXPORT, standard: 'x1a' as const, tagged: true }
    const refused = await exportPage(doc, composition, tools, options)
    expect(refused).toMatchObject({ ok: false, diagnostics: [{ code: 'tags-not-in-x1a' }] })
  })
})

describe('a page that must not be printed', () => {
  it('gives every reason and no file', async () => {
    const diagnostics = [
      { code: 'overset', severity: 'error' as const },
      { code: 'missing-glyph', severity: 'error' as const },
      { code: 'line-overfull', severity: 'warning' as const },
    ]
    const broken = { ...composition, diagnostics }
    const refused = await exportPage(doc, broken, tools)
    expect(refused).toEqual({ ok: false, diagnostics: diagnostics.slice(0, 2) })
    const proof = await exportPage(doc, broken, tools, { ...DEFAULT_EXPORT, allowOverset: true })
    expect(proof).toEqual({ ok: false, diagnostics: [diagnostics[1]] })
  })
})
