/** Page 08 to both standards, with marks, for other presses and with spot colours, read by other tools. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import type { Composition, Ink } from '../../src/core/compose/composition.ts'
import { namedIntent, profileIntent } from '../../src/core/pdf/conditions.ts'
import { ALL_MARKS, NO_MARKS } from '../../src/core/pdf/mark-kinds.ts'
import { DEFAULT_EXPORT, type ExportOptions } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { dictionariesOf } from '../support/pdf-objects.ts'
import { inkIn, platesOf } from '../support/plates.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const { doc, composition, shaper } = await rebuildSample()
const tools = { shaper, subsetter: await openSubsetter(), intent: newsprint() }
const folder = mkdtempSync(join(tmpdir(), 'banxin-standards-'))
afterAll(() => rmSync(folder, { recursive: true }))

interface Wish {
  options?: Partial<ExportOptions>
  intent?: typeof tools.intent
  page?: Composition
}

const print = ({ options = {}, intent = tools.intent, page = composition }: Wish) =>
  exportPage(doc, page, { ...tools, intent }, { ...DEFAULT_EXPORT, ...options })

async function write(name: string, wish: Wish): Promise<string> {
  const pdf = await print(wish)
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf.bytes)
  return file
}

const codes = async (wish: Wish) => {
  const pdf = await print(wish)
  return pdf.ok ? [] : pdf.diagnostics.map(({ code }) => code)
}

function boxes(file: string): Record<string, number[]> {
  const lines = tool('pdfinfo', '-box', file).matchAll(/^(\w+Box):\s+(.*)$/gm)
  return Object.fromEntries(
    [...lines].map(([, name = '', text = '']) => [name, text.split(/\s+/).map(Number)]),
  )
}

/** As the press would have it: the page with its accent printed in an ink of its own. */
function withSpot(spot: string, cmyk: Ink['cmyk'] = [0, 90, 80, 0]): Composition {
  const ink = (old: Ink): Ink => (old.cmyk[0] === 100 ? { cmyk, screen: '#c81e2d', spot } : old)
  const items = composition.items.map((item) => {
    if (item.kind === 'text') {
      const lines = item.lines.map((line) => ({
        ...line,
        runs: line.runs.map((run) => ({ ...run, ink: ink(run.ink) })),
      }))
      return { ...item, lines }
    }
    return item.kind === 'shape' && item.fill ? { ...item, fill: ink(item.fill) } : item
  })
  return { ...composition, items }
}

describe('PDF/X-1a:2003', () => {
  it('keeps to PDF 1.4: its header, no object streams, no transparency', async () => {
    const file = await write('x1a', { options: { standard: 'x1a' } })
    tool('qpdf', '--check', file)
    expect(readFileSync(file).subarray(0, 8).toString('latin1')).toBe('%PDF-1.4')
    const objects = dictionariesOf(file)
    for (const object of objects) {
      expect(['/ObjStm', '/XRef']).not.toContain(object['/Type'])
      for (const key of ['/SMask', '/CA', '/ca', '/BM', '/Group']) expect(object).not.toHaveProperty(key)
    }
    const info = objects.find((object) => '/Trapped' in object)
    expect(info).toMatchObject({ '/GTS_PDFXVersion': 'u:PDF/X-1a:2003', '/Trapped': '/False' })
    const text = readFileSync(file).toString('latin1')
    expect(text).toContain('<pdfx:GTS_PDFXVersion>PDF/X-1a:2003<')
    expect(text).not.toContain('PDF/X-4')
  })

  it('takes a registered condition by its name where PDF/X-4 wants its profile', async () => {
    const intent = namedIntent('ifra26')
    const file = await write('ifra26', { options: { standard: 'x1a' }, intent })
    const found = dictionariesOf(file).find((object) => object['/S'] === '/GTS_PDFX')
    expect(found).toMatchObject({
      '/OutputConditionIdentifier': 'u:IFRA26',
      '/RegistryName': 'u:http://www.color.org',
    })
    expect(found).not.toHaveProperty('/DestOutputProfile')
    expect(await codes({ intent })).toEqual(['profile-needed'])
  })
})

