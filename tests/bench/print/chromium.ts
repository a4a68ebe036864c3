/** The same page printed by Chromium: every glyph at its place in an SVG, in the page's own faces. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from 'playwright'
import { fontFile } from '../../../src/adapters/font-files.ts'
import { FACES } from '../../../src/adapters/harfbuzz.ts'
import type { ComposedLine, Composition, GlyphRun } from '../../../src/core/compose/composition.ts'
import { median } from './tools.ts'

const WARM_RUNS = 5
const PATHS = ['/usr/bin/chromium', '/usr/bin/google-chrome', '/usr/lib/chromium/chromium']

export interface ChromiumRun {
  /** From launch to the PDF, and printing alone in the open page. */
  coldMs: number
  warmMs: number
  bytes: number
}

export async function printByChromium(composition: Composition): Promise<ChromiumRun> {
  const executablePath = PATHS.find((path) => existsSync(path))
  if (executablePath === undefined)
    throw new Error('the bench wants an installed Chromium (Debian: chromium)')
  const folder = mkdtempSync(join(tmpdir(), 'banxin-chromium-'))
  const file = join(folder, 'page.html')
  writeFileSync(file, pageAsHtml(composition))
  const start = performance.now()
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--allow-file-access-from-files'],
  })
  try {
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href)
    await page.evaluate(() => document.fonts.ready)
    const size = { width: `${composition.width / 72}in`, height: `${composition.height / 72}in` }
    const print = () => page.pdf({ ...size, printBackground: true })
    const bytes = (await print()).length
    const coldMs = performance.now() - start
    const times: number[] = []
    for (let i = 0; i < WARM_RUNS; i++) {
      const began = performance.now()
      await print()
      times.push(performance.now() - began)
    }
    return { coldMs, warmMs: median(times), bytes }
  } finally {
    await browser.close()
    rmSync(folder, { recursive: true })
  }
}

function pageAsHtml({ width, height, items }: Composition): string {
  const faces = FACES.map(
    ({ id }) =>
      `@font-face{font-family:"${id}";src:url(${pathToFileURL(resolve('out/fonts', fontFile(id, 'common'))).href})}`,
  )
  const drawn = items.flatMap((item) => {
    if (item.kind === 'text') return item.lines.flatMap((line) => line.runs.map((run) => asText(run, line)))
    if (item.kind === 'rule')
      return `<path d="M${item.from.x} ${item.from.y}L${item.to.x} ${item.to.y}" stroke="${item.stroke.screen}" stroke-width="${item.strokePt}"/>`
    const { x, y, width, height } = item.box
    const paint = item.kind === 'shape' ? (item.fill?.screen ?? 'none') : '#ccc'
    return `<rect x="${x}" y="${y}" width="${width}" height="${height}" fill="${paint}"/>`
  })
  const style = `${faces.join('')}@page{size:${width}pt ${height}pt;margin:0}body{margin:0}svg{display:block}`
  return `<!doctype html><meta charset="utf-8"><style>${style}</style><svg width="${width}pt" height="${height}pt" viewBox="0 0 ${width} ${height}">${drawn.join('')}</svg>`
}

const asText = (run: GlyphRun, { x, baseline }: ComposedLine): string =>
  `<text font-family="${run.face}" font-size="${run.sizePt}" fill="${run.ink.screen}" x="${run.xs.map((place) => x + place).join(' ')}" y="${baseline}">${run.texts.join('')}</text>`
