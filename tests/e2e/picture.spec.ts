/**
 * Screen and print show the same page: the exported PDF, rasterised by Poppler, is held against the page that
 * the window paints. A pixel differs when its lightness is beyond what any neighbour of the other picture has,
 * by more than a margin: two rasterisers place their antialiasing differently, and nothing else.
 */
import { execFileSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from 'playwright/test'
import { PNG } from 'pngjs'
import { expect, saveTo, test } from './window.ts'

/** Of 255. */
const LIGHTNESS_MARGIN = 64
/** At most this share of the page's pixels may differ. */
const TOLERANCE = 0.003

interface Picture {
  width: number
  height: number
  light: Uint8Array
}

function readPicture(png: Buffer): Picture {
  const { width, height, data } = PNG.sync.read(png)
  const light = new Uint8Array(width * height)
  for (let i = 0; i < light.length; i++) {
    light[i] = 0.299 * (data[4 * i] ?? 0) + 0.587 * (data[4 * i + 1] ?? 0) + 0.114 * (data[4 * i + 2] ?? 0)
  }
  return { width, height, light }
}

/** The page's own canvas, grid and selection being on another. */
async function paintedCanvas(page: Page): Promise<Buffer> {
  const url = await page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
    return canvas?.toDataURL('image/png') ?? ''
  })
  return Buffer.from(url.slice(url.indexOf(',') + 1), 'base64')
}

/** The lightest connected part of the canvas is the sheet: cuts it out of its desk. */
function cutSheet(canvas: Picture): Picture {
  const paper = canvas.light.reduce((most, value) => Math.max(most, value), 0)
  const isPaper = (x: number, y: number) => (canvas.light[y * canvas.width + x] ?? 0) >= paper - 2
  const columns = Array.from({ length: canvas.width }, (_, x) => x)
  const rows = Array.from({ length: canvas.height }, (_, y) => y)
  const middleX = Math.floor(canvas.width / 2)
  const top = rows.find((y) => isPaper(middleX, y)) ?? 0
  const bottom = rows.findLast((y) => isPaper(middleX, y)) ?? 0
  const left = columns.find((x) => isPaper(x, top + 4)) ?? 0
  const right = columns.findLast((x) => isPaper(x, top + 4)) ?? 0
  const [width, height] = [right - left + 1, bottom - top + 1]
  const light = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    light.set(
      canvas.light.subarray((top + y) * canvas.width + left, (top + y) * canvas.width + right + 1),
      y * width,
    )
  }
  return { width, height, light }
}

/** Marks the pixels of `a` that no neighbour in `b` comes near. */
function beyond(a: Picture, b: Picture): boolean[] {
  return Array.from(a.light, (value, i) => {
    const x = i % a.width
    const y = Math.floor(i / a.width)
    let [least, most] = [255, 0]
    for (let dy = -1; dy <= 1; dy++) {
      for (let dx = -1; dx <= 1; dx++) {
        const near =
          b.light[
            Math.min(Math.max(y + dy, 0), b.height - 1) * b.width + Math.min(Math.max(x + dx, 0), b.width - 1)
          ] ?? 0
        least = Math.min(least, near)
        most = Math.max(most, near)
      }
    }
    return value < least - LIGHTNESS_MARGIN || value > most + LIGHTNESS_MARGIN
  })
}

test('the PDF looks like the page in the window', async ({ app, page, folder }, info) => {
  test.setTimeout(180_000)
  // Room for the whole sheet at 150 pixels to the inch.
  await page.setViewportSize({ width: 2960, height: 3420 })
  await page.keyboard.press('Control+0')
  const pdf = join(folder, 'page.pdf')
  await saveTo(app, pdf)
  await page.keyboard.press('Control+e')
  await page.getByTestId('export-dialog').getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByTestId('export-status')).toContainText('已导出', { timeout: 60_000 })

  const screen = cutSheet(readPicture(await paintedCanvas(page)))
  expect(screen.height).toBeGreaterThanOrEqual(3189)
  expect(screen.height / screen.width).toBeCloseTo(1530.7 / 1105.5, 2)
  const size = ['-scale-to-x', String(screen.width), '-scale-to-y', String(screen.height)]
  execFileSync('pdftoppm', ['-png', '-singlefile', ...size, pdf, join(folder, 'print')])
  const print = readPicture(readFileSync(join(folder, 'print.png')))
  expect([print.width, print.height]).toEqual([screen.width, screen.height])

  const ink = screen.light.filter((value) => value < 128).length / screen.light.length
  expect(ink).toBeGreaterThan(0.02)
  const [there, back] = [beyond(screen, print), beyond(print, screen)]
  const differing = there.filter((differs, i) => differs || back[i]).length / there.length
  writeFileSync(
    info.outputPath('share.txt'),
    `${(differing * 100).toFixed(3)} % of ${screen.width} × ${screen.height}\n`,
  )
  expect(differing).toBeLessThanOrEqual(TOLERANCE)
})
