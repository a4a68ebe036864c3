/** The window as specs use it: started on a fresh profile, silent on its console until the end. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { _electron, test as base, type ElectronApplication, expect, type Page } from 'playwright/test'
import { runtime } from '../electron-standin/launch.ts'

interface WindowFixtures {
  /** A folder of the test's own. */
  folder: string
  /** Files for the command line, in the test's folder; the sample page where there are none. */
  files: string[] | 'none'
  app: ElectronApplication
  /** The window with its first page composed. */
  page: Page
  /** Ends every app that the test has started, also by `launch`. */
  ending: undefined
  /** What the console said that a user should never cause: errors, policy violations, exceptions. */
  complaints: string[]
}

const launched: ElectronApplication[] = []
/** Kept from the start: an app whose window has gone no longer tells, and may still be running. */
const processes = new WeakMap<ElectronApplication, ReturnType<ElectronApplication['process']>>()

export const standIn = runtime().name === 'stand-in'

export const test = base.extend<WindowFixtures>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the fixtures from the pattern
  folder: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'banxin-e2e-'))
    await use(folder)
    rmSync(folder, { recursive: true, force: true })
  },
  files: [[], { option: true }],
  // biome-ignore lint/correctness/noEmptyPattern: as above
  complaints: async ({}, use) => {
    const complaints: string[] = []
    await use(complaints)
    expect(complaints).toEqual([])
  },
  ending: [
    // Asks for the folder to end the apps before it is removed.
    async ({ folder: _folder }, use) => {
      await use(undefined)
      for (const app of launched.splice(0)) await kill(app)
    },
    { auto: true },
  ],
  app: async ({ folder, files }, use) => {
    const named = files === 'none' ? [] : files.map((file) => join(folder, file))
    const app = await launch(folder, files !== 'none' && named.length === 0 ? [SAMPLE] : named)
    await use(app)
  },
  page: async ({ app, complaints }, use) => {
    await use(await firstPage(app, complaints))
  },
})

export { expect }

/** The dump that comes with Banxin: a window that is given no file shows the welcome. */
const SAMPLE = join(process.cwd(), 'assets/samples/page08.txt')

/** Starts the app over a folder, whose profile outlives it: for what a second start finds. */
export async function launch(
  folder: string,
  files: readonly string[] = [SAMPLE],
): Promise<ElectronApplication> {
  const app = await _electron.launch({
    args: ['.', `--user-data-dir=${join(folder, 'profile')}`, ...files],
    cwd: process.cwd(),
    env: { ...process.env, ...runtime().env } as Record<string, string>,
  })
  launched.push(app)
  processes.set(app, app.process())
  return app
}

/** As a power cut would: nothing of the app gets a chance to do anything. */
export async function kill(app: ElectronApplication): Promise<void> {
  const child = processes.get(app)
  if (child?.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const closed = new Promise((done) => child.once('exit', done))
  process.kill(child.pid, 'SIGKILL')
  await closed
}

/** The first window when it has something to show, its complaints gathered. */
export async function firstPage(app: ElectronApplication, complaints: string[] = []): Promise<Page> {
  const page = await app.firstWindow()
  page.on('console', (entry) => {
    if (entry.type() === 'error' || entry.type() === 'warning') complaints.push(entry.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  await page.setViewportSize({ width: 1440, height: 900 })
  const something = ['story-1', 'failure', 'empty'].map((id) => page.getByTestId(id))
  const shown = something.reduce((any, each) => any.or(each))
  await expect(shown.or(page.getByTestId('recovery')).first()).toBeVisible({ timeout: 30_000 })
  return page
}

/** Answers the next save dialogs with a path. */
export async function saveTo(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showSaveDialog = (async () => ({ canceled: false, filePath })) as never
  }, path)
}

/** Answers the next open dialogs with a path. */
export async function openFrom(app: ElectronApplication, path: string): Promise<void> {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = (async () => ({ canceled: false, filePaths: [filePath] })) as never
  }, path)
}

export const zoomFigure = async (page: Page): Promise<number> =>
  Number.parseInt((await page.getByTestId('zoom').textContent()) ?? '', 10)

/** Where on the page a point of the canvas is, in mm, as the status bar says. */
export async function placeAt(page: Page, x: number, y: number): Promise<{ x: number; y: number }> {
  await page.mouse.move(x - 3, y)
  await page.mouse.move(x, y)
  const text = (await page.getByTestId('pointer').textContent()) ?? ''
  const [, px, py] = /X (-?[\d.]+)Y (-?[\d.]+)/.exec(text) ?? []
  return { x: Number(px), y: Number(py) }
}

/** The share of the page's picture that is darker than paper. */
export const inkShare = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
    // A copy: reading the window's own canvas again and again would slow it.
    const copy = canvas && new OffscreenCanvas(canvas.width, canvas.height)
    const context = copy?.getContext('2d', { willReadFrequently: true })
    if (!copy || !context) return 0
    context.drawImage(canvas, 0, 0)
    const { data } = context.getImageData(0, 0, copy.width, copy.height)
    let dark = 0
    for (let at = 0; at < data.length; at += 4) {
      if ((data[at + 3] ?? 0) === 255 && (data[at] ?? 255) < 128) dark++
    }
    return dark / (data.length / 4)
  })

/** The canvas's middle in the window. */
export async function canvasMiddle(page: Page): Promise<{ x: number; y: number }> {
  const box = await page.locator('.canvas-viewport').boundingBox()
  if (!box) throw new Error('no canvas')
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 }
}

/** The page's picture as it is now, to be held against a later one. */
export const picture = (page: Page): Promise<string> =>
  page.evaluate(() => document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')?.toDataURL() ?? '')

/** Whether the page looks as it did: what is painted part by part may differ by a shade that no eye sees. */
export const looksAs = (page: Page, before: string): Promise<boolean> =>
  page.evaluate(async (url) => {
    const canvas = document.querySelector<HTMLCanvasElement>('.canvas-viewport canvas')
    // The window's policy fetches no data address.
    const bytes = Uint8Array.from(atob(url.split(',')[1] ?? ''), (byte) => byte.charCodeAt(0))
    const image = await createImageBitmap(new Blob([bytes]))
    if (!canvas || image.width !== canvas.width || image.height !== canvas.height) return false
    const pixels = (of: CanvasImageSource) => {
      const context = new OffscreenCanvas(image.width, image.height).getContext('2d')
      context?.drawImage(of, 0, 0)
      return context?.getImageData(0, 0, image.width, image.height).data ?? new Uint8ClampedArray()
    }
    const [old, now] = [pixels(image), pixels(canvas)]
    return old.every((value, at) => Math.abs(value - (now[at] ?? 0)) <= 24)
  }, before)
