/** Pictures of every kind, made ready for newsprint, in both standards, seen on paper and on the plates. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, describe, expect, it } from 'vitest'
import { pictureEngine } from '../../src/adapters/pictures/convert.ts'
import { composePage } from '../../src/core/compose/composer.ts'
import { newsprintIntent } from '../../src/core/pdf/conditions.ts'
import { DEFAULT_EXPORT, type ExportOptions } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { letGo } from '../support/let-go.ts'
import { dictionariesOf } from '../support/pdf-objects.ts'
import { cellOf, picturePage } from '../support/picture-page.ts'
import { readMagick, testPictures, wholeProfile } from '../support/pictures.ts'
import { platesOf } from '../support/plates.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const { doc, shaper } = await rebuildSample()
const pictures = await testPictures()
const { page, files } = picturePage(doc, pictures)
const intent = newsprintIntent(newsprint().profile as Uint8Array, wholeProfile())
const engine = pictureEngine(readMagick)
const tools = { shaper, subsetter: await openSubsetter(), intent, pictures: { engine, files } }
const composition = composePage(page, shaper)
const folder = mkdtempSync(join(tmpdir(), 'banxin-pictures-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A sheet of small pictures without a folio is no page that preflight lets pass. */
const PROOF: ExportOptions = { ...DEFAULT_EXPORT, allowOverset: true }

/** Else a stencil would show the proof's mark through its white. */
const signed = letGo(page, composition)

async function write(name: string, options: Partial<ExportOptions> = {}) {
  const pdf = await exportPage(signed, composition, tools, { ...PROOF, ...options })
  if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
  const file = join(folder, `${name}.pdf`)
  writeFileSync(file, pdf.bytes)
  return { file, warnings: pdf.warnings, bytes: pdf.bytes }
}

const x4 = await write('x4')
const x1a = await write('x1a', { standard: 'x1a' })

function seen(file: string): PNG {
  tool('pdftoppm', '-r', '72', '-png', '-singlefile', file, file.replace(/\.pdf$/, ''))
  return PNG.sync.read(readFileSync(file.replace(/\.pdf$/, '.png')))
}

/** The colour at a place of a picture, as shares of its width and height. */
function colourAt(png: PNG, index: number, across: number, down: number): [number, number, number] {
  const cell = cellOf(index)
  const x = Math.round(cell.x + across * cell.width)
  const y = Math.round(cell.y + down * cell.height)
  return [...png.data.subarray(4 * (y * png.width + x), 4 * (y * png.width + x) + 3)] as [
    number,
    number,
    number,
  ]
}

const strongest = (colour: number[]) => ['red', 'green', 'blue'][colour.indexOf(Math.max(...colour))]

describe.each([
  ['PDF/X-4', x4],
  ['PDF/X-1a', x1a],
])('pictures in %s', (_, { file }) => {
  const png = seen(file)

  it('has a clean structure', () => {
    tool('qpdf', '--check', file)
  })

  it.each(pictures.map(({ file: name }, i) => [name, i] as const))(
    '%s stands upright in its own colours',
    (_, i) => {
      const { shows, seeThrough } = pictures[i] as (typeof pictures)[number]
      const [a, b, c] = [
        colourAt(png, i, 0.2, 0.25),
        colourAt(png, i, seeThrough ? 0.55 : 0.8, 0.25),
        colourAt(png, i, 0.2, 0.75),
      ]
      const [dark, light] = [colourAt(png, i, 0.53, 0.75), colourAt(png, i, 0.97, 0.75)]
      if (shows === 'flood') return expect(Math.max(...a)).toBeLessThan(110)
      expect(Math.max(...dark)).toBeLessThan(100)
      expect(Math.min(...light)).toBeGreaterThan(190)
      if (shows === 'colour') expect([a, b, c].map(strongest)).toEqual(['red', 'green', 'blue'])
      if (shows === 'gray')
        for (const [red, green, blue] of [a, b, c]) expect([green, blue]).toEqual([red, red])
      if (shows === 'bilevel') for (const [red] of [dark, light]) expect(red < 60 || red > 240).toBe(true)
    },
  )
})

