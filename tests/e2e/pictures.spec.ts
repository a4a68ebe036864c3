/** Pictures in the window: placed, dropped, pasted, fitted, found again, refused; and printed. */
import { existsSync, readdirSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { MagickFormat, MagickImage, MagickReadSettings } from '@imagemagick/magick-wasm'
import { unzipSync } from 'fflate'
import type { ElectronApplication, Page } from 'playwright/test'
import { PNG } from 'pngjs'
import { startDecoder } from '../../src/adapters/pictures/decode.ts'
import { readMagick, testPictures } from '../support/pictures.ts'
import { tool } from '../support/tools.ts'
import { dragOnPage, historyNames, pagePoints, placeOfSelected } from './page-points.ts'
import { canvasMiddle, expect, openFrom, saveTo, test } from './window.ts'

test.beforeAll(() => startDecoder(readMagick))

/** A photo of one strong colour, red unless said, as large as asked. */
function photo(width: number, height: number, colour = 'xc:#d02030'): Uint8Array {
  const image = MagickImage.create()
  image.read(colour, new MagickReadSettings({ width, height }))
  image.quality = 90
  const bytes = image.write(MagickFormat.Jpeg, (data) => data.slice())
  image.dispose()
  return bytes
}

async function chooseFiles(app: ElectronApplication, ...paths: string[]): Promise<void> {
  await app.evaluate(({ dialog }, filePaths) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths })) as never
  }, paths)
}

/** Drops or pastes files as the system would, at a point of the window. */
async function give(
  page: Page,
  kind: 'drop' | 'paste',
  files: { name: string; type: string; bytes: Uint8Array }[],
  at: { x: number; y: number },
): Promise<void> {
  await page.evaluate(
    ({ kind, files, at }) => {
      const data = new DataTransfer()
      for (const { name, type, base64 } of files) {
        const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
        data.items.add(new File([bytes], name, { type }))
      }
      const target = document.querySelector('.canvas-viewport') as Element
      const place = { clientX: at.x, clientY: at.y, bubbles: true, cancelable: true }
      if (kind === 'paste')
        target.dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, ...place }))
      else {
        target.dispatchEvent(new DragEvent('dragover', { dataTransfer: data, ...place }))
        target.dispatchEvent(new DragEvent('drop', { dataTransfer: data, ...place }))
      }
    },
    {
      kind,
      at,
      files: files.map(({ name, type, bytes }) => ({
        name,
        type,
        base64: Buffer.from(bytes).toString('base64'),
      })),
    },
  )
}

/** The share of the canvas that is strongly red. */
const redShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
    const copy = canvas && new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy?.getContext('2d', { willReadFrequently: true })
    if (!copy || !context) return 0
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, copy.width, copy.height)
    let red = 0
    for (let at = 0; at < data.length; at += 4)
      if ((data[at] ?? 0) > 150 && (data[at + 1] ?? 0) < 90 && (data[at + 2] ?? 0) < 110) red++
    return red / (data.length / 4)
  })

const properties = (page: Page) => page.getByTestId('properties')

/** Pixels that are strongly red. */
const redIn = ({ data }: PNG): number =>
  data.filter(
    (red, i) => i % 4 === 0 && red > 150 && (data[i + 1] as number) < 90 && (data[i + 2] as number) < 110,
  ).length

/** The empty picture frame of page 08, by its name in the story list or by Tab. */
async function selectPictureFrame(page: Page): Promise<void> {
  await page.locator('.canvas-viewport').focus()
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    if ((await properties(page).textContent())?.includes('空图框')) return
  }
  throw new Error('no picture frame')
}

interface Desk {
  page: Page
  app: ElectronApplication
  folder: string
}

/** Places a photo, new in the folder, into the first picture frame by command; its path. */
async function placePhoto(
  { page, app, folder }: Desk,
  name: string,
  size: readonly [width: number, height: number] = [2400, 1800],
): Promise<string> {
  const path = join(folder, name)
  writeFileSync(path, photo(...size))
  await chooseFiles(app, path)
  await selectPictureFrame(page)
  await page.keyboard.press('Control+KeyD')
  await expect(properties(page)).toContainText(name, { timeout: 20_000 })
  return path
}

test('places a picture by command into the selected frame, and undo takes it out', async ({
  page,
  app,
  folder,
}) => {
  expect(await redShare(page)).toBe(0)
  await placePhoto({ page, app, folder }, '招聘会.jpg')
  await expect(properties(page)).toContainText('2400 × 1800')
  await expect(page.getByTestId('picture-ppi')).toContainText('够付印')
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.01)
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => redShare(page)).toBe(0)
  await page.keyboard.press('Control+Shift+KeyZ')
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.01)
})

