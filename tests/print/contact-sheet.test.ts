/**
 * Every kind of picture beside itself: as it is, and as it comes out of the PDF. The sheet is written to
 * `out/test/contact-sheet.png` to be looked at; the test holds the two against each other, light for light.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PNG } from 'pngjs'
import { afterAll, expect, it } from 'vitest'
import { pictureEngine } from '../../src/adapters/pictures/convert.ts'
import { decodeForScreen } from '../../src/adapters/pictures/screen-picture.ts'
import { composePage } from '../../src/core/compose/composer.ts'
import { newsprintIntent } from '../../src/core/pdf/conditions.ts'
import { DEFAULT_EXPORT } from '../../src/core/pipeline/export-options.ts'
import { exportPage } from '../../src/core/pipeline/export-page.ts'
import { letGo } from '../support/let-go.ts'
import { cellOf, picturePage } from '../support/picture-page.ts'
import { readMagick, testPictures, wholeProfile } from '../support/pictures.ts'
import { newsprint, openSubsetter, rebuildSample } from '../support/real-page.ts'
import { tool } from '../support/tools.ts'

const [WIDTH, HEIGHT] = [240, 160]
/** A cell of 150 pt is as many pixels wide as the picture. */
const DPI = (WIDTH / 150) * 72
const COLUMNS = 4
const GAP = 8

const { doc, shaper } = await rebuildSample()
const pictures = await testPictures()
const { page, files } = picturePage(doc, pictures)
const folder = mkdtempSync(join(tmpdir(), 'banxin-sheet-'))
afterAll(() => rmSync(folder, { recursive: true }))

const intent = newsprintIntent(newsprint().profile as Uint8Array, wholeProfile())
const composition = composePage(page, shaper)
const pdf = await exportPage(
  // Unmarked, for the mark of a proof would show through what is see-through.
  letGo(page, composition),
  composition,
  {
    shaper,
    subsetter: await openSubsetter(),
    intent,
    pictures: { engine: pictureEngine(readMagick), files },
  },
  // A sheet of pictures is no page that a desk would sign.
  { ...DEFAULT_EXPORT, allowOverset: true },
)
if (!pdf.ok) throw new Error(JSON.stringify(pdf.diagnostics))
const file = join(folder, 'pictures.pdf')
writeFileSync(file, pdf.bytes)
tool('pdftoppm', '-r', String(DPI), '-png', '-singlefile', file, join(folder, 'pictures'))
const printed = PNG.sync.read(readFileSync(join(folder, 'pictures.png')))

/** RGBA of the picture on white paper, as it is. */
function original(bytes: Uint8Array, name: string): Uint8Array {
  const decoded = decodeForScreen(bytes, name, WIDTH, wholeProfile())
  if (!decoded.ok) throw new Error(decoded.error.code)
  const { width, height, rgba } = decoded.value
  expect([width, height]).toEqual([WIDTH, HEIGHT])
  return rgba.map((value, i) => {
    const alpha = (rgba[i | 3] as number) / 255
    return (i & 3) === 3 ? 255 : Math.round(value * alpha + 255 * (1 - alpha))
  })
}

function fromPdf(index: number): Uint8Array {
  const cell = cellOf(index)
  const [left, top] = [cell.x, cell.y].map((at) => Math.round((at * DPI) / 72)) as [number, number]
  const out = new Uint8Array(4 * WIDTH * HEIGHT)
  for (let y = 0; y < HEIGHT; y++) {
    const from = 4 * ((top + y) * printed.width + left)
    out.set(printed.data.subarray(from, from + 4 * WIDTH), 4 * y * WIDTH)
  }
  return out
}

const pairs = pictures.map(({ file: name, bytes, ...rest }, i) => ({
  name,
  ...rest,
  before: original(bytes, name),
  after: fromPdf(i),
}))
writeSheet()

function writeSheet(): void {
  const rows = Math.ceil(pairs.length / COLUMNS)
  const [across, down] = [2 * WIDTH + 2 * GAP, HEIGHT + GAP]
  const sheet = new PNG({ width: COLUMNS * across, height: rows * down })
  sheet.data.fill(230)
  pairs.forEach(({ before, after }, i) => {
    const left = (i % COLUMNS) * across
    const top = Math.floor(i / COLUMNS) * down
    for (const [rgba, x] of [
      [before, left],
      [after, left + WIDTH],
    ] as const)
      for (let y = 0; y < HEIGHT; y++)
        sheet.data.set(rgba.subarray(4 * y * WIDTH, 4 * (y + 1) * WIDTH), 4 * ((top + y) * sheet.width + x))
  })
  mkdirSync('out/test', { recursive: true })
  writeFileSync('out/test/contact-sheet.png', PNG.sync.write(sheet))
}

const STEP = 8

/** The mean light of small squares. */
function lights(rgba: Uint8Array): number[] {
  const out: number[] = []
  for (let top = 0; top < HEIGHT; top += STEP)
    for (let left = 0; left < WIDTH; left += STEP) {
      let sum = 0
      for (let y = top; y < top + STEP; y++)
        for (let x = left; x < left + STEP; x++) {
          const at = 4 * (y * WIDTH + x)
          sum += 0.3 * (rgba[at] as number) + 0.6 * (rgba[at + 1] as number) + 0.1 * (rgba[at + 2] as number)
        }
      out.push(sum / STEP ** 2)
    }
  return out
}

/** Pearson's. */
function correlation(a: readonly number[], b: readonly number[]): number {
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const [ma, mb] = [mean(a), mean(b)]
  let [both, aa, bb] = [0, 0, 0]
  a.forEach((value, i) => {
    const [da, db] = [value - ma, (b[i] as number) - mb]
    both += da * db
    aa += da * da
    bb += db * db
  })
  return both / Math.sqrt(aa * bb)
}

it('covers the kinds that a desk is given', () => {
  expect(pictures.length).toBeGreaterThanOrEqual(15)
})

it.each(pairs.map((pair) => [pair.name, pair] as const))('%s is the same picture in print', (_, pair) => {
  // A profile's tone curve bends light and never turns it round; a picture that is negative, turned, mirrored or moved
  // correlates with itself far less.
  expect(correlation(lights(pair.before), lights(pair.after))).toBeGreaterThan(0.93)
})