describe('the output profile', () => {
  const shipped = newsprint().profile as Uint8Array
  const altered = (change: (bytes: Uint8Array) => void) => {
    const bytes = shipped.slice()
    change(bytes)
    return bytes
  }

  it('stands in the file byte for byte', async () => {
    const file = await write('profile', {})
    const json = JSON.parse(tool('qpdf', '--json=2', '--json-stream-data=inline', '--decode-level=all', file))
    const streams = Object.values(json.qpdf[1]) as { stream?: { dict: object; data: string } }[]
    const found = streams.find(({ stream }) => stream && '/N' in stream.dict && !('/First' in stream.dict))
    expect(Buffer.from(found?.stream?.data ?? '', 'base64').equals(Buffer.from(shipped))).toBe(true)
  })

  it('may be the user’s own, under its own name', async () => {
    const intent = profileIntent(shipped)
    if (!intent.ok) throw new Error('the shipped profile was refused')
    const file = await write('own', { intent: intent.value })
    const found = dictionariesOf(file).find((object) => object['/S'] === '/GTS_PDFX')
    expect(found).toMatchObject({
      '/OutputConditionIdentifier': 'u:Custom',
      '/Info': 'u:News CGATS TR 002 TAC225',
    })
    expect(found).not.toHaveProperty('/RegistryName')
  })

  it('is refused when it is none of a CMYK press', () => {
    const monitor = altered((bytes) => bytes.set(Buffer.from('mntrRGB '), 12))
    const refusal = (bytes: Uint8Array) => {
      const intent = profileIntent(bytes)
      return intent.ok ? 'taken' : intent.error.code
    }
    expect(refusal(monitor)).toBe('profile-not-cmyk-output')
    expect(refusal(shipped.subarray(0, 5000))).toBe('profile-not-icc')
    expect(refusal(new Uint8Array(10))).toBe('profile-not-icc')
    expect(refusal(altered((bytes) => bytes.set([0xff, 0xff, 0xff, 0xff], 136)))).toBe('profile-not-icc')
  })

  it('of version 4 is for PDF/X-4 alone', async () => {
    const intent = profileIntent(altered((bytes) => bytes.set([4], 8)))
    if (!intent.ok) throw new Error('version 4 was refused')
    expect(await codes({ intent: intent.value })).toEqual([])
    expect(await codes({ intent: intent.value, options: { standard: 'x1a' } })).toEqual(['profile-version'])
  })
})