test('a picture leaves the file with its frame, and undo after saving brings it back into it', async ({
  page,
  app,
  folder,
}) => {
  await placePhoto({ page, app, folder }, '招聘会.jpg')
  const banxin = join(folder, 'page.banxin')
  const picturesIn = () =>
    Object.keys(unzipSync(new Uint8Array(readFileSync(banxin)))).filter((name) => name.startsWith('assets/'))
  const savedWith = (count: number) => expect.poll(() => picturesIn().length, { timeout: 20_000 }).toBe(count)
  await saveTo(app, banxin)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByTestId('toast')).toContainText('已存', { timeout: 30_000 })
  expect(picturesIn()).toHaveLength(1)
  const small = join(folder, 'profile/thumbnails')
  await expect.poll(() => (existsSync(small) ? readdirSync(small).length : 0), { timeout: 20_000 }).toBe(1)
  expect(redIn(PNG.sync.read(readFileSync(join(small, readdirSync(small)[0] as string))))).toBeGreaterThan(
    100,
  )
  await page.locator('.canvas-viewport').focus()
  await page.keyboard.press('Delete')
  await expect.poll(() => redShare(page)).toBe(0)
  await page.keyboard.press('Control+KeyS')
  await savedWith(0)
  await page.keyboard.press('Control+KeyZ')
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.01)
  await page.keyboard.press('Control+KeyS')
  await savedWith(1)
})

test('fits, zooms and turns by fields and by commands', async ({ page, app, folder }) => {
  await placePhoto({ page, app, folder }, 'wide.jpg', [3000, 600])
  const whole = await redShare(page)
  const ppi = async () => Number.parseInt((await page.getByTestId('picture-ppi').textContent()) ?? '', 10)
  const before = await ppi()
  await page.getByTestId('picture-fit').getByRole('button').click()
  await page.getByRole('option', { name: '整图入框' }).click()
  await expect.poll(() => redShare(page)).toBeLessThan(whole * 0.6)
  expect(await ppi()).toBeGreaterThan(before * 2)
  const zoom = page.getByTestId('picture-zoom').getByRole('textbox')
  await zoom.fill('50')
  await zoom.press('Enter')
  await expect.poll(() => redShare(page)).toBeLessThan(whole * 0.2)
  const turn = page.getByTestId('picture-rotation').getByRole('textbox')
  await turn.fill('90')
  await turn.press('Enter')
  await expect(turn).toHaveValue('90')
  await page.getByRole('button', { name: '框合图' }).click()
  await page.keyboard.press('Control+KeyZ')
  await page.getByRole('button', { name: '移去' }).click()
  await expect.poll(() => redShare(page)).toBe(0)
  await expect(properties(page)).toContainText('空图框')
})

test('takes a dropped picture into the frame under the pointer, another into a new frame', async ({
  page,
}) => {
  const middle = await canvasMiddle(page)
  await give(page, 'drop', [{ name: 'new.jpg', type: 'image/jpeg', bytes: photo(1500, 1000) }], middle)
  await expect(properties(page)).toContainText('new.jpg', { timeout: 20_000 })
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.005)
  const added = await redShare(page)
  await give(page, 'paste', [{ name: 'pasted.png', type: 'image/png', bytes: photo(900, 900) }], middle)
  await expect(properties(page)).toContainText('pasted.png', { timeout: 20_000 })
  await expect.poll(() => redShare(page)).toBeGreaterThan(0)
  expect(added).toBeGreaterThan(0)
})

test('warns of a picture with too few pixels', async ({ page, app, folder }) => {
  await placePhoto({ page, app, folder }, 'small.jpg', [200, 150])
  await expect(page.getByTestId('toast')).toContainText('ppi', { timeout: 20_000 })
  await expect(page.getByTestId('picture-ppi')).toContainText('太低')
})

test('refuses what is no picture in words, and stays as it is', async ({ page, app, folder }) => {
  const script = '<svg xmlns="http://www.w3.org/2000/svg"><script>document.title="hacked"</script></svg>'
  const whole = photo(1200, 800)
  const header = photo(8, 8)
  const at = Buffer.from(header).indexOf(Buffer.from([0xff, 0xc0]))
  const huge = Uint8Array.from(header)
  new DataView(huge.buffer).setUint16(at + 5, 12_000)
  new DataView(huge.buffer).setUint16(at + 7, 16_700)
  const cases: [name: string, bytes: Uint8Array, says: string][] = [
    ['chart.svg', new TextEncoder().encode(script), '是 SVG'],
    ['empty.jpg', new Uint8Array(), '是空的'],
    ['cut.jpg', whole.subarray(0, whole.length >> 1), '损坏了'],
    ['huge.jpg', huge, '太大：16700 × 12000 像素'],
    ['notes.jpg', new TextEncoder().encode('今天没有图'), '这不是 JPEG、PNG、TIFF 或 WebP 图片'],
  ]
  await selectPictureFrame(page)
  const title = await page.title()
  for (const [name, bytes, says] of cases) {
    writeFileSync(join(folder, name), bytes)
    await chooseFiles(app, join(folder, name))
    await page.keyboard.press('Control+KeyD')
    await expect(page.getByTestId('toast')).toContainText(says, { timeout: 20_000 })
  }
  expect(await page.title()).toBe(title)
  await expect(properties(page)).toContainText('空图框')
})