describe('colours of pictures', () => {
  const spaces = (file: string) =>
    dictionariesOf(file)
      .filter((object) => object['/Subtype'] === '/Image')
      .map((object) => (object['/ImageMask'] ? 'mask' : String(object['/ColorSpace'])))

  it('are the press’s own, gray for what is gray, a stencil for bits', () => {
    for (const { file } of [x4, x1a]) {
      const kinds = new Set(spaces(file))
      expect([...kinds].sort()).toEqual(['/DeviceCMYK', '/DeviceGray', 'mask'])
      expect(spaces(file).filter((space) => space === 'mask')).toHaveLength(2)
    }
    expect(spaces(x1a.file)).toHaveLength(pictures.length)
  })

  it('stay RGB with their profile in PDF/X-4 on request, and never in X-1a', async () => {
    const options = { pictures: { ...DEFAULT_EXPORT.pictures, keepRgb: true } }
    const kept = await write('rgb', options)
    const profiles = dictionariesOf(kept.file).filter((object) => object['/Alternate'] === '/DeviceRGB')
    expect(profiles.length).toBeGreaterThan(5)
    for (const object of dictionariesOf(kept.file)) expect(object['/ColorSpace']).not.toBe('/DeviceRGB')
    const png = seen(kept.file)
    expect([0.2, 0.8].map((across) => strongest(colourAt(png, 0, across, 0.25)))).toEqual(['red', 'green'])
    const never = await write('rgb-x1a', { ...options, standard: 'x1a' })
    expect(new Set(spaces(never.file))).toEqual(new Set(spaces(x1a.file)))
  })

  it('are see-through in PDF/X-4 alone', () => {
    const masks = (file: string) => dictionariesOf(file).filter((object) => '/SMask' in object).length
    expect([masks(x4.file), masks(x1a.file)]).toEqual([2, 0])
  })
})

describe('ink', () => {
  const plates = platesOf(x4.file, 72)
  const inkAt = (index: number, across: number, down: number) => {
    const cell = cellOf(index)
    const at = (width: number) =>
      Math.round(cell.y + down * cell.height) * width + Math.round(cell.x + across * cell.width)
    return Object.fromEntries(
      [...plates].map(([name, { width, pixels }]) => [
        name,
        Math.round((255 - (pixels[at(width)] ?? 255)) / 2.55),
      ]),
    )
  }

  it('is nowhere over the limit', () => {
    const all = [...plates.values()].map(({ pixels }) => pixels)
    let most = 0
    for (let i = 0; i < (all[0]?.length ?? 0); i++)
      most = Math.max(most, all.reduce((sum, plate) => sum + 255 - (plate[i] ?? 255), 0) / 2.55)
    expect(most).toBeGreaterThan(200)
    expect(most).toBeLessThanOrEqual(DEFAULT_EXPORT.pictures.inkLimit + 1)
  })

  it('is reduced with a warning that names the picture', () => {
    const flood = pictures.findIndex(({ shows }) => shows === 'flood')
    expect(x4.warnings).toEqual([
      {
        code: 'picture-ink-reduced',
        severity: 'warning',
        at: { frame: `p${flood}` },
        params: { name: 'flood.jpg', ink: 400, limit: 240 },
      },
    ])
  })

  it('of gray and of bits is black alone, and a middle gray as dark as the press makes it', () => {
    pictures.forEach(({ shows }, i) => {
      if (shows !== 'gray' && shows !== 'bilevel') return
      for (const across of [0.2, 0.55, 0.75]) {
        const { Cyan, Magenta, Yellow } = inkAt(i, across, 0.75)
        expect([Cyan, Magenta, Yellow]).toEqual([0, 0, 0])
      }
    })
    const gray = pictures.findIndex(({ file }) => file === 'gray.png')
    // Newsprint darkens: less ink than the 50 % that the number alone would give.
    expect(inkAt(gray, 0.75, 0.75).Black).toBeGreaterThan(15)
    expect(inkAt(gray, 0.75, 0.75).Black).toBeLessThan(48)
  })
})

describe('size', () => {
  it('comes down to the target, and never goes up', async () => {
    const widths = (file: string) =>
      tool('pdfimages', '-list', file)
        .trim()
        .split('\n')
        .slice(2)
        .map((line) => Number(line.trim().split(/\s+/)[3]))
    // 240 pixels on 150 pt are 115 to the inch.
    expect(new Set(widths(x4.file))).toEqual(new Set([240]))
    const small = await write('small', { pictures: { ...DEFAULT_EXPORT.pictures, targetPpi: 72 } })
    expect(new Set(widths(small.file))).toEqual(new Set([150, 240]))
  })

  it('is the same file every time', async () => {
    expect((await write('again')).bytes).toEqual(x4.bytes)
  })
})

describe('a picture that cannot be printed', () => {
  it('is named, and there is no file', async () => {
    const damaged = new Map([...files].map(([hash, bytes]) => [hash, bytes.subarray(0, 60)]))
    const broken = { ...tools, pictures: { engine, files: damaged } }
    const refused = await exportPage(page, composition, broken, PROOF)
    if (refused.ok) throw new Error('damaged pictures were printed')
    expect(new Set(refused.diagnostics.map(({ code }) => code))).toEqual(new Set(['picture-unreadable']))
    expect(refused.diagnostics).toHaveLength(pictures.length)
    const missing = await exportPage(
      page,
      composition,
      { ...tools, pictures: { engine, files: new Map() } },
      PROOF,
    )
    if (missing.ok) throw new Error('missing pictures were printed')
    expect(new Set(missing.diagnostics.map(({ code }) => code))).toEqual(new Set(['picture-missing']))
  })
})