describe('printer’s marks', () => {
  it('stand outside the bleed and on every plate, and the page between them is untouched', async () => {
    const file = await write('marks', { options: { marks: ALL_MARKS, bleedMm: 3 } })
    const { MediaBox = [], BleedBox = [], TrimBox = [] } = boxes(file)
    const mm = 72 / 25.4
    expect((TrimBox[0] ?? 0) - (BleedBox[0] ?? 0)).toBeCloseTo(3 * mm, 1)
    expect((BleedBox[0] ?? 0) - (MediaBox[0] ?? 0)).toBeCloseTo(8 * mm, 1)
    const plates = platesOf(file, 72)
    // The crop mark left of the upper left corner.
    const crop = { x: 9, y: 29, width: 13, height: 4 }
    for (const name of ['Cyan', 'Magenta', 'Yellow', 'Black']) {
      const plate = plates.get(name)
      if (!plate) throw new Error(`no plate ${name}`)
      expect(inkIn(plate, crop.x, crop.y, crop.width, crop.height), name).toBeGreaterThan(1)
      // Within the bleed, left of the type area, the paper is bare.
      expect(inkIn(plate, 24, 24, 50, 1500), name).toBe(0)
    }
    expect(tool('pdftotext', '-raw', file, '-')).toContain('高新园区 08 版 2025-03-17 PDF/X-4')
  })

  it('come one by one, as they are asked for', async () => {
    const mm = 72 / 25.4
    const [crop, target, bar] = [
      { x: 9, y: 29, width: 13, height: 4 },
      // The middle of the left side, at 7 mm from the trim; the bar stands below the page's lower left corner.
      { x: 7 * mm - 6, y: 11 * mm + composition.height / 2 - 6, width: 12, height: 12 },
      { x: 14 * mm, y: 11 * mm + composition.height + 3.5 * mm, width: 40 * mm, height: 6 * mm },
    ]
    const shown = async (marks: Partial<typeof NO_MARKS>) => {
      const file = await write(`marks-${Object.keys(marks)}`, {
        options: { marks: { ...NO_MARKS, ...marks }, bleedMm: 3 },
      })
      const black = platesOf(file, 72).get('Black')
      if (!black) throw new Error('no black plate')
      const has = [crop, target, bar].map((at) => {
        const [x, y, width, height] = [at.x, at.y, at.width, at.height].map(Math.round) as [
          number,
          number,
          number,
          number,
        ]
        return inkIn(black, x, y, width, height) > 0
      })
      return [...has, tool('pdftotext', '-raw', file, '-').includes('PDF/X-4')]
    }
    expect(await shown({ crop: true })).toEqual([true, false, false, false])
    expect(await shown({ registration: true })).toEqual([false, true, false, false])
    expect(await shown({ colourBar: true })).toEqual([false, false, true, false])
    expect(await shown({ info: true })).toEqual([false, false, false, true])
  })
})

describe('plates', () => {
  it.each(['x4', 'x1a'] as const)('%s has no cyan, magenta or yellow under text', async (standard) => {
    const file = await write(`plates-${standard}`, { options: { standard } })
    const scale = 1
    const body = composition.items.filter((item) => item.kind === 'text' && item.story?.includes('body'))
    const plates = platesOf(file, 72 * scale)
    const texts =
      body.length > 0
        ? body
        : composition.items.filter((item) => item.kind === 'text' && item.lines.length > 9)
    expect(texts.length).toBeGreaterThan(3)
    for (const { box } of texts.flatMap((item) => (item.kind === 'text' ? [item] : []))) {
      const [x, y, w, h] = [box.x, box.y, box.width, box.height].map(Math.round) as [
        number,
        number,
        number,
        number,
      ]
      const ink = (name: string) => inkIn(plates.get(name) as Parameters<typeof inkIn>[0], x, y, w, h)
      expect([ink('Cyan'), ink('Magenta'), ink('Yellow')]).toEqual([0, 0, 0])
      expect(ink('Black')).toBeGreaterThan(3)
    }
  })
})

describe('spot colours', () => {
  it('print on a plate of their own, by any name', async () => {
    const file = await write('spot', { page: withSpot('专色红 #1'), options: { marks: ALL_MARKS } })
    tool('qpdf', '--check', file)
    const plates = platesOf(file, 36)
    expect([...plates.keys()].sort()).toEqual(['Black', 'Cyan', 'Magenta', 'Yellow', '专色红 #1'])
    const spot = plates.get('专色红 #1')
    if (!spot) throw new Error('no spot plate')
    expect(inkIn(spot, 0, 0, spot.width, spot.height)).toBeGreaterThan(0.1)
  })

  it('are refused under a name that means something else, or with two looks', async () => {
    expect(await codes({ page: withSpot('All') })).toEqual(['spot-name-reserved'])
    const one = withSpot('红')
    const two = withSpot('红', [0, 100, 100, 0])
    const both = { ...one, items: [...one.items, ...two.items] }
    expect(await codes({ page: both })).toEqual(['spot-alternates-differ'])
  })

  it('are refused together with every other reason', async () => {
    const page = {
      ...withSpot('None'),
      diagnostics: [{ code: 'overset', severity: 'error' as const }],
    }
    const intent = namedIntent('ifra26')
    expect(await codes({ page, intent })).toEqual(['overset', 'spot-name-reserved', 'profile-needed'])
  })
})