test('says that a file has changed or gone, takes the new one, and finds another', async ({
  page,
  app,
  folder,
}) => {
  const path = await placePhoto({ page, app, folder }, 'park.jpg')
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.01)
  writeFileSync(path, photo(2400, 1800, 'xc:#203080'))
  utimesSync(path, new Date(), new Date(Date.now() + 60_000))
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByTestId('picture-note')).toContainText('原文件改过了')
  await page.getByRole('button', { name: '更新' }).click()
  await expect.poll(() => redShare(page), { timeout: 20_000 }).toBe(0)
  await expect(page.getByTestId('picture-note')).toBeHidden()
  rmSync(path)
  await page.evaluate(() => window.dispatchEvent(new Event('focus')))
  await expect(page.getByTestId('picture-note')).toContainText('原文件不在了')
  const other = join(folder, 'found.jpg')
  writeFileSync(other, photo(2400, 1800))
  await chooseFiles(app, other)
  await page.getByRole('button', { name: '重新找到' }).click()
  await expect(properties(page)).toContainText('found.jpg', { timeout: 20_000 })
  await expect.poll(() => redShare(page)).toBeGreaterThan(0.01)
})

test('shows and prints every kind, after saving and opening again', async ({ page, app, folder }) => {
  test.setTimeout(240_000)
  const pictures = await testPictures()
  const paths = pictures.map(({ file, bytes }) => {
    const path = join(folder, file)
    writeFileSync(path, bytes)
    return path
  })
  await chooseFiles(app, ...paths)
  await page.keyboard.press('Control+KeyD')
  await expect(properties(page)).toContainText(basename(paths[0] as string), { timeout: 60_000 })
  const banxin = join(folder, 'pictures.banxin')
  await saveTo(app, banxin)
  await page.keyboard.press('Control+Shift+KeyS')
  await expect(page.getByTestId('toast')).toContainText('已存', { timeout: 30_000 })
  await openFrom(app, banxin)
  await page.keyboard.press('Control+KeyO')
  await expect(properties(page)).toContainText('pictures.banxin', { timeout: 30_000 })
  await expect.poll(() => redShare(page), { timeout: 30_000 }).toBeGreaterThan(0)
  const pdf = join(folder, 'pictures.pdf')
  await saveTo(app, pdf)
  await page.keyboard.press('Control+KeyE')
  // A proof: pictures of so few pixels are what preflight refuses.
  await page.getByTestId('export-dialog').getByText('校样', { exact: true }).click()
  await page.getByTestId('export-dialog').getByRole('button', { name: '导出', exact: true }).click()
  await expect(page.getByTestId('export-status')).toContainText('已导出', { timeout: 60_000 })
  await expect(page.getByTestId('export-dialog')).toContainText(`${pictures.length} / ${pictures.length}`)
  const listed = tool('pdfimages', '-list', pdf).trim().split('\n').slice(2)
  const kinds = listed.map((line) => line.trim().split(/\s+/)[2])
  expect(kinds.filter((kind) => kind === 'image' || kind === 'stencil')).toHaveLength(pictures.length)
  expect(readFileSync(pdf).length).toBeGreaterThan(200_000)
})

test('is turned and moved under its frame by its grips', async ({ page, app, folder }) => {
  await placePhoto({ page, app, folder }, 'wide.jpg', [3000, 600])
  const box = await placeOfSelected(page)
  const points = await pagePoints(page)
  const mm = (px: number) => px / points.pxPerMm
  const middle: [number, number] = [box.x + box.width / 2, box.y + box.height / 2]
  const grip: [number, number] = [box.x + box.width + mm(14), box.y - mm(14)]
  await dragOnPage(page, points, grip, [2 * middle[0] - grip[0], 2 * middle[1] - grip[1]])
  const turn = page.getByTestId('picture-rotation').getByRole('textbox')
  await expect.poll(async () => Math.abs(Number(await turn.inputValue()))).toBeGreaterThan(175)
  const whole = await redShare(page)
  await dragOnPage(page, points, middle, [middle[0], middle[1] + box.height / 2])
  await expect.poll(() => redShare(page)).toBeLessThan(whole)
  expect(await placeOfSelected(page)).toEqual(box)
  await expect.poll(() => historyNames(page)).toEqual(['打开时', '置入 wide.jpg', '转图片', '移图片'])
})
